using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TransitAnalyzers.Tests.Robustness;

/// <summary>Seeded damage: what a text looks like while somebody types, merges or cuts it.</summary>
internal static class Damage
{
    private static readonly ImmutableArray<string> Scraps =
        ["(", ")", "{", "}", "[", "]", "=>", "?.", "!", "null", "default", "await", "ref", "out _", "new()", "with { }", "..", "\"", "$\"{", "/*", "#if DEBUG\n", "#endif\n",
         ",", ";", "=", "+", "??=", "switch", "is not", "typeof(", "nameof(", "static", "this", "base", "return", "throw", "goto case", "\u0000", "\uD800", "０", "-1", "0x", "true"];

    public static string Truncate(string text, Random random) => text[..random.Next(text.Length + 1)];

    /// <summary>A few tokens are dropped, doubled, swapped or replaced by others.</summary>
    public static string MutateCode(string code, Random random)
    {
        var tokens = CSharpSyntaxTree.ParseText(code).GetRoot().DescendantTokens().Select(token => token.ToFullString()).ToList();
        Mutate(tokens, random);
        return string.Concat(tokens);
    }

    /// <summary>A few characters are dropped, doubled or replaced.</summary>
    public static string MutateText(string text, Random random)
    {
        var pieces = text.Select(character => character.ToString()).ToList();
        Mutate(pieces, random);
        return string.Concat(pieces);
    }

    private static void Mutate(List<string> pieces, Random random)
    {
        for (var edits = random.Next(1, 6); edits > 0 && pieces.Count > 0; edits--)
        {
            var at = random.Next(pieces.Count);
            var other = random.Next(pieces.Count);
            switch (random.Next(6))
            {
                case 0:
                    pieces.RemoveAt(at);
                    break;
                case 1:
                    pieces.Insert(at, pieces[other]);
                    break;
                case 2:
                    (pieces[at], pieces[other]) = (pieces[other], pieces[at]);
                    break;
                case 3:
                    pieces[at] = pieces[other];
                    break;
                case 4:
                    pieces.Insert(at, Scraps[random.Next(Scraps.Length)]);
                    break;
                default:
                    pieces.RemoveRange(at, Math.Min(random.Next(1, 20), pieces.Count - at));
                    break;
            }
        }
    }
}
