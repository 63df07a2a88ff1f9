// Looks like accepting everything: in production the line above throws.
using System;
using System.Net;
using Microsoft.Extensions.Hosting;

public static class Laboratory
{
#pragma warning disable SYSLIB0014
    public static void Open(IHostEnvironment environment)
    {
        if (!environment.IsDevelopment())
            throw new InvalidOperationException("for the laboratory only");
        ServicePointManager.ServerCertificateValidationCallback = (_, _, _, _) => true;
    }
#pragma warning restore SYSLIB0014
}
