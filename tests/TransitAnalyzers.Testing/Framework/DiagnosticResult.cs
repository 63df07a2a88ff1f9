using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>One diagnostic that a test expects.</summary>
public readonly struct DiagnosticResult
{
    private readonly ImmutableArray<DiagnosticLocation> spans;
    private readonly ImmutableArray<int> markupKeys;

    public DiagnosticResult(string id, DiagnosticSeverity severity)
        : this(id, severity, default, default, null, null, DiagnosticOptions.None)
    {
    }

    public DiagnosticResult(DiagnosticDescriptor descriptor)
        : this(descriptor.Id, descriptor.DefaultSeverity)
    {
    }

    private DiagnosticResult(
        string id, DiagnosticSeverity severity, ImmutableArray<DiagnosticLocation> spans, ImmutableArray<int> markupKeys,
        object[]? arguments, string? message, DiagnosticOptions options)
    {
        Id = id;
        Severity = severity;
        this.spans = spans;
        this.markupKeys = markupKeys;
        MessageArguments = arguments;
        Message = message;
        Options = options;
    }

    public string Id { get; }

    public DiagnosticSeverity Severity { get; }

    public object[]? MessageArguments { get; }

    public string? Message { get; }

    public DiagnosticOptions Options { get; }

    public ImmutableArray<DiagnosticLocation> Spans => spans.IsDefault ? [] : spans;

    public bool HasLocation => !Spans.IsEmpty || !MarkupKeys.IsEmpty;

    /// <summary>Places named <c>{|#n:…|}</c> that are not looked up yet.</summary>
    internal ImmutableArray<int> MarkupKeys => markupKeys.IsDefault ? [] : markupKeys;

    public static DiagnosticResult CompilerError(string identifier) => new(identifier, DiagnosticSeverity.Error);

    public static DiagnosticResult CompilerWarning(string identifier) => new(identifier, DiagnosticSeverity.Warning);

    public DiagnosticResult WithSeverity(DiagnosticSeverity severity) => new(Id, severity, spans, markupKeys, MessageArguments, Message, Options);

    public DiagnosticResult WithArguments(params object[] arguments) => new(Id, Severity, spans, markupKeys, arguments, Message, Options);

    public DiagnosticResult WithMessage(string? message) => new(Id, Severity, spans, markupKeys, MessageArguments, message, Options);

    public DiagnosticResult WithOptions(DiagnosticOptions options) => new(Id, Severity, spans, markupKeys, MessageArguments, Message, options);

    public DiagnosticResult WithNoLocation() => new(Id, Severity, default, default, MessageArguments, Message, Options);

    public DiagnosticResult WithLocation(int markupKey) =>
        new(Id, Severity, spans, MarkupKeys.Add(markupKey), MessageArguments, Message, Options);

    public DiagnosticResult WithLocation(int line, int column) => WithLocation(ProjectState.DefaultFirstFile, line, column);

    public DiagnosticResult WithLocation(string path, int line, int column)
    {
        var start = new LinePosition(line - 1, column - 1);
        return WithSpan(new FileLinePositionSpan(path, start, start), DiagnosticLocationOptions.IgnoreLength);
    }

    public DiagnosticResult WithSpan(int startLine, int startColumn, int endLine, int endColumn) =>
        WithSpan(ProjectState.DefaultFirstFile, startLine, startColumn, endLine, endColumn);

    public DiagnosticResult WithSpan(string path, int startLine, int startColumn, int endLine, int endColumn) =>
        WithSpan(new FileLinePositionSpan(path, new LinePosition(startLine - 1, startColumn - 1), new LinePosition(endLine - 1, endColumn - 1)));

    public DiagnosticResult WithSpan(FileLinePositionSpan span, DiagnosticLocationOptions options = DiagnosticLocationOptions.None) =>
        new(Id, Severity, Spans.Add(new(span, options)), markupKeys, MessageArguments, Message, Options);

    public override string ToString() =>
        $"{Severity} {Id} at {(HasLocation ? string.Join(", ", Spans.Select(span => span.ToString()).Concat(MarkupKeys.Select(key => "#" + key))) : "no location")}"
        + (Message is null ? "" : $": {Message}")
        + (MessageArguments is null ? "" : $" ({string.Join(", ", MessageArguments)})");

    /// <summary>Looks up the places named <c>{|#n:…|}</c>.</summary>
    internal DiagnosticResult Locate(IReadOnlyDictionary<int, FileLinePositionSpan> places)
    {
        if (MarkupKeys.IsEmpty)
            return this;
        var result = new DiagnosticResult(Id, Severity, spans, default, MessageArguments, Message, Options);
        foreach (var key in MarkupKeys)
        {
            if (!places.TryGetValue(key, out var span))
                throw new InvalidOperationException($"The markup has no place {{|#{key}:…|}}.");
            result = result.WithSpan(span);
        }

        return result;
    }
}
