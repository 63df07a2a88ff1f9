using System.Collections.Immutable;
using System.Data.Common;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.Catalogue;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Connections;
using TransitAnalyzers.Connections.Text;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Connections;

/// <summary>
/// The dialects against the real drivers: random strings of their keys are read alike, and what a remedy writes is
/// accepted by the driver's own builder and reads back as secure.
/// </summary>
public sealed class DriverPropertyTests
{
    private const int Texts = 2_000;

    private static readonly ImmutableDictionary<string, (Dialect Dialect, PackageIdentity Package, string File, string Type, string Secure)> Known =
        ImmutableDictionary.CreateRange(new Dictionary<string, (Dialect, PackageIdentity, string, string, string)>
        {
            ["Npgsql 10"] = (Npgsql.Dialect, Packages.Npgsql, "lib/net10.0/Npgsql.dll", "Npgsql.NpgsqlConnectionStringBuilder", "SSL Mode=VerifyFull"),
            ["Npgsql 9"] = (Npgsql.Dialect, Packages.Npgsql9, "lib/net8.0/Npgsql.dll", "Npgsql.NpgsqlConnectionStringBuilder", "SSL Mode=VerifyFull"),
            ["Microsoft.Data.SqlClient 6"] = (SqlClient.Microsoft, Packages.MicrosoftSqlClient, "runtimes/unix/lib/net9.0/Microsoft.Data.SqlClient.dll", "Microsoft.Data.SqlClient.SqlConnectionStringBuilder", "Encrypt=True"),
            ["Microsoft.Data.SqlClient 2"] = (SqlClient.Microsoft, Packages.MicrosoftSqlClient2, "runtimes/unix/lib/netcoreapp3.1/Microsoft.Data.SqlClient.dll", "Microsoft.Data.SqlClient.SqlConnectionStringBuilder", "Encrypt=True"),
            ["System.Data.SqlClient 4"] = (SqlClient.System, Packages.SystemSqlClient, "runtimes/unix/lib/net8.0/System.Data.SqlClient.dll", "System.Data.SqlClient.SqlConnectionStringBuilder", "Encrypt=True"),
            ["MySql.Data 26"] = (MySqlData.Dialect, Packages.MySqlData, "lib/net10.0/MySql.Data.dll", "MySql.Data.MySqlClient.MySqlConnectionStringBuilder", "SslMode=VerifyFull"),
        });

    public static IEnumerable<object[]> Drivers => Known.Keys.Order(StringComparer.Ordinal).Select(name => new object[] { name });

    [Theory]
    [MemberData(nameof(Drivers))]
    public void Every_spelling_that_decides_is_accepted(string name)
    {
        var (dialect, package, file, type, _) = Known[name];
        var driver = new Driver(package, file, type);
        var version = Packages.VersionOf(package);
        foreach (var (key, value) in Deciding(dialect, version))
            foreach (var spelling in key.Spellings)
                Assert.True(driver.Read($"{spelling}={value}") is not null, $"{package.Id} {package.Version} rejects {spelling}={value}");
    }

    [Theory]
    [MemberData(nameof(Drivers))]
    public void The_last_synonym_wins_as_in_the_driver(string name)
    {
        var (dialect, package, file, type, _) = Known[name];
        var driver = new Driver(package, file, type);
        var version = Packages.VersionOf(package);
        var keys = Deciding(dialect, version).ToArray();
        var random = new Random(11);
        var accepted = 0;
        for (var i = 0; i < Texts; i++)
        {
            var text = RandomText(random, keys);
            if (driver.Read(text) is not { } builder)
                continue;
            accepted++;
            var settings = new EffectiveSettings(Dialects.Read(MappedText.Plain(text, 0), dialect)!, dialect, version);
            Assert.False(settings.HasForeignKey, text);
            foreach (var (key, _) in keys)
                if (settings.Last(key.Means) is { } ours)
                    Assert.Equal(Normal(driver.Read($"{key.Spellings[0]}={ours.Value}")!, key), Normal(builder, key));
        }

        Assert.True(accepted > Texts / 4, $"only {accepted} strings were accepted");
    }

