using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.Testing;
using Xunit.Sdk;

namespace TransitAnalyzers.Tests.Testing;

/// <summary>The verifier passes what is right and fails what is not: findings.</summary>
public sealed class AnalyzerTestTests
{
    private static readonly DiagnosticResult Thirteen = new(ThirteenAnalyzer.Rule);

    [Theory]
    [InlineData("net10.0"), InlineData("net8.0"), InlineData("net472"), InlineData("netcore10"), InlineData("netcore8")]
    public Task Every_framework_compiles(string framework) => Verify.Finds<ThirteenAnalyzer>(
        "using System.Net.Security; class C { SslPolicyErrors a; int b = [|13|]; }",
        framework switch
        {
            "net472" => ReferenceAssemblies.NetFramework.Net472.Default,
            "net8.0" => ReferenceAssemblies.AspNetCore.Net80,
            "netcore8" => ReferenceAssemblies.Net.Net80,
            "netcore10" => ReferenceAssemblies.Net.Net100,
            _ => ReferenceAssemblies.AspNetCore.Net100,
        });

    [Fact]
    public Task Top_level_statements_against_a_package_compile() => Verify.Silent<ThirteenAnalyzer>(
        """var source = Npgsql.NpgsqlDataSource.Create("Host=a");""",
        ReferenceAssemblies.AspNetCore.Net100.AddPackages([Packages.Npgsql]));

    [Fact]
    public async Task A_package_that_is_not_downloaded_says_what_to_do() => Assert.Contains(
        "PackageDownload",
        (await Assert.ThrowsAsync<InvalidOperationException>(() => Verify.Silent<ThirteenAnalyzer>(
            "class C;", ReferenceAssemblies.Net.Net100.AddPackages([new PackageIdentity("No.Such", "1.0.0")])))).Message,
        StringComparison.Ordinal);

    /// <summary>What one machine happens to have in its cache is not on the next one.</summary>
    [Fact]
    public void Every_package_is_downloaded()
    {
        var downloaded = XDocument.Load(Repository.PathOf("tests", "TransitAnalyzers.Testing", "Packages.props")).Descendants("PackageDownload")
            .SelectMany(item => item.Attribute("Version")!.Value.Split(';'), (item, version) => new PackageIdentity(item.Attribute("Include")!.Value, version.Trim('[', ']')));
        Assert.Equal(
            Packages.All.Concat(MorePackages.All).Concat([Packages.NetCore8, Packages.AspNetCore8, Packages.NetFramework472]).Select(package => package.ToString()).Order(),
            downloaded.Select(package => package.ToString()).Order());
    }

    [Fact]
    public Task A_missing_finding_fails() => Fails("class C { int a = [|12|]; }", "expected, not reported: Warning TEST13");

    [Fact]
    public Task An_extra_finding_fails() => Fails("class C { int a = [|13|], b = 13; }", "reported, not expected: Warning TEST13");

    [Fact]
    public Task A_finding_in_silence_fails() => Fails("class C { int a = 13; }", "reported, not expected: Warning TEST13");

    [Theory]
    [InlineData("class C { int a = 1[|3|]; }")]
    [InlineData("class C { int a =[| 13|]; }")]
    [InlineData("class C { int a = [|13;|] }")]
    public Task A_wrong_span_fails(string source) => Fails(source, "a near one: place");

    [Theory]
    [InlineData("14", "message \"'13' brings bad luck\" instead of \"'14' brings bad luck\"")]
    [InlineData("", "instead of \"'' brings bad luck\"")]
    public Task Wrong_arguments_fail(string argument, string because) => Fails(
        "class C { int a = {|#0:13|}; }", because, test => test.ExpectedDiagnostics.Add(Thirteen.WithLocation(0).WithArguments(argument)));

    [Fact]
    public Task A_wrong_message_fails() => Fails(
        "class C { int a = {|#0:13|}; }", "instead of \"Friday\"", test => test.ExpectedDiagnostics.Add(Thirteen.WithLocation(0).WithMessage("Friday")));

    [Fact]
    public Task A_wrong_severity_fails() => Fails(
        "class C { int a = {|#0:13|}; }", "severity Warning",
        test => test.ExpectedDiagnostics.Add(Thirteen.WithLocation(0).WithSeverity(DiagnosticSeverity.Error)));

    [Fact]
    public Task A_severity_from_a_configuration_file_counts() => Verify.Finds<ThirteenAnalyzer>(
        "class C { int a = {|#0:13|}; }",
        options: "dotnet_diagnostic.TEST13.severity = error",
        with: test => test.ExpectedDiagnostics.Add(Thirteen.WithLocation(0).WithSeverity(DiagnosticSeverity.Error)));

