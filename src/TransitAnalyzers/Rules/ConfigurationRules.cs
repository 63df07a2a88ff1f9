using Microsoft.CodeAnalysis;

namespace TransitAnalyzers.Rules;

/// <summary>What is said about configuration files themselves.</summary>
internal static class ConfigurationRules
{
    /// <summary>
    /// A file that the program's configuration system refuses as well. Not reported: files of other names; placeholders of
    /// deployment tools where a value should stand; lines of <c>.env</c> and compose files that are not understood.
    /// </summary>
    public static readonly DiagnosticDescriptor UnreadableFile = new(
        "DIT0002",
        "Configuration file cannot be read",
        "'{0}' is not checked, because it cannot be read: {1}",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A file that cannot be read is a file in which nothing insecure is found. The program itself refuses it when it starts.",
        Rule.Page("DIT0002"));
}
