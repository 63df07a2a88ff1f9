using TransitAnalyzers.Connections.Text;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Web;

/// <summary>Judges URLs that a server listens on: several with semicolons between them, <c>*</c> and <c>+</c> for all hosts.</summary>
internal static class ListenUrls
{
    private const string Scheme = "http";
    private const string Http = Scheme + "://";
    private const string Https = "https://";
    private const string Endpoints = "Kestrel:Endpoints:";
    private const string EndpointUrl = ":Url";

    /// <summary>Is it the key of a setting that holds such URLs: <c>urls</c>, <c>Kestrel:Endpoints:…:Url</c>?</summary>
    public static bool IsKey(string key) =>
        key.Equals("urls", StringComparison.OrdinalIgnoreCase)
        || (key.StartsWith(Endpoints, StringComparison.OrdinalIgnoreCase) && key.EndsWith(EndpointUrl, StringComparison.OrdinalIgnoreCase)
            && key.IndexOf(':', Endpoints.Length) == key.Length - EndpointUrl.Length);

    /// <summary>Is it the key of ports that are listened on in clear text, on all addresses?</summary>
    public static bool IsPortsKey(string key) => key.Equals("http_ports", StringComparison.OrdinalIgnoreCase);

    /// <summary>Is HTTPS among them, where others reach it?</summary>
    public static bool HasHttps(string urls)
    {
        foreach (var part in urls.Split([';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var url = part.Trim();
            if (url.StartsWith(Https, StringComparison.OrdinalIgnoreCase) && !(Host(url, Https) is { } host && HostNames.IsLocal(host)))
                return true;
        }

        return false;
    }

    /// <summary>How well all parts together are protected.</summary>
    public static Listening Judge(string urls)
    {
        var all = Listening.Local;
        foreach (var part in urls.Split([';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var url = part.Trim();
            if (url.StartsWith(Https, StringComparison.OrdinalIgnoreCase))
                all = Listening.Secure;
            else if (!url.StartsWith(Http, StringComparison.OrdinalIgnoreCase) || Host(url) is not { } host || !HostNames.IsLocal(host))
                return Listening.Unknown;
        }

        return all;
    }

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
                    {
                    var range = new TextRange(start, url.Length);
                    yield return (range, url.IndexOf(MappedText.Hole) < 0 ? new TextEdit(range, Secure(url)) : new TextEdit(range with { Length = Scheme.Length }, "https"));
                }
            }

            start = end + 1;
        }
    }

    /// <summary>Null where it is not known.</summary>
    private static string? Host(string url, string scheme = Http)
    {
        var rest = url.Substring(scheme.Length);
        if (rest.StartsWith("unix:", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("pipe:", StringComparison.OrdinalIgnoreCase))
            return "localhost";
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
