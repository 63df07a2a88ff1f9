using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TransitAnalyzers.Hosting;

/// <summary>
/// The names under which a program's own types can be spelled: those that it declares, as the compiler keeps them, and those that
/// it gives them. To look a name up would go through all that its file imports.
/// </summary>
internal sealed class ProgramNames(Compilation compilation)
{
    /// <summary>The global usings but those of namespaces.</summary>
    private readonly Lazy<IReadOnlyList<UsingDirectiveSyntax>> globals =
        new(() => [.. GlobalUsings(compilation).Where(static directive => directive.Alias is not null || IsStatic(directive))]);

    /// <summary>The global usings that give a name to a type or a namespace.</summary>
    public IEnumerable<UsingDirectiveSyntax> GlobalAliases => globals.Value.Where(static directive => directive.Alias is not null);

    /// <summary>Can members of types be named here as if they were declared here: <c>using static</c>?</summary>
    public bool MayImportMembers(SyntaxNode place) =>
        globals.Value.Any(IsStatic) || place.Ancestors().Any(static outer => UsingsOf(outer).Any(IsStatic));

    /// <summary>Can this be the name of one of the program's types, or the first of a longer one?</summary>
    public bool MayBeType(SimpleNameSyntax name)
    {
        var text = name.Identifier.ValueText;
        return compilation.Assembly.TypeNames.Contains(text) || compilation.Assembly.NamespaceNames.Contains(text)
            || GlobalAliases.Any(IsAlias) || name.Ancestors().Any(outer => UsingsOf(outer).Any(IsAlias));

        bool IsAlias(UsingDirectiveSyntax directive) => directive.Alias?.Name.Identifier.ValueText == text;
    }

    private static bool IsStatic(UsingDirectiveSyntax directive) => directive.StaticKeyword.RawKind != 0;

    private static SyntaxList<UsingDirectiveSyntax> UsingsOf(SyntaxNode outer) => outer switch
    {
        CompilationUnitSyntax file => file.Usings,
        BaseNamespaceDeclarationSyntax declaration => declaration.Usings,
        _ => default,
    };

    /// <summary>Every file imports them: the compiler, which has put them together, is asked about one, instead of all files for theirs.</summary>
    private static IEnumerable<UsingDirectiveSyntax> GlobalUsings(Compilation compilation) =>
        compilation.SyntaxTrees.FirstOrDefault() is { } tree
            ? compilation.GetSemanticModel(tree).GetImportScopes(tree.Length)
                .SelectMany(static scope => scope.Aliases.SelectMany(static alias => alias.DeclaringSyntaxReferences).Concat(scope.Imports.Select(static import => import.DeclaringSyntaxReference)))
                .Select(static reference => reference?.GetSyntax()).OfType<UsingDirectiveSyntax>().Where(static directive => directive.GlobalKeyword.RawKind != 0)
            : [];
}
