using Npgsql;

namespace Shop.Web;

/// <summary>Old orders, in a database of their own.</summary>
public class OrderArchive(IConfiguration configuration)
{
    private const string Fallback = "Host=archive.shop.internal;Database=archive;Username=archive;SSL Mode=VerifyFull";

    public async Task<long> CountAsync()
    {
        await using var connection = new NpgsqlConnection(configuration.GetConnectionString("Archive") ?? Fallback);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from orders", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public static NpgsqlDataSource Replica(string host, string password)
    {
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = host,
            Username = "reader",
            Password = password,
            SslMode = SslMode.VerifyFull,
        };
        return NpgsqlDataSource.Create(builder);
    }
}
