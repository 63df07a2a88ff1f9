// Looks like a cookie that may travel over HTTP: outside development it may not.
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

public sealed class Preferences(IHostEnvironment environment)
{
    public void Save(HttpResponse response, string value) => response.Cookies.Append("preferences", value, new CookieOptions
    {
        HttpOnly = true,
        Secure = !environment.IsDevelopment(),
        SameSite = SameSiteMode.Strict,
    });
}
