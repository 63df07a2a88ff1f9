using System.Globalization;

namespace TransitAnalyzers.Web;

/// <summary>The value of <c>Strict-Transport-Security</c> (RFC 6797 §6.1).</summary>
internal static class HstsHeader
{
    private const string Directive = "max-age";

    /// <summary>In seconds; null where the header does not say or is not understood.</summary>
    public static long? MaxAge(string header)
    {
        foreach (var part in header.Split(';'))
        {
            var equals = part.IndexOf('=');
            if (equals > 0 && part.Substring(0, equals).Trim().Equals(Directive, StringComparison.OrdinalIgnoreCase))
                return long.TryParse(part.Substring(equals + 1).Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
        }

        return null;
    }

    /// <summary>The header with this age; its other directives stay.</summary>
    public static string WithMaxAge(string header, long seconds) => string.Join(
        ";", header.Split(';').Select(part => part.TrimStart().StartsWith(Directive, StringComparison.OrdinalIgnoreCase)
            ? part.Substring(0, part.Length - part.TrimStart().Length) + Directive + "=" + seconds.ToString(CultureInfo.InvariantCulture)
            : part));
}
