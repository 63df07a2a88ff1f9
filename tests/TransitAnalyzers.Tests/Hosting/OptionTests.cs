using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Hosting;

public sealed class OptionTests
{
    private static readonly DiagnosticResult NotUnderstood = new("DIT0001", DiagnosticSeverity.Warning);

    [Theory]
    [InlineData("transit_analyzers.tls_termination", "load-balancer", "'application' or 'proxy'")]
    [InlineData("transit_analyzers.include_development_code", "yes", "'true' or 'false'")]
    [InlineData("transit_analyzers.include_test_projects", "1", "'true' or 'false'")]
    [InlineData("transit_analyzers.minimum_hsts_age", "0", "a number of days, 1 or more")]
    [InlineData("transit_analyzers.minimum_hsts_age", "1 year", "a number of days, 1 or more")]
    [InlineData("transit_analyzers.maximum_certificate_lifetime", "-1", "a number of days, 1 or more")]
    [InlineData("transit_analyzers.minimum_rsa_key_size", "512", "a number of bits, 1024 or more")]
    [InlineData("transit_analyzers.minimum_rsa_key_size", "99999999999999999999", "a number of bits, 1024 or more")]
    public Task A_value_that_is_not_understood_is_reported(string key, string value, string expected) =>
        Reports($"{key} = {value}", NotUnderstood.WithArguments(key, value, expected));

    [Theory]
    [InlineData("https://db.example")]
    [InlineData("10.0.0.0/33")]
    [InlineData("db.example/8")]
    [InlineData("10.0.0.0/x")]
    [InlineData("a b")]
    public Task A_trusted_host_that_is_none_is_reported(string host) => Reports(
        $"transit_analyzers.trusted_hosts = db.example, {host}",
        NotUnderstood.WithArguments(
            "transit_analyzers.trusted_hosts", host, "names, '*.suffix' or ranges such as 10.0.0.0/8, with commas between them"));

    [Fact]
    public Task A_misspelt_option_is_reported_with_the_names_that_exist() => Reports(
        "transit_analyzers.trusted_host = db.example",
        NotUnderstood.WithArguments(
            "transit_analyzers.trusted_host", "db.example", "one of the options " + string.Join(", ", TransitSettings.Names)));

    [Fact]
    public Task An_unknown_mode_is_reported() => Reports(
        "build_property.TransitAnalyzersMode = Paranoid",
        NotUnderstood.WithArguments("TransitAnalyzersMode", "Paranoid", "'Default', 'Strict' or 'None'"));

    [Fact]
    public Task It_is_reported_in_a_test_project_too() => Reports(
        "build_property.IsTestProject = true\ntransit_analyzers.include_test_projects = ja",
        NotUnderstood.WithArguments("transit_analyzers.include_test_projects", "ja", "'true' or 'false'"));

    [Fact]
    public Task Several_are_reported_once_each_however_many_files_there_are() => Verify.Finds<OptionFamily>(
        "class A;",
        options: "transit_analyzers.tls_termination = x\ntransit_analyzers.minimum_hsts_age = y",
        with: test =>
        {
            test.TestState.Sources.Add("class B;");
            test.TestState.AdditionalFiles.Add(("appsettings.json", "{}"));
            test.ExpectedDiagnostics.Add(NotUnderstood.WithArguments("transit_analyzers.minimum_hsts_age", "y", "a number of days, 1 or more"));
            test.ExpectedDiagnostics.Add(NotUnderstood.WithArguments("transit_analyzers.tls_termination", "x", "'application' or 'proxy'"));
        });

    [Fact]
    public Task An_option_of_one_files_section_is_reported() => Verify.Finds<OptionFamily>(
        "class A;",
        with: test =>
        {
            test.TestState.Sources.Add(("/0/b/B.cs", "class B;"));
            test.TestState.AnalyzerConfigFiles.Add(("/0/b/.editorconfig", "[*.cs]\ntransit_analyzers.include_development_code = maybe"));
            test.ExpectedDiagnostics.Add(NotUnderstood.WithArguments("transit_analyzers.include_development_code", "maybe", "'true' or 'false'"));
        });

