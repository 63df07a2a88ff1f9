namespace TransitAnalyzers.AttackTests.Servers;

/// <summary>A test against a real PostgreSQL; skipped, with the reason, where there is none.</summary>
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = PostgresServer.Missing;
}

/// <summary>A test against a real Redis; skipped, with the reason, where there is none.</summary>
public sealed class RedisTheoryAttribute : TheoryAttribute
{
    public RedisTheoryAttribute() => Skip = RedisServer.Missing;
}
