using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Web;

/// <summary>One call that adds to the pipeline.</summary>
/// <param name="Call">The call.</param>
/// <param name="Middleware">What it does to a request.</param>
/// <param name="Production">Is it made in production?</param>
/// <param name="Branch">The call of <c>Map</c>, <c>MapWhen</c> or <c>UseWhen</c> whose branch it is part of.</param>
internal sealed record Registration(IInvocationOperation Call, Middleware Middleware, Lazy<bool> Production, IInvocationOperation? Branch)
{
    /// <summary>Asked last: to know may take all callers of the method around the call.</summary>
    public bool InProduction => Production.Value;

    /// <summary>Does it concern every request, or all but some, such as <c>UseWhen(not a probe)</c>?</summary>
    public bool ForAll => Branch is null || BranchForAll;

    public bool BranchForAll { get; init; }

    /// <summary>Headers and redirections that the code of <see cref="Middleware.Own"/> or a rewriter's options add.</summary>
    public bool SendsHsts { get; init; }

    public bool Redirects { get; init; }

    public bool IsHsts => Middleware == Middleware.Hsts || SendsHsts;

    public bool IsRedirection => Middleware == Middleware.HttpsRedirection || Redirects;
}

/// <summary>One endpoint, or middleware that answers.</summary>
/// <param name="Call">The call that adds it.</param>
/// <param name="Kind">Who asks for it.</param>
/// <param name="ShortCircuits">Marked to be answered where the route is matched.</param>
/// <param name="Production">Is it added in production?</param>
internal sealed record Endpoint(IInvocationOperation Call, EndpointKind Kind, bool ShortCircuits, Lazy<bool> Production)
{
    /// <summary>The calls of <c>Map</c>, <c>MapWhen</c> or <c>UseWhen</c> whose branches it is in, from the outside.</summary>
    public ImmutableArray<IInvocationOperation> Branches { get; init; } = ImmutableArray<IInvocationOperation>.Empty;

    /// <summary>Is it added in production, and answers what somebody who may be redirected asks for? Not probes and gRPC.</summary>
    public bool IsForClients => Kind is EndpointKind.Browser or EndpointKind.Api && Production.Value;

    /// <summary>Is it added in production for browsers?</summary>
    public bool IsForBrowsers => Kind == EndpointKind.Browser && Production.Value;
}

/// <summary>What is known of one web application, as it runs in production.</summary>
internal sealed class Pipeline
{
    /// <summary>Where findings about what is missing are reported: <c>builder.Build()</c>, the name <c>Configure</c>.</summary>
    public Location Place { get; init; } = Location.None;

    /// <summary>Is it made in production? Where it is not, nothing is reported.</summary>
    public Lazy<bool> Production { get; init; } = new(static () => true);

    /// <summary>The middleware in the order in which requests pass it.</summary>
    public ImmutableArray<Registration> Registrations { get; init; } = ImmutableArray<Registration>.Empty;

    public ImmutableArray<Endpoint> Endpoints { get; init; } = ImmutableArray<Endpoint>.Empty;

    /// <summary>A <c>WebApplication</c>, which executes endpoints at the end and routes at the start, unless told otherwise.</summary>
    public bool IsMinimal { get; init; }

    /// <summary>Something that is not to be seen is handed the application and may add to it.</summary>
    public bool IsPartlyUnknown => Unknown.Value;

    public Lazy<bool> Unknown { get; init; } = new(static () => false);

    /// <summary>Made for a front that terminates TLS (<c>CreateSlimBuilder</c>, <c>CreateEmptyBuilder</c>) or by a test host.</summary>
    public bool IsMadeForAFront { get; init; }

    /// <summary>Several methods add to it, and which goes first is not to be seen.</summary>
    public bool IsOrderUnknown { get; init; }

    /// <summary>The option <c>application_kind</c>.</summary>
    public ApplicationKind Kind { get; init; }

    /// <summary>What the rest of the program says about it; looked for only when it matters.</summary>
    public ProgramFacts Program { get; init; } = ProgramFacts.None;
}
