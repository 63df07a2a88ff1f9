// Looks like identity metadata over HTTP: in development only.
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
{
    options.Authority = "https://login.example/";
    options.RequireHttpsMetadata = !builder.Environment.IsDevelopment();
});
var app = builder.Build();
app.UseHttpsRedirection();
app.MapGet("/", (string name) => name.Length);
app.Run();
