// Looks like accepting everything: in development only.
using System.Net.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

public static class Clients
{
    public static IServiceCollection AddCatalog(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddHttpClient("catalog").ConfigurePrimaryHttpMessageHandler(() =>
        {
            var handler = new HttpClientHandler();
            if (environment.IsDevelopment())
                handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
            return handler;
        });
        return services;
    }
}
