using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.CodeFixes.Protocols;
using TransitAnalyzers.Protocols;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Protocols;

/// <summary>The fix of DIT0201: drops what is obsolete, keeps the rest, leaves the choice to the platform where nothing is left.</summary>
public sealed class ObsoleteVersionFixTests
{
    private const string Header = """
        #pragma warning disable CS0618, CS0612, CS0219, SYSLIB0014, SYSLIB0039
        using System;
        using System.Collections.Generic;
        using System.Net;
        using System.Net.Http;
        using System.Security.Authentication;

        class C
        {
            void M(HttpClientHandler h, SslProtocols other)
            {
                
        """;

    private const string Footer = """

            }
        }
        """;

    private static Task Fixes(string before, string after, ReferenceAssemblies? references = null, LanguageVersion? language = null, string? key = null) =>
        Verify.Fixes<ProtocolVersionFamily, ObsoleteVersionFix>(Header + before + Footer, Header + after + Footer, key, references, with: test =>
        {
            if (language is { } version)
                test.SolutionTransforms.Add((solution, project) => solution
                    .WithProjectParseOptions(project, ((CSharpParseOptions)solution.GetProject(project)!.ParseOptions!).WithLanguageVersion(version))
                    .WithProjectCompilationOptions(
                        project, ((CSharpCompilationOptions)solution.GetProject(project)!.CompilationOptions!).WithNullableContextOptions(NullableContextOptions.Disable)));
        });

