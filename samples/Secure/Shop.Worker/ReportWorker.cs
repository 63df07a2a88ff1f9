using Microsoft.Data.SqlClient;

namespace Shop.Worker;

/// <summary>Writes the daily report from the warehouse.</summary>
public class ReportWorker(IConfiguration configuration, ReportUpload upload) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await upload.SendAsync($"Sales: {await SalesAsync(stoppingToken)}");
            await Task.Delay(TimeSpan.FromDays(1), stoppingToken);
        }
    }

    private async Task<decimal> SalesAsync(CancellationToken cancellation)
    {
        await using var connection = new SqlConnection(configuration.GetConnectionString("Warehouse"));
        await connection.OpenAsync(cancellation);
        await using var command = new SqlCommand("select sum(Total) from Sales", connection);
        return (decimal)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Each branch office has a warehouse of its own.</summary>
    private static SqlConnection Branch(string server) =>
        new($"Server={server};Database=Warehouse;Integrated Security=true;Encrypt=True");
}
