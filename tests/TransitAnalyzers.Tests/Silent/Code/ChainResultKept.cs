// Looks like a chain build whose result is lost: it is kept and asked later.
using System.Security.Cryptography.X509Certificates;

public static class ChainReport
{
    public static string Of(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        bool built;
        built = chain.Build(certificate);
        foreach (var element in chain.ChainElements)
            System.Console.WriteLine(element.Certificate.Subject);
        return built ? "trusted" : "not trusted";
    }
}
