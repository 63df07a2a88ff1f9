// Looks like a client whose encryption is off: these classes write files.
public sealed class ArchiveOptions
{
    public bool Ssl { get; set; }

    public bool UseSsl { get; set; } = false;

    public bool ValidateCertificate { get; set; } = false;

    public bool TrustServerCertificate { get; set; } = true;

    public string SslMode { get; set; } = "Disable";
}

public static class Archive
{
    public static ArchiveOptions Options => new() { Ssl = false, UseSsl = false, ValidateCertificate = false, TrustServerCertificate = true };
}
