using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Web;

/// <summary>Judges what is read of a pipeline. Pure: the facts decide, and what is not known is not reported.</summary>
internal static class PipelineJudge
{
    /// <summary>
    /// Should browsers be told to use HTTPS only? Where there is something for a browser: pages, files, sessions. Clients of
    /// an API ignore the header, so its template leaves it out.
    /// https://learn.microsoft.com/aspnet/core/security/enforcing-ssl#http-strict-transport-security-protocol-hsts
    /// </summary>
    public static Lack? Hsts(Pipeline pipeline)
    {
        if (pipeline.IsMadeForAFront || pipeline.IsPartlyUnknown)
            return null;
        return Lacking(pipeline, static registration => registration.IsHsts, IsForBrowsers(pipeline)) is { } lack
            && !pipeline.Program.NamesHstsHeader && pipeline.Program.Listening != Listening.Local
                ? lack
                : null;
    }

    /// <summary>Should requests over HTTP be redirected? Where there is anything to ask for but probes and gRPC, whose clients follow no redirect.</summary>
    public static Lack? Redirection(Pipeline pipeline)
    {
        if (pipeline.IsMadeForAFront || pipeline.IsPartlyUnknown)
            return null;
        var isAsked = pipeline.Endpoints.Any(static endpoint => endpoint.IsForClients)
            || pipeline.Registrations.Any(static registration => registration.Middleware == Middleware.Hsts && registration.InProduction);
        return Lacking(pipeline, static registration => registration.IsRedirection, isAsked) is { } lack
            && !pipeline.Program.RedirectsOtherwise && !(pipeline.Program.ControllersRequireHttps && AreControllersAll(pipeline)) && pipeline.Program.Listening == Listening.Unknown
                ? lack
                : null;
    }

    /// <summary>
    /// Transport middleware behind what answers before it. Endpoints of a <c>WebApplication</c> run at the end and are no
    /// obstacle, unless they are marked to short-circuit. Of several obstacles the first is named: in front of it is right.
    /// </summary>
    public static IEnumerable<Misplacement> Misplaced(Pipeline pipeline)
    {
        if (!pipeline.Registrations.Any(MayBeLate) || pipeline.IsOrderUnknown || pipeline.IsPartlyUnknown)
            yield break;
        var seen = new HashSet<Middleware>();
        Registration? answering = null;
        Registration? scheme = null;

        // What is marked to short-circuit answers where the route is matched: at the start, unless UseRouting says otherwise.
        var shortcut = pipeline.Endpoints.FirstOrDefault(static endpoint => endpoint.ShortCircuits && endpoint.IsForClients)?.Call;
        var routing = pipeline.Registrations.FirstOrDefault(static registration => registration is { Middleware: Middleware.Routing, Branch: null } && registration.InProduction)?.Call;
        var isRoutedAtStart = shortcut is not null && pipeline.IsMinimal && routing is null;
        var routed = isRoutedAtStart ? shortcut : null;
        foreach (var registration in pipeline.Registrations)
        {
            if (registration.Branch is not null || !registration.InProduction)
                continue;
            switch (registration.Middleware)
            {
                case Middleware.Hsts or Middleware.HttpsRedirection or Middleware.ForwardedHeaders when seen.Add(registration.Middleware):
                    if (registration.Middleware == Middleware.HttpsRedirection && routed is not null)
                        yield return new(registration, routed, isRoutedAtStart ? Obstacle.RoutesAtStart : Obstacle.Routing);
                    else if (registration.Middleware == Middleware.ForwardedHeaders && scheme is not null)
                        yield return new(registration, scheme.Call, Obstacle.Scheme);
                    else if (answering is not null)
                        yield return new(registration, answering.Call, Obstacle.Answer);
                    break;
                case Middleware.StaticFiles or Middleware.Endpoints or Middleware.Terminal:
                    answering ??= registration;
                    break;
                case Middleware.Routing when shortcut is not null && answering is null:
                    routed ??= registration.Call;
                    break;
            }

            if (answering is null && registration.Middleware is (Middleware.Hsts or Middleware.HttpsRedirection))
                scheme ??= registration;
        }
    }

    /// <summary>
    /// What behind a proxy that ends TLS keeps the application from knowing that the client spoke HTTPS. Where it is asked
    /// for anything but probes and gRPC; not where the program reads the proxy's headers in another way.
    /// https://learn.microsoft.com/aspnet/core/host-and-deploy/proxy-load-balancer
    /// </summary>
    public static Lack? ForwardedHeaders(Pipeline pipeline)
    {
        if (pipeline.IsPartlyUnknown)
            return null;
        var isAsked = pipeline.Endpoints.Any(static endpoint => endpoint.IsForClients);
        if (Lacking(pipeline, static registration => registration.Middleware == Middleware.ForwardedHeaders, isAsked) is { } lack)
            return pipeline.Program.ReadsForwardedProto ? null : lack;
        var idle = pipeline.Registrations.FirstOrDefault(static registration => registration.Middleware == Middleware.ForwardedHeaders && registration.InProduction);
        return idle is not null && !pipeline.Program.ReadsForwardedProto ? new Lack(null) { Idle = idle } : null;
    }

