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

    /// <summary>Whoever reads along reads the secret of the program as written; mended, it reaches its server, and nothing is read.</summary>
    public static Task IsBlindedByFixAsync(string source, Func<Task<IOtherSide>> attack, string id) => IsBlindedByFixAsync(source, attack, attack, id);

    /// <inheritdoc cref="IsBlindedByFixAsync(string, Func{Task{IOtherSide}}, string)"/>
    /// <param name="source">The program.</param>
    /// <param name="clear">Starts the path to a server that the program as written can talk to.</param>
    /// <param name="encrypted">Starts the path to a server that the mended program can talk to.</param>
    /// <param name="id">The rule whose fix is to blind who reads along.</param>
    public static async Task IsBlindedByFixAsync(string source, Func<Task<IOtherSide>> clear, Func<Task<IOtherSide>> encrypted, string id)
    {
        var victim = await Victim.CreateAsync(source, id);
        var secret = Guid.NewGuid().ToString("N");
        await using (var path = await clear())
        {
            var failure = await VisitAsync(victim.Insecure, path, secret);
            Assert.True(path.Seen.Contains(secret, StringComparison.Ordinal), $"The insecure program was to give its secret away: {failure}");
        }

        await using (var path = await encrypted())
        {
            var failure = await VisitAsync(victim.Mended, path, secret);
            Assert.True(failure is null, $"The mended program was to reach its server: {failure}");
            Assert.NotEmpty(path.Seen);
            Assert.DoesNotContain(secret, path.Seen, StringComparison.Ordinal);
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
