// Looks like a pipeline without HSTS: it is one part of somebody else's.
using Microsoft.AspNetCore.Builder;

namespace Company.Middleware;

public static class Defaults
{
    public static IApplicationBuilder UseCompanyDefaults(this IApplicationBuilder app)
    {
        app.UseStaticFiles();
        app.UseRouting();
        return app;
    }
}
