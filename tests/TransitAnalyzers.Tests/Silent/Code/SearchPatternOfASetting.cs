// Looks like a connection string without encryption: it is searched for, to be refused.
using System;
using Microsoft.Data.SqlClient;

public static class Guarded
{
    public static SqlConnection Open(string text)
    {
        if (text.Contains("TrustServerCertificate=true", StringComparison.OrdinalIgnoreCase) || text.Contains("Encrypt=false", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException("not encrypted", nameof(text));
        return new SqlConnection(text);
    }
}
