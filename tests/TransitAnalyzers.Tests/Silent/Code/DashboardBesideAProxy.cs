// Looks like a dashboard that answers over HTTP: it listens on this machine only, another host of the same program does not.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Company.Tool;

public sealed class Dashboard(int port)
{
    public IHost Build() => Host.CreateDefaultBuilder()
        .ConfigureWebHostDefaults(builder =>
        {
            builder.Configure(Configure).UseUrls($"http://127.0.0.1:{port}");
        })
        .ConfigureServices(services => services.AddRazorPages())
        .Build();

    public IHost BuildProxy(string[] urls) => Host.CreateDefaultBuilder()
        .ConfigureWebHostDefaults(builder =>
        {
            builder.UseUrls(urls);
            builder.Configure(app => app.UseHttpsRedirection().UseHsts().UseRouting().UseEndpoints(endpoints => endpoints.MapDefaultControllerRoute()));
        })
        .Build();

    private void Configure(IApplicationBuilder app)
    {
        app.UseStaticFiles();
        app.UseRouting();
        app.UseEndpoints(endpoints => endpoints.MapFallbackToPage("/_Host"));
    }
}
