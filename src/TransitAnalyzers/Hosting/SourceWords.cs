using Microsoft.CodeAnalysis;

namespace TransitAnalyzers.Hosting;

/// <summary>
/// The words of the files of one compilation: each file is read once, when it or a neighbour is first asked about, and answers
/// all that is asked of its text. Neighbours are read together, because half the time of reading a single file is for bringing
/// the tables back into the processor's cache; and whoever goes through the files finds ever more of them read.
/// </summary>
internal sealed class SourceWords
{
    private const int Together = 32;
    private const int MostAhead = 16;
    private const int Near = 8;

    private const string DesignerEnd = ".designer.cs";

    private static readonly string[] GeneratedEnds = [DesignerEnd, ".generated.cs", ".g.cs", ".g.i.cs"];

    private readonly SyntaxTree[] trees;
    private readonly Lazy<Dictionary<SyntaxTree, int>> indexes;
    private readonly FileWords?[] files;
    private readonly Lazy<bool>[] groups;

    public SourceWords(Compilation compilation, TellingWords telling)
    {
        trees = [.. compilation.SyntaxTrees];
        indexes = new(() => Enumerable.Range(0, trees.Length).ToDictionary(index => trees[index]));
        files = new FileWords?[trees.Length];
        groups = new Lazy<bool>[(trees.Length + Together - 1) / Together];
        for (var group = 0; group < groups.Length; group++)
        {
            var first = group * Together;
            groups[group] = new(() =>
            {
                for (var index = first; index < trees.Length && index < first + Together; index++)
                    files[index] = Read(index, telling, compilation.Options.SyntaxTreeOptionsProvider);
                return true;
            });
        }
    }

    /// <summary>The words of the file, which mostly stands where it is expected among those of the compilation, or soon after.</summary>
    public FileWords At(SyntaxTree tree, int expected)
    {
        // The files of a namespace are mostly neighbours. To compare a few costs less than to look one up.
        for (var index = expected; index < trees.Length && index < expected + Near; index++)
            if (trees[index] == tree)
                return At(index);
        return At(indexes.Value[tree]);
    }

    /// <summary>
    /// The files whose code holds one of these texts, each of whole words. What designers write (forms, resources, the models of
    /// migrations, which are most of some programs) sets nothing up and is left out.
    /// </summary>
    public IEnumerable<SyntaxTree> FilesWith(IEnumerable<string> texts, CancellationToken cancellation)
    {
        var all = texts.Select(static text => (Text: text, Words: Word.In(text).Select(Word.BitsOf).ToArray())).ToArray();
        for (var index = 0; index < trees.Length; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            var file = At(index);
            if (file.IsOfDesigner)
                continue;
            foreach (var (text, words) in all)
            {
                if (file.MayHoldAll(words) && trees[index].GetText(cancellation).ToString().IndexOf(text, StringComparison.Ordinal) >= 0)
                {
                    yield return trees[index];
                    break;
                }
            }
        }
    }

    /// <summary>All files but those whose code does not hold the word.</summary>
    public IEnumerable<SyntaxTree> FilesThatMayHold(string word, CancellationToken cancellation)
    {
        var bits = Word.BitsOf(word);
        for (var index = 0; index < trees.Length; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (At(index).MayHold(bits))
                yield return trees[index];
        }
    }

    /// <summary>Does the code of any file hold one of these texts, each of whole words?</summary>
    public bool Contain(IEnumerable<string> texts, CancellationToken cancellation) => FilesWith(texts, cancellation).Any();

    public FileWords At(int index)
    {
        // What is known is asked for without its group, which is mostly cold.
        if (files[index] is { } known)
            return known;
        var group = index / Together;
        _ = groups[group].Value;
        for (var ahead = ReadBefore(group); ahead > 0 && ++group < groups.Length; ahead--)
            _ = groups[group].Value;
        return files[index]!;
    }

    /// <summary>How many groups before this one are read, one after the other? Of one file that an editor asks about, none.</summary>
    private int ReadBefore(int group)
    {
        var count = 0;
        while (count < MostAhead && count < group && groups[group - count - 1].IsValueCreated)
            count++;
        return count;
    }

    private FileWords Read(int index, TellingWords telling, SyntaxTreeOptionsProvider? options)
    {
        var tree = trees[index];
        var text = tree.GetText().ToString();
        var words = IsGenerated(tree, text, options) ? FileWords.Unread(text) : telling.Read(text);
        return words.Of(tree, index, tree.FilePath.EndsWith(DesignerEnd, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// No rule looks at generated code, which can be large; what mentions a symbol there is found by searching it. What the
    /// user says in <c>generated_code</c> goes first, as it does for Roslyn; the names and the comment are among those it knows.
    /// </summary>
    private static bool IsGenerated(SyntaxTree tree, string text, SyntaxTreeOptionsProvider? options) => options?.IsGenerated(tree, CancellationToken.None) switch
    {
        GeneratedKind.MarkedGenerated => true,
        GeneratedKind.NotGenerated => false,
        _ => IsNamedAsGenerated(tree.FilePath) || text.StartsWith("// <auto-generated", StringComparison.Ordinal),
    };

    private static bool IsNamedAsGenerated(string path)
    {
        foreach (var end in GeneratedEnds)
            if (path.EndsWith(end, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
