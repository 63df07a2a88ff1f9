// Looks like a cookie without Secure: the policy of the pipeline adds it to all.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

var app = WebApplication.CreateBuilder(args).Build();
app.UseHsts();
app.UseHttpsRedirection();
app.UseCookiePolicy(new CookiePolicyOptions { Secure = CookieSecurePolicy.Always });
app.MapGet("/theme/{name}", (string name, HttpContext context) => context.Response.Cookies.Append("theme", name, new CookieOptions { HttpOnly = true }));
app.Run();
