// Looks like a listener in clear text: it hears this machine only.
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(options =>
{
    options.ListenLocalhost(5000);
    options.Listen(IPAddress.Loopback, 5002);
    options.ListenUnixSocket("/run/shop.sock");
});
var app = builder.Build();
app.Run();
