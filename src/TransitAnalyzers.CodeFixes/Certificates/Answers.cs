using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TransitAnalyzers.Certificates.Callbacks;
using TransitAnalyzers.CodeFixes.Settings;

namespace TransitAnalyzers.CodeFixes.Certificates;

/// <summary>What of the old answers stays.</summary>
/// <param name="Conditions">What was asked instead of the errors narrows the new condition: <c>errors == None &amp;&amp; subject == "api"</c>.</param>
/// <param name="Proofs">What looks like proof is some: the callback accepts on it what has errors.</param>
internal readonly record struct Kept(bool Conditions, bool Proofs)
{
    public static Kept Of(CallbackFinding callback) => new(callback.Verdict == Verdict.WeakEvidence, callback.Table is not { ProvesSome: false });
}

/// <summary>
/// What a callback answers, rewritten so that it accepts on one condition only: that there are no errors. Answers that reject
/// or that stand on proof (a pin, a chain that was built) stay as they are, beside it.
/// </summary>
internal static class Answers
{
    private const int DeepestLocal = 4;

    private static readonly string[] Proofs =
    [
        "Build", "Verify", "Thumbprint", "RawData", "GetCertHash", "GetCertHashString", "GetPublicKey", "GetPublicKeyString", "GetRawCertData", "GetRawCertDataString",
        "PublicKey", "ChainElements", "SequenceEqual", "FixedTimeEquals", "FingerPrintSHA256", "PeerPem",
    ];

    /// <param name="function">The callback.</param>
    /// <param name="accepted">The condition.</param>
    /// <param name="kept">What of it stays.</param>
    public static T WithReturns<T>(T function, ExpressionSyntax accepted, Kept kept)
        where T : SyntaxNode
    {
        var body = BodyOf(function);
        if (body is ExpressionSyntax single)
            return function.ReplaceNode(single, Instead(single, accepted, function, kept));
        if (body is null)
            return function;
        var returns = ReturnsIn(body).Where(expression => !Proves(expression, body, kept, 0)).ToArray();
        return function.ReplaceNodes(returns, (original, _) => Instead(original, accepted, body, kept));
    }

