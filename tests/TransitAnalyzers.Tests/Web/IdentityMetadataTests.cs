using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.CodeFixes.Web;
using TransitAnalyzers.Testing;
using TransitAnalyzers.Web;

namespace TransitAnalyzers.Tests.Web;

/// <summary>DIT0406.</summary>
public sealed class IdentityMetadataTests
{
    private static readonly ReferenceAssemblies Libraries = ReferenceAssemblies.AspNetCore.Net100.AddPackages(
        [Packages.JwtBearer, MorePackages.IdentityModel, MorePackages.OpenIdConnect, MorePackages.OpenIddictServer]);

    private const string Usings = """
        using System;
        using Microsoft.AspNetCore.Authentication.JwtBearer;
        using Microsoft.AspNetCore.Authentication.OpenIdConnect;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        """;

    [Theory]
    [InlineData("Action<JwtBearerOptions> a = o => o.RequireHttpsMetadata = {|DIT0406:false|};")]
    [InlineData("Action<JwtBearerOptions> a = o => { o.Authority = \"http://id.example.com\"; o.RequireHttpsMetadata = {|DIT0406:false|}; };")]
    [InlineData("Action<OpenIdConnectOptions> a = o => o.RequireHttpsMetadata = {|DIT0406:false|};")]
    [InlineData("var p = new IdentityModel.Client.DiscoveryPolicy { RequireHttps = {|DIT0406:false|} };")]
    [InlineData("new OpenIddictServerAspNetCoreBuilder(null!).{|DIT0406:DisableTransportSecurityRequirement()|}.EnableTokenEndpointPassthrough();")]
    [InlineData("var o = new OpenIddict.Server.AspNetCore.OpenIddictServerAspNetCoreOptions { DisableTransportSecurityRequirement = {|DIT0406:true|} };")]
    public Task Reports(string statement) => Verify.Finds<IdentityMetadataFamily>(Source(statement), Libraries);

    [Theory]
    [InlineData("Action<JwtBearerOptions> a = o => o.RequireHttpsMetadata = true;")]
    [InlineData("Action<JwtBearerOptions> a = o => o.RequireHttpsMetadata = !env.IsDevelopment();")]
    [InlineData("Action<JwtBearerOptions> a = o => o.RequireHttpsMetadata = env.IsProduction();")]
    [InlineData("Action<JwtBearerOptions> a = o => { if (env.IsDevelopment()) o.RequireHttpsMetadata = false; };")]
    [InlineData("Action<JwtBearerOptions> a = o => { o.Authority = \"http://localhost:5000\"; o.RequireHttpsMetadata = false; };")]
    public Task Is_silent(string statement) => Verify.Silent<IdentityMetadataFamily>(Source(statement), Libraries);

    [Theory]
    [InlineData("Action<JwtBearerOptions> a = o => o.RequireHttpsMetadata = {|DIT0406:false|}; // lab", "Action<JwtBearerOptions> a = o => o.RequireHttpsMetadata = true; // lab")]
    [InlineData("new OpenIddictServerAspNetCoreBuilder(null!).{|DIT0406:DisableTransportSecurityRequirement()|}.EnableTokenEndpointPassthrough();", "new OpenIddictServerAspNetCoreBuilder(null!).EnableTokenEndpointPassthrough();")]
    public Task Is_mended(string statement, string mended) => Verify.Fixes<IdentityMetadataFamily, IdentityMetadataFix>(Source(statement), Source(mended), references: Libraries);

    private static string Source(string statement) => Usings + "public class C { public void M(IHostEnvironment env) {\n" + statement + "\n} }";
}
