using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Web;

/// <summary>The options of <c>UseRewriter</c>, which may redirect to HTTPS.</summary>
internal static class Rewriter
{
    /// <summary>Do the rewriter's options leave the scheme alone, as far as they are to be seen?</summary>
    public static bool KeepsScheme(IInvocationOperation useRewriter)
    {
        var options = useRewriter.Arguments.Length > 0 ? useRewriter.Arguments[useRewriter.Arguments.Length - 1].Value : null;
        if (options is null || options.Unconverted() is not IInvocationOperation chain)
        {
            if (options is null || Operands.Variable(options) is not ILocalSymbol local)
                return false;
            var calls = useRewriter.Root().Descendants().OfType<IInvocationOperation>().Where(call => AspNetCoreTypes.Is(call.Type, "RewriteOptions") && BeginsWith(call, local)).ToArray();
            return calls.Length > 0 && calls.All(KeepsScheme);
        }

        return chain.DescendantsAndSelf().OfType<IInvocationOperation>().Where(static call => AspNetCoreTypes.Is(call.Type, "RewriteOptions")).All(KeepsScheme);

        static bool KeepsScheme(IInvocationOperation call) => AspNetCorePipeline.SchemeKeepingRewrites.Contains(call.TargetMethod.Name);
    }

    private static bool BeginsWith(IInvocationOperation call, ILocalSymbol local)
    {
        for (IOperation? current = call; current is not null;)
        {
            if (current is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local))
                return true;
            if (current.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var declared } } && SymbolEqualityComparer.Default.Equals(declared, local))
                return true;
            current = current is IInvocationOperation inner ? inner.Receiver() : null;
        }

        return call.Parent is not IInvocationOperation && call.Parent is IArgumentOperation;
    }
}
