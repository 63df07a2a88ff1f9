using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Web;

/// <summary>A cookie that has expired when it is written is one that is deleted: there is nothing to give away.</summary>
internal static class ExpiredCookies
{
    /// <summary>Do the options, or the cookie, say so: in the initializer, or on the variable that holds them?</summary>
    public static bool Is(IObjectCreationOperation options)
    {
        if (options.Initializer?.Descendants().Any(IsInThePast) == true)
            return true;
        var holder = options.Converted().Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => local,
            ISimpleAssignmentOperation { Target: var target } => Operands.Variable(target),
            _ => null,
        };
        return holder is not null && options.Root().Descendants().Any(operation => IsInThePast(operation)
            && operation is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: { } instance } }
            && SymbolEqualityComparer.Default.Equals(Operands.Variable(instance), holder));
    }

    private static bool IsInThePast(IOperation operation) =>
        operation is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member.Name: var member }, Value: var value } && member switch
        {
            "Expires" => IsPast(value.Syntax.ToString()),
            "MaxAge" => value.Unconverted() is IFieldReferenceOperation { Field.Name: "Zero" or "MinValue" },
            _ => false,
        };

    private static bool IsPast(string date) =>
        date.IndexOf("(-", StringComparison.Ordinal) >= 0 || date.EndsWith("MinValue", StringComparison.Ordinal) || date.EndsWith("UnixEpoch", StringComparison.Ordinal);
}
