using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TransitAnalyzers.Web;

/// <summary>What an operation is about, behind conversions and the forms of a call.</summary>
internal static class Operands
{
    public static IOperation Unconverted(IOperation value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation conversion:
                    value = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    value = parenthesized.Operand;
                    break;
                default:
                    return value;
            }
        }
    }

    /// <summary>The object that a method, extension methods included, is called on.</summary>
    public static IOperation? Receiver(IInvocationOperation call)
    {
        if (call.Instance is { } instance)
            return Unconverted(instance) is IConditionalAccessInstanceOperation ? ConditionalReceiver(call) : Unconverted(instance);
        return call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? Unconverted(call.Arguments[0].Value) : null;
    }

    public static ISymbol? Variable(IOperation operation) => Unconverted(operation) switch
    {
        ILocalReferenceOperation reference => reference.Local,
        IParameterReferenceOperation reference => reference.Parameter.OriginalDefinition,
        IFieldReferenceOperation reference => reference.Field.OriginalDefinition,
        IPropertyReferenceOperation reference => reference.Property.OriginalDefinition,
        IDeclarationExpressionOperation declaration => Variable(declaration.Expression),
        _ => null,
    };

    public static IAnonymousFunctionOperation? Lambda(IOperation value)
    {
        value = Unconverted(value);
        return (value is IDelegateCreationOperation creation ? creation.Target : value) as IAnonymousFunctionOperation;
    }

    /// <summary>The argument that is a lambda with a parameter of such a type.</summary>
    public static IAnonymousFunctionOperation? LambdaArgument(IInvocationOperation call, Func<ITypeSymbol?, bool> type)
    {
        foreach (var argument in call.Arguments)
            if (Lambda(argument.Value) is { } lambda && lambda.Symbol.Parameters.Any(parameter => type(parameter.Type)))
                return lambda;
        return null;
    }

    /// <summary>The name of the called method, where it can be told from what it is called on; otherwise the whole call.</summary>
    public static Location NameOf(IInvocationOperation call) => call.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.GetLocation(),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name.GetLocation(),
        _ => call.Syntax.GetLocation(),
    };

    private static IOperation? ConditionalReceiver(IOperation call)
    {
        for (var outer = call.Parent; outer is not null; outer = outer.Parent)
            if (outer is IConditionalAccessOperation access)
                return Unconverted(access.Operation);
        return null;
    }
}
