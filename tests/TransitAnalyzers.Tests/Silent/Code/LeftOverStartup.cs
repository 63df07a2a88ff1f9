// Looks like a Startup class without HSTS and redirection: it is left over from before minimal hosting, nothing starts it.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllersWithViews();
var app = builder.Build();
app.UseHsts();
app.UseHttpsRedirection();
app.MapDefaultControllerRoute();
app.Run();

public class Startup(ILogger<Startup> logger)
{
    public void ConfigureServices(IServiceCollection services) => services.AddControllersWithViews();

    public void Configure(IApplicationBuilder app)
    {
        logger.LogInformation("Starting");
        app.UseRouting();
        app.UseEndpoints(endpoints => endpoints.MapDefaultControllerRoute());
    }
}
