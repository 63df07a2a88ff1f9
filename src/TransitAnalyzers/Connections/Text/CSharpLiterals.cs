using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TransitAnalyzers.Connections.Text;

/// <summary>
/// Reads C# string literals of every kind with the source position of each character. What the decoding gives is
/// compared with the compiler's own value: where they differ (malformed code), nothing is known.
/// </summary>
internal static class CSharpLiterals
{
    /// <summary>Appends a literal: regular, verbatim, raw, or one of these as UTF-8. False where it is malformed.</summary>
    public static bool Append(MappedText.Builder builder, LiteralExpressionSyntax literal)
    {
        var token = literal.Token;
        return token.Kind() switch
        {
            SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken => token.Text.StartsWith("@", StringComparison.Ordinal)
                ? Decode(builder, token, 2, QuotesFrom(token, 2), Notation.Verbatim)
                : Decode(builder, token, 1, QuotesFrom(token, 1), Notation.Regular),
            SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken =>
                DecodeSingleLineRaw(builder, token),
            SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken =>
                DecodeMultiLineRaw(builder, token),
            SyntaxKind.CharacterLiteralToken => Decode(builder, token, 1, token.Text.Length - 1, Notation.Regular),
            _ => false,
        };
    }

    /// <summary>Appends a piece of text of an interpolated string.</summary>
    public static bool Append(MappedText.Builder builder, InterpolatedStringTextSyntax text)
    {
        var token = text.TextToken;
        if (text.Parent is not InterpolatedStringExpressionSyntax interpolated)
            return false;
        var notation = NotationOf(interpolated);
        if (notation != Notation.Plain)
            return Decode(builder, token, 0, token.Text.Length, notation);
        if (token.Text != token.ValueText)
            return DecodeIndented(builder, token, 0, startsLine: interpolated.Contents[0] == text, ClosingIndentation(interpolated));
        builder.Append(token.ValueText, token.SyntaxTree, token.SpanStart, null, Notation.Plain);
        return true;
    }

    /// <summary>How text is written between the holes of an interpolated string.</summary>
    public static Notation NotationOf(InterpolatedStringExpressionSyntax interpolated) => interpolated.StringStartToken.Kind() switch
    {
        SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken => Notation.Plain,
        SyntaxKind.InterpolatedVerbatimStringStartToken => Notation.VerbatimInterpolated,
        _ => Notation.RegularInterpolated,
    };

    private static int QuotesFrom(SyntaxToken token, int start) => Math.Max(start, token.Text.LastIndexOf('"'));

    private static bool Decode(MappedText.Builder builder, SyntaxToken token, int from, int to, Notation notation)
    {
        var source = token.Text;
        var value = token.ValueText;
        if (to - from == value.Length)
        {
            if (string.CompareOrdinal(source, from, value, 0, value.Length) != 0)
                return false;
            builder.Append(value, token.SyntaxTree, token.SpanStart + from, null, notation);
            return true;
        }

        var backslashes = notation == Notation.Regular || notation == Notation.RegularInterpolated;
        var braces = notation == Notation.RegularInterpolated || notation == Notation.VerbatimInterpolated;
        var offsets = new int[value.Length + 1];
        int at = from, index = 0;
        while (at < to && index < value.Length)
        {
            offsets[index] = token.SpanStart + at;
            var c = source[at];
            if (c == '\\' && backslashes)
            {
                var length = EscapeLength(source, at, to);
                if (source[at + 1] == 'U' && char.IsHighSurrogate(value[index]) && index + 1 < value.Length)
                    offsets[++index] = token.SpanStart + at;
                at += length;
            }
            else if ((c == '"' && !backslashes) || (c is '{' or '}' && braces))
            {
                at += 2;
            }
            else
            {
                if (c != value[index])
                    return false;
                at++;
            }

            index++;
        }

        if (at != to || index != value.Length)
            return false;
        offsets[index] = token.SpanStart + at;
        builder.Append(value, token.SyntaxTree, token.SpanStart + from, offsets, notation);
        return true;
    }

    private static int EscapeLength(string source, int at, int to)
    {
        if (at + 1 >= to)
            return 1;
        switch (source[at + 1])
        {
            case 'u':
                return 6;
            case 'U':
                return 10;
            case 'x':
                var digits = 0;
                while (digits < 4 && at + 2 + digits < to && Uri.IsHexDigit(source[at + 2 + digits]))
                    digits++;
                return 2 + digits;
            default:
                return 2;
        }
    }

    private static bool DecodeSingleLineRaw(MappedText.Builder builder, SyntaxToken token)
    {
        var quotes = LeadingQuotes(token.Text);
        var value = token.ValueText;
        if (string.CompareOrdinal(token.Text, quotes, value, 0, value.Length) != 0)
            return false;
        builder.Append(value, token.SyntaxTree, token.SpanStart + quotes, null, Notation.Plain);
        return true;
    }

    private static bool DecodeMultiLineRaw(MappedText.Builder builder, SyntaxToken token)
    {
        var source = token.Text;
        var start = source.IndexOf('\n') + 1;
        var lastLine = source.LastIndexOf('\n');
        if (start <= 0 || lastLine < start)
            return token.ValueText.Length == 0;
        var closing = source.IndexOf('"', lastLine);
        return closing >= 0 && DecodeIndented(builder, token, start, startsLine: true, closing - lastLine - 1);
    }

    /// <summary>The lines of a raw literal without the white space that its closing quotes take off.</summary>
    private static bool DecodeIndented(MappedText.Builder builder, SyntaxToken token, int from, bool startsLine, int indentation)
    {
        var source = token.Text;
        var value = token.ValueText;
        var offsets = new int[value.Length + 1];
        int at = from, index = 0;
        var lineStart = startsLine;
        while (index < value.Length)
        {
            if (lineStart)
            {
                for (var skipped = 0; skipped < indentation && at < source.Length && source[at] is ' ' or '\t'; skipped++)
                    at++;
            }

            if (at >= source.Length || source[at] != value[index])
                return false;
            offsets[index++] = token.SpanStart + at;
            lineStart = source[at++] == '\n';
        }

        offsets[index] = token.SpanStart + at;
        builder.Append(value, token.SyntaxTree, token.SpanStart + from, offsets, Notation.Plain);
        return true;
    }

    private static int ClosingIndentation(InterpolatedStringExpressionSyntax interpolated)
    {
        var end = interpolated.StringEndToken.Text;
        var line = end.LastIndexOf('\n');
        var quote = end.IndexOf('"', Math.Max(0, line));
        return line < 0 || quote < 0 ? 0 : quote - line - 1;
    }

    private static int LeadingQuotes(string text)
    {
        var count = 0;
        while (count < text.Length && text[count] == '"')
            count++;
        return count;
    }
}
