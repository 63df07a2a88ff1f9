using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>
/// Settings of cookies. Defaults: <c>CookieOptions.Secure</c> is false; <c>SecurePolicy</c> is SameAsRequest for
/// authentication, None for session, antiforgery and TempData, Always for the correlation cookie of remote authentication.
/// <c>CookiePolicyOptions.Secure = None</c> is the default and leaves every cookie as it is.
/// https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.http.cookiesecurepolicy
/// </summary>
internal static class Cookies
{
    private const string Rule = "DIT0407";
    private const string Source = "https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.http.cookiesecurepolicy";

    public static readonly Library AspNetCore = new("ASP.NET Core cookies", "Microsoft.AspNetCore.Http.Abstractions", "Microsoft.AspNetCore.Http.Features")
    {
        Namespace = "Microsoft.AspNetCore.Http",
        Settings = ImmutableArray.Create(
            SettingRow.Set(Rule, "Microsoft.AspNetCore.Http.CookieOptions", "Secure", Insecure.False, Remedy.Write(true, orRemove: false), Source),
            SettingRow.Set(Rule, "Microsoft.AspNetCore.Http.CookieBuilder", "SecurePolicy", Insecure.Member("None"), Remedy.WriteMember("Always", orRemove: false), Source),
            SettingRow.Set(Rule, "Microsoft.AspNetCore.Http.CookieBuilder", "SecurePolicy", Insecure.Member("SameAsRequest"), Remedy.WriteMember("Always"), Source)),
    };

    public static readonly Library Headers = new("Microsoft.Net.Http.Headers", "Microsoft.Net.Http.Headers")
    {
        Namespace = "Microsoft.Net.Http.Headers",
        Settings = ImmutableArray.Create(
            SettingRow.Set(Rule, "Microsoft.Net.Http.Headers.SetCookieHeaderValue", "Secure", Insecure.False, Remedy.Write(true, orRemove: false), Source)),
    };

    public static readonly Library SystemWeb = new("System.Web", "System.Web")
    {
        Namespace = "System.Web",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                Rule, "System.Web.HttpCookie", "Secure", Insecure.False, Remedy.Write(true, orRemove: false),
                "https://learn.microsoft.com/dotnet/api/system.web.httpcookie.secure")),
    };

    public static readonly Library Katana = new("Katana (cookies)", "Microsoft.Owin.Security.Cookies", "Microsoft.Owin")
    {
        Namespace = "Microsoft.Owin",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                Rule, "Microsoft.Owin.Security.Cookies.CookieAuthenticationOptions", "CookieSecure", Insecure.Member("Never"), Remedy.WriteMember("Always", orRemove: false),
                "aspnet/AspNetKatana: src/Microsoft.Owin.Security.Cookies/CookieSecureOption.cs"),
            SettingRow.Set(
                Rule, "Microsoft.Owin.CookieOptions", "Secure", Insecure.False, Remedy.Write(true, orRemove: false), "aspnet/AspNetKatana: src/Microsoft.Owin/CookieOptions.cs")),
    };

    /// <summary>Names, or parts of them, of cookies that hold what anyone may know: language, theme, consent.</summary>
    public static readonly IReadOnlyList<string> HarmlessNames =
    [
        "culture", "lang", "locale", "theme", "color", "colour", "darkmode", "dark-mode", "consent", "timezone", "time-zone", "sidebar", "banner",
        "dismiss", "layout", "pagesize", "page-size",
    ];

    /// <summary>Options whose cookie has <c>SecurePolicy = Always</c> by default, which SameAsRequest weakens.</summary>
    public static readonly IReadOnlyList<string> AlwaysByDefault = ["CorrelationCookie", "NonceCookie"];
}
