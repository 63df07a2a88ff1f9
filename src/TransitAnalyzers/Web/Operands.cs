using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Web;

/// <summary>What an operation is about, behind conversions and the forms of a call.</summary>
internal static class Operands
{
    public static ISymbol? Variable(IOperation operation) => operation.Unconverted() switch
    {
        ILocalReferenceOperation reference => reference.Local,
        IParameterReferenceOperation reference => reference.Parameter.OriginalDefinition,
        IFieldReferenceOperation reference => reference.Field.OriginalDefinition,
        IPropertyReferenceOperation reference => reference.Property.OriginalDefinition,
        IDeclarationExpressionOperation declaration => Variable(declaration.Expression),
        _ => null,
    };

    /// <summary>What a local is declared with; null where it is assigned later, or otherwise.</summary>
    public static IOperation? InitializerOf(ILocalReferenceOperation local, CancellationToken cancellation) =>
        local.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } value }
            ? local.SemanticModel?.GetOperation(value, cancellation)
            : null;

    public static IAnonymousFunctionOperation? Lambda(IOperation value)
    {
        value = value.Unconverted();
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
}