    [Fact]
    public Task Wrong_and_misspelt_options_of_several_files_and_sections_are_reported_once_each() => Verify.Finds<OptionFamily>(
        "class A;",
        with: test =>
        {
            test.TestState.Sources.Add(("/0/b/B.cs", "class B;"));
            test.TestState.Sources.Add(("/0/b/B2.cs", "class B2;"));
            test.TestState.Sources.Add(("/0/b/deep/C.cs", "class C;"));
            test.TestState.AnalyzerConfigFiles.Add(("/0/.editorconfig", """
                root = true
                [*.cs]
                transit_analyzers.trusted_hosts = db.example, https://x
                [B*.cs]
                transit_analyzers.minimum_rsa_key_size = many
                [C.cs]
                transit_analyzers.minimal_rsa_key_size = 2048
                """));
            test.TestState.AnalyzerConfigFiles.Add(("/0/b/.editorconfig", """
                [*.cs]
                transit_analyzers.tls_terminaton = proxy
                [deep/*.cs]
                transit_analyzers.minimum_rsa_key_size = few
                """));
            var names = "one of the options " + string.Join(", ", TransitSettings.Names);
            test.ExpectedDiagnostics.Add(NotUnderstood.WithArguments("transit_analyzers.minimal_rsa_key_size", "2048", names));
            test.ExpectedDiagnostics.Add(NotUnderstood.WithArguments("transit_analyzers.minimum_rsa_key_size", "few", "a number of bits, 1024 or more"));
            test.ExpectedDiagnostics.Add(NotUnderstood.WithArguments("transit_analyzers.minimum_rsa_key_size", "many", "a number of bits, 1024 or more"));
            test.ExpectedDiagnostics.Add(NotUnderstood.WithArguments("transit_analyzers.tls_terminaton", "proxy", names));
            test.ExpectedDiagnostics.Add(NotUnderstood.WithArguments("transit_analyzers.trusted_hosts", "https://x", "names, '*.suffix' or ranges such as 10.0.0.0/8, with commas between them"));
        });

    [Fact]
    public Task In_a_large_project_every_folder_is_asked() => Verify.Finds<OptionFamily>(
        "class A;",
        with: test =>
        {
            for (var i = 0; i < 600; i++)
                test.TestState.Sources.Add(($"/0/f{i % 3}/C{i}.cs", $"class C{i};"));
            test.TestState.AnalyzerConfigFiles.Add(("/0/f2/.editorconfig", "[*.cs]\ntransit_analyzers.trusted_host = x"));
            test.ExpectedDiagnostics.Add(NotUnderstood.WithArguments("transit_analyzers.trusted_host", "x", "one of the options " + string.Join(", ", TransitSettings.Names)));
        });

    [Theory]
    [InlineData("")]
    [InlineData("build_property.TransitAnalyzersMode = strict")]
    [InlineData("build_property.TransitAnalyzersMode = None\ntransit_analyzers.minimum_hsts_age = x")]
    [InlineData("build_property.TransitAnalyzersMode =")]
    [InlineData("transit_analyzers.tls_termination = Proxy")]
    [InlineData("transit_analyzers.tls_termination = application")]
    [InlineData("transit_analyzers.include_test_projects = TRUE")]
    [InlineData("transit_analyzers.include_development_code =")]
    [InlineData("transit_analyzers.trusted_hosts = db, *.corp.example, 10.0.0.0/8, 10.1.2.3, fd00::/8, my_db")]
    [InlineData("transit_analyzers.development_environments = Local, Test")]
    [InlineData("transit_analyzers.minimum_rsa_key_size = 3072")]
    [InlineData("other_analyzers.minimum_rsa_key_size = x")]
    public Task Silent(string options) => Reports(options);

    private static Task Reports(string options, params DiagnosticResult[] expected) => Verify.Finds<OptionFamily>(
        "class C;", options: options, with: test => test.ExpectedDiagnostics.AddRange(expected));
}
