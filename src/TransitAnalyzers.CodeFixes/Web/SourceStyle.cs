using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TransitAnalyzers.CodeFixes.Web;

/// <summary>How a file is laid out, so that what is written into it looks like its own.</summary>
internal sealed class SourceStyle
{
    private SourceStyle(string endOfLine, string step, bool bracesOnOwnLine)
    {
        EndOfLine = endOfLine;
        Step = step;
        BracesOnOwnLine = bracesOnOwnLine;
    }

    public string EndOfLine { get; }

    /// <summary>One level of indentation.</summary>
    public string Step { get; }

    public bool BracesOnOwnLine { get; }

    public static SourceStyle Of(SyntaxNode root)
    {
        var text = root.ToFullString();
        var block = root.DescendantNodes().OfType<BlockSyntax>().FirstOrDefault(static candidate => !IsOneLine(candidate));
        return new SourceStyle(
            text.IndexOf("\r\n", StringComparison.Ordinal) >= 0 ? "\r\n" : "\n",
            text.IndexOf("\n\t", StringComparison.Ordinal) >= 0 ? "\t" : "    ",
            block is null || block.OpenBraceToken.GetPreviousToken().TrailingTrivia.Any(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)));
    }

    /// <summary>The white space that the line of this node begins with.</summary>
    public static string IndentationOf(SyntaxNode node)
    {
        var text = node.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    /// <summary>Lines of a block, with the head that it belongs to: <c>if (…)</c> or <c>else</c>.</summary>
    public string Block(string head, string indentation, params string[] statements)
    {
        var body = string.Concat(statements.Select(statement => indentation + Step + statement + EndOfLine));
        return BracesOnOwnLine
            ? indentation + head + EndOfLine + indentation + "{" + EndOfLine + body + indentation + "}" + EndOfLine
            : indentation + head + " {" + EndOfLine + body + indentation + "}" + EndOfLine;
    }

    /// <summary>Lines of one statement; a brace that has a line of its own stays with the line before it where the file has it so.</summary>
    public string Lines(string indentation, params string[] lines)
    {
        var text = indentation + string.Join(EndOfLine + indentation, lines) + EndOfLine;
        return BracesOnOwnLine ? text : text.Replace(EndOfLine + indentation + "{" + EndOfLine, " {" + EndOfLine);
    }

    private static bool IsOneLine(BlockSyntax block) => block.ToString().IndexOf('\n') < 0;
}
