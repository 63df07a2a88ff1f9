// Looks like a connection without encryption: it never leaves the machine.
using Microsoft.Data.SqlClient;
using Npgsql;

public static class LocalDatabases
{
    public static NpgsqlConnection Test() => new("Host=localhost;Database=shop;SSL Mode=Disable");

    public static NpgsqlConnection Socket() => new("Host=/var/run/postgresql;Database=shop;SSL Mode=Disable");

    public static SqlConnection Express() => new(@"Server=(localdb)\MSSQLLocalDB;Database=shop;Encrypt=False");

    public static SqlConnection Pipe() => new("Server=127.0.0.1,1433;Database=shop;Encrypt=False;Integrated Security=true");
}
