using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Testing;

public sealed class CodeFixTestTests
{
    [Fact]
    public Task A_good_fix_passes() => Verify.Fixes<ThirteenAnalyzer, GoodFix>(
        "class C { int a = [|13|], b = /* why */ {|TEST13:13|}; }",
        "class C { int a = 12, b = /* why */ 12; }");

    [Fact]
    public Task A_good_fix_of_an_additional_file_passes() => Verify.Fixes<ThirteenAnalyzer, GoodFix>(
        "class C { int a = [|13|]; }",
        "class C { int a = 12; }",
        with: test =>
        {
            test.TestState.AdditionalFiles.Add(("appsettings.json", """{ "Lucky": [|13|] }"""));
            test.FixedState.AdditionalFiles.Add(("appsettings.json", """{ "Lucky": 12 }"""));
        });

    [Fact]
    public async Task Another_fixed_text_fails() => await Assert.ThrowsAsync<Xunit.Sdk.FailException>(() => Verify.Fixes<ThirteenAnalyzer, GoodFix>(
        "class C { int a = [|13|]; }", "class C { int a = 11; }"));

    [Theory]
    [InlineData("net10.0"), InlineData("net8.0"), InlineData("net472"), InlineData("netcore10")]
    public Task Every_framework_compiles(string framework) => Verify.Finds<ThirteenAnalyzer>(
        "using System.Net.Security; class C { SslPolicyErrors a; int b = [|13|]; }",
        framework switch
        {
            "net472" => ReferenceAssemblies.NetFramework.Net472.Default,
            "net8.0" => ReferenceAssemblies.AspNetCore.Net80,
            "netcore10" => ReferenceAssemblies.Net.Net100,
            _ => ReferenceAssemblies.AspNetCore.Net100,
        });

    [Fact]
    public Task A_package_compiles() => Verify.Silent<ThirteenAnalyzer>(
        """
        var source = Npgsql.NpgsqlDataSource.Create("Host=a");
        """,
        ReferenceAssemblies.AspNetCore.Net100.AddPackages([Packages.Npgsql]));
}
