using System.Collections.Immutable;

namespace TransitAnalyzers.Configuration.Readers;

/// <summary>
/// What an environment variable is called as a setting.
/// Source: dotnet/runtime, EnvironmentVariablesConfigurationProvider (<c>__</c> is <c>:</c>, prefixes of Azure App Service).
/// </summary>
internal static class EnvironmentVariables
{
    private static readonly ImmutableArray<(string Prefix, string? Provider)> Prefixes = ImmutableArray.Create<(string, string?)>(
        ("SQLCONNSTR_", "System.Data.SqlClient"),
        ("SQLAZURECONNSTR_", "System.Data.SqlClient"),
        ("MYSQLCONNSTR_", "MySql.Data.MySqlClient"),
        ("POSTGRESQLCONNSTR_", "Npgsql"),
        ("CUSTOMCONNSTR_", null),
        ("REDISCACHECONNSTR_", null),
        ("DOCDBCONNSTR_", null),
        ("SERVICEBUSCONNSTR_", null),
        ("EVENTHUBCONNSTR_", null));

    /// <summary>Names that hold the environment of the program.</summary>
    public static readonly ImmutableArray<string> Environment =
        ImmutableArray.Create("ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "AZURE_FUNCTIONS_ENVIRONMENT");

    /// <summary>
    /// What a file sets as environment variables (<c>environmentVariables</c> of a launch profile, <c>Values</c> of
    /// Azure Functions), by the names that the program asks for.
    /// </summary>
    public static FileReading In(FileReading file) => file with { Settings = ImmutableArray.CreateRange(file.Settings.Select(Renamed)) };

    private static FileSetting Renamed(FileSetting setting)
    {
        const string Profile = ":environmentVariables:";
        const string Values = "Values:";
        var at = setting.Key.IndexOf(Profile, StringComparison.OrdinalIgnoreCase);
        var name = at >= 0 ? setting.Key.Substring(at + Profile.Length)
            : setting.Key.StartsWith(Values, StringComparison.OrdinalIgnoreCase) ? setting.Key.Substring(Values.Length)
            : null;
        if (name is null)
            return setting;
        var (key, provider) = KeyOf(name);
        return setting with { Key = key, Provider = provider };
    }

    public static (string Key, string? Provider) KeyOf(string name)
    {
        foreach (var (prefix, provider) in Prefixes)
            if (name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return (FileSetting.ConnectionStrings + name.Substring(prefix.Length).Replace("__", ":"), provider);
        return (name.Replace("__", ":"), null);
    }
}
