using System.Collections.Immutable;

namespace TransitAnalyzers.Catalogue.Rows;

/// <summary>A setting of a configuration file that is insecure by itself, whatever code reads it.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Key">
/// The segments of its key, or of the path of an XML attribute. <c>*</c> is any one segment, <c>**</c> any number of them.
/// </param>
/// <param name="Source">Where this stands written.</param>
internal sealed record FileRow(string Rule, string Key, string Source)
{
    /// <summary>Its insecure values, with what each of them loses where the rule's message asks for that.</summary>
    public ImmutableArray<(string Value, string Loss)> Insecure { get; init; } = ImmutableArray<(string, string)>.Empty;

    /// <summary>Every <c>http://</c> address of another machine is insecure.</summary>
    public bool IsAddress { get; init; }

    /// <summary>What a fix writes in place of the value.</summary>
    public string Secure { get; init; } = string.Empty;

    /// <summary>The value is a list with this between its items.</summary>
    public char Separator { get; init; }

    public static FileRow Value(string rule, string key, string insecure, string secure, string source) =>
        new(rule, key, source) { Insecure = ImmutableArray.Create((insecure, string.Empty)), Secure = secure };

    public static FileRow Address(string rule, string key, string source) => new(rule, key, source) { IsAddress = true, Secure = "https" };
}
