using Microsoft.CodeAnalysis;

namespace TransitAnalyzers.Certificates.Callbacks;

/// <summary>
/// What the members of the certificate API say of the peer. Names as in System.Security.Cryptography.X509Certificates;
/// what an attacker can copy into a certificate of his own is weak (CWE-295), what takes the private key is not.
/// </summary>
internal static class CertificateFacts
{
    /// <summary>Flags of <c>X509ChainStatusFlags</c> that may pass: no error, and a revocation state that is not known.</summary>
    private const long HarmlessStatus = 0x40 | 0x1000000;

    /// <summary>UntrustedRoot and PartialChain: what the chain of a certificate that anyone can make has.</summary>
    private const long ForgedStatus = 0x20 | 0x10000;

    private static readonly string[] PinNames = ["Fingerprint", "HostKey", "Thumbprint", "Hash", "Pem", "PublicKey", "RawData"];

    public static bool IsErrors(ITypeSymbol? type) => type is { Name: "SslPolicyErrors", TypeKind: TypeKind.Enum };

    public static bool IsCertificate(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
            if (type.Name is "X509Certificate" or "X509Certificate2")
                return true;
        return false;
    }

    public static bool IsChain(ITypeSymbol? type) => type is { Name: "X509Chain" };

    public static bool IsDate(ITypeSymbol? type) => type is { Name: "DateTime" or "DateTimeOffset" or "TimeSpan" };

    /// <summary>Does the state of a chain forgive what makes it worthless?</summary>
    public static bool IsHarmful(long status) => (status & ~HarmlessStatus) != 0;

    public static bool IsForged(long status) => (status & ForgedStatus) != 0;

    /// <summary>What a member of the certificate says.</summary>
    public static Origin OfCertificate(string member)
    {
        switch (member)
        {
            case "Thumbprint" or "RawData" or "RawDataMemory" or "PublicKey" or "Export" or "GetHashCode":
                return Origin.Pin;
            case "NotBefore" or "NotAfter" or "GetEffectiveDateString" or "GetExpirationDateString":
                return Origin.Dates;
            case "Subject" or "Issuer" or "SubjectName" or "IssuerName" or "FriendlyName" or "GetName" or "GetIssuerName"
                or "GetNameInfo" or "ToString" or "MatchesHostname":
                return Origin.Names;
        }

        if (StartsWith("GetCertHash") || StartsWith("TryGetCertHash") || StartsWith("GetRawCertData") || StartsWith("GetPublicKey")
            || StartsWith("Export") || StartsWith("TryExport") || member is "GetRSAPublicKey" or "GetECDsaPublicKey" or "GetDSAPublicKey" or "GetECDiffieHellmanPublicKey")
            return Origin.Pin;
        return Origin.Fields;

        bool StartsWith(string prefix) => member.StartsWith(prefix, StringComparison.Ordinal);
    }

    /// <summary>What a member of the callback's other arguments says; they carry the peer's key under many names.</summary>
    public static Origin OfRequest(string member)
    {
        if (IsPin(member))
            return Origin.Pin;
        return Contains(member, "Certificate") || Contains(member, "Chain") ? Origin.Certificate : Origin.Request;
    }

    /// <summary>Does the name say that it is a hash, a key or the whole certificate?</summary>
    public static bool IsPin(string member)
    {
        foreach (var part in PinNames)
            if (Contains(member, part))
                return true;
        return false;
    }

    private static bool Contains(string member, string part) => member.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>A bool that is derived from this in a way that is not known.</summary>
    public static Truth Judgement(Origin origin)
    {
        if ((origin & (Origin.Validated | Origin.Certificate | Origin.Chain | Origin.Pin)) != 0)
            return Truth.Either(Evidence.Strong);
        return (origin & Origin.ChainStatus) != 0 ? Truth.Either(Evidence.ChainStatus) : Weak(origin);
    }

    /// <summary>What another validator has answered is proof; any other answer proves nothing.</summary>
    public static Truth Answer(Origin origin) => (origin & Origin.Validated) != 0 ? Truth.Either(Evidence.Strong) : Weak(origin);

    /// <summary>
    /// An answer that proves nothing. What the callback works out in an object of its own, such as a list of problems, is no
    /// setting: it is not known, and taken for an answer.
    /// </summary>
    public static Truth Weak(Origin origin)
    {
        var kinds = Kinds(origin);
        return kinds == WeakEvidence.Configuration && (origin & Origin.Own) != 0 ? Truth.Either(Evidence.Strong) : Truth.Weak(kinds);
    }

    public static WeakEvidence Kinds(Origin origin)
    {
        var kinds = WeakEvidence.None;
        if ((origin & Origin.Names) != 0)
            kinds |= WeakEvidence.Names;
        if ((origin & Origin.Dates) != 0)
            kinds |= WeakEvidence.Dates;
        if ((origin & (Origin.Fields | Origin.Pin | Origin.Certificate | Origin.Chain | Origin.ChainStatus)) != 0)
            kinds |= WeakEvidence.Fields;
        if ((origin & Origin.Request) != 0)
            kinds |= WeakEvidence.Request;
        return kinds == WeakEvidence.None ? WeakEvidence.Configuration : kinds;
    }
}
