// Looks like a handler that accepts every host key by doing nothing: it hands the question on to the event's own handlers.
using System;
using Renci.SshNet.Common;

public sealed class Session
{
    public event EventHandler<HostKeyEventArgs>? HostKeyReceived;

    internal void Connect(Session inner) => inner.HostKeyReceived += Forward;

    private void Forward(object? sender, HostKeyEventArgs e) => HostKeyReceived?.Invoke(this, e);
}

namespace Renci.SshNet.Common
{
    // The public shape of SSH.NET, which accepts by default.
    public class HostKeyEventArgs : EventArgs
    {
        public bool CanTrust { get; set; } = true;

        public byte[] FingerPrint { get; } = [];
    }
}
