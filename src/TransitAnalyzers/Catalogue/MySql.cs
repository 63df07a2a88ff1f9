using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>What the two drivers for MySQL have in common: the modes of TLS, what they mean, and how a server is local.</summary>
internal static class MySql
{
    public const string Ssl = "ssl mode";
    public const string Authority = "authority";
    public const string Protocol = "protocol";
    public const string ConnectionTimeout = "connection timeout";
    public const string CommandTimeout = "command timeout";

    private static readonly ImmutableArray<TextRemedy> Verify = ImmutableArray.Create(TextRemedy.Set(Ssl, "VerifyFull"));

    public static ImmutableArray<string> ObjectMembers { get; } = ImmutableArray.Create("SslMode", "Password", "ConnectionTimeout", "DefaultCommandTimeout");

    public static ImmutableArray<Condition> Local { get; } =
        ImmutableArray.Create(new Condition(Protocol, "unix", "unixsocket", "pipe", "namedpipe", "memory", "sharedmemory"));

    public static ImmutableArray<TimeLimitRow> TimeLimits { get; } =
        ImmutableArray.Create(new TimeLimitRow(ConnectionTimeout, "15", "0"), new TimeLimitRow(CommandTimeout, "30", "0"));

    /// <param name="callbacks">Members that take the program's own callback, which has its say in the mode Required alone.</param>
    public static ImmutableArray<LossRow> Losses(params string[] callbacks) => ImmutableArray.Create(
        new LossRow(TransportLoss.Encryption, new Condition(Ssl, "none", "disabled", "0")) { Remedies = Verify },
        new LossRow(TransportLoss.EncryptionWhenStripped, new Condition(Ssl, "preferred", "prefered", "1")) { Remedies = Verify },
        new LossRow(TransportLoss.Authentication, new Condition(Ssl, "required", "2")) { Remedies = Verify, UnlessSet = ImmutableArray.Create(callbacks) },
        new LossRow(TransportLoss.None, new Condition(Ssl, "verifyfull", "4")),
        new LossRow(TransportLoss.HostName, new Condition(Ssl, "verifyca", "3"), Condition.Absent(Authority)) { Remedies = Verify },
        new LossRow(TransportLoss.EncryptionWhenStripped, Condition.Absent(Ssl)) { Remedies = Verify });
}
