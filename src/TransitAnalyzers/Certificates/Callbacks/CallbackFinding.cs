using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TransitAnalyzers.Rules;

namespace TransitAnalyzers.Certificates.Callbacks;

/// <summary>A callback that does not do its work: where it stands, what it lets through, where it is put to use.</summary>
/// <param name="Verdict">What is wrong.</param>
/// <param name="Location">The lambda, the name of the method, or the ready-made member.</param>
/// <param name="Name">How a message calls it.</param>
/// <param name="Shape">What kind of callback it is.</param>
/// <param name="Table">Its answers; null for a ready-made one.</param>
/// <param name="Uses">The operations that put it to use in production.</param>
internal sealed record CallbackFinding(
    Verdict Verdict, Location Location, string Name, CallbackShape Shape, TruthTable? Table, ImmutableArray<IOperation> Uses)
{
    public DiagnosticDescriptor Rule => Verdict switch
    {
        Verdict.ToleratesErrors => CertificateRules.ToleratesErrors,
        Verdict.WeakEvidence => CertificateRules.WeakEvidence,
        _ => CertificateRules.AcceptsEverything,
    };

    public Diagnostic Diagnostic => Diagnostic.Create(
        Rule,
        Location,
        Uses.Where(use => !Location.SourceSpan.IntersectsWith(use.Syntax.Span) || use.Syntax.SyntaxTree != Location.SourceTree)
            .Select(static use => use.Syntax.GetLocation()).Take(4),
        Verdict switch
        {
            Verdict.ToleratesErrors => [Name, Losses(Table!.Tolerated)],
            Verdict.WeakEvidence => [Name, Shape.Subject, Reasons(Table!.Kinds)],
            _ => [Name, Shape.Subject, Shape.HasErrors ? "remove it, or accept only when there are no errors" : "remove it, or check whom it accepts"],
        });

    private static string Losses(int errors)
    {
        var losses = new List<string>();
        if ((errors & TruthTable.WrongName) != 0)
            losses.Add("a certificate whose host name does not match: anyone with a valid certificate for another site can read this connection");
        if ((errors & TruthTable.UntrustedChain) != 0)
            losses.Add("a certificate that no trusted authority vouches for: anyone can make one and read this connection");
        if ((errors & TruthTable.NoCertificate) != 0)
            losses.Add("a peer without a certificate: anyone can pose as it");
        return string.Join("; and ", losses);
    }

    private static string Reasons(WeakEvidence kinds)
    {
        var reasons = new List<string>();
        if ((kinds & WeakEvidence.Names) != 0)
            reasons.Add("the names in it, which anyone can write into a certificate");
        if ((kinds & WeakEvidence.Dates) != 0)
            reasons.Add("its dates, which anyone can choose");
        if ((kinds & WeakEvidence.Fields) != 0)
            reasons.Add("fields that anyone can copy");
        if ((kinds & WeakEvidence.Request) != 0)
            reasons.Add("what was asked for, which says nothing about who answers");
        if ((kinds & WeakEvidence.Configuration) != 0)
            reasons.Add("a setting, which lets everyone in once it is on");
        if ((kinds & WeakEvidence.Exception) != 0)
            reasons.Add("an exception while checking");
        return reasons.Count == 0 ? "nothing that proves who holds its key" : string.Join(", and ", reasons);
    }
}
