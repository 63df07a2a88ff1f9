// Looks like a runtime switch that weakens TLS: it is the program's own.
using System;

public static class Switches
{
    public static void Set()
    {
        AppContext.SetSwitch("Shop.DontEnableSchUseStrongCrypto", true);
        AppContext.SetSwitch("Switch.System.Net.DontEnableSchUseStrongCrypto", false);
        Environment.SetEnvironmentVariable("SHOP_SSLKEYLOGFILE", "x");
    }
}
