using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Settings;

/// <summary>Assignments to another member of the same object: in the same initializer, or in the same method through the same variable.</summary>
internal static class Siblings
{
    public static IEnumerable<MemberAssignment> Of(IOperation setting, IOperation? instance, string member)
    {
        var root = setting;
        while (root.Parent is not null)
            root = root.Parent;
        foreach (var operation in root.DescendantsAndSelf())
            foreach (var assignment in MemberAssignment.In(operation))
                if (assignment.Member.Name == member && IsSame(instance, assignment.Target.Instance, setting, operation))
                    yield return assignment;
    }

    private static bool IsSame(IOperation? first, IOperation? second, IOperation setting, IOperation other) => (first, second) switch
    {
        (IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }, IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
            => setting.Parent == other.Parent,
        (null, _) or (_, null) => false,
        _ => Variable(first) is { } variable && SymbolEqualityComparer.Default.Equals(variable, Variable(second))
            || (first is IMemberReferenceOperation a && second is IMemberReferenceOperation b
                && SymbolEqualityComparer.Default.Equals(a.Member, b.Member) && IsSame(a.Instance, b.Instance, setting, other)),
    };

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
