// Looks like a connection without encryption: the development's.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Npgsql;

var builder = WebApplication.CreateBuilder(args);
var text = builder.Environment.IsDevelopment()
    ? "Host=db;Username=shop;SSL Mode=Disable"
    : builder.Configuration.GetConnectionString("Shop")!;
await using var source = NpgsqlDataSource.Create(text);
var app = builder.Build();
app.UseHsts();
app.UseHttpsRedirection();
app.Run();
