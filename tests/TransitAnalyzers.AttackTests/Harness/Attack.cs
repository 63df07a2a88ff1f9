using System.Net;

namespace TransitAnalyzers.AttackTests.Harness;

/// <summary>One attack on a program and on what our fix makes of it.</summary>
internal static class Attack
{
    private const string Host = "localhost";

    /// <summary>The program as written gives its secret away; mended, it fails to connect and gives nothing away.</summary>
    public static Task IsStoppedByFixAsync(string source, string id, Presented presented, bool startsInClear = false) =>
        IsStoppedByFixesAsync(source, () => Task.FromResult<IOtherSide>(new Attacker(presented, startsInClear)), id);

    /// <inheritdoc cref="IsStoppedByFixAsync(string, string, Presented, bool)"/>
    /// <param name="source">The program.</param>
    /// <param name="attack">Starts the attacker, once for the program as written and once for the mended one.</param>
    /// <param name="ids">The rules whose fixes, one after the other, are to stop the attack.</param>
    public static async Task IsStoppedByFixesAsync(string source, Func<Task<IOtherSide>> attack, params string[] ids)
    {
        var victim = await Victim.CreateAsync(source, ids);
        Reset();
        var secret = Guid.NewGuid().ToString("N");
        await using (var attacker = await attack())
        {
            var failure = await VisitAsync(victim.Insecure, attacker, secret);
            Assert.True(attacker.Seen.Contains(secret, StringComparison.Ordinal), $"The insecure program was to give its secret away: {failure}");
        }

        Reset();
        await using (var attacker = await attack())
        {
            var failure = await VisitAsync(victim.Mended, attacker, secret);
            Assert.True(failure is not null, "The mended program was to fail: " + victim.MendedSource);
            Assert.DoesNotContain(secret, attacker.Seen, StringComparison.Ordinal);
        }
    }

    private static async Task<Exception?> VisitAsync(Func<Visit, Task> victim, IOtherSide attacker, string secret)
    {
        try
        {
            await victim(new(Host, attacker.Port, secret, Laboratory.Authority)).WaitAsync(TimeSpan.FromSeconds(30));
            return null;
        }
        catch (Exception exception) when (exception is not TimeoutException)
        {
            return exception;
        }
        finally
        {
            // What was sent last may still be on its way.
            await Task.Delay(200);
        }
    }

    /// <summary>What a program has set for the whole process.</summary>
    private static void Reset()
    {
#pragma warning disable SYSLIB0014 // The programs under test use it.
        ServicePointManager.ServerCertificateValidationCallback = null;
#pragma warning restore SYSLIB0014
    }
}
