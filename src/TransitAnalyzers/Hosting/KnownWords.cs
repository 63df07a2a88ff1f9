using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TransitAnalyzers.Catalogue;

namespace TransitAnalyzers.Hosting;

/// <summary>
/// The telling words of the latest programs, by their libraries, which are all that families may register words by. To put them
/// together is most of what a small program costs, and a build server, or an editor at each keystroke, sees the same libraries
/// again and again.
/// </summary>
internal sealed class KnownWords
{
    /// <summary>More kinds of programs than most solutions have; the words of one take some hundred kilobytes.</summary>
    private const int Most = 32;

    private readonly ConcurrentDictionary<ProgramKind, TellingWords> known = new();

    /// <summary>The words of programs of this kind; null where they are to be put together.</summary>
    public TellingWords? Of(ProgramKind? kind) => kind is not null && known.TryGetValue(kind, out var words) ? words : null;

    public void Add(ProgramKind? kind, TellingWords words)
    {
        if (kind is null)
            return;
        if (known.Count >= Most)
            known.Clear();
        known[kind] = words;
    }
}

/// <summary>What the words of programs are the same for: their .NET and their libraries.</summary>
internal sealed class ProgramKind : IEquatable<ProgramKind>
{
    private readonly AssemblyIdentity? platform;
    private readonly ImmutableArray<LibraryReference> libraries;

    private ProgramKind(AssemblyIdentity? platform, ImmutableArray<LibraryReference> libraries) => (this.platform, this.libraries) = (platform, libraries);

    /// <summary>
    /// Null where it is not known, because the program itself, or an assembly without a version, is one of the libraries: what that
    /// declares can be another thing the next time.
    /// </summary>
    public static ProgramKind? Of(TransitContext context) => context.Libraries.All(static reference => reference.IsOfRelease)
        ? new(context.Compilation.ObjectType.ContainingAssembly?.Identity, context.Libraries)
        : null;

    public bool Equals(ProgramKind? other) => other is not null && Equals(platform, other.platform) && libraries.SequenceEqual(other.libraries);

    public override bool Equals(object? obj) => Equals(obj as ProgramKind);

    public override int GetHashCode()
    {
        var hash = platform?.GetHashCode() ?? 0;
        foreach (var reference in libraries)
            hash = unchecked((hash * 397) ^ reference.GetHashCode());
        return hash;
    }
}
