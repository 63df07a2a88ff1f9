using TransitAnalyzers.Connections.Text;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Web;

/// <summary>Judges URLs that a server listens on: several with semicolons between them, <c>*</c> and <c>+</c> for all hosts.</summary>
internal static class ListenUrls
{
    private const string Http = "http://";

    public static bool HasHttps(string urls) => urls.IndexOf("https://", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>The parts in clear text beyond this machine, with what to write instead.</summary>
    public static IEnumerable<(TextRange Range, TextEdit Secure)> InClear(string urls)
    {
        for (var start = 0; start < urls.Length;)
        {
            var end = urls.IndexOf(';', start) is >= 0 and var separator ? separator : urls.Length;
            while (start < end && char.IsWhiteSpace(urls[start]))
                start++;
            if (end - start > Http.Length && string.Compare(urls, start, Http, 0, Http.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                var url = urls.Substring(start, end - start).TrimEnd();
                if (Host(url) is { } host && !HostNames.IsLocal(host))
                    yield return (new TextRange(start, url.Length), new TextEdit(new TextRange(start, url.Length), Secure(url)));
            }

            start = end + 1;
        }
    }

    /// <summary>Null where it is not known.</summary>
    private static string? Host(string url)
    {
        var rest = url.Substring(Http.Length);
        var end = rest.Length > 0 && rest[0] == '[' ? rest.IndexOf(']') + 1 : rest.IndexOfAny([':', '/']);
        var host = end <= 0 ? rest : rest.Substring(0, end);
        return host.Length == 0 || host.IndexOf(MappedText.Hole) >= 0 || host.IndexOfAny(['$', '%', '{', '<']) >= 0 ? null : host;
    }

    // The usual ports change with the scheme; others stay.
    private static string Secure(string url)
    {
        var rest = url.Substring(Http.Length);
        foreach (var (clear, secure) in new[] { (":80", ":443"), (":8080", ":8443"), (":5000", ":5001") })
        {
            var at = rest.IndexOf(clear, StringComparison.Ordinal);
            if (at >= 0 && (at + clear.Length == rest.Length || rest[at + clear.Length] == '/'))
                return "https://" + rest.Substring(0, at) + secure + rest.Substring(at + clear.Length);
        }

        return "https://" + rest;
    }
}