    [Fact]
    public Task An_editorconfig_counts() => Verify.Silent<ThirteenAnalyzer>(
        "class C { int a = 13; }",
        with: test => test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.TEST13.severity = none")));

    [Fact]
    public Task A_place_that_is_expected_elsewhere_fails() => Fails(
        "class C { int a = 13; }", "a near one: place", test => test.ExpectedDiagnostics.Add(Thirteen.WithSpan(1, 1, 1, 2)));

    [Fact]
    public Task A_place_by_line_and_column_passes() => Verify.Finds<ThirteenAnalyzer>(
        "class C { int a = 13; }", with: test => test.ExpectedDiagnostics.Add(Thirteen.WithLocation(1, 19).WithArguments("13")));

    [Fact]
    public Task No_location_where_there_is_one_fails() => Fails(
        "class C { int a = 13; }", "a near one: a location", test => test.ExpectedDiagnostics.Add(Thirteen));

    [Fact]
    public Task A_missing_additional_location_fails() => Fails(
        "class C { int a = {|#0:13|}; }", "0 additional locations",
        test => test.ExpectedDiagnostics.Add(Thirteen.WithLocation(0).WithLocation(0)));

    [Fact]
    public Task A_compiler_error_fails() => Fails("class C { int a = twelve; }", "Error CS0103");

    [Fact]
    public Task An_expected_compiler_error_passes() => Verify.Finds<ThirteenAnalyzer>("class C { int a = {|CS0103:twelve|}, b = [|13|]; }");

    [Fact]
    public Task A_compiler_warning_counts_where_asked_for() => Fails(
        "class C { private int a; }", "Warning CS0169", test => test.CompilerDiagnostics = CompilerDiagnostics.Warnings);

    [Fact]
    public Task A_disabled_diagnostic_is_not_reported() => Verify.Silent<ThirteenAnalyzer>(
        "class C { int a = 13; }", with: test => test.DisabledDiagnostics.Add("TEST13"));

    [Fact]
    public Task A_finding_in_an_additional_file_is_compared() => Fails(
        "class C;", "reported, not expected: Warning TEST13 at /0/appsettings.json(1,5,1,7)",
        test => test.TestState.AdditionalFiles.Add(("appsettings.json", """[1, 13, [|13|]]""")));

    [Fact]
    public async Task An_analyzer_that_throws_fails() => Assert.Contains(
        "AD0001", (await Assert.ThrowsAsync<FailException>(() => Verify.Silent<ThrowingAnalyzer>("class C;"))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_finding_that_no_pragma_silences_fails() => Assert.Contains(
        "A #pragma does not silence",
        (await Assert.ThrowsAsync<FailException>(() => Verify.Finds<LoudAnalyzer>("class [|C|];"))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_finding_in_generated_code_fails() => Assert.Contains(
        "generated code",
        (await Assert.ThrowsAsync<FailException>(() => Verify.Finds<LoudAnalyzer>(
            "class [|C|];", with: test => test.TestBehaviors = TestBehaviors.SkipSuppressionCheck))).Message,
        StringComparison.Ordinal);

    [Fact]
    public Task Rules_that_are_off_by_default_are_on_in_tests() => Verify.Finds<TwoRulesAnalyzer>("class {|TWO1:{|TWO2:C|}|};");

    [Fact]
    public Task Additional_locations_are_compared() => Verify.Finds<TwoRulesAnalyzer>("class {|TWO2:{|#0:C|}|};", with: test =>
        test.ExpectedDiagnostics.Add(new DiagnosticResult("TWO1", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(0)));

    [Fact]
    public async Task Markup_without_an_id_needs_a_single_rule() => await Assert.ThrowsAsync<InvalidOperationException>(
        () => Verify.Finds<TwoRulesAnalyzer>("class [|C|];"));

    [Theory]
    [InlineData("class C { int a = [|13; }")]
    [InlineData("class C { int a = {|TEST13:13; }")]
    public async Task Markup_that_is_not_closed_fails(string source) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Verify.Finds<ThirteenAnalyzer>(source));

    [Fact]
    public Task The_static_verifier_passes() => CSharpAnalyzerVerifier<ThirteenAnalyzer, DefaultVerifier>.VerifyAnalyzerAsync("class C { int a = [|13|]; }");

    private static async Task Fails(
        string source, string because, Action<CSharpAnalyzerTest<ThirteenAnalyzer, DefaultVerifier>>? with = null)
    {
        var failure = await Assert.ThrowsAsync<FailException>(() => Verify.Finds(source, with: with));
        Assert.Contains(because, failure.Message, StringComparison.Ordinal);
    }
}
