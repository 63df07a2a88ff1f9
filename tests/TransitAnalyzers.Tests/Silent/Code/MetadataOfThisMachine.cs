// Looks like identity metadata over HTTP: the authority is this machine.
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;

public static class Login
{
    public static void Add(IServiceCollection services) => services.AddAuthentication().AddJwtBearer(options =>
    {
        options.Authority = "http://localhost:5001";
        options.RequireHttpsMetadata = false;
    });
}
