using System.Security.Cryptography.X509Certificates;

namespace TransitAnalyzers.AttackTests.Harness;

/// <summary>What a victim is told: where to go, what to send, and the authority that it trusts where it names one.</summary>
public record Visit(string Host, int Port, string Secret, X509Certificate2 Authority)
{
    /// <summary>What a victim that is a server presents.</summary>
    public X509Certificate2? Own { get; init; }

    /// <summary>When a victim that is a server may go.</summary>
    public CancellationToken Stop { get; init; }
}
