using System.Collections.Immutable;

namespace TransitAnalyzers.CodeFixes.Editing;

/// <summary>The fix of one rule, by edits of its own or those that it shares with other fixes.</summary>
public abstract class OneRuleFix : TransitFix
{
    private readonly Func<Finding, IEnumerable<Edit>>[] edits;

    /// <param name="id">The rule.</param>
    /// <param name="edits">What finds the edits, the safest first.</param>
    private protected OneRuleFix(string id, params Func<Finding, IEnumerable<Edit>>[] edits)
    {
        FixableDiagnosticIds = ImmutableArray.Create(id);
        this.edits = edits;
    }

    /// <inheritdoc />
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    internal sealed override IEnumerable<Edit> EditsFor(Finding finding) => edits.SelectMany(of => of(finding));
}
