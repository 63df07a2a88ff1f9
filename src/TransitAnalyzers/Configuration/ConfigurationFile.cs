using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Configuration.Readers;

namespace TransitAnalyzers.Configuration;

/// <summary>How a configuration file is written.</summary>
internal enum FileFormat
{
    Json,
    Xml,
    Env,
    Compose,

    /// <summary>JSON by which tools start the program for its developer: what stands under it are environment variables.</summary>
    Start,

    /// <summary>An MSBuild project, of which only the runtime's switches are read.</summary>
    Project,
}

/// <summary>
/// An additional file that holds configuration of the program, recognised by its name. Everything else that is handed to
/// the compiler as an additional file is not ours to judge.
/// </summary>
internal sealed class ConfigurationFile
{
    /// <summary>
    /// Parts of a file name that say: not for production. Beside them the option <c>development_environments</c>.
    /// </summary>
    private static readonly string[] NotProduction =
    [
        "development", "dev", "local", "localdev", "debug", "override", "test", "tests", "testing", "unittest", "unittests",
        "integrationtest", "integrationtests", "e2e", "ci", "example", "sample", "template", "dist",
    ];

    private static readonly char[] Separators = ['.', '-', '_'];

    private ConfigurationFile(AdditionalText file, FileFormat format, ImmutableArray<string> qualifiers, string family)
    {
        File = file;
        Format = format;
        Qualifiers = qualifiers;
        Family = family;
    }

    public AdditionalText File { get; }

    public string Path => File.Path;

    public FileFormat Format { get; }

    /// <summary>What the name says beside the kind of file: <c>Production</c> of <c>appsettings.Production.json</c>.</summary>
    public ImmutableArray<string> Qualifiers { get; }

    /// <summary>Folder and kind: files of one family are laid over each other (<c>appsettings</c>, <c>web.config</c>).</summary>
    public string Family { get; }

