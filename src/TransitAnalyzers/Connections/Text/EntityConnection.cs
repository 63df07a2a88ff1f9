namespace TransitAnalyzers.Connections.Text;

/// <summary>
/// The store's connection string inside one of Entity Framework 6:
/// <c>metadata=…;provider=System.Data.SqlClient;provider connection string="…"</c>.
/// </summary>
internal static class EntityConnection
{
    private const string Store = "provider connection string=";
    private const string Provider = "provider=";

    /// <summary>The store's string, in which every character still knows its place; null where the text holds none.</summary>
    public static MappedText? StoreOf(MappedText value, out string? provider)
    {
        provider = null;
        var all = value.Text;
        var at = all.StartsWith("metadata=", StringComparison.OrdinalIgnoreCase) ? all.IndexOf(Store, StringComparison.OrdinalIgnoreCase) : -1;
        var start = at + Store.Length;
        if (at < 0 || start >= all.Length || all[start] is not ('"' or '\''))
            return null;
        if (all.IndexOf(Provider, StringComparison.OrdinalIgnoreCase) is >= 0 and var named && named < at)
            provider = all.Substring(named + Provider.Length).Split(';')[0].Trim();
        var inner = new MappedText.Builder();
        var from = start + 1;
        for (var i = from; i < all.Length; i++)
        {
            if (all[i] != all[start])
                continue;
            inner.Append(value.Part(TextRange.FromBounds(from, i)));
            // A doubled quote stands for one.
            if (i + 1 >= all.Length || all[i + 1] != all[i])
                return inner.ToText();
            from = ++i;
        }

        return null;
    }
}
