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
    /// <summary>
    /// Registers what does not concern code: additional files, options. Nothing is to be asked of the compilation yet, and the
    /// project may be one that is not analyzed.
    /// </summary>
#pragma warning disable RS1012 // Most families register nothing here.
    internal virtual void Register(CompilationStartAnalysisContext roslyn, TransitContext context)
    {
    }
#pragma warning restore RS1012

    /// <summary>
    /// Registers what the family wants to see of the code. Register nothing where the compilation, by the libraries that it
    /// references, cannot contain it; what else it depends on is asked where something is found, because programs with the same
    /// libraries share their words. Not called for a project that is not analyzed, such as a test project.
    /// </summary>
    internal virtual void Start(TransitStart start)
    {
    }

    /// <inheritdoc />
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        var families = ImmutableArray.Create(this);
        var known = new KnownWords();
        context.RegisterCompilationStartAction(start => Funnel.Open(start, families, known));
    }
}
