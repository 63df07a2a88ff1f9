// Looks like a policy that was weakened: it is stronger than the default.
using System;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHsts(options =>
{
    options.MaxAge = TimeSpan.FromDays(365 * 2);
    options.IncludeSubDomains = true;
    options.Preload = true;
});
builder.Services.AddRazorPages();
var app = builder.Build();
app.UseHsts();
app.UseHttpsRedirection();
app.MapRazorPages();
app.Run();