    /// <summary>The protections that browsers are not asked for.</summary>
    public static IReadOnlyList<SecurityHeader> MissingHeaders(Pipeline pipeline) =>
        pipeline.IsPartlyUnknown || !IsForBrowsers(pipeline)
            ? []
            : [.. SecurityHeaders.All.Where(header => !pipeline.Program.Sends(header))];

    /// <summary>Do controllers answer all that is asked? Files beside them are let be.</summary>
    private static bool AreControllersAll(Pipeline pipeline) =>
        pipeline.Endpoints.All(static endpoint => !endpoint.IsForClients
            || AspNetCorePipeline.ControllerEndpoints.Contains(endpoint.Call.TargetMethod.Name)
            || endpoint.Call.TargetMethod.Name is "MapStaticAssets"
            || (endpoint.Call.TargetMethod.Name.StartsWith("Use", StringComparison.Ordinal) && endpoint.Call.TargetMethod.Name is not ("UseSpa" or "UseRouter" or "UseSignalR")));

    private static bool MayBeLate(Registration registration) =>
        registration is { Branch: null, Middleware: Middleware.Hsts or Middleware.HttpsRedirection or Middleware.ForwardedHeaders };

    private static bool IsForBrowsers(Pipeline pipeline) => pipeline.Kind switch
    {
        ApplicationKind.Api => false,
        ApplicationKind.Browser => pipeline.Endpoints.Any(static endpoint => endpoint.IsForClients),
        _ => HasBrowserEndpoints(pipeline),
    };

    private static bool HasBrowserEndpoints(Pipeline pipeline) =>
        pipeline.Endpoints.Any(static endpoint => endpoint.IsForBrowsers)
        || (pipeline.Endpoints.Any(static endpoint => endpoint.Call.TargetMethod.Name is "MapControllers" or "UseMvc" && endpoint.Production.Value) && pipeline.Program.HasPageServices);

    /// <summary>Does the application answer clients in branches only, such as those of <c>MapWhen</c>, each of which has it?</summary>
    private static bool AreAllInBranchesWith(Pipeline pipeline, Func<Registration, bool> isOne)
    {
        var guards = pipeline.Registrations.Where(registration => registration.Branch is not null && isOne(registration)).ToList();
        return guards.Count > 0 && pipeline.Endpoints.Any(static endpoint => endpoint.IsForClients)
            && pipeline.Endpoints.All(endpoint => !endpoint.IsForClients || guards.Any(guard =>
                endpoint.Branches.Any(around => around.Syntax == guard.Branch!.Syntax) && guard.InProduction));
    }

    private static Lack? Lacking(Pipeline pipeline, Func<Registration, bool> isOne, bool isWanted)
    {
        Registration? inDevelopment = null;
        foreach (var registration in pipeline.Registrations)
        {
            if (!isOne(registration))
                continue;
            if (registration.ForAll && registration.InProduction)
                return null;
            if (!registration.InProduction)
                inDevelopment ??= registration;
        }

        if (AreAllInBranchesWith(pipeline, isOne))
            return null;
        return inDevelopment is not null || isWanted ? new Lack(inDevelopment) : null;
    }
}

/// <summary>What stands in front of transport middleware.</summary>
internal enum Obstacle
{
    /// <summary>Answers requests: files, endpoints that are executed there, terminal middleware.</summary>
    Answer,

    /// <summary>Acts on whether the client spoke HTTPS.</summary>
    Scheme,

    /// <summary>Matches routes, of which one is marked to be answered there.</summary>
    Routing,

    /// <summary>An endpoint that is marked so, where routes are matched at the start.</summary>
    RoutesAtStart,
}

/// <summary>Transport middleware that comes too late.</summary>
/// <param name="Late">Its call.</param>
/// <param name="Before">The call that is in front of it.</param>
/// <param name="Obstacle">Why that matters.</param>
internal sealed record Misplacement(Registration Late, IInvocationOperation Before, Obstacle Obstacle);

/// <summary>Something that the pipeline lacks in production.</summary>
/// <param name="InDevelopment">The call that switches it on in development only; null where there is none.</param>
internal sealed record Lack(Registration? InDevelopment)
{
    /// <summary>The call that is made, but has nothing to do.</summary>
    public Registration? Idle { get; init; }
}
