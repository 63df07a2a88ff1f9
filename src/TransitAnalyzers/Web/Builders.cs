using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Web;

/// <summary>
/// Tells the hosts of one program apart, by where the object that is configured was made: what a method is given by all of its
/// callers is that. Unknown is no difference.
/// </summary>
internal static class Builders
{
    private const int Limit = 100;
    private const int MostCallers = 8;
    private const int DeepestCall = 4;

    /// <summary>Are both receivers known to come from builders that were made in two places?</summary>
    public static bool AreDifferent(IOperation? one, IOperation? other, ProgramCode program, CancellationToken cancellation) =>
        OriginOf(one, program, 0, cancellation) is { } first && OriginOf(other, program, 0, cancellation) is { } second && first != second;

    /// <summary>Does the call set up an application of another builder, or of another Startup class, than the one that is made here?</summary>
    public static bool IsForAnother(IOperation call, IOperation made, ProgramCode program, CancellationToken cancellation)
    {
        if (made is IInvocationOperation)
            return AreDifferent(call, made, program, cancellation);
        return TypeAround(call) is { } type && TypeAround(made) is { } startup && !startup.IsOrInherits(type) && !type.IsOrInherits(startup)
            && type.GetMembers("Configure").OfType<IMethodSymbol>().Any(static method => method.Parameters.Any(static parameter => AspNetCoreTypes.IsApplicationBuilder(parameter.Type)));

        INamedTypeSymbol? TypeAround(IOperation operation) => operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart, cancellation)?.ContainingType;
    }

    /// <summary>
    /// Where the builder behind this object was made, through calls and properties of it, locals, and the delegates and methods that
    /// it is handed to; null where that is not seen.
    /// </summary>
    private static SyntaxNode? OriginOf(IOperation? configured, ProgramCode program, int depth, CancellationToken cancellation)
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
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation setting }:
                    configured = setting;
                    break;
                case IPropertyReferenceOperation { Instance: { } owner }:
                    configured = owner;
                    break;
                case ILocalReferenceOperation local:
                    configured = Operands.InitializerOf(local, cancellation);
                    break;
                case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda }:
                    configured = CallWith(lambda, configured);
                    break;
                case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter } when depth < DeepestCall:
                    return OriginOf(method, parameter, program, depth + 1, cancellation);
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The one place where what all callers pass was made.</summary>
    private static SyntaxNode? OriginOf(IMethodSymbol method, IParameterSymbol parameter, ProgramCode program, int depth, CancellationToken cancellation)
    {
        SyntaxNode? origin = null;
        var callers = 0;
        foreach (var call in program.CallsOf(method, cancellation))
        {
            var given = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)?.Value;
            if (++callers > MostCallers || OriginOf(given, program, depth, cancellation) is not { } made || (origin is not null && origin != made))
                return null;
            origin = made;
        }

        // What is handed on as a delegate may be called by anybody.
        return callers == program.MentionsOf(method, cancellation).Count() ? origin : null;
    }

    private static IOperation? CallWith(IMethodSymbol lambda, IOperation reference)
    {
        for (var outer = reference.Parent; outer is not null; outer = outer.Parent)
            if (outer is IAnonymousFunctionOperation { Symbol: var symbol } && SymbolEqualityComparer.Default.Equals(symbol, lambda))
                return outer.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } } ? call : null;
        return null;
    }
}
