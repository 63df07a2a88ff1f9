using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Connections.Text;

namespace TransitAnalyzers.Configuration;

/// <summary>One value of a configuration file: what it is called, what it says, and where it stands.</summary>
/// <param name="Key">
/// As the program asks for it: <c>ConnectionStrings:Shop</c>; array elements are <c>:0</c>; <c>__</c> of an environment
/// variable is <c>:</c>. An XML attribute without a place in that scheme is its path,
/// <c>configuration/system.web/httpCookies/@requireSSL</c>. Compare without case.
/// </param>
/// <param name="Value">What it says.</param>
/// <param name="Anchor">Where the entry begins: the key, the element. A comment above it belongs to it.</param>
internal sealed record FileSetting(string Key, MappedText Value, int Anchor)
{
    /// <summary>The longest key that is kept: beyond, no program asks for it, and deep files stay linear.</summary>
    public const int MaxKeyLength = 1024;

    /// <summary>The section that System.Configuration and Microsoft.Extensions.Configuration share.</summary>
    public const string ConnectionStrings = "ConnectionStrings:";

    /// <summary><c>&lt;appSettings&gt;</c> of a web.config or app.config.</summary>
    public const string AppSettings = "appSettings:";

    /// <summary>Settings of the runtime: <c>configProperties</c> of a runtimeconfig.template.json, and what becomes one.</summary>
    public const string RuntimeOptions = "configProperties:";

    private const string Slashes = "//";
    private const string Comment = "_comment";

    /// <summary>The name of the ADO.NET provider that stands beside it (<c>providerName</c>, <c>SQLCONNSTR_</c>).</summary>
    public string? Provider { get; init; }

    /// <summary>Settings of one process: which <c>environment:</c> of a compose file it stands in.</summary>
    public int Block { get; init; }

    /// <summary>Can the process be reached from outside? Not a service of a compose file that publishes no port.</summary>
    public bool IsPublished { get; init; } = true;

    /// <summary>JSON has no comments: <c>"// Shop"</c> and <c>"_comment"</c> are keys that no program asks for.</summary>
    public bool IsCommentedOut()
    {
        if (Key.IndexOf(Slashes, StringComparison.Ordinal) < 0 && Key.IndexOf(Comment, StringComparison.OrdinalIgnoreCase) < 0)
            return false;
        var before = "";
        foreach (var part in Key.Split(':'))
        {
            // An address in a key is none.
            if (part.StartsWith(Comment, StringComparison.OrdinalIgnoreCase)
                || (part.StartsWith(Slashes, StringComparison.Ordinal) && !before.StartsWith("http", StringComparison.OrdinalIgnoreCase)))
                return true;
            before = part;
        }

        return false;
    }
}

/// <summary>What a file says, in its order.</summary>
/// <param name="Settings">Its values.</param>
/// <param name="Ignored">Where a comment says that a rule is to be ignored.</param>
/// <param name="Problem">Why it cannot be read, if so; then nothing in it is judged.</param>
internal sealed record FileReading(ImmutableArray<FileSetting> Settings, Suppressions Ignored, FileProblem? Problem)
{
    /// <summary>
    /// Keys that this file takes away again (<c>xdt:Transform="Remove"</c>), for a production file overriding a base file.
    /// </summary>
    public ImmutableArray<string> Removed { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>
    /// Names by which what this file starts beside the program is reached (services of a compose file). Between them data
    /// crosses a virtual network of one machine, unless the file is deployed to a swarm.
    /// </summary>
    public ImmutableHashSet<string> Siblings { get; init; } = ImmutableHashSet<string>.Empty;
}

/// <summary>What is wrong with a file, and where.</summary>
internal sealed record FileProblem(TextSpan Span, string What);
