using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Web;

/// <summary>
/// Tells the hosts of one program apart, by where the object that is configured was made. Unknown is no difference: what a
/// method is given may be any of them.
/// </summary>
internal static class Builders
{
    private const int Limit = 100;

    /// <summary>Are both receivers known to come from builders that were made in two places?</summary>
    public static bool AreDifferent(IOperation? one, IOperation? other, CancellationToken cancellation) =>
        OriginOf(one, cancellation) is { } first && OriginOf(other, cancellation) is { } second && first != second;

    /// <summary>
    /// Where the builder behind this object was made, through calls and properties of it, locals, and the delegates that it is
    /// handed to; null where that is not seen.
    /// </summary>
    private static SyntaxNode? OriginOf(IOperation? configured, CancellationToken cancellation)
    {
        for (var steps = 0; configured is not null && steps < Limit; steps++)
        {
            configured = configured.Unconverted();
            switch (configured)
            {
                // What a method of the program does may be to make a builder, or to hand on the one that it keeps.
                case IInvocationOperation { TargetMethod: { IsExtensionMethod: false, DeclaringSyntaxReferences.IsEmpty: false } }:
                case IObjectCreationOperation { Type.DeclaringSyntaxReferences.IsEmpty: false }:
                    return null;
                case IInvocationOperation call when call.Receiver() is { } receiver:
                    configured = receiver;
                    break;
                case IInvocationOperation or IObjectCreationOperation:
                    return configured.Syntax;
                case IPropertyReferenceOperation { Instance: { } owner }:
                    configured = owner;
                    break;
                case ILocalReferenceOperation local:
                    configured = Operands.InitializerOf(local, cancellation);
                    break;
                case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda }:
                    configured = CallWith(lambda, configured);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private static IOperation? CallWith(IMethodSymbol lambda, IOperation reference)
    {
        for (var outer = reference.Parent; outer is not null; outer = outer.Parent)
            if (outer is IAnonymousFunctionOperation { Symbol: var symbol } && SymbolEqualityComparer.Default.Equals(symbol, lambda))
                return outer.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } } ? call : null;
        return null;
    }
}
