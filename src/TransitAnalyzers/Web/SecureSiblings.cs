using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Web;

/// <summary>
/// The endpoints with TLS beside one in clear text, which is then there to be redirected: of the same server, in production, and
/// where others reach them. What another host of the program listens on says nothing of this one; where it is not seen whose
/// they are, they excuse.
/// </summary>
internal sealed class SecureSiblings(TransitContext context, ProgramCode program)
{
    /// <param name="listens">The call, or the assignment of a setting, that makes a server listen in clear text.</param>
    /// <param name="cancellation">Cancels.</param>
    public bool Excuse(IOperation listens, CancellationToken cancellation)
    {
        foreach (var operation in listens.Root().Descendants())
            if (operation != listens && IsOne(operation, listens, cancellation))
                return true;
        foreach (var call in program.CallsNamed(Listeners.Calls, Listeners.Words, Listeners.IsMeant, cancellation))
            if (call.Syntax != listens.Syntax && IsOne(call, listens, cancellation))
                return true;
        return !IsHttpListener(listens) && new ListeningPlaces(context, program).InFiles(cancellation).Any(ListenUrls.HasHttps);
    }

    /// <summary>The same for an endpoint of a configuration file, which any server of the program may read.</summary>
    public bool ExcuseSetting(CancellationToken cancellation)
    {
        if (new ListeningPlaces(context, program).InFiles(cancellation).Any(ListenUrls.HasHttps))
            return true;
        foreach (var call in program.CallsNamed(Listeners.Calls, Listeners.Words, Listeners.IsMeant, cancellation))
            if (IsSecure(call, cancellation) && !IsHttpListener(call) && context.World.Reaches(call, cancellation))
                return true;
        return false;
    }

    private bool IsOne(IOperation other, IOperation listens, CancellationToken cancellation) =>
        IsSecure(other, cancellation)
        && IsHttpListener(other) == IsHttpListener(listens)
        && context.World.Reaches(other, cancellation)
        && !Builders.AreDifferent(other, listens, program, cancellation);

    private bool IsSecure(IOperation operation, CancellationToken cancellation)
    {
        if (operation is IInvocationOperation call)
        {
            if (Listeners.IsTls(call))
                return !IsLocal(call, cancellation);
            return Listeners.IsHttpsPorts(call)
                || Listeners.Judge(call, program, cancellation) == Listening.Secure
                || Listeners.UrlsOf(call, context, cancellation).Any(IsHttps);
        }

        return operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target, Value: var value }
            && Listeners.UrlOf(new MemberAssignment(operation, target, value)) is { } url && IsHttps(url);

        bool IsHttps(IOperation url) => Listeners.TextsOf(url, context, cancellation).Any(static value => ListenUrls.HasHttps(value.Text.Text));
    }

    /// <summary>Is TLS used by an endpoint that only this machine reaches?</summary>
    private static bool IsLocal(IInvocationOperation tls, CancellationToken cancellation)
    {
        for (var outer = tls.Parent; outer is not null; outer = outer.Parent)
            if (outer is IInvocationOperation listens && Listeners.IsLocal(listens, cancellation))
                return true;
        return false;
    }

    private static bool IsHttpListener(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.ContainingType.Name: "HttpListenerPrefixCollection" };
}
