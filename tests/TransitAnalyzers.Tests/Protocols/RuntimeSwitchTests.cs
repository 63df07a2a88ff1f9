using TransitAnalyzers.CodeFixes.Protocols;
using TransitAnalyzers.Protocols;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Protocols;

/// <summary>DIT0205.</summary>
public sealed class RuntimeSwitchTests
{
    private const string Usings = "using System;\nusing System.Net.Security;\n";

    [Theory]
    [InlineData("AppContext.SetSwitch(\"Switch.System.Net.DontEnableSchUseStrongCrypto\", [|true|]);", "AppContext.SetSwitch(\"Switch.System.Net.DontEnableSchUseStrongCrypto\", false);")]
    [InlineData("const string Name = \"Switch.System.Net.DontEnableSystemDefaultTlsVersions\"; AppContext.SetSwitch(Name, isEnabled: [|true|]);", "const string Name = \"Switch.System.Net.DontEnableSystemDefaultTlsVersions\"; AppContext.SetSwitch(Name, isEnabled: false);")]
    [InlineData("AppContext.SetSwitch(\"Switch.System.ServiceModel.\" + \"DontEnableSystemDefaultTlsVersions\", [|true|]);", "AppContext.SetSwitch(\"Switch.System.ServiceModel.\" + \"DontEnableSystemDefaultTlsVersions\", false);")]
    [InlineData("AppContext.SetSwitch(\"System.Net.EnableSslKeyLogging\", [|true|]);", "AppContext.SetSwitch(\"System.Net.EnableSslKeyLogging\", false);")]
    [InlineData("var o = new SslServerAuthenticationOptions { AllowRenegotiation = [|true|] };", "var o = new SslServerAuthenticationOptions { AllowRenegotiation = false };")]
    [InlineData("var o = new SslClientAuthenticationOptions(); o.AllowRenegotiation = [|true|];", "var o = new SslClientAuthenticationOptions(); o.AllowRenegotiation = false;")]
    [InlineData("Environment.SetEnvironmentVariable(\"SSLKEYLOGFILE\", [|\"/tmp/keys\"|]);\nConsole.WriteLine();", "Console.WriteLine();")]
    [InlineData("Environment.SetEnvironmentVariable(\"SSLKEYLOGFILE\", [|args[0]|]);\nConsole.WriteLine();", "Console.WriteLine();")]
    [InlineData("AppContext.SetData(\"System.Net.EnableSslKeyLogging\", [|\"true\"|]);\nConsole.WriteLine();", "Console.WriteLine();")]
    [InlineData("foreach (var name in new[] { \"A\", \"System.Net.EnableSslKeyLogging\" }) AppContext.SetSwitch(name, [|true|]);", "foreach (var name in new[] { \"A\", \"System.Net.EnableSslKeyLogging\" }) AppContext.SetSwitch(name, false);")]
    public Task Is_fixed(string before, string after) => Verify.Fixes<RuntimeSwitchSettings, RuntimeSwitchFix>(Usings + before, Usings + after);

    [Theory]
    [InlineData("AppContext.SetSwitch(\"Switch.System.Net.DontEnableSchUseStrongCrypto\", false);")]
    [InlineData("AppContext.SetSwitch(\"System.Net.Security.DisableTlsResume\", true);")]
    [InlineData("AppContext.SetSwitch(args[0], true);")]
    [InlineData("AppContext.SetSwitch(\"Switch.System.Net.DontEnableSchUseStrongCrypto\", args.Length > 0);")]
    [InlineData("if (AppContext.TryGetSwitch(\"Switch.System.Net.DontEnableSchUseStrongCrypto\", out var on) && on) throw new InvalidOperationException();")]
    [InlineData("Environment.SetEnvironmentVariable(\"SSLKEYLOGFILE\", null); Console.WriteLine(Environment.GetEnvironmentVariable(\"SSLKEYLOGFILE\"));")]
    [InlineData("var o = new SslServerAuthenticationOptions { AllowRenegotiation = false }; if (o.AllowRenegotiation == true) throw new InvalidOperationException();")]
    public Task Is_silent(string statements) => Verify.Silent<RuntimeSwitchSettings>(Usings + statements);
}
