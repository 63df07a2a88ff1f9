using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.Testing;
using Xunit.Sdk;

namespace TransitAnalyzers.Tests.Testing;

/// <summary>The verifier passes what is right and fails what is not: fixes.</summary>
public sealed class CodeFixTestTests
{
    private const string Bad = "class C { int a = [|13|], b = [|13|]; }";
    private const string Good = "class C { int a = 12, b = 12; }";

    [Fact]
    public Task A_good_fix_passes() => Verify.Fixes<ThirteenAnalyzer, GoodFix>(
        "class C { int a = [|13|], b = /* why */ {|TEST13:13|}; }",
        "class C { int a = 12, b = /* why */ 12; }");

    [Fact]
    public Task A_good_fix_in_two_documents_passes() => Verify.Fixes<ThirteenAnalyzer, GoodFix>(Bad, Good, with: test =>
    {
        test.TestState.Sources.Add("class D { int a = [|13|]; }");
        test.FixedState.Sources.Add("class D { int a = 12; }");
    });

    [Fact]
    public Task A_good_fix_of_additional_files_passes() => Verify.Fixes<ThirteenAnalyzer, GoodFix>(Bad, Good, with: test =>
    {
        test.TestState.AdditionalFiles.Add(("appsettings.json", """{ "Lucky": [|13|], "Number": [|13|] }"""));
        test.TestState.AdditionalFiles.Add(("other.json", "[|13|]"));
        test.FixedState.AdditionalFiles.Add(("appsettings.json", """{ "Lucky": 12, "Number": 12 }"""));
        test.FixedState.AdditionalFiles.Add(("other.json", "12"));
    });

    [Fact]
    public Task What_is_not_fixed_may_be_expected_to_stay() => Verify.Fixes<ThirteenAnalyzer, SourcesOnlyFix>(Bad, Good, with: test =>
    {
        test.TestState.AdditionalFiles.Add(("appsettings.json", "[|13|]"));
        test.FixedState.AdditionalFiles.Add(("appsettings.json", "[|13|]"));
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck;
    });

    [Fact]
    public Task A_batch_that_is_said_to_differ_passes() => Verify.Fixes<ThirteenAnalyzer, OtherFixAllFix>(Bad, Good, with: test =>
        test.BatchFixedState.Sources.Add("class C { int a = 11, b = 11; }"));

    [Fact]
    public Task Line_ends_are_compared() => Fails<GoodFix>("class C\r\n{ int a = [|13|]; }", "class C\n{ int a = 12; }", "<CR>");

    [Fact]
    public Task Another_fixed_text_fails() => Fails<GoodFix>(Bad, "class C { int a = 11, b = 12; }", "differs from the fixed state");

    [Fact]
    public Task A_fix_that_changes_nothing_fails() => Fails<IdleFix>(Bad, Good, "changes nothing");

    [Fact]
    public Task A_fix_that_leaves_a_compiler_error_fails() => Fails<BreakingFix>(Bad, "class C { int a = twelve, b = twelve; }", "CS0103");

    [Fact]
    public Task A_fix_that_has_to_be_fixed_again_fails() => Fails<EndlessFix>(
        "class C { int a = [|13|]; }", "class C { int a = {|TEST13:13|} + {|TEST13:13|}; }", "still offered");

    [Fact]
    public Task A_finding_that_the_fix_leaves_fails() => Fails<SourcesOnlyFix>(Bad, Good, "reported, not expected: Warning TEST13", test =>
    {
        test.TestState.AdditionalFiles.Add(("appsettings.json", "[|13|]"));
        test.FixedState.AdditionalFiles.Add(("appsettings.json", "13"));
    });

    [Fact]
    public Task An_additional_file_that_is_not_mended_fails() => Fails<SourcesOnlyFix>(Bad, Good, "appsettings.json differs", test =>
    {
        test.TestState.AdditionalFiles.Add(("appsettings.json", "[|13|]"));
        test.FixedState.AdditionalFiles.Add(("appsettings.json", "12"));
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck;
    });

    [Fact]
    public Task An_additional_file_mended_differently_fails() => Fails<GoodFix>(Bad, Good, "appsettings.json differs", test =>
    {
        test.TestState.AdditionalFiles.Add(("appsettings.json", "[|13|]"));
        test.FixedState.AdditionalFiles.Add(("appsettings.json", "11"));
    });

    [Fact]
    public Task FixAll_that_differs_from_one_by_one_fails() => Fails<OtherFixAllFix>(Bad, Good, "FixAll in Document");

    [Fact]
    public Task No_FixAll_fails() => Fails<NoFixAllFix>(Bad, Good, "NoFixAllFix has no FixAll provider");

    [Fact]
    public Task A_tree_that_is_not_what_its_text_parses_to_fails() => Fails<CrookedFix>(
        "class C { int a = [|13|]; }", "class C { int a = 6 + 6; }", "not what its text parses to");

    [Fact]
    public Task A_wrong_number_of_single_fixes_fails() => Fails<GoodFix>(Bad, Good, "expected 3 rounds", test => test.NumberOfIncrementalIterations = 3);

    [Fact]
    public Task A_wrong_number_of_FixAll_rounds_fails() => Fails<GoodFix>(Bad, Good, "expected 2 rounds", test => test.NumberOfFixAllIterations = 2);

    [Fact]
    public Task A_key_that_is_not_offered_fails() => Fails<GoodFix>(Bad, Good, "differs from the fixed state", test => test.CodeActionEquivalenceKey = "other");

    [Fact]
    public Task A_missing_action_index_fails() => Fails<GoodFix>(Bad, Good, "differs from the fixed state", test => test.CodeActionIndex = 1);

    [Fact]
    public async Task A_fix_that_is_not_expected_fails() => Assert.Contains(
        "still offered", (await Assert.ThrowsAsync<FailException>(() => Verify.OffersNoFix<ThirteenAnalyzer, GoodFix>(Bad))).Message, StringComparison.Ordinal);

    [Fact]
    public Task The_static_verifier_passes() => CSharpCodeFixVerifier<ThirteenAnalyzer, GoodFix, DefaultVerifier>.VerifyCodeFixAsync(
        "class C { int a = {|#0:13|}; }",
        CSharpCodeFixVerifier<ThirteenAnalyzer, GoodFix, DefaultVerifier>.Diagnostic("TEST13").WithLocation(0).WithArguments("13"),
        "class C { int a = 12; }");

    private static async Task Fails<TCodeFix>(
        string source, string fixedSource, string because, Action<CSharpCodeFixTest<ThirteenAnalyzer, TCodeFix, DefaultVerifier>>? with = null)
        where TCodeFix : CodeFixProvider, new()
    {
        var failure = await Assert.ThrowsAsync<FailException>(() => Verify.Fixes(source, fixedSource, with: with));
        Assert.Contains(because, failure.Message, StringComparison.Ordinal);
    }
}
