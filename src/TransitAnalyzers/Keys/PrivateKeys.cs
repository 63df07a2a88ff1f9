namespace TransitAnalyzers.Keys;

/// <summary>A private key found in a text: what it is, and where it begins.</summary>
/// <param name="Name">What it is, as in a message.</param>
/// <param name="Start">Where in the text it begins.</param>
/// <param name="Length">The length of the header, or of what identifies it; never of the key.</param>
internal readonly record struct PrivateKey(string Name, int Start, int Length);

/// <summary>
/// Finds a private key in a text. Pure: asked for literals in C# and for strings in configuration files. PEM (RFC 7468,
/// RFC 1421, OpenSSH, PGP, PuTTY), PKCS#12, PKCS#8, PKCS#1 and SEC 1 in base64 by their ASN.1 structure, XML keys and JWK by
/// their private part. A header alone, a placeholder, a certificate or a public key is none.
/// </summary>
internal static class PrivateKeys
{
    /// <summary>The least that is taken for a key after a header. Real ones are longer; cut ones are still somebody's.</summary>
    private const int LeastCharacters = 16;
    private const int LeastDistinct = 8;

    /// <summary>Where base64 without a header is judged: shorter texts hold no key.</summary>
    private const int LeastBase64 = 64;

    /// <summary>The first literal of base64 that is split over several.</summary>
    private const int LeastDer = 32;

    /// <summary>The length of the shortest word that tells of a key, <c>PRIVATE</c>.</summary>
    private const int LeastTelling = 7;

    /// <summary>Stands for a part of a text that is not known (U+FFFC): a line end, or a key that is read at run time.</summary>
    private const char Hole = '\uFFFC';

    private static readonly string[] Placeholders = ["YOUR", "PLACEHOLDER", "REDACTED", "EXAMPLE", "CHANGEME", "INSERT", "REPLACE", "DUMMY", "FAKE", "SECRET", "CONTENT", "PRIVATE", "HERE"];

    /// <summary>Can the text, or a literal in it, hold a key or the beginning of one? A few scans, no allocation.</summary>
    public static bool MayContain(string text) => text.Length >= LeastTelling
        && (text.IndexOf("PRIVATE", StringComparison.Ordinal) >= 0 || text.IndexOf("-BEGIN", StringComparison.Ordinal) >= 0
        || text.IndexOf("- BEGIN", StringComparison.Ordinal) >= 0 || text.IndexOf("<RSAKeyValue>", StringComparison.Ordinal) >= 0
        || text.IndexOf("\"kty", StringComparison.Ordinal) >= 0
        || text.IndexOf("PuTTY-User-Key-File", StringComparison.Ordinal) >= 0 || HasDer(text));

    /// <summary>Is there a word of base64 that may be a DER SEQUENCE, whose base64 begins with M?</summary>
    private static bool HasDer(string text)
    {
        for (var at = text.IndexOf('M'); at >= 0; at = at + 1 < text.Length ? text.IndexOf('M', at + 1) : -1)
        {
            if (at > 0 && IsBase64(text[at - 1]))
                continue;
            var end = at;
            while (end < text.Length && IsBase64(text[end]))
                end++;
            if (end - at >= LeastDer)
                return true;
            at = Math.Max(at, end - 1);
        }

        return false;
    }

    public static PrivateKey? Find(string text) => Pem(text) ?? Xml(text) ?? Jwk(text) ?? Putty(text) ?? Base64(text);

    private static PrivateKey? Pem(string text)
    {
        for (var at = text.IndexOf("PRIVATE KEY", StringComparison.Ordinal); at >= 0; at = text.IndexOf("PRIVATE KEY", at + 1, StringComparison.Ordinal))
        {
            var begin = text.LastIndexOf("BEGIN ", at, StringComparison.Ordinal);
            if (begin < 1 || at - begin > 40 || text.IndexOf('\n', begin, at - begin) >= 0)
                continue;
            var start = begin;
            while (start > 0 && text[start - 1] is '-' or ' ')
                start--;
            var end = text.IndexOf("--", at, StringComparison.Ordinal);
            if (text[begin - 1] is not ('-' or ' ') || end < 0 || end - at > 24)
                continue;
            while (end < text.Length && text[end] == '-')
                end++;
            if (!IsPlaceholder(text.Substring(begin, at - begin)) && HasKey(text, end))
                return new PrivateKey($"A private key ({text.Substring(begin + 6, text.IndexOf('-', at) - begin - 6).Trim()})", start, end - start);
        }

        return null;
    }

