using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Connections.Text;

/// <summary>One text that an expression may have, and the operations that must run for it.</summary>
internal readonly record struct StringValue(MappedText Text, ImmutableArray<IOperation> Origins);

/// <summary>
/// The texts that an expression may have: literals of every kind, interpolation, concatenation, <c>string.Format</c>,
/// <c>Concat</c>, <c>Join</c>, <c>StringBuilder</c> chains, and what flows through locals, fields, properties, defaults of
/// parameters and small methods. Several texts where the program chooses; a hole where a part is not known.
/// </summary>
internal sealed class StringValues(TransitContext context, CancellationToken cancellation)
{
    /// <summary>More choices than these are not followed; nor is a chain of definitions longer than this.</summary>
    private const int MostValues = 8;
    private const int DeepestFlow = 24;

    private readonly HashSet<ISymbol> following = new(SymbolEqualityComparer.Default);
    private int depth;

    public ImmutableArray<StringValue> Of(IOperation? expression)
    {
        cancellation.ThrowIfCancellationRequested();
        if (expression is null || depth >= DeepestFlow)
            return ImmutableArray<StringValue>.Empty;
        depth++;
        try
        {
            return Limit(Read(expression));
        }
        finally
        {
            depth--;
        }
    }

    private static ImmutableArray<StringValue> Limit(ImmutableArray<StringValue> values) =>
        values.Length > MostValues ? ImmutableArray.Create(values, 0, MostValues) : values;

