using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TransitAnalyzers.Hosting;

/// <summary>
/// One family of rules: which diagnostics it reports, and what it wants to see of a compilation. A family is a
/// diagnostic analyzer of its own, which is how tests run it; the product hosts all families in one
/// <see cref="TransitAnalyzer"/>, so that each operation is looked up once and not once a family.
/// </summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public abstract class RuleFamily : DiagnosticAnalyzer
#pragma warning restore RS1001
{
    /// <summary>False where the project is not to be judged by this family, such as a test project.</summary>
    internal virtual bool AppliesTo(TransitContext context) => context.IsAnalyzed;

    /// <summary>Registers what the family wants to see. Register nothing where the compilation cannot contain it.</summary>
    internal abstract void Start(TransitStart start);

    /// <inheritdoc />
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        var families = ImmutableArray.Create(this);
        context.RegisterCompilationStartAction(start => TransitStart.Run(start, families));
    }
}
