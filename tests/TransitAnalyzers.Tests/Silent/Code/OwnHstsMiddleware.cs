// Looks like an application without HSTS: its own middleware sends the header.
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllersWithViews();
var app = builder.Build();
app.UseMiddleware<TransportHeaders>();
app.UseHttpsRedirection();
app.MapDefaultControllerRoute();
app.Run();

public sealed class TransportHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        return next(context);
    }
}
