namespace TransitAnalyzers.PackageTests;

/// <summary><c>dotnet format analyzers</c> mends what the package finds, in C# and in configuration files.</summary>
[Collection(PackageCollection.Name)]
public sealed class FormatTests(Package package)
{
    [Fact]
    public void Mends_appsettings_and_leaves_nothing_to_do()
    {
        using var project = Samples.Database(package);
        Assert.Equal(["DIT0301 Program.cs", "DIT0301 appsettings.json"], project.BuildSuccessfully().Seen);

        var format = project.Format();
        Assert.True(format.ExitCode == 0, format.Output);
        Assert.Equal(Samples.AppSettings.Replace("SSL Mode=Disable", "SSL Mode=VerifyFull", StringComparison.Ordinal), project.Read("appsettings.json"));
        Assert.Equal(Samples.AppSettings, project.Read("appsettings.Development.json"));

        Assert.Empty(project.BuildSuccessfully().Seen);
        var verify = project.Format("--verify-no-changes");
        Assert.True(verify.ExitCode == 0, verify.Output);
    }

    [Fact]
    public void Mends_code_and_files_in_one_run()
    {
        using var project = Samples.Database(package).Write("Archive.cs", """
            using System.Security.Authentication;
            using Npgsql;

            public static class Archive
            {
                // the archive's own database
                public static NpgsqlConnection Open() => new("Host=archive.shop.internal;SSL Mode=Disable;Username=archive");

                public static HttpClientHandler Handler() => new()
                {
                    // for the old proxy
                    SslProtocols = SslProtocols.Tls | SslProtocols.Tls12,
                    AllowAutoRedirect = false,
                };
            }
            """);
        project.BuildSuccessfully();
        var format = project.Format();
        Assert.True(format.ExitCode == 0, format.Output);
        Assert.Contains("SSL Mode=VerifyFull", project.Read("appsettings.json"), StringComparison.Ordinal);
        var archive = project.Read("Archive.cs");
        Assert.Contains("""new("Host=archive.shop.internal;SSL Mode=VerifyFull;Username=archive")""", archive, StringComparison.Ordinal);
        Assert.Contains("// the archive's own database", archive, StringComparison.Ordinal);
        Assert.Contains("// for the old proxy", archive, StringComparison.Ordinal);
        Assert.DoesNotContain("SslProtocols.Tls |", archive, StringComparison.Ordinal);
        Assert.Empty(project.BuildSuccessfully().Seen);
    }

    [Fact]
    public void Verify_no_changes_fails_while_something_is_left()
    {
        using var project = Samples.Database(package).Write("Legacy.cs", """
            public static class Legacy
            {
                public static void Start() => System.Net.ServicePointManager.SecurityProtocol = System.Net.SecurityProtocolType.Tls11;
            }
            """);
        project.BuildSuccessfully();
        Assert.NotEqual(0, project.Format("--verify-no-changes").ExitCode);
    }
}