    /// <summary>Does every answer read <c>asked == SslPolicyErrors.None</c> already? What is wrong with the callback is then elsewhere.</summary>
    public static bool AreThatThereIsNone(SyntaxNode function, string asked)
    {
        var body = BodyOf(function);
        var all = body is ExpressionSyntax single ? [single] : body is null ? [] : ReturnsIn(body).ToArray();
        return all.Length > 0 && all.All(expression => expression is BinaryExpressionSyntax
        {
            RawKind: (int)SyntaxKind.EqualsExpression,
            Left: IdentifierNameSyntax { Identifier.ValueText: var left },
            Right: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "None" },
        } && left == asked);
    }

    private static IEnumerable<ExpressionSyntax> ReturnsIn(SyntaxNode body) =>
        body.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>()
            .Select(static statement => statement.Expression)
            .OfType<ExpressionSyntax>();

    /// <summary>What the callback is told stays what it was told: <c>errors &amp;= ~…;</c> goes.</summary>
    public static SyntaxNode WithoutAssignments(SyntaxNode function, string parameter)
    {
        var assignments = function.DescendantNodes().OfType<ExpressionStatementSyntax>()
            .Where(statement => statement.Expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } && target.Identifier.ValueText == parameter)
            .ToArray();
        if (assignments.Length == 0)
            return function;
        var tracked = function.TrackNodes<SyntaxNode>(assignments);
        foreach (var assignment in assignments)
        {
            var current = tracked.GetCurrentNode<SyntaxNode>(assignment)!;
            tracked = current.Parent is BlockSyntax or SwitchSectionSyntax
                ? tracked.RemoveNode(current, Removal.KeepComments(current))!
                : tracked.ReplaceNode(current, SyntaxFactory.Block().WithTriviaFrom(current));
        }

        return tracked;
    }

    /// <summary>The body of a lambda, a local function or a method: a block or an expression.</summary>
    public static SyntaxNode? BodyOf(SyntaxNode function) => function switch
    {
        AnonymousFunctionExpressionSyntax lambda => (SyntaxNode?)lambda.ExpressionBody ?? lambda.Block,
        BaseMethodDeclarationSyntax method => (SyntaxNode?)method.ExpressionBody?.Expression ?? method.Body,
        LocalFunctionStatementSyntax local => (SyntaxNode?)local.ExpressionBody?.Expression ?? local.Body,
        _ => null,
    };

    /// <summary>What stands on proof beside what does not: <c>errors == … || pinned</c>.</summary>
    public static ExpressionSyntax Combined(ExpressionSyntax replaced, ExpressionSyntax accepted, SyntaxNode body, Kept kept)
    {
        var alternatives = Alternatives(replaced);
        var weak = alternatives.Where(operand => !Proves(operand, body, kept, 0)).ToArray();
        var all = accepted;
        if (kept.Conditions && weak.Length > 0 && !weak.Any(operand => operand.IsKind(SyntaxKind.TrueLiteralExpression) || Mentions(operand, accepted)))
        {
            var condition = weak.Skip(1).Aggregate(weak[0].WithoutTrivia(), static (left, right) => Join(SyntaxKind.LogicalOrExpression, left, right));
            all = Join(SyntaxKind.LogicalAndExpression, accepted, condition);
        }

        return alternatives.Where(operand => !operand.IsKind(SyntaxKind.FalseLiteralExpression) && Proves(operand, body, kept, 0))
            .Aggregate(all, static (left, right) => Join(SyntaxKind.LogicalOrExpression, left, right));
    }

    /// <summary>Is it false, or true only for who holds a key that was known or vouched for?</summary>
    public static bool Proves(ExpressionSyntax expression, SyntaxNode body, Kept kept, int depth)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Proves(parenthesized.Expression, body, kept, depth);
            case CastExpressionSyntax cast:
                return Proves(cast.Expression, body, kept, depth);
            case AwaitExpressionSyntax awaited:
                return Proves(awaited.Expression, body, kept, depth);
            case LiteralExpressionSyntax:
                return expression.IsKind(SyntaxKind.FalseLiteralExpression);
            case ThrowExpressionSyntax:
                return true;
            case PrefixUnaryExpressionSyntax or SwitchExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression }:
                return false;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.BitwiseOrExpression } or:
                return Proves(or.Left, body, kept, depth) && Proves(or.Right, body, kept, depth);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.BitwiseAndExpression } and:
                return Proves(and.Left, body, kept, depth) || Proves(and.Right, body, kept, depth);
            case ConditionalExpressionSyntax choice:
                return Proves(choice.WhenTrue, body, kept, depth) && Proves(choice.WhenFalse, body, kept, depth);
            case IdentifierNameSyntax { Identifier.ValueText: var name }:
                return depth < DeepestLocal && IsProvedLocal(name, body, kept, depth + 1);
            default:
                return kept.Proofs && expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(static name => Array.IndexOf(Proofs, name.Identifier.ValueText) >= 0);
        }
    }

    /// <summary>A local that is only ever given what proves; what it is masked with afterwards makes it no weaker.</summary>
    private static bool IsProvedLocal(string name, SyntaxNode body, Kept kept, int depth)
    {
        var isGiven = false;
        foreach (var node in body.DescendantNodes())
        {
            var given = node switch
            {
                VariableDeclaratorSyntax { Initializer.Value: var value } declarator when declarator.Identifier.ValueText == name => value,
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax target, RawKind: not (int)SyntaxKind.AndAssignmentExpression } assignment
                    when target.Identifier.ValueText == name => assignment.Right,
                _ => null,
            };
            if (given is null)
                continue;
            if (!Proves(given, body, kept, depth))
                return false;
            isGiven = true;
        }

        return isGiven;
    }

    /// <summary>The answer in the form of the one that it replaces: as it is, or wrapped into a task.</summary>
    private static ExpressionSyntax Instead(ExpressionSyntax replaced, ExpressionSyntax accepted, SyntaxNode body, Kept kept)
    {
        switch (replaced)
        {
            case InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromResult" } }:
                return replaced.ReplaceNode(arguments[0].Expression, Combined(arguments[0].Expression, accepted, body, kept));
            case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments }:
                return replaced.ReplaceNode(arguments[0].Expression, Combined(arguments[0].Expression, accepted, body, kept));
            default:
                return Combined(replaced, accepted, body, kept).WithTriviaFrom(replaced);
        }
    }

    /// <summary>Does the operand ask what the condition asks, in its own way?</summary>
    private static bool Mentions(ExpressionSyntax operand, ExpressionSyntax accepted) =>
        accepted is BinaryExpressionSyntax { Left: var asked } && asked.GetLastToken().ValueText is var name
        && operand.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);

    private static BinaryExpressionSyntax Join(SyntaxKind kind, ExpressionSyntax left, ExpressionSyntax right)
    {
        var token = SyntaxFactory.Token(
            SyntaxFactory.TriviaList(SyntaxFactory.Space), kind == SyntaxKind.LogicalOrExpression ? SyntaxKind.BarBarToken : SyntaxKind.AmpersandAmpersandToken, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        return SyntaxFactory.BinaryExpression(kind, Grouped(left, kind), token, Grouped(right.WithoutTrivia(), kind));
    }

    /// <summary>In parentheses, where the expression would fall apart beside the operator.</summary>
    private static ExpressionSyntax Grouped(ExpressionSyntax operand, SyntaxKind kind) => operand switch
    {
        ConditionalExpressionSyntax or AssignmentExpressionSyntax or SwitchExpressionSyntax
            or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } => SyntaxFactory.ParenthesizedExpression(operand),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } when kind == SyntaxKind.LogicalAndExpression => SyntaxFactory.ParenthesizedExpression(operand),
        _ => operand,
    };

    private static Stack<ExpressionSyntax> Alternatives(ExpressionSyntax expression)
    {
        var operands = new Stack<ExpressionSyntax>();
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    continue;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } or:
                    operands.Push(or.Right);
                    expression = or.Left;
                    continue;
                default:
                    operands.Push(expression);
                    return operands;
            }
        }
    }
}
