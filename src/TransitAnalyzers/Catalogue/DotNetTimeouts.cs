using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>.NET itself: time limits that can be switched off.</summary>
internal static class DotNetTimeouts
{
    public static readonly Library Library = new(".NET time limits")
    {
        Settings = ImmutableArray.Create(
            SettingRow.Set("DIT0306", "System.Net.Http.HttpClient", "Timeout", Insecure.Infinite, Remedy.WriteCode("global::System.TimeSpan.FromSeconds(100)"), "learn.microsoft.com: System.Net.Http.HttpClient.Timeout"),
            SettingRow.Set("DIT0306", "System.Net.WebRequest", "Timeout", Insecure.Number(-1), Remedy.Write(100000), "learn.microsoft.com: System.Net.HttpWebRequest.Timeout"),
            SettingRow.Set("DIT0306", "System.Net.HttpWebRequest", "ReadWriteTimeout", Insecure.Number(-1), Remedy.Write(300000), "learn.microsoft.com: System.Net.HttpWebRequest.ReadWriteTimeout"),
            SettingRow.Set("DIT0306", "System.Data.Common.DbCommand", "CommandTimeout", Insecure.Number(0), Remedy.Write(30), "learn.microsoft.com: System.Data.Common.DbCommand.CommandTimeout"),
            SettingRow.Set("DIT0306", "System.Data.IDbCommand", "CommandTimeout", Insecure.Number(0), Remedy.Write(30), "learn.microsoft.com: System.Data.IDbCommand.CommandTimeout")),
    };
}
