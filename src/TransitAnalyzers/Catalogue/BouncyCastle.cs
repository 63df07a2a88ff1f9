using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>BouncyCastle's TLS verifies nothing by itself: the only way to reject is to throw.</summary>
internal static class BouncyCastle
{
    private const string Source = "bcgit/bc-csharp: crypto/src/tls/TlsAuthentication.cs";

    public static readonly Library Library = new("BouncyCastle", "BouncyCastle.Cryptography", "BouncyCastle.Crypto")
    {
        Namespace = "Org.BouncyCastle",
        Callbacks = ImmutableArray.Create(
            CallbackRow.ThrowingMethod("Org.BouncyCastle.Tls.TlsAuthentication", "NotifyServerCertificate", Source),
            CallbackRow.ThrowingMethod("Org.BouncyCastle.Crypto.Tls.TlsAuthentication", "NotifyServerCertificate", Source)),
    };
}
