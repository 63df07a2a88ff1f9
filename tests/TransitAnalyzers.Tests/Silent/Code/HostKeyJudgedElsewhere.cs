// Looks like a handler that accepts every host key: the verifier is given the question, and refuses.
using Renci.SshNet.Common;

public interface IHostKeyVerifier
{
    bool Verify(HostKeyEventArgs question);
}

public sealed class Shell(IHostKeyVerifier verifier)
{
    public void Configure(Renci.SshNet.SshClient client) =>
        client.HostKeyReceived += (_, e) =>
        {
            if (!verifier.Verify(e))
                e.CanTrust = false;
        };
}

namespace Renci.SshNet
{
    public class SshClient
    {
        public event System.EventHandler<HostKeyEventArgs>? HostKeyReceived { add { } remove { } }
    }
}

namespace Renci.SshNet.Common
{
    public class HostKeyEventArgs : System.EventArgs
    {
        public bool CanTrust { get; set; } = true;

        public byte[] FingerPrint { get; } = [];
    }
}
