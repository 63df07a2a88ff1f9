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
        start.OnInvocation("Append", UnsetCookies.IsOfCookies, (c, call) => Report(c, UnsetCookies.OfAppend(call)));
        start.OnInvocation("AddSession", (c, call) => Report(c, UnsetCookies.OfSession(call, c.CancellationToken)));
        start.OnCreation("HttpCookie", (c, creation) => Report(c, UnsetCookies.OfSystemWeb(creation, context, c.CancellationToken)));

        void Report(OperationAnalysisContext c, UnsetCookie? cookie)
        {
            if (cookie is not null && !CookiePolicy.Repairs(context.Compilation) && context.World.Reaches(c.Operation, c.CancellationToken))
                c.ReportDiagnostic(Diagnostic.Create(WebRules.InsecureCookie, cookie.Location, cookie.Name, string.Empty, cookie.Advice));
        }
    }
}
