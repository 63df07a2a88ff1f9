// Looks like an application without HSTS: clients of an API ignore the header, so the documentation leaves it out.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

var app = WebApplication.CreateBuilder(args).Build();
app.UseHttpsRedirection();
app.MapGet("/items/{id:int}", (int id) => Results.Ok(id));
app.MapPost("/items", (string name) => Results.Created("/items/1", name));
app.Run();
