using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Keys;

/// <summary>
/// Is a key object only created to take up an existing key? Then the size of the one that it would make for itself does not
/// matter: none is made before it is asked for.
/// </summary>
internal static class KeyImports
{
    public static bool FillLater(IObjectCreationOperation creation, CancellationToken cancellation)
    {
        IOperation value = creation;
        while (value.Parent is IConversionOperation or ICoalesceOperation or IConditionalOperation)
            value = value.Parent;
        switch (value.Parent)
        {
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                return IsFilled(local.Name, creation.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax) ?? Root(creation, cancellation), cancellation);
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } }:
                return IsFilled(local.Name, creation.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax) ?? Root(creation, cancellation), cancellation);
            case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member.Name: var member } }:
                return IsFilled(member, Type(creation, cancellation), cancellation);
            case IFieldInitializerOperation { InitializedFields: { Length: > 0 } fields }:
                return IsFilled(fields[0].Name, Type(creation, cancellation), cancellation);
            case IInvocationOperation { TargetMethod.Name: var called } call when call.Instance == value:
                return IsImport(called);
            case IReturnOperation or IPropertyInitializerOperation:
                return IsFilled(null, Type(creation, cancellation), cancellation);
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false } }:
                return IsFilled(null, Type(creation, cancellation), cancellation);
            default:
                return false;
        }
    }

    private static SyntaxNode Root(IOperation operation, CancellationToken cancellation) => operation.Syntax.SyntaxTree.GetRoot(cancellation);

    private static SyntaxNode Type(IOperation operation, CancellationToken cancellation) =>
        operation.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? Root(operation, cancellation);

    /// <summary>Is a key taken up by the variable of this name (null: by anything) within the scope?</summary>
    private static bool IsFilled(string? name, SyntaxNode scope, CancellationToken cancellation)
    {
        foreach (var node in scope.DescendantNodes())
        {
            cancellation.ThrowIfCancellationRequested();
            switch (node)
            {
                case MemberAccessExpressionSyntax access when IsImport(access.Name.Identifier.ValueText) && (name is null || NameOf(access.Expression) == name):
                case ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } } conditional
                    when IsImport(binding.Name.Identifier.ValueText) && (name is null || NameOf(conditional.Expression) == name):
                case AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "KeySize" } size } when name is not null && NameOf(size.Expression) == name:
                    return true;
            }
        }

        return false;
    }

    private static bool IsImport(string method) =>
        method.StartsWith("Import", StringComparison.Ordinal) || method.StartsWith("FromXml", StringComparison.Ordinal);

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        PostfixUnaryExpressionSyntax { Operand: var operand } => NameOf(operand),
        ParenthesizedExpressionSyntax { Expression: var inner } => NameOf(inner),
        CastExpressionSyntax { Expression: var inner } => NameOf(inner),
        _ => null,
    };
}