    [Theory]
    [InlineData("h.SslProtocols = SslProtocols.[|Tls|];", "h.SslProtocols = SslProtocols.None;")]
    [InlineData("h.SslProtocols = SslProtocols.[|Tls11|] | SslProtocols.Tls12;", "h.SslProtocols = SslProtocols.Tls12;")]
    [InlineData("h.SslProtocols = SslProtocols.Tls12 | SslProtocols.[|Tls11|];", "h.SslProtocols = SslProtocols.Tls12;")]
    [InlineData("h.SslProtocols = SslProtocols.[|Ssl3|] | SslProtocols.Tls12 | SslProtocols.[|Tls11|] | SslProtocols.Tls13;", "h.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;")]
    [InlineData("h.SslProtocols = (SslProtocols.[|Tls|] | SslProtocols.[|Tls11|]) | (SslProtocols.Tls12);", "h.SslProtocols = (SslProtocols.Tls12);")]
    [InlineData("h.SslProtocols = (SslProtocols.[|Tls|] | SslProtocols.Tls12);", "h.SslProtocols = (SslProtocols.Tls12);")]
    [InlineData("h.SslProtocols = other | SslProtocols.[|Tls|] | SslProtocols.[|Tls11|];", "h.SslProtocols = other;")]
    [InlineData("h.SslProtocols = SslProtocols.[|Default|];", "h.SslProtocols = SslProtocols.None;")]
    [InlineData("h.SslProtocols = [|(SslProtocols)192|];", "h.SslProtocols = SslProtocols.None;")]
    [InlineData("h.SslProtocols = [|(SslProtocols)4032|];", "h.SslProtocols = SslProtocols.Tls12;")]
    [InlineData("h.SslProtocols = [|(SslProtocols)(15360 | 192)|];", "h.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;")]
    [InlineData("h.SslProtocols = [|(SslProtocols)192|] | (SslProtocols)3072;", "h.SslProtocols = (SslProtocols)3072;")]
    [InlineData("h.SslProtocols = [|(System.Security.Authentication.SslProtocols)192|];", "h.SslProtocols = System.Security.Authentication.SslProtocols.None;")]
    [InlineData("h.SslProtocols = System.Security.Authentication.SslProtocols.[|Tls|];", "h.SslProtocols = System.Security.Authentication.SslProtocols.None;")]
    [InlineData("h.SslProtocols = /* tills */ SslProtocols.[|Tls|] /* old */;", "h.SslProtocols = /* tills */ SslProtocols.None /* old */;")]
    [InlineData("h.SslProtocols |= SslProtocols.Tls12; // newer\n        h.SslProtocols |= SslProtocols.[|Tls|];\n        h.ToString();", "h.SslProtocols |= SslProtocols.Tls12; // newer\n        h.ToString();")]
    [InlineData("if (h.MaxConnectionsPerServer > 1) h.SslProtocols |= SslProtocols.[|Tls|];", "if (h.MaxConnectionsPerServer > 1)\n        {\n        }")]
    [InlineData("ServicePointManager.SecurityProtocol = SecurityProtocolType.[|Tls|];", "ServicePointManager.SecurityProtocol = SecurityProtocolType.SystemDefault;")]
    [InlineData("ServicePointManager.SecurityProtocol = (SecurityProtocolType)SslProtocols.[|Tls|];", "ServicePointManager.SecurityProtocol = (SecurityProtocolType)SslProtocols.None;")]
    [InlineData("ServicePointManager.SecurityProtocol = (SecurityProtocolType)((int)SslProtocols.[|Tls|] | 3072);", "ServicePointManager.SecurityProtocol = (SecurityProtocolType)(3072);")]
    [InlineData("ServicePointManager.SecurityProtocol = Enum.Parse<SecurityProtocolType>([|\"Tls\"|]);", "ServicePointManager.SecurityProtocol = Enum.Parse<SecurityProtocolType>(\"SystemDefault\");")]
    [InlineData("ServicePointManager.SecurityProtocol = Enum.Parse<SecurityProtocolType>(\"[|Tls|], [|Tls11|], Tls12\");", "ServicePointManager.SecurityProtocol = Enum.Parse<SecurityProtocolType>(\"Tls12\");")]
    [InlineData("h.SslProtocols = (SslProtocols)[|Enum.ToObject(typeof(SslProtocols), 960)|];", "h.SslProtocols = (SslProtocols)SslProtocols.None;")]
    [InlineData("foreach (var p in new[] { SslProtocols.[|Tls|], SslProtocols.[|Tls11|], SslProtocols.Tls12 }) h.SslProtocols |= p;", "foreach (var p in new[] { SslProtocols.Tls12 }) h.SslProtocols |= p;")]
    [InlineData("foreach (var p in new[] { SslProtocols.[|Tls|], SslProtocols.[|Tls11|] }) h.SslProtocols |= p;", "foreach (var p in new[] { SslProtocols.None }) h.SslProtocols |= p;")]
    [InlineData("var all = new List<SslProtocols> { SslProtocols.[|Tls11|], SslProtocols.Tls12 }; all.ForEach(p => h.SslProtocols |= p);", "var all = new List<SslProtocols> { SslProtocols.Tls12 }; all.ForEach(p => h.SslProtocols |= p);")]
    [InlineData("List<SslProtocols> all = [SslProtocols.[|Tls11|], SslProtocols.Tls12]; all.ForEach(p => h.SslProtocols |= p);", "List<SslProtocols> all = [SslProtocols.Tls12]; all.ForEach(p => h.SslProtocols |= p);")]
    [InlineData("var all = new List<SslProtocols>();\n        all.Add(SslProtocols.[|Tls11|]);\n        all.ForEach(p => h.SslProtocols |= p);", "var all = new List<SslProtocols>();\n        all.ForEach(p => h.SslProtocols |= p);")]
    [InlineData("h.SslProtocols = h.UseProxy ? SslProtocols.[|Tls|] : SslProtocols.Tls12;", "h.SslProtocols = h.UseProxy ? SslProtocols.None : SslProtocols.Tls12;")]
    [InlineData("h.SslProtocols = (SslProtocols.[|Tls|] | SslProtocols.Ssl3 | SslProtocols.Tls12) & ~SslProtocols.Ssl3;", "h.SslProtocols = (SslProtocols.Ssl3 | SslProtocols.Tls12) & ~SslProtocols.Ssl3;")]
    public Task Drops_and_keeps(string before, string after) => Fixes(before, after);

    [Fact]
    public Task Keeps_line_breaks_and_comments_of_a_long_chain() => Fixes(
        """
        ServicePointManager.SecurityProtocol =
                    SecurityProtocolType.[|Ssl3|]
                    | SecurityProtocolType.[|Tls|] // the tills in the shops
                    | SecurityProtocolType.[|Tls11|]
                    | SecurityProtocolType.Tls12 // everybody else
                    | SecurityProtocolType.Tls13;
        """,
        """
        ServicePointManager.SecurityProtocol =
                    // the tills in the shops
                    SecurityProtocolType.Tls12 // everybody else
                    | SecurityProtocolType.Tls13;
        """);

    [Fact]
    public Task Keeps_line_breaks_of_trailing_operators() => Fixes(
        """
        h.SslProtocols = SslProtocols.[|Tls|] |
                    SslProtocols.[|Tls11|] |
                    SslProtocols.Tls12 |
                    SslProtocols.Tls13;
        """,
        """
        h.SslProtocols = SslProtocols.Tls12 |
                    SslProtocols.Tls13;
        """);

