// Looks like a connection string: it is a line of a help text, and a pattern to search for.
using System;
using System.Text.RegularExpressions;

public static partial class Help
{
    private const string Example = "usage: shop --connection \"Host=<host>;SSL Mode=Disable\"";

    public static void Print() => Console.WriteLine(Example);

    [GeneratedRegex("(?i)ssl ?mode=(disable|allow|prefer)")]
    private static partial Regex Insecure();

    private static partial Regex Insecure() => new("x");

    public static bool IsInsecure(string text) => Insecure().IsMatch(text);
}
