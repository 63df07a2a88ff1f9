// Looks like SSL 3: it is the version of a file format.
public enum FormatVersion
{
    Ssl3,
    Tls,
    Tls11,
}

public sealed class Reader
{
    public FormatVersion Version { get; set; } = FormatVersion.Ssl3 | FormatVersion.Tls;
}
