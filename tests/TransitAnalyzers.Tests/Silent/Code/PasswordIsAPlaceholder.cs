// Looks like a password in source: it is an example for who configures the program.
using Npgsql;

public static class Template
{
    public static NpgsqlConnection Open(string password) => new($"Host=db.example;Username=shop;Password={password};SSL Mode=VerifyFull");

    public static NpgsqlConnectionStringBuilder Sample => new("Host=db.example;Username=shop;Password=<your password>;SSL Mode=VerifyFull");
}
