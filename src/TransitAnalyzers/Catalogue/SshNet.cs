using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>SSH.NET: the key of the host is trusted unless a handler says otherwise.</summary>
internal static class SshNet
{
    public static readonly Library Library = new("SSH.NET", "Renci.SshNet")
    {
        Namespace = "Renci.SshNet",
        Callbacks = ImmutableArray.Create(
            CallbackRow.Handler(
                "Renci.SshNet.Common.HostKeyEventArgs", "CanTrust",
                "sshnet/SSH.NET: src/Renci.SshNet/Common/HostKeyEventArgs.cs") with { AcceptsByDefault = true, Fingerprint = "FingerPrintSHA256", Subject = "host key" }),
    };
}
