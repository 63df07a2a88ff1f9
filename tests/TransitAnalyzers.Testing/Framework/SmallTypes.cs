using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Which diagnostics of the compiler must be expected by the test.</summary>
public enum CompilerDiagnostics
{
    None,
    Errors,
    Warnings,
    Suggestions,
    All,
}

/// <summary>Checks that a test leaves out.</summary>
[Flags]
public enum TestBehaviors
{
    None = 0,
    SkipSuppressionCheck = 1,
    SkipGeneratedCodeCheck = 2,
}

/// <summary>Checks of a code fix test that are left out.</summary>
[Flags]
public enum CodeFixTestBehaviors
{
    None = 0,
    SkipLocalDiagnosticCheck = 1,
    SkipFixAllInDocumentCheck = 2,
    SkipFixAllInProjectCheck = 4,
    SkipFixAllInSolutionCheck = 8,
    SkipFixAllCheck = SkipFixAllInDocumentCheck | SkipFixAllInProjectCheck | SkipFixAllInSolutionCheck,
    FixOne = 16,
}

/// <summary>How closely the tree that a fix leaves must equal its re-parsed text.</summary>
public enum CodeActionValidationMode
{
    None,
    SemanticStructure,
    Full,
}

/// <summary>What <c>[|…|]</c> stands for where the analyzer has more than one rule.</summary>
[Flags]
public enum MarkupOptions
{
    None = 0,
    UseFirstDescriptor = 1,
}

/// <summary>How strictly one diagnostic is compared.</summary>
[Flags]
public enum DiagnosticOptions
{
    None = 0,
    IgnoreAdditionalLocations = 1,
    IgnoreSeverity = 2,
}

/// <summary>How strictly one location is compared.</summary>
[Flags]
public enum DiagnosticLocationOptions
{
    None = 0,
    IgnoreLength = 1,
}

/// <summary>One place where a diagnostic is expected.</summary>
public readonly record struct DiagnosticLocation(FileLinePositionSpan Span, DiagnosticLocationOptions Options)
{
    public override string ToString() =>
        Options.HasFlag(DiagnosticLocationOptions.IgnoreLength)
            ? $"{Span.Path}({Span.StartLinePosition.Line + 1},{Span.StartLinePosition.Character + 1})"
            : $"{Span.Path}({Span.StartLinePosition.Line + 1},{Span.StartLinePosition.Character + 1},{Span.EndLinePosition.Line + 1},{Span.EndLinePosition.Character + 1})";
}

/// <summary>The files of a project, by name; a name may be given or is made up from the prefix and the position.</summary>
public sealed class SourceFileList(string defaultPrefix, string defaultExtension) : List<(string filename, SourceText content)>
{
    public void Add(string content) => Add(($"{defaultPrefix}{Count}.{defaultExtension}", content));

    public void Add((string filename, string content) file) => Add((file.filename, SourceText.From(file.content)));
}

/// <summary>Additional or configuration files.</summary>
public sealed class SourceFileCollection : List<(string filename, SourceText content)>
{
    public void Add((string filename, string content) file) => Add((file.filename, SourceText.From(file.content)));
}
