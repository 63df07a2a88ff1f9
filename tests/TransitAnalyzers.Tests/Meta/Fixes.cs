using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeFixes;
using TransitAnalyzers.CodeFixes.Editing;

namespace TransitAnalyzers.Tests.Meta;

/// <summary>Every code fix of the product.</summary>
internal static class Fixes
{
    public static ImmutableArray<Type> Types { get; } =
        [.. typeof(TransitFix).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)];

    public static ImmutableArray<CodeFixProvider> All { get; } = [.. Types.Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)];

    public static CodeFixProvider? Of(string id) => All.FirstOrDefault(fix => fix.FixableDiagnosticIds.Contains(id));
}
