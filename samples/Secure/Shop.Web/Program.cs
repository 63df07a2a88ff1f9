using Microsoft.EntityFrameworkCore;
using Shop.Web;
using StackExchange.Redis;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddRazorPages();
builder.Services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
builder.Services.AddDbContext<ShopContext>(options =>
    options.UseNpgsql(builder.Configuration.GetConnectionString("Shop")));
builder.Services.AddSingleton<IConnectionMultiplexer>(_ =>
    ConnectionMultiplexer.Connect(builder.Configuration.GetConnectionString("Redis")!));
builder.Services.AddScoped<OrderArchive>();
builder.Services.AddScoped<OrderMail>();

builder.Services.AddHttpClient<PaymentClient>(client =>
    {
        client.BaseAddress = new Uri("https://payments.shop.internal");
        client.Timeout = TimeSpan.FromSeconds(20);
    })
    .ConfigurePrimaryHttpMessageHandler(() =>
    {
        var handler = new HttpClientHandler { CheckCertificateRevocationList = true };
        if (builder.Environment.IsDevelopment())
        {
            // The payment simulator on a developer's machine has a self-signed certificate.
            handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
        }

        return handler;
    });

builder.Services.AddHttpClient<SupplierClient>()
    .ConfigurePrimaryHttpMessageHandler(SupplierClient.CreateHandler);

var app = builder.Build();

if (!app.Environment.IsDevelopment())
{
    app.UseExceptionHandler("/Error");
    app.UseHsts();
}

app.UseHttpsRedirection();
app.UseStaticFiles();
app.UseRouting();
app.UseAuthorization();

app.MapRazorPages();

app.Run();
