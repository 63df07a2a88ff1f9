using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Serilog.Sinks.SyslogMessages.</summary>
internal static class SerilogSyslog
{
    public static readonly Library Library = new("Serilog syslog sink", "Serilog.Sinks.SyslogMessages")
    {
        Namespace = "Serilog.Sinks.Syslog",
        Settings = ImmutableArray.Create(
            SettingRow.Argument("DIT0301", "Serilog.*", "TcpSyslog", "useTls", Insecure.False, Remedy.Write(true, orRemove: false), "IonxSolutions/serilog-sinks-syslog: SyslogLoggerConfigurationExtensions.cs"),
            SettingRow.Set("DIT0301", "Serilog.Sinks.Syslog.SyslogTcpConfig", "UseTls", Insecure.False, Remedy.Write(true, orRemove: false), "IonxSolutions/serilog-sinks-syslog: SyslogTcpConfig.cs")),
    };
}