    /// <summary>Does base64 follow, after header lines such as <c>Proc-Type:</c>?</summary>
    private static bool HasKey(string text, int start)
    {
        var body = new System.Text.StringBuilder();
        var distinct = new HashSet<char>();
        for (var at = start; at < text.Length && body.Length < 256;)
        {
            var end = text.IndexOfAny(['\n', '\r', '\\'], at);
            var line = text.Substring(at, (end < 0 ? text.Length : end) - at).Trim(' ', '\t', '"', '\'', '+', ',');
            at = end < 0 ? text.Length : text[end] == '\\' ? Math.Min(end + 2, text.Length) : end + 1;
            if (line.StartsWith("--", StringComparison.Ordinal))
                break;
            if (line.IndexOf(": ", StringComparison.Ordinal) > 0)
                continue;
            var dashes = line.IndexOf("--", StringComparison.Ordinal);
            if (dashes > 0)
                line = line.Substring(0, dashes).Trim();
            foreach (var c in line)
            {
                if (c is ' ' or Hole)
                    continue;
                if (!IsBase64(c))
                    return IsKey();
                body.Append(c);
                distinct.Add(c);
            }

            if (dashes > 0)
                break;
        }

        return IsKey();

        bool IsKey() => body.Length >= LeastCharacters && distinct.Count >= LeastDistinct && (body.Length >= LeastBase64 || !IsPlaceholder(body.ToString()));
    }

    private static bool IsPlaceholder(string text) => Placeholders.Any(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static PrivateKey? Xml(string text)
    {
        var start = text.IndexOf("<RSAKeyValue>", StringComparison.Ordinal);
        var secret = start < 0 ? -1 : text.IndexOf("<D>", start, StringComparison.Ordinal);
        return secret >= 0 && HasKey(text, secret + 3) ? new PrivateKey("A private key (XML)", start, "<RSAKeyValue>".Length) : null;
    }

    /// <summary>RFC 7518 §6.2.2, §6.3.2: the member <c>d</c> is the private part.</summary>
    private static PrivateKey? Jwk(string text)
    {
        var start = text.IndexOf("\"kty\"", StringComparison.Ordinal);
        if (start < 0)
            return null;
        for (var at = text.IndexOf("\"d\"", StringComparison.Ordinal); at >= 0; at = text.IndexOf("\"d\"", at + 1, StringComparison.Ordinal))
        {
            var value = at + 3;
            while (value < text.Length && text[value] is ' ' or ':' or '\t' or '"')
                value++;
            var end = value;
            while (end < text.Length && (IsBase64(text[end]) || text[end] is '-' or '_'))
                end++;
            if (end - value >= LeastCharacters && !IsPlaceholder(text.Substring(value, end - value)))
                return new PrivateKey("A private key (JWK)", start, 5);
        }

        return null;
    }

    private static PrivateKey? Putty(string text)
    {
        var start = text.IndexOf("PuTTY-User-Key-File", StringComparison.Ordinal);
        var secret = start < 0 ? -1 : text.IndexOf("Private-Lines:", start, StringComparison.Ordinal);
        if (secret < 0)
            return null;
        var line = text.IndexOf('\n', secret);
        return line > 0 && HasKey(text, line) ? new PrivateKey("A private key (PuTTY)", start, "PuTTY-User-Key-File".Length) : null;
    }

    /// <summary>DER begins with a SEQUENCE, whose base64 begins with M.</summary>
    private static PrivateKey? Base64(string text)
    {
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        if (text.Length - start < LeastBase64 || text[start] != 'M')
            return null;
        var characters = new char[128];
        var count = 0;
        for (var at = start; at < text.Length; at++)
        {
            if (char.IsWhiteSpace(text[at]))
                continue;
            if (!IsBase64(text[at]))
                return null;
            if (count < characters.Length)
                characters[count++] = text[at];
        }

        count -= count % 4;
        try
        {
            return Asn1Keys.NameOf(Convert.FromBase64CharArray(characters, 0, count)) is { } name ? new PrivateKey(name, start, 0) : null;
        }
        catch (FormatException)
        {
            return null; // Padding in the middle: no base64.
        }
    }

    private static bool IsBase64(char c) => c is >= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '0' and <= '9' or '+' or '/' or '=';
}
