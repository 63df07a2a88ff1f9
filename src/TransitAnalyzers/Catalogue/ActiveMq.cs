using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Apache.NMS.ActiveMQ (OpenWire).</summary>
internal static class ActiveMq
{
    private const string Source = "apache/activemq-nms-openwire: src/Transport/Tcp/SslTransport.cs";

    public static readonly Library Library = new("ActiveMQ", "Apache.NMS.ActiveMQ")
    {
        Namespace = "Apache.NMS.ActiveMQ",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "Apache.NMS.ActiveMQ.Transport.Tcp.SslTransport", "AcceptInvalidBrokerCert",
                Insecure.True, Remedy.Write(false), Source)),
    };
}