    [Theory]
    [MemberData(nameof(Drivers))]
    public void What_a_remedy_writes_is_accepted_and_secure(string name)
    {
        var (dialect, package, file, type, secure) = Known[name];
        var driver = new Driver(package, file, type);
        var version = Packages.VersionOf(package);
        var keys = Deciding(dialect, version).ToArray();
        var random = new Random(13);
        var host = dialect.Keys.First(key => key.Means == Meaning.Host).Spellings[0];
        var mended = 0;
        for (var i = 0; i < Texts; i++)
        {
            var text = $"{host}=db.example.com;" + RandomText(random, keys);
            if (driver.Read(text) is null)
                continue;
            foreach (var verdict in Judge(dialect, version, text).Where(verdict => verdict.Rule is "DIT0301" or "DIT0302" or "DIT0303" or "DIT0304"))
            {
                var result = text;
                foreach (var edit in verdict.Edits.OrderByDescending(edit => edit.Range.Start))
                    result = result[..edit.Range.Start] + edit.NewText + result[edit.Range.End..];
                var builder = driver.Read(result);
                Assert.True(builder is not null, $"rejected: {result} (was: {text})");
                Assert.Empty(Judge(dialect, version, result).Where(again => again.Rule is "DIT0301" or "DIT0302" or "DIT0303" or "DIT0304"));
                var key = secure[..secure.IndexOf('=')];
                var row = dialect.Keys.First(candidate => candidate.Spellings.Contains(key.ToLowerInvariant()));
                if (verdict.Rule != "DIT0303")
                    Assert.Equal(Normal(driver.Read(secure)!, row), Normal(builder, row));
                mended++;
            }
        }

        Assert.True(mended > Texts / 10, $"only {mended} strings were mended");
    }

    private static ImmutableArray<ConnectionVerdict> Judge(Dialect dialect, Version version, string text) =>
        ConnectionJudge.Judge(Dialects.Read(MappedText.Plain(text, 0), dialect)!, dialect, version, []);

    /// <summary>The keys that the table of losses asks for, each with the values that it knows.</summary>
    private static IEnumerable<(KeyRow Key, string Value)> Deciding(Dialect dialect, Version version) =>
        from row in dialect.Losses
        where row.IsTrueOf(version)
        from condition in row.And.Prepend(row.If)
        from value in condition.Values
        where value.Length > 0 && !char.IsDigit(value[0]) && !(dialect == MySqlData.Dialect && value is "none" or "prefered") && !(dialect == SqlClient.Microsoft && version.Major < 5 && value is "mandatory" or "optional" && version.Major < 5)
        from key in dialect.Keys
        where key.Means == condition.Key && key.Means != Meaning.Host && key.Since <= version.Major
        select (key, value);

    private static string RandomText(Random random, (KeyRow Key, string Value)[] keys)
    {
        var pairs = new List<string>();
        for (var count = random.Next(0, 5); count > 0; count--)
        {
            var (key, value) = keys[random.Next(keys.Length)];
            var spelling = key.Spellings[random.Next(key.Spellings.Length)];
            if (random.Next(3) == 0)
                spelling = spelling.ToUpperInvariant();
            if (random.Next(4) == 0)
                value = random.Next(2) == 0 ? $"'{value}'" : $" \"{value}\" ";
            if (random.Next(12) == 0)
                value = "";
            pairs.Add($"{spelling}{(random.Next(5) == 0 ? " " : "")}={value}");
        }

        return string.Join(random.Next(4) == 0 ? " ; " : ";", pairs) + (random.Next(3) == 0 ? ";" : "");
    }

    private static string Normal(DbConnectionStringBuilder builder, KeyRow key) => builder[key.Written == key.Spellings[0] ? key.Spellings[0] : key.Written].ToString()!;

    /// <summary>A driver's builder, loaded from its package beside the tests.</summary>
    private sealed class Driver
    {
        private readonly Type type;

        public Driver(PackageIdentity package, string file, string type)
        {
            var root = Path.Combine(Packages.Root, package.Id.ToLowerInvariant(), package.Version.ToLowerInvariant());
            var path = Path.Combine(root, file);
            Assert.True(File.Exists(path), path + " is not in the package: " + string.Join(", ", Directory.EnumerateFiles(root, Path.GetFileName(file), SearchOption.AllDirectories).Select(found => Path.GetRelativePath(root, found))));
            var context = new AssemblyLoadContext(package.Id + package.Version);
            context.Resolving += (from, name) => name.Name == Packages.ConfigurationManager.Id
                ? from.LoadFromAssemblyPath(Path.Combine(Packages.Root, name.Name!.ToLowerInvariant(), Packages.ConfigurationManager.Version, "lib", "net9.0", name.Name + ".dll"))
                : null;
            this.type = context.LoadFromAssemblyPath(path).GetType(type, throwOnError: true)!;
        }

        public DbConnectionStringBuilder? Read(string text)
        {
            var builder = (DbConnectionStringBuilder)Activator.CreateInstance(type)!;
            try
            {
                builder.ConnectionString = text;
                return builder;
            }
            catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or NotSupportedException or KeyNotFoundException)
            {
                return null;
            }
        }
    }
}
