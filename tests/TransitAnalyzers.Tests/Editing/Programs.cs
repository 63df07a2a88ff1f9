using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.Testing;
using TransitAnalyzers.Tests.Meta;
using Xunit.Sdk;

namespace TransitAnalyzers.Tests.Editing;

/// <summary>
/// Programs that a room has something to say about: the insecure examples of its pages, and whatever its tests give to
/// <see cref="Verify"/> with something to be found in it. Tests that do more than that are left out: they are <c>async</c> or no task.
/// </summary>
internal static class Programs
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<(Project Project, Compilation Compilation)>>> Bases = new(StringComparer.Ordinal);

    /// <param name="room">The last part of the namespace of its tests.</param>
    /// <param name="ids">How the ids of its rules begin.</param>
    /// <param name="areFixed">Also what tests of fixes are about, whose outcome they verify.</param>
    public static async Task<ImmutableArray<(string Name, Project Project)>> OfAsync(string room, string ids, bool areFixed = true)
    {
        var all = ImmutableArray.CreateBuilder<(string, Project)>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in RuleTests.Ids.Select(static row => (string)row[0]).Where(id => id.StartsWith(ids, StringComparison.Ordinal)))
            await AddAsync(id, await PageExample.CreateAsync(id, Page.Of(id).BlocksOf("Insecure")));
        foreach (var (name, test) in TestsOf(room))
            if ((areFixed || test is not CodeFixTest<DefaultVerifier>) && await test.CreateProjectAsync(CancellationToken.None) is { } project)
                await AddAsync(name, project);
        return all.ToImmutable();

        async Task AddAsync(string name, Project project)
        {
            if (known.Add(await TextAsync(project)))
                all.Add((name, await WithSharedReferencesAsync(project)));
        }
    }

    /// <summary>Everything that the project is made of but its references.</summary>
    public static async Task<string> TextAsync(Project project)
    {
        var text = new System.Text.StringBuilder();
        foreach (var document in project.Documents.Concat(project.AdditionalDocuments).Concat(project.AnalyzerConfigDocuments))
            text.Append("--- ").Append(document.Name).Append('\n').Append(await document.GetTextAsync()).Append('\n');
        return text.ToString();
    }

    private static IEnumerable<(string Name, AnalyzerTest<DefaultVerifier> Test)> TestsOf(string room)
    {
        var methods = typeof(Programs).Assembly.GetTypes()
            .Where(type => type.Namespace == "TransitAnalyzers.Tests." + room && type.IsPublic && !type.IsAbstract)
            .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(static method => method.ReturnType == typeof(Task) && method.IsDefined(typeof(FactAttribute)) && !method.IsDefined(typeof(AsyncStateMachineAttribute)))
            .OrderBy(static method => method.DeclaringType!.Name, StringComparer.Ordinal).ThenBy(static method => method.Name, StringComparer.Ordinal);
        foreach (var method in methods)
        {
            var parameters = method.GetParameters();
            var rows = method.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(method)).DefaultIfEmpty([]);
            foreach (var (number, row) in rows.Index())
            {
                var arguments = row.Concat(Enumerable.Repeat<object>(Type.Missing, parameters.Length - row.Length)).ToArray();
                var instance = Activator.CreateInstance(method.DeclaringType!);
                foreach (var test in Verify.GatherFrom(() => method.Invoke(instance, BindingFlags.OptionalParamBinding, binder: null, arguments, culture: null)))
                    yield return ($"{method.DeclaringType!.Name}.{method.Name} {number}", test);
            }
        }
    }

    /// <summary>The same project, made from one of the same references, so that their symbols are read once.</summary>
    private static async Task<Project> WithSharedReferencesAsync(Project project)
    {
        if (project.Solution.ProjectIds.Count > 1)
            return project;
        var (shared, _) = await Bases.GetOrAdd(
            string.Join('\n', project.MetadataReferences.Select(static reference => reference.Display)), _ => new(() => BareAsync(project))).Value;
        shared = shared.WithParseOptions(project.ParseOptions!).WithCompilationOptions(project.CompilationOptions!);
        foreach (var document in project.Documents)
            shared = shared.AddDocument(document.Name, await document.GetTextAsync(), document.Folders, document.FilePath).Project;
        foreach (var document in project.AdditionalDocuments)
            shared = shared.AddAdditionalDocument(document.Name, await document.GetTextAsync(), document.Folders, document.FilePath).Project;
        foreach (var document in project.AnalyzerConfigDocuments)
            shared = shared.AddAnalyzerConfigDocument(document.Name, await document.GetTextAsync(), document.Folders, document.FilePath).Project;
        return shared;
    }

    private static async Task<(Project, Compilation)> BareAsync(Project project)
    {
        project = project.RemoveDocuments([.. project.DocumentIds]);
        var solution = project.Solution
            .RemoveAdditionalDocuments([.. project.AdditionalDocumentIds])
            .RemoveAnalyzerConfigDocuments([.. project.AnalyzerConfigDocuments.Select(static document => document.Id)]);
        project = solution.GetProject(project.Id)!;
        var compilation = (await project.GetCompilationAsync())!;
        _ = compilation.GetDiagnostics();
        return (project, compilation);
    }
}
