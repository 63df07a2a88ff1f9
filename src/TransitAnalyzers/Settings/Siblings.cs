using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Settings;

/// <summary>Assignments to another member of the same object: in the same initializer, or in the same method through the same variable.</summary>
internal static class Siblings
{
    public static IEnumerable<MemberAssignment> Of(IOperation setting, IOperation? instance, string member)
    {
        var root = setting.Root();
        foreach (var operation in root.DescendantsAndSelf())
            foreach (var assignment in MemberAssignment.In(operation))
                if (assignment.Member.Name == member && IsSame(instance, assignment.Target.Instance, setting, operation))
                    yield return assignment;
    }

    /// <summary>What has to follow the setting does: the whole part is replaced, or the decisive member of it is set.</summary>
    public static bool Completes(IOperation setting, IOperation? instance, Completion completion)
    {
        if (setting is IObjectCreationOperation)
            return IsNamedAround(setting.Syntax, completion.Member);
        var root = setting.Root();
        foreach (var operation in root.DescendantsAndSelf())
        {
            if (operation.Syntax.SpanStart < setting.Syntax.Span.End)
                continue;
            foreach (var assignment in MemberAssignment.In(operation))
            {
                var name = assignment.Member.Name;
                if (name == completion.Part || ((name == completion.Member || Array.IndexOf(completion.OrMembers, name) >= 0)
                    && assignment.Target.Instance is IMemberReferenceOperation { Member.Name: var part } && part == completion.Part))
                    return true;
                if ((name == completion.Member || Array.IndexOf(completion.OrMembers, name) >= 0)
                    && assignment.Target.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }
                    && InitializedPart(operation) == completion.Part)
                    return true;
            }

            if (operation is ILocalReferenceOperation { Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Locations: var places } } } handedOn
                && instance is not null && IsSame(instance, handedOn, setting, operation) && places.Any(place => place.IsInSource))
                return true;
        }

        return false;
    }

    /// <summary>A created object may be kept anywhere and set up later: whoever names the member in the type is believed.</summary>
    private static bool IsNamedAround(SyntaxNode creation, string member)
    {
        IEnumerable<SyntaxNode> scope = creation.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
            ? [type]
            : creation.FirstAncestorOrSelf<CompilationUnitSyntax>()?.Members.OfType<GlobalStatementSyntax>() ?? [];
        return scope.SelectMany(part => part.DescendantTokens()).Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == member);
    }

    private static string? InitializedPart(IOperation element) =>
        element.Parent is IObjectOrCollectionInitializerOperation { Parent: IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation { Member.Name: var name } } }
            ? name
            : null;

    private static bool IsSame(IOperation? first, IOperation? second, IOperation setting, IOperation other) => (first, second) switch
    {
        (IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }, IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
            => setting.Parent == other.Parent,
        (null, _) or (_, null) => false,
        _ => first.Variable() is { } variable && SymbolEqualityComparer.Default.Equals(variable, second.Variable())
            || (first is IMemberReferenceOperation a && second is IMemberReferenceOperation b
                && SymbolEqualityComparer.Default.Equals(a.Member, b.Member) && IsSame(a.Instance, b.Instance, setting, other)),
    };
}
