// Looks like a private key in source: the text says public.
public static class Trusted
{
    public const string Key = """
        -----BEGIN PUBLIC KEY-----
        MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEvnFxZ0Jr0nHc3vQ0sV1Y6Qb3L6h3
        yq0bF0Yl9r2m7mXg4b2m9C4h7V7w4nY2c8oM2z8b6Jc1fS0x1mVQ4g2x0g==
        -----END PUBLIC KEY-----
        """;

    public static bool IsPrivate(string text) => text.Contains("-----BEGIN PRIVATE KEY-----") || text.StartsWith("-----BEGIN RSA PRIVATE KEY-----");
}
