using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;

namespace TransitAnalyzers.Web;

/// <summary>Cookies that are never told to need HTTPS: DIT0407 where nothing is said, and the default is no.</summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public sealed class UnsetCookieFamily : RuleFamily
#pragma warning restore RS1001
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(WebRules.InsecureCookie);

    internal override void Start(TransitStart start)
    {
        var context = start.Context;
        var program = ProgramCode.Of(context);
        var reported = new ConcurrentDictionary<Location, bool>();
        start.OnInvocation("Append", Telling.By("Cookies", "IResponseCookies", "ResponseCookieCollection"), UnsetCookies.IsOfCookies, (c, call) => Report(c, UnsetCookies.OfAppend(call, program, c.CancellationToken)));
        start.OnInvocation("AddSession", (c, call) => Report(c, UnsetCookies.OfSession(call, context, c.CancellationToken)));
        start.OnCreation("HttpCookie", (c, creation) => Report(c, UnsetCookies.OfSystemWeb(creation, context, c.CancellationToken)));
        start.OnCreation("SetCookieHeaderValue", (c, creation) => Report(c, UnsetCookies.OfHeaderValue(creation)));
        start.OnAssignment("SetCookie", (c, assignment) => Report(c, UnsetCookies.OfHeader(HeaderWrite.Of(assignment, "Set-Cookie"), context, c.CancellationToken)));
        start.OnAssignment(TransitStart.Indexer, HeaderWrite.Telling("Set-Cookie"), HeaderWrite.MayBe, (c, assignment) => Report(c, UnsetCookies.OfHeader(HeaderWrite.Of(assignment), context, c.CancellationToken)));
        foreach (var name in HeaderWrite.Methods)
            start.OnInvocation(name, HeaderWrite.Telling("Set-Cookie"), HeaderWrite.MayBe, (c, call) => Report(c, UnsetCookies.OfHeader(HeaderWrite.Of(call), context, c.CancellationToken)));

        // Options that several cookies share are one cause.
        void Report(OperationAnalysisContext c, UnsetCookie? cookie)
        {
            if (cookie is not null && !CookiePolicy.Repairs(context) && context.World.Reaches(c.Operation, c.CancellationToken) && reported.TryAdd(cookie.Location, true))
                c.ReportDiagnostic(Diagnostic.Create(WebRules.InsecureCookie, cookie.Location, cookie.Name, string.Empty, cookie.Advice));
        }
    }
}
