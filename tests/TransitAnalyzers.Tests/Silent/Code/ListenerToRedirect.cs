// Looks like a listener in clear text: beside HTTPS, to redirect from.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseUrls("http://*:80;https://*:443");
var app = builder.Build();
app.UseHttpsRedirection();
app.MapGet("/items", () => new[] { 1, 2 });
app.Run();
