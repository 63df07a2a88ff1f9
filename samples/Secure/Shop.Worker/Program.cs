using Shop.Worker;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddHostedService<ReportWorker>();
builder.Services.AddSingleton<ReportUpload>();
builder.Build().Run();
