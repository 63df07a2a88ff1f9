using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Where libraries fetch the keys that tokens are checked with, and where they take tokens: over HTTPS unless told otherwise.</summary>
internal static class IdentityMetadata
{
    private const string Rule = "DIT0406";
    private const string AspNetCore = "https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.authentication.jwtbearer.jwtbeareroptions.requirehttpsmetadata";

    public static readonly Library JwtBearer = new("JWT bearer authentication", "Microsoft.AspNetCore.Authentication.JwtBearer")
    {
        Namespace = "Microsoft.AspNetCore.Authentication.JwtBearer",
        Settings = ImmutableArray.Create(Metadata("Microsoft.AspNetCore.Authentication.JwtBearer.JwtBearerOptions", AspNetCore)),
    };

    public static readonly Library OpenIdConnect = new("OpenID Connect authentication", "Microsoft.AspNetCore.Authentication.OpenIdConnect")
    {
        Namespace = "Microsoft.AspNetCore.Authentication.OpenIdConnect",
        Settings = ImmutableArray.Create(Metadata("Microsoft.AspNetCore.Authentication.OpenIdConnect.OpenIdConnectOptions", AspNetCore)),
    };

    public static readonly Library WsFederation = new("WS-Federation authentication", "Microsoft.AspNetCore.Authentication.WsFederation")
    {
        Namespace = "Microsoft.AspNetCore.Authentication.WsFederation",
        Settings = ImmutableArray.Create(Metadata("Microsoft.AspNetCore.Authentication.WsFederation.WsFederationOptions", AspNetCore)),
    };

    public static readonly Library Protocols = new("Microsoft.IdentityModel.Protocols", "Microsoft.IdentityModel.Protocols")
    {
        Namespace = "Microsoft.IdentityModel.Protocols",
        Settings = ImmutableArray.Create(SettingRow.Set(
            Rule, "Microsoft.IdentityModel.Protocols.HttpDocumentRetriever", "RequireHttps", Insecure.False, Remedy.Write(true),
            "AzureAD/azure-activedirectory-identitymodel-extensions-for-dotnet: src/Microsoft.IdentityModel.Protocols/Configuration/HttpDocumentRetriever.cs")),
    };

    public static readonly Library IdentityModel = new("IdentityModel", "IdentityModel")
    {
        Namespace = "IdentityModel.Client",
        Settings = ImmutableArray.Create(Discovery("IdentityModel.Client.DiscoveryPolicy")),
    };

    public static readonly Library DuendeIdentityModel = new("Duende.IdentityModel", "Duende.IdentityModel")
    {
        Namespace = "Duende.IdentityModel.Client",
        Settings = ImmutableArray.Create(Discovery("Duende.IdentityModel.Client.DiscoveryPolicy")),
    };

    public static readonly Library IdentityServer = new("IdentityServer4.AccessTokenValidation", "IdentityServer4.AccessTokenValidation")
    {
        Namespace = "IdentityServer4.AccessTokenValidation",
        Settings = ImmutableArray.Create(Metadata(
            "IdentityServer4.AccessTokenValidation.IdentityServerAuthenticationOptions", "IdentityServer/IdentityServer4.AccessTokenValidation: IdentityServerAuthenticationOptions.cs")),
    };

    public static readonly Library OpenIddict = new("OpenIddict", "OpenIddict.Server.AspNetCore", "OpenIddict.Client.AspNetCore", "OpenIddict.Server.Owin", "OpenIddict.Client.Owin")
    {
        Namespace = "OpenIddict",
        Settings = ImmutableArray.Create(
            Transport("Microsoft.Extensions.DependencyInjection.OpenIddictServerAspNetCoreBuilder"),
            Transport("Microsoft.Extensions.DependencyInjection.OpenIddictClientAspNetCoreBuilder"),
            Transport("Microsoft.Extensions.DependencyInjection.OpenIddictServerOwinBuilder"),
            Transport("Microsoft.Extensions.DependencyInjection.OpenIddictClientOwinBuilder"),
            TransportOption("OpenIddict.Server.AspNetCore.OpenIddictServerAspNetCoreOptions"),
            TransportOption("OpenIddict.Client.AspNetCore.OpenIddictClientAspNetCoreOptions"),
            TransportOption("OpenIddict.Server.Owin.OpenIddictServerOwinOptions"),
            TransportOption("OpenIddict.Client.Owin.OpenIddictClientOwinOptions")),
    };

    public static readonly Library Katana = new("Katana (OAuth, OpenID Connect)", "Microsoft.Owin.Security.OAuth", "Microsoft.Owin.Security.OpenIdConnect")
    {
        Namespace = "Microsoft.Owin.Security",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                Rule, "Microsoft.Owin.Security.OAuth.OAuthAuthorizationServerOptions", "AllowInsecureHttp", Insecure.True, Remedy.Write(false),
                "aspnet/AspNetKatana: src/Microsoft.Owin.Security.OAuth/OAuthAuthorizationServerOptions.cs") with { Loss = "passwords and tokens are taken over HTTP" },
            Metadata("Microsoft.Owin.Security.OpenIdConnect.OpenIdConnectAuthenticationOptions", "aspnet/AspNetKatana: src/Microsoft.Owin.Security.OpenIdConnect")),
    };

    private static SettingRow Metadata(string type, string source) =>
        SettingRow.Set(Rule, type, "RequireHttpsMetadata", Insecure.False, Remedy.Write(true), source) with
        {
            Loss = "the keys that tokens are checked with may come over HTTP",
        };

    private static SettingRow Discovery(string type) =>
        SettingRow.Set(Rule, type, "RequireHttps", Insecure.False, Remedy.Write(true), "IdentityModel/IdentityModel: src/Client/DiscoveryPolicy.cs") with
        {
            Loss = "the discovery document and its keys may come over HTTP",
        };

    private static SettingRow Transport(string type) =>
        SettingRow.Call(Rule, type, "DisableTransportSecurityRequirement", Remedy.Remove, "https://documentation.openiddict.com/integrations/aspnet-core") with
        {
            Loss = "passwords and tokens are taken over HTTP",
        };

    private static SettingRow TransportOption(string type) =>
        SettingRow.Set(Rule, type, "DisableTransportSecurityRequirement", Insecure.True, Remedy.Write(false), "openiddict/openiddict-core") with
        {
            Loss = "passwords and tokens are taken over HTTP",
        };
}
