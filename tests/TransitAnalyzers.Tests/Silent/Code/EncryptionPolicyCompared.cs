// Looks like allowing no encryption: it is refused.
using System;
using System.Net.Security;

public static class PolicyGuard
{
#pragma warning disable SYSLIB0040
    public static void Check(EncryptionPolicy policy)
    {
        if (policy is EncryptionPolicy.NoEncryption or EncryptionPolicy.AllowNoEncryption)
            throw new ArgumentOutOfRangeException(nameof(policy));
    }
#pragma warning restore SYSLIB0040
}
