using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>AMQP.Net Lite.</summary>
internal static class AmqpNetLite
{
    private const string ConnectionSource = "Azure/amqpnetlite: src/Connection.cs";

    private const string ConnectionFactorySource = "Azure/amqpnetlite: src/Net/ConnectionFactory.cs";

    public static readonly Library Library = new("AMQP.Net Lite", "Amqp.Net")
    {
        Namespace = "Amqp",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "Amqp.Connection", "DisableServerCertValidation",
                Insecure.True, Remedy.Write(false), ConnectionSource),
            SettingRow.Set(
                "DIT0106", "Amqp.ConnectionFactory+SslSettings", "CheckCertificateRevocation",
                Insecure.False, Remedy.Write(true, orRemove: false), ConnectionFactorySource)),
    };
}
