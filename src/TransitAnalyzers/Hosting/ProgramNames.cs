using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TransitAnalyzers.Hosting;

/// <summary>
/// The names under which a program's own types can be spelled: those that it declares, as the compiler keeps them, and those that
/// it gives them. To look a name up would go through all that its file imports.
/// </summary>
internal sealed class ProgramNames(Compilation compilation)
{
    private readonly Lazy<IReadOnlyList<UsingDirectiveSyntax>> globalAliases = new(() => [.. compilation.SyntaxTrees.SelectMany(GlobalUsings).Where(static directive => directive.Alias is not null)]);

    /// <summary>The global usings that give a name to a type or a namespace.</summary>
    public IReadOnlyList<UsingDirectiveSyntax> GlobalAliases => globalAliases.Value;

    /// <summary>Can this be the name of one of the program's types, or the first of a longer one?</summary>
    public bool MayBeType(SimpleNameSyntax name)
    {
        var text = name.Identifier.ValueText;
        return compilation.Assembly.TypeNames.Contains(text) || compilation.Assembly.NamespaceNames.Contains(text)
            || GlobalAliases.Any(IsAlias) || name.Ancestors().Any(outer => UsingsOf(outer).Any(IsAlias));

        bool IsAlias(UsingDirectiveSyntax directive) => directive.Alias?.Name.Identifier.ValueText == text;
    }

    private static SyntaxList<UsingDirectiveSyntax> UsingsOf(SyntaxNode outer) => outer switch
    {
        CompilationUnitSyntax file => file.Usings,
        BaseNamespaceDeclarationSyntax declaration => declaration.Usings,
        _ => default,
    };

    /// <summary>They go before all others.</summary>
    private static IEnumerable<UsingDirectiveSyntax> GlobalUsings(SyntaxTree tree) =>
        tree.GetRoot() is CompilationUnitSyntax { Usings: { Count: > 0 } usings } ? usings.TakeWhile(static directive => directive.GlobalKeyword.RawKind != 0) : [];
}
