using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Settings;

/// <summary>Judges a value that a program gives to a setting. Pure; asked by the analyzers and by the fixes.</summary>
internal static class SettingJudge
{
    /// <summary>The remedy of an insecure value; null where the value is not insecure or not known: then say nothing.</summary>
    public static Remedy? Remedy(SettingRow row, SettingValue value) => row.When.Holds(value) ? row.Remedy : null;

    /// <summary>The remedy in words, to end a message.</summary>
    public static string Advice(SettingRow row) => row switch
    {
        { Advice: { } advice } => advice,
        { Remedy.Method: { } method } => $"call '{method}'",
        { Remedy.Member: { } member } => $"use '{member}'",
        { Remedy.Constant: bool constant } => constant ? "set it to 'true'" : "set it to 'false'",
        { Remedy.Constant: { } constant } => $"use '{Invariant(constant)}'",
        { Remedy.CanRemove: true } => "remove it",
        _ => "see the rule's page for the remedy",
    };

    private static string Invariant(object constant) => FormattableString.Invariant($"{constant}");
}