    private ImmutableArray<StringValue> Read(IOperation expression) => expression switch
    {
        ILiteralOperation { Syntax: LiteralExpressionSyntax literal } => Literal(literal),
        IUtf8StringOperation { Syntax: LiteralExpressionSyntax literal } => Literal(literal),
        IInterpolatedStringOperation interpolated => Interpolated(interpolated),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } => Concatenation((IBinaryOperation)expression),
        IConversionOperation conversion => Of(conversion.Operand),
        IAwaitOperation await => Of(await.Operation),
        ICoalesceOperation coalesce => Choice(coalesce.Value, coalesce.WhenNull),
        IConditionalOperation { WhenFalse: { } whenFalse } conditional => Choice(conditional.WhenTrue, whenFalse),
        ISwitchExpressionOperation choice => Choice([.. choice.Arms.Select(arm => arm.Value)]),
        IConditionalAccessOperation access => Of(access.WhenNotNull),
        ISimpleAssignmentOperation assignment => Of(assignment.Value),
        ICoalesceAssignmentOperation assignment => Choice(assignment.Target, assignment.Value),
        ILocalReferenceOperation local => Local(local),
        IFieldReferenceOperation field => Follow(field.Field, () => Field(field.Field)),
        IPropertyReferenceOperation { Arguments.Length: 0 } property => Follow(property.Property, () => Property(property.Property)),
        IPropertyReferenceOperation { Arguments: { Length: 1 } arguments, Instance: { } table } => Entry(table, arguments[0].Value),
        IParameterReferenceOperation parameter => Follow(parameter.Parameter, () => Parameter(parameter)),
        IObjectCreationOperation creation => Creation(creation),
        IInvocationOperation invocation => Invocation(invocation),
        _ => ImmutableArray<StringValue>.Empty,
    };

    private static StringValue? Only(ImmutableArray<StringValue> values) => values.Length == 1 ? values[0] : null;

    private static ImmutableArray<StringValue> Literal(LiteralExpressionSyntax literal)
    {
        var builder = new MappedText.Builder();
        return CSharpLiterals.Append(builder, literal) ? One(builder) : ImmutableArray<StringValue>.Empty;
    }

    private static ImmutableArray<StringValue> One(MappedText.Builder builder) =>
        ImmutableArray.Create(new StringValue(builder.ToText(), ImmutableArray<IOperation>.Empty));

    private ImmutableArray<StringValue> Interpolated(IInterpolatedStringOperation interpolated)
    {
        if (interpolated.Syntax is not InterpolatedStringExpressionSyntax syntax)
            return ImmutableArray<StringValue>.Empty;
        var notation = CSharpLiterals.NotationOf(syntax);
        var combinations = new Combinations();
        foreach (var part in interpolated.Parts)
        {
            if (part is IInterpolatedStringTextOperation { Syntax: InterpolatedStringTextSyntax text })
            {
                var literal = new MappedText.Builder();
                if (!CSharpLiterals.Append(literal, text))
                    return ImmutableArray<StringValue>.Empty;
                combinations.Append(literal.ToText());
            }
            else if (part is IInterpolationOperation { Alignment: null, FormatString: null } interpolation
                && Of(interpolation.Expression) is { IsEmpty: false } values
                && combinations.Append(values))
            {
                continue;
            }
            else
            {
                combinations.AppendHole(part.Syntax, notation);
            }
        }

        return combinations.ToValues();
    }

    /// <summary>A chain of <c>+</c> is nested to the left, as deep as it is long: it is walked, not descended.</summary>
    private ImmutableArray<StringValue> Concatenation(IBinaryOperation binary)
    {
        var operands = new Stack<IOperation>();
        IOperation current = binary;
        while (current is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum)
        {
            cancellation.ThrowIfCancellationRequested();
            operands.Push(sum.RightOperand);
            current = sum.LeftOperand;
        }

        operands.Push(current);
        return Join(operands, null);
    }

    /// <summary>All combinations of the parts, up to the limit; a part of which nothing is known is a hole.</summary>
    private ImmutableArray<StringValue> Join(IEnumerable<IOperation> parts, string? separator)
    {
        var combinations = new Combinations();
        var first = true;
        foreach (var part in parts)
        {
            var values = Of(part);
            if (!first && separator is { Length: > 0 })
                combinations.Append(new MappedText.Builder().Append(separator, null, 0, null, Notation.Plain).ToText());
            first = false;
            if (values.IsEmpty)
                combinations.AppendHole(Operand(part.Syntax), separator is null ? Notation.Operand : null);
            else if (!combinations.Append(values))
                combinations.Append(ImmutableArray.Create(values[0]));
        }

        return combinations.ToValues();
    }

    /// <summary>All texts that parts with several values each make up, as long as they are few.</summary>
    private sealed class Combinations
    {
        private List<(MappedText.Builder Builder, ImmutableArray<IOperation> Origins)> builders = [(new(), ImmutableArray<IOperation>.Empty)];

        public void Append(MappedText text)
        {
            foreach (var (builder, _) in builders)
                builder.Append(text);
        }

        public void AppendHole(SyntaxNode syntax, Notation? behind)
        {
            foreach (var (builder, _) in builders)
                builder.AppendHole(syntax.SyntaxTree, syntax.Span, behind);
        }

        /// <summary>False where there would be too many.</summary>
        public bool Append(ImmutableArray<StringValue> values)
        {
            if (values.Length > 1 && builders.Count * values.Length > MostValues)
                return false;
            if (values.Length == 1)
            {
                Append(values[0].Text);
                if (!values[0].Origins.IsEmpty)
                    builders = [.. builders.Select(known => (known.Builder, known.Origins.AddRange(values[0].Origins)))];
                return true;
            }

            builders = [.. from known in builders
                           from value in values
                           select (new MappedText.Builder().Append(known.Builder.ToText()).Append(value.Text), known.Origins.AddRange(value.Origins))];
            return true;
        }

        public ImmutableArray<StringValue> ToValues() =>
            ImmutableArray.CreateRange(builders.Select(known => new StringValue(known.Builder.ToText(), known.Origins)));
    }

    private static SyntaxNode Operand(SyntaxNode syntax)
    {
        while (syntax.Parent is ParenthesizedExpressionSyntax parenthesized)
            syntax = parenthesized;
        return syntax;
    }

    private ImmutableArray<StringValue> Choice(params IOperation[] choices)
    {
        var values = ImmutableArray.CreateBuilder<StringValue>();
        foreach (var choice in choices)
            foreach (var value in Of(choice))
                values.Add(value with { Origins = value.Origins.Add(choice) });
        return values.ToImmutable();
    }

    private ImmutableArray<StringValue> Follow(ISymbol symbol, Func<ImmutableArray<StringValue>> definition)
    {
        if (!following.Add(symbol))
            return ImmutableArray<StringValue>.Empty;
        try
        {
            return definition();
        }
        finally
        {
            following.Remove(symbol);
        }
    }

    private ImmutableArray<StringValue> Local(ILocalReferenceOperation reference) => Follow(reference.Local, () =>
    {
        var values = ImmutableArray<StringValue>.Empty;
        foreach (var write in WritesOf(reference.Local, reference.Root()))
        {
            cancellation.ThrowIfCancellationRequested();
            if (write.Syntax.SpanStart >= reference.Syntax.SpanStart)
                break;
            var dominates = Dominates(write, reference);
            if (write is ICompoundAssignmentOperation added)
            {
                var longer = ImmutableArray.CreateBuilder<StringValue>();
                foreach (var value in values)
                    foreach (var end in Known(added.Value))
                        longer.Add(new(new MappedText.Builder().Append(value.Text).Append(end.Text).ToText(), value.Origins.AddRange(end.Origins).Add(write)));
                values = dominates ? longer.ToImmutable() : values.AddRange(longer);
            }
            else
            {
                var written = write switch
                {
                    IVariableDeclaratorOperation declarator => Of(declarator.GetVariableInitializer()?.Value),
                    ICoalesceAssignmentOperation assignment => Of(assignment.Value),
                    ISimpleAssignmentOperation assignment => Of(assignment.Value),
                    _ => ImmutableArray<StringValue>.Empty,
                };
                if (dominates && write is not ICoalesceAssignmentOperation)
                    values = ImmutableArray<StringValue>.Empty;
                values = Limit(values.AddRange(written.Select(value => value with { Origins = value.Origins.Add(write) })));
            }

            values = Limit(values);
        }

        return values;
    });

    private ImmutableArray<StringValue> Known(IOperation value)
    {
        var values = Of(value);
        return values.IsEmpty ? One(new MappedText.Builder().AppendHole(value.Syntax.SyntaxTree, value.Syntax.Span)) : values;
    }

    private static IEnumerable<IOperation> WritesOf(ILocalSymbol local, IOperation root) => root.DescendantsAndSelf()
        .Where(operation => operation switch
        {
            IVariableDeclaratorOperation declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local),
            IAssignmentOperation { Target: ILocalReferenceOperation target } => SymbolEqualityComparer.Default.Equals(target.Local, local),
            _ => false,
        })
        .OrderBy(operation => operation.Syntax.SpanStart);

    /// <summary>Does every way to the use pass the write? So it is where the write is a plain statement of a block around the use.</summary>
    private static bool Dominates(IOperation write, IOperation use)
    {
        var statement = write.Syntax.FirstAncestorOrSelf<StatementSyntax>();
        if (statement is not (ExpressionStatementSyntax or LocalDeclarationStatementSyntax))
            return false;
        SyntaxNode? block = statement.Parent is GlobalStatementSyntax global ? global.Parent : statement.Parent;
        return block is BlockSyntax or CompilationUnitSyntax or SwitchSectionSyntax && block.Span.Contains(use.Syntax.Span);
    }

    private ImmutableArray<StringValue> Field(IFieldSymbol field)
    {
        if (context.Sources.InitialOf(field, cancellation) is { } initial && Of(initial) is { IsEmpty: false } values)
            return ImmutableArray.CreateRange(values.Select(value => value with { Origins = value.Origins.Add(initial) }));
        return field.IsConst ? ImmutableArray<StringValue>.Empty : AssignedInConstructors(field);
    }

    private ImmutableArray<StringValue> Property(IPropertySymbol property)
    {
        var values = ImmutableArray.CreateBuilder<StringValue>();
        foreach (var reference in property.DeclarationsIn(context.Compilation))
        {
            if (reference.GetSyntax(cancellation) is not PropertyDeclarationSyntax declaration)
                continue;
            if (declaration.Initializer is { Value: var initializer })
                values.AddRange(OfSyntax(initializer));
            else if (declaration.ExpressionBody is { Expression: var body })
                values.AddRange(OfSyntax(body));
            else if (declaration.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration)) is { } getter)
                values.AddRange(Returned(getter.ExpressionBody, getter.Body));
        }

        if (values.Count == 0)
            values.AddRange(AssignedInConstructors(property));
        return values.ToImmutable();
    }

    private ImmutableArray<StringValue> AssignedInConstructors(ISymbol member)
    {
        var values = ImmutableArray.CreateBuilder<StringValue>();
        foreach (var reference in member.ContainingType.DeclarationsIn(context.Compilation))
        {
            foreach (var constructor in reference.GetSyntax(cancellation).ChildNodes().OfType<ConstructorDeclarationSyntax>())
            {
                foreach (var assignment in constructor.DescendantNodes().OfType<AssignmentExpressionSyntax>())
                {
                    var name = assignment.Left switch
                    {
                        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
                        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var of } => of.Identifier.ValueText,
                        _ => null,
                    };
                    if (name == member.Name && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
                        values.AddRange(OfSyntax(assignment.Right));
                }
            }
        }

        return values.ToImmutable();
    }

    /// <summary>The default of an optional parameter, and what the calls within the same type give to a private method or a local function.</summary>
    private ImmutableArray<StringValue> Parameter(IParameterReferenceOperation reference)
    {
        var parameter = reference.Parameter;
        var isOwn = parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction }
            or IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private };
        var given = isOwn ? context.Sources.SeenArgumentsOf(parameter, cancellation)
            : context.Sources.DefaultOf(parameter, cancellation) is { } omitted ? ImmutableArray.Create(omitted)
            : ImmutableArray<IOperation>.Empty;
        return ImmutableArray.CreateRange(given.SelectMany(value => Of(value).Select(text => text with { Origins = text.Origins.Add(value) })));
    }

    /// <summary>A <see cref="Uri"/>, and types that are made of a text alone.</summary>
    private ImmutableArray<StringValue> Creation(IObjectCreationOperation creation) => creation switch
    {
        { Type.Name: "Uri" or "UriBuilder" or "MongoUrl" or "MongoUrlBuilder", Arguments: { Length: > 0 } arguments } => Of(arguments[0].Value),
        { Type.Name: "StringBuilder", Arguments: var arguments } => arguments.FirstOrDefault(argument => argument.Parameter?.Type.SpecialType == SpecialType.System_String) is { } start
            ? Of(start.Value)
            : One(new MappedText.Builder()),
        _ => ImmutableArray<StringValue>.Empty,
    };

    private ImmutableArray<StringValue> Invocation(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        var arguments = InOrder(invocation);
        if (method.ContainingType?.SpecialType == SpecialType.System_String)
        {
            switch (method.Name)
            {
                case "Format" when arguments.FirstOrDefault(argument => argument.Parameter?.Name == "format") is { } format:
                    return Format(format.Value, Elements(arguments.SkipWhile(argument => argument != format).Skip(1)));
                case "Concat":
                    return Join(Elements(arguments), "");
                case "Join" when arguments.Length > 1 && arguments[0].Value.ConstantValue is { HasValue: true, Value: var separator }:
                    return Join(Elements(arguments.Skip(1)), separator?.ToString() ?? "");
                case "Trim" or "TrimEnd" or "TrimStart" or "Replace" or "ToString" or "Normalize" when invocation.Instance is { } text:
                    return Of(text);
                case "Create" when arguments.Length > 0:
                    return Of(arguments[arguments.Length - 1].Value);
            }

            return ImmutableArray<StringValue>.Empty;
        }

        if (method is { Name: "ToString" or "Append" or "AppendLine" or "AppendFormat", ContainingType.Name: "StringBuilder" })
            return Built(invocation, arguments);
        if (method is { Name: "Invariant" or "CurrentCulture", ContainingType.Name: "FormattableString" } && arguments.Length == 1)
            return Of(arguments[0].Value);
        return Follow(method.OriginalDefinition, () => Result(method.OriginalDefinition));
    }

    /// <summary>The entry of a table that is written down where the variable is declared.</summary>
    private ImmutableArray<StringValue> Entry(IOperation table, IOperation key)
    {
        if (key.ConstantValue is not { HasValue: true, Value: string name } || Initial(table) is not IObjectCreationOperation { Initializer: { } initializer })
            return ImmutableArray<StringValue>.Empty;
        foreach (var element in initializer.Initializers)
        {
            var (given, value) = element switch
            {
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } arguments } } assignment => (arguments[0].Value, assignment.Value),
                IInvocationOperation { Arguments: { Length: 2 } arguments } => (arguments[0].Value, arguments[1].Value),
                _ => default,
            };
            if (given?.ConstantValue is { HasValue: true, Value: string other } && other == name)
                return Of(value);
        }

        return ImmutableArray<StringValue>.Empty;
    }

    /// <summary>What a variable of a table or a list is declared with; any other expression itself.</summary>
    private IOperation? Initial(IOperation value)
    {
        var declared = value.Unconverted() switch
        {
            ILocalReferenceOperation local => WritesOf(local.Local, local.Root()).FirstOrDefault() is IVariableDeclaratorOperation declarator ? declarator.GetVariableInitializer()?.Value : null,
            IFieldReferenceOperation { Field: var field } => context.Sources.InitialOf(field, cancellation),
            var other => other,
        };
        return declared?.Unconverted();
    }

    private static IArgumentOperation[] InOrder(IInvocationOperation invocation) =>
        [.. invocation.Arguments.OrderBy(argument => argument.Parameter?.Ordinal ?? 0)];

    /// <summary>The values of arguments; a <c>params</c> array or span is unrolled.</summary>
    private IEnumerable<IOperation> Elements(IEnumerable<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            var value = argument.Value.Unconverted();
            var list = value.Type?.SpecialType == SpecialType.System_String ? value : Initial(value);
            if (list is IArrayCreationOperation { Initializer.ElementValues: var elements })
            {
                foreach (var element in elements)
                    yield return element;
            }
            else if (list is IObjectCreationOperation { Initializer.Initializers: var added })
            {
                foreach (var element in added)
                    yield return element is IInvocationOperation { Arguments: { Length: 1 } only } ? only[0].Value : element;
            }
            else if (argument.ArgumentKind is ArgumentKind.Explicit or ArgumentKind.DefaultValue)
            {
                yield return value;
            }
            else
            {
                foreach (var element in value.ChildOperations)
                    yield return element;
            }
        }
    }

    private ImmutableArray<StringValue> Format(IOperation format, IEnumerable<IOperation> values)
    {
        var formats = Of(format);
        if (Only(formats) is not { } known)
            return formats;
        var arguments = values.ToArray();
        var text = known.Text.Text;
        var builder = new MappedText.Builder();
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOfAny(['{', '}'], at);
            if (open < 0 || open + 1 >= text.Length)
                break;
            builder.Append(known.Text.Part(TextRange.FromBounds(at, open)));
            if (text[open + 1] == text[open])
            {
                builder.Append(known.Text.Part(new(open, 1)));
                at = open + 2;
                continue;
            }

            var close = text.IndexOf('}', open);
            if (close < 0)
                return ImmutableArray<StringValue>.Empty;
            if (int.TryParse(text.Substring(open + 1, close - open - 1), out var index) && index >= 0 && index < arguments.Length
                && Only(Of(arguments[index])) is { } value)
                builder.Append(value.Text);
            else if (known.Text.SourceOf(TextRange.FromBounds(open, close + 1)) is { } source)
                builder.AppendHole(source.Tree, source.Span, Notation.Regular);
            else
                return ImmutableArray<StringValue>.Empty;
            at = close + 1;
        }

        builder.Append(known.Text.Part(TextRange.FromBounds(at, text.Length)));
        return ImmutableArray.Create(new StringValue(builder.ToText(), known.Origins));
    }

    /// <summary>What a <c>StringBuilder</c> holds after this call: of a chain, and of statements on one local.</summary>
    private ImmutableArray<StringValue> Built(IInvocationOperation call, IArgumentOperation[] arguments)
    {
        var soFar = call.Instance switch
        {
            ILocalReferenceOperation local when call.TargetMethod.Name == "ToString" => BuiltByStatements(local),
            var instance => Of(instance),
        };
        if (call.TargetMethod.Name == "ToString")
            return soFar;
        var isFormat = call.TargetMethod.Name == "AppendFormat";
        var added = isFormat
            ? arguments.FirstOrDefault(argument => argument.Parameter?.Name == "format") is { } format
                ? Format(format.Value, Elements(arguments.SkipWhile(argument => argument != format).Skip(1)))
                : ImmutableArray<StringValue>.Empty
            : arguments.Length > 0 ? Known(arguments[0].Value) : ImmutableArray<StringValue>.Empty;
        return ImmutableArray.CreateRange(
            from before in soFar
            from end in added
            select new StringValue(new MappedText.Builder().Append(before.Text).Append(end.Text).ToText(), before.Origins.AddRange(end.Origins)));
    }

    private ImmutableArray<StringValue> BuiltByStatements(ILocalReferenceOperation local)
    {
        var values = Of(local);
        foreach (var statement in local.Root().DescendantsAndSelf().OfType<IExpressionStatementOperation>())
        {
            if (statement.Syntax.SpanStart >= local.Syntax.SpanStart)
                break;
            var calls = new Stack<IInvocationOperation>();
            var current = statement.Operation;
            while (current is IInvocationOperation { TargetMethod.Name: "Append" or "AppendLine" or "AppendFormat" } append)
            {
                calls.Push(append);
                current = append.Instance;
            }

            if (calls.Count == 0 || current is not ILocalReferenceOperation target || !SymbolEqualityComparer.Default.Equals(target.Local, local.Local))
                continue;
            foreach (var append in calls)
            {
                var arguments = InOrder(append);
                var added = append.TargetMethod.Name == "AppendFormat" && arguments.FirstOrDefault(argument => argument.Parameter?.Name == "format") is { } format
                    ? Format(format.Value, Elements(arguments.SkipWhile(argument => argument != format).Skip(1)))
                    : arguments.Length > 0 ? Known(arguments[0].Value) : ImmutableArray<StringValue>.Empty;
                values = Limit(ImmutableArray.CreateRange(
                    from before in values
                    from end in added
                    select new StringValue(
                        new MappedText.Builder().Append(before.Text).Append(end.Text).ToText(),
                        before.Origins.AddRange(end.Origins).Add(statement))));
            }
        }

        return values;
    }

    /// <summary>What a method of this compilation returns, its parameters being unknown.</summary>
    private ImmutableArray<StringValue> Result(IMethodSymbol method)
    {
        var values = ImmutableArray.CreateBuilder<StringValue>();
        foreach (var reference in method.DeclarationsIn(context.Compilation))
        {
            values.AddRange(reference.GetSyntax(cancellation) switch
            {
                MethodDeclarationSyntax declaration => Returned(declaration.ExpressionBody, declaration.Body),
                LocalFunctionStatementSyntax declaration => Returned(declaration.ExpressionBody, declaration.Body),
                _ => ImmutableArray<StringValue>.Empty,
            });
        }

        return values.ToImmutable();
    }

    private ImmutableArray<StringValue> Returned(ArrowExpressionClauseSyntax? expression, BlockSyntax? block)
    {
        if (expression is not null)
            return OfSyntax(expression.Expression);
        var values = ImmutableArray.CreateBuilder<StringValue>();
        foreach (var statement in block?.DescendantNodes(node => node is not (LambdaExpressionSyntax or LocalFunctionStatementSyntax)) ?? [])
            if (statement is ReturnStatementSyntax { Expression: { } returned })
                values.AddRange(OfSyntax(returned));
        return values.ToImmutable();
    }

    private ImmutableArray<StringValue> OfSyntax(ExpressionSyntax expression)
    {
        if (context.References.ModelOf(expression.SyntaxTree).GetOperation(expression, cancellation) is not { } operation)
            return ImmutableArray<StringValue>.Empty;
        return ImmutableArray.CreateRange(Of(operation).Select(value => value with { Origins = value.Origins.Add(operation) }));
    }
}
