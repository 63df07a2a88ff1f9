// Looks like redirection in development only: the class is the one of development, production has its own.
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

WebHost.CreateDefaultBuilder(args).UseStartup(typeof(StartupDevelopment).Assembly.FullName!).Build().Run();

public class StartupDevelopment
{
    public void ConfigureServices(IServiceCollection services) => services.AddRazorPages();

    public void Configure(IApplicationBuilder app)
    {
        app.UseDeveloperExceptionPage();
        app.UseHttpsRedirection();
        app.UseRouting();
        app.UseEndpoints(endpoints => endpoints.MapRazorPages());
    }
}

public class StartupProduction
{
    public void ConfigureServices(IServiceCollection services) => services.AddRazorPages();

    public void Configure(IApplicationBuilder app)
    {
        app.UseHsts();
        app.UseHttpsRedirection();
        app.UseRouting();
        app.UseEndpoints(endpoints => endpoints.MapRazorPages());
    }
}
