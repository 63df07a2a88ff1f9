// Looks like addresses in clear text: they are names of XML and JSON vocabularies.
using System.Xml.Linq;

public static class Vocabulary
{
    private static readonly XNamespace Soap = "http://schemas.xmlsoap.org/soap/envelope/";

    public const string Name = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name";

    public static XElement Envelope() => new(Soap + "Envelope", new XAttribute("profile", "http://www.w3.org/ns/ldp"));
}
