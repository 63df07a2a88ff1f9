// Looks like a connection string without encryption: the builder that reads it puts it right.
using Npgsql;

public static class Completed
{
    public static NpgsqlConnection Open()
    {
        var builder = new NpgsqlConnectionStringBuilder("Host=db.example;Username=shop;SSL Mode=Disable")
        {
            SslMode = SslMode.VerifyFull,
        };
        return new NpgsqlConnection(builder.ConnectionString);
    }
}
