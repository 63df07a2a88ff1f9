namespace TransitAnalyzers.Tests.Keys;

/// <summary>Keys that were made for these tests and protect nothing.</summary>
internal static class SampleKeys
{
    public const string Sec1 =
        """
        -----BEGIN EC PRIVATE KEY-----
        MHcCAQEEIFdvbVeYOwrpXEGk7JSHMyi0P4DCQZ8aOVqRuVIJvj6soAoGCCqGSM49
        AwEHoUQDQgAEo8GrnFtGFaJaGPxeZNELe5pDK8zwojDqI9r33HgRKs5k9SwGiTdN
        AjhByxoqhfEJM+uNVF/p1dm9giebrjrIAg==
        -----END EC PRIVATE KEY-----
        """;

    public const string Pkcs8 =
        """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgV29tV5g7CulcQaTs
        lIczKLQ/gMJBnxo5WpG5Ugm+PqyhRANCAASjwaucW0YVoloY/F5k0Qt7mkMrzPCi
        MOoj2vfceBEqzmT1LAaJN00COEHLGiqF8Qkz641UX+nV2b2CJ5uuOsgC
        -----END PRIVATE KEY-----
        """;

    public const string Ed25519 =
        """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEII/ex4F+BD5KO2ZsI/ay0QUHvDK1N3cKdT19+9JMVR9s
        -----END PRIVATE KEY-----
        """;

    public const string Rsa =
        """
        -----BEGIN RSA PRIVATE KEY-----
        MIIEowIBAAKCAQEAvJviliCzCMHUM4lrmdwRu+e1P5tiHBI/2e2Vd11Ts4ch+t/x
        +bb+cEGl18hmUijIHzx4UaKBrGnJdhhYB4Uhe6dhEHAVj3/xpfYTbKRCPhMFpbgJ
        9Tra8emOvhLe+A78gdAkYDtnooq/ZTYEGaOOevzz1yIpzS7iIUrpjojRYo7Ft/CI
        -----END RSA PRIVATE KEY-----
        """;

    public const string Encrypted =
        """
        -----BEGIN ENCRYPTED PRIVATE KEY-----
        MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAjM6fJTkYzH8gICCAAw
        DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEECjJnFATlQGdKhkkmyBQb/gEgZCM
        712ed1XG32/9TW6L0sY3Bo19Ihlj4a611ZrCQQq14uLwGTYBhr3hW6DTDc1OB34c
        KRIxMDTyyBAWeonHeCNIppmQ55fRoX076ORHE8n7bKBlRm1pWIATg/e6aozmzxew
        xr/yOaqkvNVbcuSF2jCrd5gdPPeiPzM000NvZ1hGyuGjJ6R42SS15IQ9hk9FMq8=
        -----END ENCRYPTED PRIVATE KEY-----
        """;

    public const string OpenSsh =
        """
        -----BEGIN OPENSSH PRIVATE KEY-----
        b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW
        QyNTUxOQAAACAC3yIeC4uLD+JzHHgl8oT2gFEHaPaPGDA+qX6opW8pqQAAAJDgPvg74D74
        OwAAAAtzc2gtZWQyNTUxOQAAACAC3yIeC4uLD+JzHHgl8oT2gFEHaPaPGDA+qX6opW8pqQ
        AAAEDMjzIlEY2Rf2XBoj5zljppw1PmERluC2nt7XGHxBZMMwLfIh4Li4sP4nMceCXyhPaA
        UQdo9o8YMD6pfqilbympAAAAB3Jvb3RAdm0BAgMEBQY=
        -----END OPENSSH PRIVATE KEY-----
        """;

    public const string Certificate =
        """
        -----BEGIN CERTIFICATE-----
        MIIBbDCCAROgAwIBAgIUR8a8Lxxq9cLUcaEHIVLQt8CfCrYwCgYIKoZIzj0EAwIw
        DDEKMAgGA1UEAwwBYTAeFw0yNjExMjExMDI4MDZaFw0yNjEyMjExMDI4MDZaMAwx
        CjAIBgNVBAMMAWEwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASjwaucW0YVoloY
        /F5k0Qt7mkMrzPCiMOoj2vfceBEqzmT1LAaJN00COEHLGiqF8Qkz641UX+nV2b2C
        J5uuOsgCo1MwUTAdBgNVHQ4EFgQU6o14gUOlFEs/Km4MkVvH6CTtxQ0wHwYDVR0j
        BBgwFoAU6o14gUOlFEs/Km4MkVvH6CTtxQ0wDwYDVR0TAQH/BAUwAwEB/zAKBggq
        hkjOPQQDAgNHADBEAiB9Ni91T2rA/3Kgmug7RqIe1zdF/VXBaLgF8OTV3AYK3AIg
        JKaQa4538GE9RtIWQdb8Df1OEgsU4irxG2Lt3lD6pi0=
        -----END CERTIFICATE-----
        """;

