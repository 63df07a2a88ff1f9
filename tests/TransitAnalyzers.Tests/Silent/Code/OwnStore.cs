// Looks like adding a root for everybody: it goes into a store of the program's own.
using System.Security.Cryptography.X509Certificates;

public static class OwnStore
{
    public static void Remember(X509Certificate2 certificate)
    {
        using var store = new X509Store("Shop", StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadWrite);
        store.Add(certificate);
    }
}
