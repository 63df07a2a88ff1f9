using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Settings;

/// <summary>Is the host that the code around a setting names this machine, or one that the project trusts?</summary>
internal static class Hosts
{
    /// <param name="setting">The assignment, call or creation.</param>
    /// <param name="member">The member or key that names the host, as in <c>Host</c> or <c>bootstrap.servers</c>.</param>
    /// <param name="context">Knows constants and trusted hosts.</param>
    /// <param name="cancellation">Cancels.</param>
    public static bool IsNear(IOperation setting, string member, TransitContext context, CancellationToken cancellation)
    {
        var root = setting.Root();
        foreach (var operation in root.DescendantsAndSelf())
        {
            foreach (var assignment in MemberAssignment.In(operation))
            {
                if ((assignment.Member.Name == member || IsEntry(assignment.Target, member)) && IsNear(assignment.Value, context, cancellation))
                    return true;
            }

            switch (operation)
            {
                case IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation { Member.Name: var name }, Initializer: var initializer } when name == member:
                    if (initializer.Initializers.OfType<IInvocationOperation>().Any(add => add.Arguments.Length > 0 && IsNear(add.Arguments[0].Value, context, cancellation)))
                        return true;
                    break;
                case IInvocationOperation call when call.TargetMethod.Name == member
                    || (call.Arguments.Length > 1 && call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: string key } && key == member):
                    if (call.Arguments.Any(argument => IsNear(argument.Value, context, cancellation)))
                        return true;
                    break;
                case IInvocationOperation { TargetMethod.Name: "Add", Instance: IMemberReferenceOperation { Member.Name: var list } } add when list == member:
                    if (add.Arguments.Any(argument => IsNear(argument.Value, context, cancellation)))
                        return true;
                    break;
            }
        }

        return false;
    }

    private static bool IsEntry(IMemberReferenceOperation target, string key) =>
        target is IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } arguments }
        && arguments[0].Value.ConstantValue is { HasValue: true, Value: string text } && text == key;

    /// <summary>Every host of the text, which may be a list, carry ports or be an address with a scheme.</summary>
    private static bool IsNear(IOperation value, TransitContext context, CancellationToken cancellation)
    {
        var known = SettingValues.Read(value, null, context.World, cancellation);
        if ((known.Constant as string ?? known.TextStart) is not { Length: > 0 } text)
            return false;
        var trusted = context.SettingsFor(value.Syntax.SyntaxTree).TrustedHosts;
        foreach (var item in text.Split(','))
        {
            var host = HostOf(item.Trim());
            if (host.Length == 0 || !(HostNames.IsLocal(host) || HostNames.IsTrusted(host, trusted)))
                return false;
        }

        return true;
    }

    private static string HostOf(string address)
    {
        if (address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme)
        {
            address = address.Substring(scheme + 3);
            if (address.IndexOfAny(['/', '?']) is >= 0 and var path)
                address = address.Substring(0, path);
            address = address.Substring(address.LastIndexOf('@') + 1);
        }

        if (HostNames.IsLocal(address))
            return address;
        var port = address.LastIndexOf(':');
        return port > 0 && address.IndexOf(':') == port ? address.Substring(0, port)
            : address.StartsWith("[", StringComparison.Ordinal) && address.IndexOf(']') is > 0 and var end ? address.Substring(0, end + 1) : address;
    }
}