    public const string PublicKey =
        """
        -----BEGIN PUBLIC KEY-----
        MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAvJviliCzCMHUM4lrmdwR
        u+e1P5tiHBI/2e2Vd11Ts4ch+t/x+bb+cEGl18hmUijIHzx4UaKBrGnJdhhYB4Uh
        e6dhEHAVj3/xpfYTbKRCPhMFpbgJ9Tra8emOvhLe+A78gdAkYDtnooq/ZTYEGaOO
        evzz1yIpzS7iIUrpjojRYo7Ft/CI5uEaguP1h4pdXl6RI8EDmMf7nDZ1GNqybSKA
        JJ6Ij/79eF6S58u/ovQ82hzLStNdvc/BCNMs9nijC3WT5YPn+cds8N6N8CrTiGJI
        UzRC74892DvFbUtSa0vT8r6F4rhRF5cc/hDxN+NtDHMPYY9bzEi+ko+QKyg52oZs
        bwIDAQAB
        -----END PUBLIC KEY-----
        """;

    public const string Pkcs12Base64 =
        "MIID/AIBAzCCA7IGCSqGSIb3DQEHAaCCA6MEggOfMIIDmzCCAlIGCSqGSIb3DQEHBqCCAkMwggI/AgEAMIICOAYJKoZIhvcNAQcBMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAhiDKyoiymZbQICCAAwDAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEGpFePboBaAVGdbn2KaJ0h2AggHQVooEYsxvVT/1Y6xYSFExQWAh9MYO1YXW5e1pU6guZZyXWHDWjB5tBUr0+Oqi1JTAEZxng71lMKVt31R8hiExK5Eoh+ittczitonwb0FNqPe3gyvgp57tWO3b53G+gpbtXRcd6f43lmmu0awC/kJJOGjM1tVz4hC93sBHhxZPY/y+t6zc";

    public const string Pkcs8Base64 =
        "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgV29tV5g7CulcQaTslIczKLQ/gMJBnxo5WpG5Ugm+PqyhRANCAASjwaucW0YVoloY/F5k0Qt7mkMrzPCiMOoj2vfceBEqzmT1LAaJN00COEHLGiqF8Qkz641UX+nV2b2CJ5uuOsgC";

    public const string Pkcs1Base64 =
        "MIIEowIBAAKCAQEAvJviliCzCMHUM4lrmdwRu+e1P5tiHBI/2e2Vd11Ts4ch+t/x+bb+cEGl18hmUijIHzx4UaKBrGnJdhhYB4Uhe6dhEHAVj3/xpfYTbKRCPhMFpbgJ9Tra8emOvhLe+A78gdAkYDtnooq/ZTYEGaOOevzz1yIpzS7iIUrpjojRYo7Ft/CI5uEaguP1h4pdXl6RI8EDmMf7nDZ1GNqybSKAJJ6Ij/79eF6S58u/ovQ82hzLStNd";

    public const string Sec1Base64 =
        "MHcCAQEEIFdvbVeYOwrpXEGk7JSHMyi0P4DCQZ8aOVqRuVIJvj6soAoGCCqGSM49AwEHoUQDQgAEo8GrnFtGFaJaGPxeZNELe5pDK8zwojDqI9r33HgRKs5k9SwGiTdNAjhByxoqhfEJM+uNVF/p1dm9giebrjrIAg==";

    public const string Ed25519Base64 =
        "MC4CAQAwBQYDK2VwBCIEII/ex4F+BD5KO2ZsI/ay0QUHvDK1N3cKdT19+9JMVR9s";

    public const string EncryptedBase64 =
        "MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAjM6fJTkYzH8gICCAAwDAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEECjJnFATlQGdKhkkmyBQb/gEgZCM712ed1XG32/9TW6L0sY3Bo19Ihlj4a611ZrCQQq14uLwGTYBhr3hW6DTDc1OB34c";

    public const string CertificateBase64 =
        "MIIBbDCCAROgAwIBAgIUR8a8Lxxq9cLUcaEHIVLQt8CfCrYwCgYIKoZIzj0EAwIwDDEKMAgGA1UEAwwBYTAeFw0yNjExMjExMDI4MDZaFw0yNjEyMjExMDI4MDZaMAwxCjAIBgNVBAMMAWEwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASjwaucW0YVoloY/F5k0Qt7mkMrzPCiMOoj2vfceBEqzmT1LAaJN00COEHLGiqF8Qkz641UX+nV2b2CJ5uuOsgCo1MwUTAdBgNVHQ4EFgQU6o14gUOlFEs/Km4MkVvH6CTtxQ0wHwYDVR0jBBgwFoAU6o14gUOlFEs/Km4MkVvH6CTtxQ0wDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiB9Ni91T2rA/3Kgmug7RqIe1zdF/VXBaLgF8OTV3AYK3AIgJKaQa4538GE9RtIWQdb8Df1OEgsU4irxG2Lt3lD6pi0=";

    public const string PublicKeyBase64 =
        "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAvJviliCzCMHUM4lrmdwRu+e1P5tiHBI/2e2Vd11Ts4ch+t/x+bb+cEGl18hmUijIHzx4UaKBrGnJdhhYB4Uhe6dhEHAVj3/xpfYTbKRCPhMFpbgJ9Tra8emOvhLe+A78gdAkYDtnooq/ZTYEGaOOevzz1yIpzS7iIUrpjojRYo7Ft/CI5uEaguP1h4pdXl6RI8EDmMf7nDZ1GNqybSKAJJ6Ij/79eF6S58u/ovQ82hzLStNdvc/BCNMs9nijC3WT5YPn+cds8N6N8CrTiGJIUzRC74892DvFbUtSa0vT8r6F4rhRF5cc/hDxN+NtDHMPYY9bzEi+ko+QKyg52oZsbwIDAQAB";
}
