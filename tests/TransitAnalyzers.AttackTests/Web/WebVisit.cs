using Microsoft.AspNetCore.Server.Kestrel.Core;
using TransitAnalyzers.AttackTests.Harness;

namespace TransitAnalyzers.AttackTests.Web;

/// <summary>What a web application is told: the environment, where to listen, and how long.</summary>
public sealed record WebVisit(string EnvironmentName, Action<KestrelServerOptions> Listen, Task Until)
    : Visit("localhost", 0, string.Empty, Laboratory.Authority);