    private bool IsForProduction => Qualifiers.Any(q =>
        q.Equals("Production", StringComparison.OrdinalIgnoreCase)
        || q.Equals("Prod", StringComparison.OrdinalIgnoreCase)
        || (Format == FileFormat.Xml && q.Equals("Release", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Is this file laid over the other one in production?</summary>
    public bool IsLaidOver(ConfigurationFile other) =>
        other.Qualifiers.IsEmpty && IsForProduction && string.Equals(Family, other.Family, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Recognises a file by its name; null where it is not configuration.
    /// </summary>
    /// <param name="file">The additional file.</param>
    /// <param name="isNamedInCode">Does the program name this file itself (<c>AddJsonFile("shop.json")</c>)?</param>
    public static ConfigurationFile? Recognise(AdditionalText file, Func<string, bool> isNamedInCode)
    {
        var path = file.Path.Replace('\\', '/');
        var slash = path.LastIndexOf('/');
        var name = path.Substring(slash + 1);
        var folder = path.Substring(0, slash + 1);
        if (name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            return Json(file, name, folder, isNamedInCode);
        if (name.EndsWith(".config", StringComparison.OrdinalIgnoreCase))
            return Xml(file, name, folder);
        if (name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase))
            return Compose(file, name, folder);
        if (name.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase) || IsAny(name, "Directory.Build.props", "Directory.Build.targets"))
            return new(file, FileFormat.Project, ImmutableArray<string>.Empty, path);
        if (name.StartsWith(".env", StringComparison.OrdinalIgnoreCase) && (name.Length == 4 || name[4] is '.' or '-' or '_'))
            return new(file, FileFormat.Env, Parts(name.Substring(4)), folder + ".env");
        if (name.EndsWith(".env", StringComparison.OrdinalIgnoreCase))
            return new(file, FileFormat.Env, Parts(name.Substring(0, name.Length - 4)), folder + name);
        return null;
    }

    /// <summary>Is this file, by its name, used in development only?</summary>
    public bool IsForDevelopment(ImmutableArray<string> developmentEnvironments)
    {
        foreach (var qualifier in Qualifiers)
        {
            if (NotProduction.Contains(qualifier, StringComparer.OrdinalIgnoreCase)
                || developmentEnvironments.Contains(qualifier, StringComparer.OrdinalIgnoreCase))
                return true;
        }

        // An environment's own name may hold a separator: 'appsettings.Local-Docker.json'.
        return Qualifiers.Length > 1 && developmentEnvironments.Any(environment =>
            System.IO.Path.GetFileNameWithoutExtension(Path).EndsWith("." + environment, StringComparison.OrdinalIgnoreCase));
    }

    public FileReading Read(SourceText text, CancellationToken cancellation) => Format switch
    {
        FileFormat.Json => JsonSettings.Read(text.ToString(), cancellation),
        FileFormat.Start => EnvironmentVariables.In(JsonSettings.Read(text.ToString(), cancellation)),
        FileFormat.Xml => XmlSettings.Read(text.ToString(), cancellation),
        FileFormat.Project => XmlSettings.ReadProject(text.ToString(), cancellation),
        FileFormat.Env => EnvSettings.Read(text.ToString(), cancellation),
        _ => ComposeSettings.Read(text.ToString(), cancellation),
    };

    private static ConfigurationFile? Json(AdditionalText file, string name, string folder, Func<string, bool> isNamedInCode)
    {
        const string AppSettings = "appsettings";
        const string RuntimeConfig = "runtimeconfig";
        var stem = name.Substring(0, name.Length - ".json".Length);
        if (stem.StartsWith(AppSettings, StringComparison.OrdinalIgnoreCase) && IsWordEnd(stem, AppSettings.Length))
            return new(file, FileFormat.Json, Parts(stem.Substring(AppSettings.Length)), folder + AppSettings);
        // Visual Studio's and the SDK's, for starting the program on the developer's machine.
        if (IsAny(stem, "launchSettings", "local.settings", "secrets"))
            return new(file, FileFormat.Start, ImmutableArray.Create("development"), folder + stem);
        if (stem.StartsWith(RuntimeConfig, StringComparison.OrdinalIgnoreCase) && IsWordEnd(stem, RuntimeConfig.Length))
            return new(file, FileFormat.Json, ImmutableArray<string>.Empty, folder + RuntimeConfig);
        return isNamedInCode(name) ? new(file, FileFormat.Json, Parts(stem), folder + stem.Split('.')[0]) : null;
    }

    private static ConfigurationFile? Xml(AdditionalText file, string name, string folder)
    {
        var stem = name.Substring(0, name.Length - ".config".Length);
        foreach (var kind in (string[])["web", "app", "connectionStrings", "appSettings"])
            if (stem.StartsWith(kind, StringComparison.OrdinalIgnoreCase) && IsWordEnd(stem, kind.Length))
                return new(file, FileFormat.Xml, Parts(stem.Substring(kind.Length)), folder + kind);
        return stem.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) || stem.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
            ? new(file, FileFormat.Xml, ImmutableArray<string>.Empty, folder + stem)
            : null;
    }

    private static ConfigurationFile? Compose(AdditionalText file, string name, string folder)
    {
        var stem = name.Substring(0, name.LastIndexOf('.'));
        foreach (var kind in (string[])["docker-compose", "compose", "container-compose", "podman-compose"])
            if (stem.StartsWith(kind, StringComparison.OrdinalIgnoreCase) && IsWordEnd(stem, kind.Length))
                return new(file, FileFormat.Compose, Parts(stem.Substring(kind.Length)), folder + kind);
        return null;
    }

    private static bool IsWordEnd(string text, int at) => at == text.Length || Array.IndexOf(Separators, text[at]) >= 0;

    private static bool IsAny(string name, params string[] names) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static ImmutableArray<string> Parts(string qualifiers) =>
        ImmutableArray.CreateRange(qualifiers.Split(Separators, StringSplitOptions.RemoveEmptyEntries));
}
