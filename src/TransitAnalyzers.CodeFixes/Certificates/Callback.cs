using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using TransitAnalyzers.Certificates.Callbacks;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.CodeFixes.Certificates;

/// <summary>A function in source that is a callback, with parameters that an edit can name, in any version of C#.</summary>
internal sealed class Callback
{
    private readonly HashSet<string> taken;

    private Callback(ImmutableArray<IParameterSymbol> parameters, HashSet<string> taken)
    {
        Parameters = parameters;
        this.taken = taken;
    }

    public ImmutableArray<IParameterSymbol> Parameters { get; }

    /// <summary>The function that the finding stands on; null where it stands on something else.</summary>
    public static Callback? At(Finding finding)
    {
        var symbol = finding.Node switch
        {
            // delegate { }: takes what the delegate's type says.
            AnonymousMethodExpressionSyntax { ParameterList: null } method =>
                (finding.Model.GetTypeInfo(method, finding.Cancellation).ConvertedType as INamedTypeSymbol)?.DelegateInvokeMethod,
            AnonymousFunctionExpressionSyntax lambda => finding.Model.GetSymbolInfo(lambda, finding.Cancellation).Symbol as IMethodSymbol,
            MethodDeclarationSyntax or LocalFunctionStatementSyntax => finding.Model.GetDeclaredSymbol(finding.Node, finding.Cancellation) as IMethodSymbol,
            _ => null,
        };
        return symbol is null ? null : new(
            symbol.Parameters,
            new(finding.Model.LookupSymbols(finding.Node.SpanStart).Where(static found => found is ILocalSymbol or IParameterSymbol).Select(static found => found.Name), StringComparer.Ordinal));
    }

    public int IndexOf(Func<IParameterSymbol, bool> isIt)
    {
        for (var i = 0; i < Parameters.Length; i++)
            if (isIt(Parameters[i]))
                return i;
        return -1;
    }

    /// <summary>The function with a parameter that can be named, and its name. Discards and missing lists get names that C# 7.3 takes.</summary>
    public (SyntaxNode Function, string Name) Named(SyntaxNode function, int index, string wanted, SyntaxGenerator generator)
    {
        var fresh = Free(wanted);
        switch (function)
        {
            case MethodDeclarationSyntax { ParameterList: var list } method:
                var ofMethod = Usable(list.Parameters[index], fresh);
                return (method.WithParameterList(Renamed(list, index, ofMethod)), ofMethod);
            case LocalFunctionStatementSyntax { ParameterList: var list } local:
                var ofLocal = Usable(list.Parameters[index], fresh);
                return (local.WithParameterList(Renamed(list, index, ofLocal)), ofLocal);
            case SimpleLambdaExpressionSyntax simple:
                var only = Usable(simple.Parameter, fresh);
                return (simple.WithParameter(Renamed(simple.Parameter, only)), only);
            case ParenthesizedLambdaExpressionSyntax { ParameterList: var list } parenthesized:
                var name = Usable(list.Parameters[index], fresh);
                return (parenthesized.WithParameterList(Renamed(list, index, name)), name);
            case AnonymousMethodExpressionSyntax { ParameterList: { } list } method:
                var own = Usable(list.Parameters[index], fresh);
                return (method.WithParameterList(Renamed(list, index, own)), own);
            case AnonymousMethodExpressionSyntax method:
                var parameters = Parameters.Select((parameter, i) => SyntaxFactory.Parameter(SyntaxFactory.Identifier(i == index ? fresh : Free(Usual(parameter, i))))
                    .WithType(((TypeSyntax)generator.TypeExpression(parameter.Type)).WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation).WithTrailingTrivia(SyntaxFactory.Space)));
                var separators = Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), Parameters.Length - 1);
                var added = SyntaxFactory.ParameterList(SyntaxFactory.SeparatedList(parameters, separators)).WithTrailingTrivia(method.DelegateKeyword.TrailingTrivia);
                return (method.WithDelegateKeyword(method.DelegateKeyword.WithTrailingTrivia(SyntaxFactory.Space)).WithParameterList(added), fresh);
            default:
                return (function, fresh);
        }
    }

    private static string Usual(IParameterSymbol parameter, int index) =>
        CertificateFacts.IsCertificate(parameter.Type) ? "certificate" : CertificateFacts.IsChain(parameter.Type) ? "chain" : index == 0 ? "sender" : parameter.Name;

    private string Free(string name)
    {
        var free = name;
        for (var i = 1; taken.Contains(free) && i < 100; i++)
            free = name + i;
        return free;
    }

    private static string Usable(ParameterSyntax parameter, string fresh) =>
        parameter.Identifier.ValueText.Trim('_').Length == 0 ? fresh : parameter.Identifier.Text;

    private static ParameterListSyntax Renamed(ParameterListSyntax list, int index, string name) =>
        list.ReplaceNode(list.Parameters[index], Renamed(list.Parameters[index], name));

    private static ParameterSyntax Renamed(ParameterSyntax parameter, string name) =>
        parameter.WithIdentifier(SyntaxFactory.Identifier(name).WithTriviaFrom(parameter.Identifier));
}
