using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Production;

namespace TransitAnalyzers.Connections.Text;

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

    /// <summary>A text in which more places are replaced is no template of a connection.</summary>
    private const int MostPlaces = 16;

    /// <summary>The texts that members, methods and parameters of a program are known to have.</summary>
    private static readonly ConditionalWeakTable<TransitContext, ConcurrentDictionary<ISymbol, ImmutableArray<StringValue>>> Remembered = new();

    private readonly HashSet<ISymbol> following = new(SymbolEqualityComparer.Default);

    /// <summary>Of variables that are being given a value, what they hold before.</summary>
    private readonly Dictionary<ISymbol, (IOperation Write, ImmutableArray<StringValue> Before)> changing = new(SymbolEqualityComparer.Default);
    private int depth;

    /// <summary>Values that a variable has only until production gives it another are texts as well: what is read in any environment.</summary>
    public bool KeepsReplaced { get; init; }

    public ImmutableArray<StringValue> Of(IOperation? expression)
    {
        cancellation.ThrowIfCancellationRequested();
        if (expression is null || depth >= DeepestFlow)
            return ImmutableArray<StringValue>.Empty;
        if (IsNoText(expression.Type))
            return Spelled(expression);
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

    /// <summary>
    /// The name of a constant of an enumeration, or of a bool, that is put into a text: written there, or kept in a variable
    /// that is not looked for outside the type.
    /// </summary>
    private ImmutableArray<StringValue> Spelled(IOperation expression)
    {
        var value = expression.Unconverted();
        if (value.Type is not ({ TypeKind: TypeKind.Enum } or { SpecialType: SpecialType.System_Boolean }))
            return ImmutableArray<StringValue>.Empty;
        if (value is ILocalReferenceOperation or IFieldReferenceOperation { Field: { IsReadOnly: true } or { IsConst: true, ContainingType.TypeKind: not TypeKind.Enum } })
            value = context.World.DefinitionOf(value, cancellation).Unconverted();
        return value switch
        {
            IFieldReferenceOperation { Field: { ContainingType: { TypeKind: TypeKind.Enum } type, HasConstantValue: true } field } => Member(field.Name, type, value.Syntax),
            ILiteralOperation { ConstantValue: { HasValue: true, Value: bool flag } } =>
                One(new MappedText.Builder().Append(flag ? "True" : "False", value.Syntax.SyntaxTree, value.Syntax.SpanStart, null, Notation.CSharpConstant)),
            _ => ImmutableArray<StringValue>.Empty,
        };
    }

    private static ImmutableArray<StringValue> Member(string name, INamedTypeSymbol type, SyntaxNode syntax)
    {
        var place = syntax is MemberAccessExpressionSyntax access ? access.Name : syntax;
        return One(new MappedText.Builder().Append(name, syntax.SyntaxTree, place.SpanStart, null, Notation.MembersOf(type.MemberNames)));
    }

    /// <summary><c>bool.TrueString</c>: the end of the text is the end of the name.</summary>
    private static ImmutableArray<StringValue> FlagText(IFieldReferenceOperation flag)
    {
        var name = flag.Syntax is MemberAccessExpressionSyntax access ? access.Name : flag.Syntax;
        var text = flag.Field.Name == "TrueString" ? bool.TrueString : bool.FalseString;
        return One(new MappedText.Builder().Append(text, name.SyntaxTree, name.SpanStart, [.. Enumerable.Range(name.SpanStart, text.Length), name.Span.End], Notation.CSharpFlagText));
    }

    /// <summary>The name of a member of an enumeration, or of a builder, stands for a setting, or its key; no other does.</summary>
    private static ImmutableArray<StringValue> Named(INameOfOperation name) => name.Argument switch
    {
        IFieldReferenceOperation { Field: { ContainingType: { TypeKind: TypeKind.Enum } type } field } => Member(field.Name, type, name.Argument.Syntax),
        IPropertyReferenceOperation { Property: { ContainingType: var type } property } when !ConnectionObjects.Of(type, null).IsEmpty => Member(property.Name, type, name.Argument.Syntax),
        _ => ImmutableArray<StringValue>.Empty,
    };

    /// <summary>A number or the like is a hole, however far it is followed.</summary>
    private static bool IsNoText(ITypeSymbol? type) =>
        type is { IsValueType: true, SpecialType: not (SpecialType.None or SpecialType.System_Char) } or { TypeKind: TypeKind.Enum };

    private static ImmutableArray<StringValue> Limit(ImmutableArray<StringValue> values) =>
        values.Length > MostValues ? ImmutableArray.Create(values, 0, MostValues) : values;

    private ImmutableArray<StringValue> Read(IOperation expression) => expression switch
    {
        ILiteralOperation { Syntax: LiteralExpressionSyntax literal } => Literal(literal),
        IUtf8StringOperation { Syntax: LiteralExpressionSyntax literal } => Literal(literal),
        IInterpolatedStringOperation interpolated => Interpolated(interpolated),
        INameOfOperation name => Named(name),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } => Join(expression.Summands(), null),
        IConversionOperation conversion => Of(conversion.Operand),
        IAwaitOperation await => Of(await.Operation),
        ICoalesceOperation coalesce => OfAny([coalesce.Value, coalesce.WhenNull]),
        IConditionalOperation { WhenFalse: { } whenFalse } conditional => OfAny([conditional.WhenTrue, whenFalse]),
        ISwitchExpressionOperation choice => OfAny(choice.Arms.Select(arm => arm.Value)),
        IConditionalAccessOperation access => Of(access.WhenNotNull),
        ISimpleAssignmentOperation assignment => Of(assignment.Value),
        ICoalesceAssignmentOperation assignment => OfAny([assignment.Target, assignment.Value]),
        ILocalReferenceOperation { Type.Name: "UriBuilder" } builder when Initial(builder) is IObjectCreationOperation creation => new BuiltUris(context, this, cancellation).Of(creation, builder),
        ILocalReferenceOperation local => Variable(local, local.Local, context.Sources.AssignmentsTo(local.Local, cancellation)),
        IFieldReferenceOperation { Field.ContainingType.SpecialType: SpecialType.System_Boolean, Field.Name: "TrueString" or "FalseString" } flag => FlagText(flag),
        IFieldReferenceOperation field => Declared(field.Field),
        IPropertyReferenceOperation { Property: { Name: "Uri" or "AbsoluteUri" or "OriginalString", ContainingType.Name: "UriBuilder" or "Uri" }, Instance: { } uri } => Of(uri),
        IPropertyReferenceOperation { Arguments.Length: 0 } property => Declared(property.Property),
        IPropertyReferenceOperation { Arguments: { Length: 1 } arguments, Instance: { } table } => Entry(table, arguments[0].Value),
        IParameterReferenceOperation parameter => Variable(parameter, parameter.Parameter, context.Sources.AssignmentsTo(parameter.Parameter, cancellation)),
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
        var combinations = new Combinations(MostValues);
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

    /// <summary>All combinations of the parts, up to the limit; a part of which nothing is known is a hole.</summary>
    private ImmutableArray<StringValue> Join(IEnumerable<IOperation> parts, string? separator)
    {
        var combinations = new Combinations(MostValues);
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

    private static SyntaxNode Operand(SyntaxNode syntax)
    {
        while (syntax.Parent is ParenthesizedExpressionSyntax parenthesized)
            syntax = parenthesized;
        return syntax;
    }

    /// <summary>The texts of each of the expressions, of which the program takes one.</summary>
    private ImmutableArray<StringValue> OfAny(IEnumerable<IOperation> expressions) =>
        ImmutableArray.CreateRange(expressions.SelectMany(expression => Of(expression).Select(value => value.From(expression))));

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

    /// <summary>
    /// The texts of a member, method or parameter, of which many places may make use. Remembered where nothing is followed yet:
    /// what is known then does not depend on who asks first.
    /// </summary>
    private ImmutableArray<StringValue> Declared(ISymbol symbol)
    {
        if (following.Count > 0)
            return Follow(symbol, () => Definition(symbol));
        var all = Remembered.GetValue(context, static _ => new(SymbolEqualityComparer.Default));
        if (!all.TryGetValue(symbol, out var known))
        {
            var first = new StringValues(context, cancellation);
            known = all.GetOrAdd(symbol, first.Follow(symbol, () => first.Definition(symbol)));
        }

        return known;
    }

    private ImmutableArray<StringValue> Definition(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => OfAny(context.Sources.ReturnsOf(method, cancellation)),
        IParameterSymbol parameter => Parameter(parameter),
        IPropertySymbol property => Member(property, property.GetMethod),
        _ => Member(symbol, null),
    };

    /// <summary>What a local, or a parameter, holds where it is read: what it begins with, and what is assigned before.</summary>
    private ImmutableArray<StringValue> Variable(IOperation reference, ISymbol variable, IReadOnlyList<IOperation> writes)
    {
        if (changing.TryGetValue(variable, out var change))
            return change.Write.Syntax.Span.Contains(reference.Syntax.Span) ? change.Before : ImmutableArray<StringValue>.Empty;
        var values = variable is IParameterSymbol ? Declared(variable) : ImmutableArray<StringValue>.Empty;
        foreach (var write in writes)
        {
            cancellation.ThrowIfCancellationRequested();
            if (write.Syntax.SpanStart >= reference.Syntax.SpanStart || write.Syntax.Span.Contains(reference.Syntax.Span))
                break;
            changing[variable] = (write, values);
            var written = write switch
            {
                ICompoundAssignmentOperation added => Followed(values.IsEmpty ? Known(added.Target) : values, Known(added.Value)),
                IVariableDeclaratorOperation declarator => Of(declarator.GetVariableInitializer()?.Value),
                IAssignmentOperation assignment => Of(assignment.Value),
                _ => ImmutableArray<StringValue>.Empty,
            };
            if (!KeepsReplaced && write is not ICoalesceAssignmentOperation && new Replacements(context, cancellation).Precedes(write, reference))
                values = ImmutableArray<StringValue>.Empty;
            values = Limit(values.AddRange(written.Select(value => value.From(write))));
        }

        changing.Remove(variable);
        return values;
    }

    private ImmutableArray<StringValue> Known(IOperation value)
    {
        var values = Of(value);
        return values.IsEmpty ? One(new MappedText.Builder().AppendHole(value.Syntax.SyntaxTree, value.Syntax.Span)) : values;
    }

    private static ImmutableArray<StringValue> Followed(ImmutableArray<StringValue> starts, ImmutableArray<StringValue> ends) =>
        ImmutableArray.CreateRange(from start in starts from end in ends select start.Then(end));

    /// <summary>What the member starts with or computes; where that is not known, what its own type gives it.</summary>
    private ImmutableArray<StringValue> Member(ISymbol member, IMethodSymbol? getter)
    {
        IOperation[] computed = getter is null ? [] : [.. context.Sources.ReturnsOf(getter, cancellation)];
        var initial = context.Sources.InitialOf(member, cancellation);
        var values = OfAny(initial is null ? computed : computed.Prepend(initial));
        if (member is IPropertySymbol property && Sources.ParameterOf(property) is { IsOptional: true } parameter
            && context.Sources.SeenArgumentsOf(parameter, cancellation).Length == 1)
            values = Declared(parameter); // Nobody is seen to pass another value than the default.
        if (computed.Length == 0 && values.Any(value => Dialects.MayBeConnection(value.Text.Text)))
            values = new Replacements(context, cancellation).ReplaceInitial(member) ? ImmutableArray<StringValue>.Empty : Extended(values, member);
        return values.IsEmpty ? OfAny(context.Sources.WritesWithinType(member, cancellation).Where(write => write.Syntax != initial?.Syntax)) : values;
    }

    /// <summary>The texts with what is added to the member wherever it stands: <c>settings.Text += ";Timeout=5"</c>.</summary>
    private ImmutableArray<StringValue> Extended(ImmutableArray<StringValue> values, ISymbol member)
    {
        if (member is IFieldSymbol { IsConst: true } or IPropertySymbol { SetMethod: null })
            return values;
        foreach (var use in context.References.EachUseOf(member, cancellation))
            if (use.Parent is ICompoundAssignmentOperation added && added.Target == use && context.World.Reaches(added, cancellation))
                values = Limit(Followed(values, Known(added.Value)));
        return values;
    }

    /// <summary>The default of an optional parameter, and what callers give to a private method or a local function.</summary>
    private ImmutableArray<StringValue> Parameter(IParameterSymbol parameter)
    {
        var isOwn = parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction }
            or IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private };
        return isOwn ? OfAny(context.Sources.SeenArgumentsOf(parameter, cancellation))
            : context.Sources.DefaultOf(parameter, cancellation) is { } omitted ? OfAny([omitted])
            : ImmutableArray<StringValue>.Empty;
    }

    /// <summary>A <see cref="Uri"/>, and types that are made of a text alone.</summary>
    private ImmutableArray<StringValue> Creation(IObjectCreationOperation creation) => creation switch
    {
        { Type.Name: "UriBuilder" } => new BuiltUris(context, this, cancellation).Of(creation, null),
        { Type.Name: "Uri" or "MongoUrl" or "MongoUrlBuilder", Arguments: { Length: > 0 } arguments } => Of(arguments[0].Value),
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
                case "Format":
                    return Formatted(arguments);
                case "Concat":
                    return Join(Elements(arguments), "");
                case "Join" when arguments.Length > 1 && arguments[0].Value.ConstantValue is { HasValue: true, Value: var separator }:
                    return Join(Elements(arguments.Skip(1)), separator?.ToString() ?? "");
                case "Replace" when invocation.Instance is { } text:
                    return ImmutableArray.CreateRange(Of(text).SelectMany(value => Replaced(value, arguments)));
                case "Trim" or "TrimEnd" or "TrimStart" or "ToString" or "Normalize" or "ToLower" or "ToLowerInvariant" when invocation.Instance is { } text:
                    return Of(text);
                case "Create" when arguments.Length > 0:
                    return Of(arguments[arguments.Length - 1].Value);
            }

            return ImmutableArray<StringValue>.Empty;
        }

        if (method is { Name: "ToString" } && arguments.Length == 0 && invocation.Instance is { Type: { TypeKind: TypeKind.Enum } or { SpecialType: SpecialType.System_Boolean } } constant)
            return Of(constant);
        if (method is { Name: "ToString", ContainingType.Name: "Uri" or "UriBuilder" })
            return Of(invocation.Instance);
        if (method is { Name: "ToString" or "Append" or "AppendLine" or "AppendFormat", ContainingType.Name: "StringBuilder" })
            return Built(invocation);
        if (method is { Name: "Invariant" or "CurrentCulture", ContainingType.Name: "FormattableString" } && arguments.Length == 1)
            return Of(arguments[0].Value);
        return Declared(method.OriginalDefinition);
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
    private IOperation? Initial(IOperation value) => value.Unconverted() switch
    {
        ILocalReferenceOperation { Local: var local } => context.Sources.AssignmentsTo(local, cancellation) is { Count: > 0 } all && all[0] is IVariableDeclaratorOperation declarator
            ? declarator.GetVariableInitializer()?.Value.Unconverted()
            : null,
        IFieldReferenceOperation { Field: var field } => context.Sources.InitialOf(field, cancellation)?.Unconverted(),
        var other => other,
    };

    private static IArgumentOperation[] InOrder(IInvocationOperation invocation) =>
        [.. invocation.Arguments.OrderBy(argument => argument.Parameter?.Ordinal ?? 0)];

    /// <summary>The values of arguments; a <c>params</c> array or span is unrolled.</summary>
    private IEnumerable<IOperation> Elements(IEnumerable<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            var value = argument.Value.Unconverted();
            if (value.Type?.SpecialType != SpecialType.System_String
                && Initial(value) is var list and (IArrayCreationOperation or IObjectCreationOperation or { Syntax.RawKind: OperationTrees.CollectionExpression })
                && (list is IObjectCreationOperation { Arguments.Length: 0, Initializer: null } ? ImmutableArray<IOperation>.Empty : context.Sources.ElementsOf(list, cancellation)) is { } elements)
            {
                foreach (var element in elements)
                    yield return element;
                foreach (var element in AddedTo(value))
                    yield return element;
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

    /// <summary>What is added to a local list before it is used; what may be left out, or is given in another way, is a hole.</summary>
    private IEnumerable<IOperation> AddedTo(IOperation list)
    {
        if (list is not ILocalReferenceOperation { Local: var local })
            yield break;
        foreach (var operation in list.Root().Descendants())
            if (operation is IInvocationOperation { Instance: ILocalReferenceOperation changed, TargetMethod: { ReturnsVoid: true, Name: var name } } call
                && SymbolEqualityComparer.Default.Equals(changed.Local, local)
                && call.Syntax.SpanStart < list.Syntax.SpanStart
                && context.World.Reaches(call, cancellation))
                yield return name == "Add" && new Replacements(context, cancellation).Precedes(call, list) ? call.Arguments[0].Value : call;
    }

    private ImmutableArray<StringValue> Formatted(IArgumentOperation[] arguments)
    {
        var format = Array.FindIndex(arguments, static argument => argument.Parameter?.Name == "format");
        if (format < 0)
            return ImmutableArray<StringValue>.Empty;
        var formats = Of(arguments[format].Value);
        if (Only(formats) is not { } known)
            return formats;
        var values = Elements(arguments.Skip(format + 1)).ToArray();
        return CompositeFormat.Fill(known.Text, index => index < values.Length ? Only(Of(values[index]))?.Text : null) is { } filled
            ? ImmutableArray.Create(known with { Text = filled })
            : ImmutableArray<StringValue>.Empty;
    }

    /// <summary>The text with every occurrence of what is sought replaced by what is given, or by a hole; as it is where that is not known.</summary>
    private ImmutableArray<StringValue> Replaced(StringValue value, IArgumentOperation[] arguments)
    {
        var text = value.Text.Text;
        if (arguments.Length < 2 || arguments[0].Value.ConstantValue is not { HasValue: true, Value: { } constant } || constant.ToString() is not { Length: > 0 } sought)
            return ImmutableArray.Create(value);
        var values = arguments[1].Value.ConstantValue is { HasValue: true, Value: null } ? One(new()) : Known(arguments[1].Value);
        var comparison = arguments.Length == 2 ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        var combinations = new Combinations(MostValues);
        var at = 0;
        for (int found = text.IndexOf(sought, comparison), places = 0; found >= 0 && places < MostPlaces; found = text.IndexOf(sought, at, comparison), places++)
        {
            combinations.Append(value.Text.Part(TextRange.FromBounds(at, found)));
            if (!combinations.Append(values))
                combinations.Append(ImmutableArray.Create(values[0]));
            at = found + sought.Length;
        }

        combinations.Append(value.Text.Part(TextRange.FromBounds(at, text.Length)));
        return ImmutableArray.CreateRange(combinations.ToValues().Select(replaced => replaced with { Origins = value.Origins.AddRange(replaced.Origins) }));
    }

    /// <summary>What a <c>StringBuilder</c> holds after this call: of a chain, and of statements on one local.</summary>
    private ImmutableArray<StringValue> Built(IInvocationOperation call)
    {
        if (call.TargetMethod.Name != "ToString")
            return Followed(Of(call.Instance), Appended(call));
        return call.Instance is ILocalReferenceOperation local ? BuiltByStatements(local) : Of(call.Instance);
    }

    private ImmutableArray<StringValue> Appended(IInvocationOperation call)
    {
        var arguments = InOrder(call);
        return call.TargetMethod.Name == "AppendFormat" ? Formatted(arguments)
            : arguments.Length > 0 ? Known(arguments[0].Value)
            : ImmutableArray<StringValue>.Empty;
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
                values = Limit(ImmutableArray.CreateRange(Followed(values, Appended(append)).Select(value => value.From(statement))));
        }

        return values;
    }
}
