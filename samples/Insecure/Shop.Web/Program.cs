using System.Net;
using System.Security.Authentication;
using Microsoft.EntityFrameworkCore;
using Shop.Web;
using StackExchange.Redis;

// Some suppliers still speak old TLS.
ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls | SecurityProtocolType.Tls11 | SecurityProtocolType.Tls12 | SecurityProtocolType.Tls13;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddRazorPages();
builder.Services.AddDbContext<ShopContext>(options =>
    options.UseNpgsql(builder.Configuration.GetConnectionString("Shop")));
builder.Services.AddSingleton<IConnectionMultiplexer>(_ =>
    ConnectionMultiplexer.Connect(builder.Configuration.GetConnectionString("Redis")!));
builder.Services.AddScoped<OrderArchive>();
builder.Services.AddScoped<OrderMail>();

// The payment gateway's certificate expired once and nobody came back to this.
builder.Services.AddHttpClient<PaymentClient>(client => client.BaseAddress = new Uri("https://payments.shop.internal"))
    .ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler
    {
        ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => true,
        SslProtocols = SslProtocols.Tls11 | SslProtocols.Tls12 | SslProtocols.Tls13,
    });

builder.Services.AddHttpClient<SupplierClient>()
    .ConfigurePrimaryHttpMessageHandler(SupplierClient.CreateHandler);

var app = builder.Build();

if (app.Environment.IsDevelopment())
{
    app.UseDeveloperExceptionPage();
}
else
{
    app.UseExceptionHandler("/Error");
}

app.UseStaticFiles();
app.UseRouting();
app.UseAuthorization();

app.MapRazorPages();

app.Run();
