using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>
/// URIs that name a server by convention (<c>DATABASE_URL</c>, <c>REDIS_URL</c>) and that programs take apart themselves.
/// </summary>
internal static class UriConventions
{
    private const string Ssl = "sslmode";

    private static readonly ImmutableArray<TextRemedy> Verify = ImmutableArray.Create(TextRemedy.Set(Ssl, "verify-full"));

    /// <summary>https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING.</summary>
    public static readonly Dialect Postgres = new("libpq", ConnectionGrammar.Uri)
    {
        Schemes = ImmutableArray.Create("postgres", "postgresql"),
        RejectsUnknownKeys = false,
        Keys = UriParts.Keys(
            new KeyRow(Ssl, "sslmode"),
            new KeyRow("root", "sslrootcert")),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition(Ssl, "disable")) { Remedies = Verify },
            new LossRow(TransportLoss.EncryptionWhenStripped, new Condition(Ssl, "allow", "prefer")) { Remedies = Verify },
            new LossRow(TransportLoss.Authentication, new Condition(Ssl, "require")) { Remedies = Verify },
            new LossRow(TransportLoss.HostName, new Condition(Ssl, "verify-ca"), Condition.Absent("root")) { Remedies = Verify },
            new LossRow(TransportLoss.EncryptionWhenStripped, Condition.Absent(Ssl)) { Remedies = Verify }),
        Sinks = ImmutableArray<SinkRow>.Empty,
    };

    /// <summary>https://www.iana.org/assignments/uri-schemes/prov/redis and rediss: TLS by the scheme.</summary>
    public static readonly Dialect Redis = new("redis", ConnectionGrammar.Uri)
    {
        Schemes = ImmutableArray.Create("redis", "rediss"),
        RejectsUnknownKeys = false,
        Keys = UriParts.Keys(
            new KeyRow("ssl", "ssl")),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition(UriParts.Scheme, "redis"), new Condition("ssl", "", "false")) { Remedies = ImmutableArray.Create(TextRemedy.Set(UriParts.Scheme, "rediss")) }),
        Sinks = ImmutableArray<SinkRow>.Empty,
    };

    public static readonly Library Library = new("URI conventions")
    {
        Dialects = ImmutableArray.Create(Postgres, Redis),
    };
}
