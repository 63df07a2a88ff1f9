namespace TransitAnalyzers.Catalogue.Rows;

/// <summary>What is wrong with a cipher suite.</summary>
/// <param name="Loss">What it allows.</param>
/// <param name="IsSuggestion">Not broken by itself, but to be left (RFC 9325).</param>
internal sealed record CipherWeakness(string Loss, bool IsSuggestion = false);

/// <summary>
/// Judges cipher suites by the structure of their names: IANA's <c>TLS_key-exchange_WITH_cipher_hash</c>
/// (https://www.iana.org/assignments/tls-parameters, RFC 9325) and the strings that OpenSSL takes
/// (https://docs.openssl.org/master/man1/openssl-ciphers). Not judged: CBC with SHA-2, short tags, pre-shared keys.
/// </summary>
internal static class CipherSuites
{
    private static readonly string[] BrokenCiphers = ["RC2", "RC4", "DES", "DES40", "3DES", "IDEA", "SEED"];

    // Words of OpenSSL that switch weak suites on, with what they mean.
    private static readonly (string Word, string Loss)[] OpenSslWords =
    [
        ("NULL", "connections that are not encrypted"),
        ("eNULL", "connections that are not encrypted"),
        ("aNULL", "connections to a peer that nobody has authenticated"),
        ("ADH", "connections to a peer that nobody has authenticated"),
        ("AECDH", "connections to a peer that nobody has authenticated"),
        ("COMPLEMENTOFALL", "connections that are not encrypted"),
        ("COMPLEMENTOFDEFAULT", "connections to a peer that nobody has authenticated"),
        ("EXP", "keys that are short enough to be guessed"),
        ("EXPORT", "keys that are short enough to be guessed"),
        ("EXPORT40", "keys that are short enough to be guessed"),
        ("EXPORT56", "keys that are short enough to be guessed"),
        ("LOW", "ciphers with short keys"),
        ("RC4", "the broken cipher RC4"),
        ("RC2", "the broken cipher RC2"),
        ("DES", "the broken cipher DES"),
        ("3DES", "the broken cipher 3DES"),
        ("IDEA", "the outdated cipher IDEA"),
        ("SEED", "the outdated cipher SEED"),
        ("MD5", "the broken hash MD5"),
        ("ALL", "every suite that OpenSSL knows, weak ones included"),
    ];

    /// <summary>The weakness of a suite of this IANA name; null when there is none, or the name is not one of a suite.</summary>
    public static CipherWeakness? Judge(string name)
    {
        if (name is "TLS_SHA256_SHA256" or "TLS_SHA384_SHA384")
            return new CipherWeakness("connections that are not encrypted");
        var with = name.IndexOf("_WITH_", StringComparison.Ordinal);
        if (with < 0 || !(name.StartsWith("TLS_", StringComparison.Ordinal) || name.StartsWith("SSL_", StringComparison.Ordinal)))
            return null;
        var exchange = name.Substring(0, with).Split('_').Skip(1).ToArray();
        var cipher = name.Substring(with + "_WITH_".Length).Split('_');
        if (cipher.Contains("NULL"))
            return new CipherWeakness("connections that are not encrypted");
        if (exchange.Any(word => word.StartsWith("EXPORT", StringComparison.Ordinal)))
            return new CipherWeakness("keys that are short enough to be guessed");
        if (exchange.Contains("anon"))
            return new CipherWeakness("connections to a peer that nobody has authenticated");
        if (BrokenCiphers.FirstOrDefault(broken => cipher.Contains(broken)) is { } found)
            return new CipherWeakness($"the {(found is "IDEA" or "SEED" ? "outdated" : "broken")} cipher {found}");
        if (cipher[cipher.Length - 1] == "MD5")
            return new CipherWeakness("the broken hash MD5");
        if (exchange.Length == 1 && exchange[0] == "RSA")
            return new CipherWeakness("key exchange without forward secrecy: who gets the server's key later reads all recorded traffic");
        if (cipher.Contains("CBC") && cipher[cipher.Length - 1] == "SHA")
            return new CipherWeakness("CBC with SHA-1, whose padding attacks work against", IsSuggestion: true);
        return exchange.Length == 2 && (exchange[0] is "DH" or "ECDH" || (exchange[0] == "RSA" && exchange[1] == "PSK"))
            ? new CipherWeakness("key exchange without forward secrecy: who gets the server's key later reads all recorded traffic", IsSuggestion: true)
            : null;
    }

    /// <summary>
    /// Does a list of suites, in OpenSSL's form or as IANA names, switch a weak one on and nowhere off again? What
    /// <c>!</c> removes stays away, wherever it stands.
    /// </summary>
    public static bool AllowWeak(string list)
    {
        var words = list.Split([':', ',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim()).ToArray();
        var removed = new HashSet<string>(words.Where(word => word[0] == '!').Select(word => word.Substring(1)), StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (word[0] is '!' or '-' or '+' or '@')
            {
                if (word is "@SECLEVEL=0")
                    return true;
                continue;
            }

            if (Judge(word) is { IsSuggestion: false })
                return true;
            // "ALL:!aNULL:!eNULL" and "kRSA+RC4": a word of several parts means what all of them do together.
            var parts = word.Split('+', '-');
            if (OpenSslWords.Any(known => parts.Contains(known.Word)) && !parts.Any(removed.Contains) && !(word == "ALL" && removed.Contains("aNULL")))
                return true;
        }

        return false;
    }
}
