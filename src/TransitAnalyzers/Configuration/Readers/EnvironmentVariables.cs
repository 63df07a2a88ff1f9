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

    public static (string Key, string? Provider) KeyOf(string name)
    {
        foreach (var (prefix, provider) in Prefixes)
            if (name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return (FileSetting.ConnectionStrings + name.Substring(prefix.Length).Replace("__", ":"), provider);
        return (name.Replace("__", ":"), null);
    }
}
