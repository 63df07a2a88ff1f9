using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>The OPC Foundation's UA stack.</summary>
internal static class OpcUa
{
    private const string ApplicationConfigurationSource = "OPCFoundation/UA-.NETStandard: Stack/Opc.Ua.Core/Schema/ApplicationConfiguration.cs";

    private const string CertificateValidatorSource = "OPCFoundation/UA-.NETStandard: Stack/Opc.Ua.Core/Security/Certificates/CertificateValidator.cs";

    public static readonly Library Library = new("OPC UA", "Opc.Ua.Core")
    {
        Namespace = "Opc.Ua",
        Callbacks = ImmutableArray.Create(
            // Until 2.0: asked of every error that may be forgiven.
            CallbackRow.Handler("Opc.Ua.CertificateValidationEventArgs", "Accept", CertificateValidatorSource) with
            {
                AlsoDecides = "AcceptAll",
                // OPC 10000-4: Bad_CertificateUntrusted, Bad_CertificateHostNameInvalid.
                Problem = new("StatusCode", UntrustedChain: 0x801A0000, WrongName: 0x80160000),
            }),
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "Opc.Ua.SecurityConfiguration", "AutoAcceptUntrustedCertificates",
                Insecure.True, Remedy.Write(false), ApplicationConfigurationSource),
            SettingRow.Set(
                "DIT0104", "Opc.Ua.CertificateValidator", "AutoAcceptUntrustedCertificates",
                Insecure.True, Remedy.Write(false), CertificateValidatorSource)),
    };
}
