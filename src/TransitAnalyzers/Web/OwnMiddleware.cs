using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Web;

/// <summary>
/// What middleware of the program's own does to a request, by the words in its code: that of the delegate given to
/// <c>Use</c> with the methods it calls, or of the class given to <c>UseMiddleware</c>. Errs on the side of silence.
/// </summary>
/// <param name="SendsHsts">It is about the HSTS header.</param>
/// <param name="Redirects">It tells HTTP from HTTPS, or redirects to the latter.</param>
internal sealed record OwnMiddleware(bool SendsHsts, bool Redirects)
{
    /// <summary>What the code that this call adds does to a request; null where it is not to be seen.</summary>
    public static OwnMiddleware? Of(IInvocationOperation call, CancellationToken cancellation) =>
        CodeOf(call, cancellation) is { } code ? new OwnMiddleware(NamesHsts(code), TellsHttps(code)) : null;

    /// <summary>Does the code of this type of the program tell HTTP from HTTPS, or redirect to the latter?</summary>
    public static bool TellsHttps(ITypeSymbol type, CancellationToken cancellation) => !type.DeclaringSyntaxReferences.IsEmpty && TellsHttps(Code(type, cancellation));

    /// <summary>Is the branch that this call adds, by its own text, one that sends to an address of HTTPS?</summary>
    public static bool RedirectsToHttps(IInvocationOperation branch)
    {
        var code = branch.Syntax is InvocationExpressionSyntax { ArgumentList: var given } ? given.ToString() : "";
        return Has(code, "\"https") && (Has(code, "Redirect") || Has(code, "Location"));
    }

    private static bool NamesHsts(string code) =>
        Has(code, AspNetCorePipeline.HstsHeader) || Has(code, AspNetCorePipeline.HstsHeaderMember) || Has(code, "HstsMiddleware");

    private static bool TellsHttps(string code) =>
        Has(code, "IsHttps") || Has(code, ".Scheme") || Has(code, "HttpsRedirectionMiddleware") || (Has(code, "https") && (Has(code, "Redirect") || Has(code, "Location")));

    private static bool Has(string code, string word) => code.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>The source of what <c>Use</c> or <c>UseMiddleware</c> adds; null where it is not to be seen.</summary>
    private static string? CodeOf(IInvocationOperation call, CancellationToken cancellation)
    {
        if (call.TargetMethod.Name == "UseMiddleware")
        {
            var type = call.TargetMethod.TypeArguments.FirstOrDefault()
                ?? call.Arguments.Select(static argument => argument.Value.Unconverted()).OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand;
            return type is null ? null : CodeOf(type, cancellation);
        }

        foreach (var argument in call.Arguments)
        {
            if (Operands.Lambda(argument.Value) is { } lambda)
                return CodeOf(lambda, cancellation);
            if (argument.Value.Unconverted() is IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var method } })
                return method.DeclaringSyntaxReferences.IsEmpty ? null : Code(method, cancellation);
        }

        return null;
    }

    private static string? CodeOf(ITypeSymbol type, CancellationToken cancellation)
    {
        if (!type.DeclaringSyntaxReferences.IsEmpty)
            return Code(type, cancellation);
        return AspNetCoreTypes.IsKnown(type.ContainingAssembly) ? type.Name : null;
    }

    /// <summary>The text of a lambda, with that of the methods of the program that it calls.</summary>
    private static string CodeOf(IAnonymousFunctionOperation lambda, CancellationToken cancellation)
    {
        var code = new StringBuilder(lambda.Syntax.ToString());
        foreach (var operation in lambda.Body.Descendants())
            if (operation is IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false } called })
                code.Append(Code(called, cancellation));
        return code.ToString();
    }

    private static string Code(ISymbol symbol, CancellationToken cancellation)
    {
        var code = new StringBuilder();
        foreach (var declaration in symbol.DeclaringSyntaxReferences)
            code.Append(declaration.GetSyntax(cancellation));
        return code.ToString();
    }
}
