using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TransitAnalyzers.Hosting;

/// <summary>Who uses a web application.</summary>
internal enum ApplicationKind
{
    /// <summary>What its endpoints tell.</summary>
    Detected,

    /// <summary>Browsers, whatever its endpoints look like.</summary>
    Browser,

    /// <summary>Other programs only.</summary>
    Api,
}

/// <summary>
/// The options under <c>transit_analyzers.</c> of one file. Values that are not understood keep the default and are
/// listed in <see cref="Problems"/>, which is reported once.
/// </summary>
internal sealed class TransitSettings
{
    public const string Prefix = "transit_analyzers.";

    /// <summary>The names of all options, without the prefix. Each has its place in docs/configuration.md.</summary>
    public static readonly ImmutableArray<string> Names = ImmutableArray.Create(
        "application_kind",
        "development_environments",
        "development_symbols",
        "ignored_files",
        "include_development_code",
        "include_test_projects",
        "maximum_certificate_lifetime",
        "minimum_hsts_age",
        "minimum_rsa_key_size",
        "tls_termination",
        "trusted_hosts");

    private readonly AnalyzerConfigOptions options;

    private TransitSettings(AnalyzerConfigOptions options) => this.options = options;

    /// <summary><c>development_environments</c>: environments that are not production.</summary>
    public ImmutableArray<string> DevelopmentEnvironments { get; private set; } = ImmutableArray.Create("Development");

    /// <summary><c>development_symbols</c>: preprocessor symbols of code that is not shipped, beside DEBUG.</summary>
    public ImmutableArray<string> DevelopmentSymbols { get; private set; } = ImmutableArray<string>.Empty;

    /// <summary>What tells development from production, as one text: answers that depend on it are kept under it.</summary>
    public string DevelopmentKey { get; private set; } = "";

    /// <summary><c>trusted_hosts</c>: names, <c>*.suffix</c>, CIDR ranges that may be reached in clear text.</summary>
    public ImmutableArray<string> TrustedHosts { get; private set; } = ImmutableArray<string>.Empty;

    /// <summary><c>ignored_files</c>: globs of configuration files that are not judged.</summary>
    public ImmutableArray<string> IgnoredFiles { get; private set; } = ImmutableArray<string>.Empty;

    /// <summary><c>tls_termination = proxy</c>: TLS ends in front of the application.</summary>
    public bool TlsEndsAtProxy { get; private set; }

    /// <summary><c>application_kind</c>: who uses the web application.</summary>
    public ApplicationKind ApplicationKind { get; private set; }

    /// <summary><c>include_test_projects</c>.</summary>
    public bool IncludeTestProjects { get; private set; }

    /// <summary><c>include_development_code</c>.</summary>
    public bool IncludeDevelopmentCode { get; private set; }

    /// <summary><c>minimum_hsts_age</c>, in days.</summary>
    public int MinimumHstsAgeDays { get; private set; } = 365;

    /// <summary><c>minimum_rsa_key_size</c>, in bits.</summary>
    public int MinimumRsaKeySize { get; private set; } = 2048;

    /// <summary><c>maximum_certificate_lifetime</c>, in days.</summary>
    public int MaximumCertificateLifetimeDays { get; private set; } = 398;

    /// <summary>One line for each value that is not understood: key, value, what is expected.</summary>
    public ImmutableArray<(string Key, string Value, string Expected)> Problems { get; private set; } =
        ImmutableArray<(string, string, string)>.Empty;

    /// <summary>Options with our prefix that are none of ours, such as misspelt ones.</summary>
    public ImmutableArray<(string Key, string Value, string Expected)> UnknownOptions()
    {
        IEnumerable<string> keys;
        try
        {
            keys = options.Keys;
        }
        catch (NotImplementedException)
        {
            // A host of Roslyn need not be able to list its options; then a misspelt one stays unseen.
            return ImmutableArray<(string, string, string)>.Empty;
        }

        var unknown = ImmutableArray.CreateBuilder<(string, string, string)>();
        foreach (var key in keys)
        {
            if (key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
                && !Names.Contains(key.Substring(Prefix.Length), StringComparer.OrdinalIgnoreCase)
                && options.TryGetValue(key, out var value))
                unknown.Add((key, value, "one of the options " + string.Join(", ", Names)));
        }

        return unknown.ToImmutable();
    }

    public static TransitSettings Read(AnalyzerConfigOptions options)
    {
        var settings = new TransitSettings(options);
        var problems = ImmutableArray.CreateBuilder<(string, string, string)>();
        settings.DevelopmentEnvironments = List("development_environments", settings.DevelopmentEnvironments);
        settings.DevelopmentSymbols = List("development_symbols", settings.DevelopmentSymbols);
        settings.DevelopmentKey = string.Join(",", settings.DevelopmentEnvironments) + "|" + string.Join(",", settings.DevelopmentSymbols);
        settings.TrustedHosts = List("trusted_hosts", settings.TrustedHosts);
        foreach (var host in settings.TrustedHosts)
            if (!HostNames.IsEntry(host))
                problems.Add((Prefix + "trusted_hosts", host, "names, '*.suffix' or ranges such as 10.0.0.0/8, with commas between them"));
        settings.IgnoredFiles = List("ignored_files", settings.IgnoredFiles);
        settings.IncludeTestProjects = Flag("include_test_projects");
        settings.IncludeDevelopmentCode = Flag("include_development_code");
        settings.MinimumHstsAgeDays = Days("minimum_hsts_age", settings.MinimumHstsAgeDays);
        settings.MinimumRsaKeySize = Whole("minimum_rsa_key_size", settings.MinimumRsaKeySize, "a number of bits, 1024 or more", 1024);
        settings.MaximumCertificateLifetimeDays = Days("maximum_certificate_lifetime", settings.MaximumCertificateLifetimeDays);
        if (Text("tls_termination") is { } termination)
        {
            if (termination.Equals("proxy", StringComparison.OrdinalIgnoreCase))
                settings.TlsEndsAtProxy = true;
            else if (!termination.Equals("application", StringComparison.OrdinalIgnoreCase))
                problems.Add((Prefix + "tls_termination", termination, "'application' or 'proxy'"));
        }

        if (Text("application_kind") is { } kind)
        {
            if (Enum.GetNames(typeof(ApplicationKind)).FirstOrDefault(name => name.Equals(kind, StringComparison.OrdinalIgnoreCase)) is { } known)
                settings.ApplicationKind = (ApplicationKind)Enum.Parse(typeof(ApplicationKind), known);
            else
                problems.Add((Prefix + "application_kind", kind, "'detected', 'browser' or 'api'"));
        }

        settings.Problems = problems.ToImmutable();
        return settings;

        string? Text(string key) => options.TryGetValue(Prefix + key, out var value) && value.Trim() is { Length: > 0 } text ? text : null;

        ImmutableArray<string> List(string key, ImmutableArray<string> otherwise) =>
            Text(key) is { } text
                ? ImmutableArray.CreateRange(text.Split(',').Select(item => item.Trim()).Where(item => item.Length > 0))
                : otherwise;

        bool Flag(string key)
        {
            if (Text(key) is not { } text)
                return false;
            if (!bool.TryParse(text, out var value))
                problems.Add((Prefix + key, text, "'true' or 'false'"));
            return value;
        }

        int Days(string key, int otherwise) => Whole(key, otherwise, "a number of days, 1 or more", 1);

        int Whole(string key, int otherwise, string expected, int least)
        {
            if (Text(key) is not { } text)
                return otherwise;
            if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) && value >= least)
                return value;
            problems.Add((Prefix + key, text, expected));
            return otherwise;
        }
    }
}
