namespace TransitAnalyzers.AttackTests.Harness;

/// <summary>Whom the victim talks to, on the loopback: it remembers what it could read.</summary>
internal interface IOtherSide : IAsyncDisposable
{
    int Port { get; }

    /// <summary>What it could read so far.</summary>
    string Seen { get; }
}
