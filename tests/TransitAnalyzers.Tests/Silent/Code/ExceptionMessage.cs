// Looks like a setting: it is what an exception says of one.
using System;

public static class Refuse
{
    public static void Check(bool secure)
    {
        if (!secure)
            throw new InvalidOperationException("Set 'Encrypt=True;TrustServerCertificate=False', never 'Encrypt=False;TrustServerCertificate=True'.");
    }
}
