// Looks like accepting everything: only where the environment is called Development.
using System;
using System.Net.Http;

public static class LaboratoryHandler
{
    public static HttpMessageHandler Create()
    {
        var environment = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT");
        if (string.Equals(environment, "Development", StringComparison.OrdinalIgnoreCase))
            return new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
        return new HttpClientHandler();
    }
}
