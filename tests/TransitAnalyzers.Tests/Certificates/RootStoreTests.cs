using TransitAnalyzers.Certificates;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Certificates;

public sealed class RootStoreTests
{
    [Theory]
    [InlineData("using var store = new X509Store(StoreName.Root, StoreLocation.LocalMachine); store.Open(OpenFlags.ReadWrite); [|store.Add(ca)|];")]
    [InlineData("using (var store = new X509Store(StoreName.Root)) { store.Open(OpenFlags.ReadWrite); [|store.Add(ca)|]; }")]
    [InlineData("X509Store store; store = new X509Store(StoreName.AuthRoot); [|store.Add(ca)|];")]
    [InlineData("var store = new X509Store(\"Root\", StoreLocation.CurrentUser); [|store.Add(ca)|];")]
    [InlineData("var store = new X509Store(\"root\"); [|store.AddRange(new X509Certificate2Collection(ca))|];")]
    [InlineData("const StoreName name = StoreName.Root; var store = new X509Store(name); [|store.Add(ca)|];")]
    [InlineData("X509Store store = new(storeLocation: StoreLocation.CurrentUser, storeName: StoreName.Root); [|store.Add(ca)|];")]
    [InlineData("var name = StoreName.Root; if (args.Length > 1) name = StoreName.My; var store = new X509Store(name); [|store.Add(ca)|];")]
    [InlineData("var store = new X509Store(args.Length > 1 ? StoreName.My : StoreName.Root); [|store.Add(ca)|];")]
    [InlineData("[|field.Add(ca)|];")]
    [InlineData("[|Property.Add(ca)|];")]
    [InlineData("[|Open().Add(ca)|];")]
    public Task Reports(string statements) => Verify.Finds<RootStores>(In(statements));

    [Theory]
    [InlineData("var store = new X509Store(StoreName.My, StoreLocation.LocalMachine); store.Add(ca);")]
    [InlineData("var store = new X509Store(StoreName.CertificateAuthority); store.Add(ca);")]
    [InlineData("var store = new X509Store(); store.Add(ca);")]
    [InlineData("var store = new X509Store(StoreLocation.LocalMachine); store.Add(ca);")]
    [InlineData("var store = new X509Store(StoreName.Root); store.Open(OpenFlags.ReadOnly); foreach (var c in store.Certificates) Console.WriteLine(c);")]
    [InlineData("var store = new X509Store(StoreName.Root); store.Remove(ca);")]
    [InlineData("var store = new X509Store(args[0]); store.Add(ca);")]
    [InlineData("var store = args.Length > 0 ? new X509Store(StoreName.My) : null; store?.Add(ca);")]
    [InlineData("var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust }; policy.CustomTrustStore.Add(ca);")]
    public Task Is_silent(string statements) => Verify.Silent<RootStores>(In(statements));

    private static string In(string statements) => $$"""
        using System;
        using System.Security.Cryptography.X509Certificates;

        class Program
        {
            private static readonly X509Store field = new(StoreName.Root);
            private static X509Store Property => new(StoreName.Root, StoreLocation.CurrentUser);
            private static X509Store Open()
            {
                var store = new X509Store(StoreName.Root);
                store.Open(OpenFlags.ReadWrite);
                return store;
            }

            static void Run(X509Certificate2 ca, string[] args)
            {
                {{statements}}
            }
        }
        """;
}