    [Theory]
    [InlineData("h.SslProtocols = SslProtocols.[|Tls|];\n        h.ToString();", "h.ToString();")]
    [InlineData("_ = new HttpClientHandler { UseProxy = true, SslProtocols = SslProtocols.[|Tls|] | SslProtocols.[|Tls11|] };", "_ = new HttpClientHandler { UseProxy = true };")]
    public Task Offers_to_remove_the_assignment(string before, string after) => Fixes(before, after, key: ObsoleteVersionFix.RemoveAssignment);

    [Theory]
    [InlineData("h.SslProtocols = SslProtocols.[|Tls|];", "h.SslProtocols = SslProtocols.None;")]
    [InlineData("ServicePointManager.SecurityProtocol = SecurityProtocolType.[|Ssl3|] | SecurityProtocolType.[|Tls|];", "ServicePointManager.SecurityProtocol = SecurityProtocolType.SystemDefault;")]
    [InlineData("ServicePointManager.SecurityProtocol = [|(SecurityProtocolType)(12288 | 192)|];", "ServicePointManager.SecurityProtocol = (SecurityProtocolType)12288;")]
    [InlineData("ServicePointManager.SecurityProtocol = [|(SecurityProtocolType)4032|];", "ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;")]
    public Task Compiles_on_net_framework_and_old_language(string before, string after) =>
        Fixes(before, after, ReferenceAssemblies.NetFramework.Net472.Default, LanguageVersion.CSharp7_3);

    [Theory]
    [InlineData("h.SslProtocols = SslProtocols.[|Tls|];", "h.SslProtocols = SslProtocols.None;")]
    [InlineData("ServicePointManager.SecurityProtocol = SecurityProtocolType.[|Tls|];", "ServicePointManager.SecurityProtocol = SecurityProtocolType.SystemDefault;")]
    public Task Compiles_on_net_8(string before, string after) => Fixes(before, after, ReferenceAssemblies.Net.Net80);

    [Fact]
    public Task Writes_the_floor_where_the_framework_has_no_choice() => Verify.Fixes<ProtocolVersionFamily, ObsoleteVersionFix>(
        """
        [assembly: System.Runtime.Versioning.TargetFramework(".NETFramework,Version=v4.6.1")]

        class C
        {
            void M()
            {
                System.Net.ServicePointManager.SecurityProtocol = System.Net.SecurityProtocolType.[|Tls|];
            }
        }
        """,
        """
        [assembly: System.Runtime.Versioning.TargetFramework(".NETFramework,Version=v4.6.1")]

        class C
        {
            void M()
            {
                System.Net.ServicePointManager.SecurityProtocol = System.Net.SecurityProtocolType.Tls12;
            }
        }
        """,
        references: ReferenceAssemblies.NetFramework.Net472.Default);

    [Fact]
    public Task Declarations_and_static_usings() => Verify.Fixes<ProtocolVersionFamily, ObsoleteVersionFix>(
        """
        #pragma warning disable SYSLIB0039
        using System.Net.Http;
        using System.Security.Authentication;
        using static System.Security.Authentication.SslProtocols;

        class C
        {
            private const SslProtocols Old = SslProtocols.[|Tls|];
            private static readonly SslProtocols[] All = { [|Tls|], [|Tls11|], Tls12 };

            public SslProtocols Protocols { get; set; } = [|Tls11|];

            HttpClientHandler A(SslProtocols p = SslProtocols.[|Tls|]) => new HttpClientHandler { SslProtocols = p | Old | All[0] };

            SslProtocols B(int n) => n switch { 0 => SslProtocols.[|Tls|], _ => Tls12 };
        }
        """,
        """
        #pragma warning disable SYSLIB0039
        using System.Net.Http;
        using System.Security.Authentication;
        using static System.Security.Authentication.SslProtocols;

        class C
        {
            private const SslProtocols Old = SslProtocols.None;
            private static readonly SslProtocols[] All = { Tls12 };

            public SslProtocols Protocols { get; set; } = None;

            HttpClientHandler A(SslProtocols p = SslProtocols.None) => new HttpClientHandler { SslProtocols = p | Old | All[0] };

            SslProtocols B(int n) => n switch { 0 => SslProtocols.None, _ => Tls12 };
        }
        """);
}
