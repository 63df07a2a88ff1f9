using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Connections.Grammar;
using TransitAnalyzers.Connections.Text;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Production;
using TransitAnalyzers.Settings;

namespace TransitAnalyzers.Connections;

/// <summary>An object that describes a connection, read as if its members stood in a connection string.</summary>
/// <param name="Reading">What is set, and where.</param>
/// <param name="IsComplete">The object is created here and does not leave unseen: what is not set stays at its default.</param>
internal sealed record ObjectReading(ConnectionReading Reading, bool IsComplete);

/// <summary>
/// Reads builders, options objects and dictionaries: the constructor's string, the initializer, and what the method around
/// sets afterwards on the same variable, by property, indexer or <c>Add</c>. Lists of keys with their values are read like
/// dictionaries. One judge judges texts and objects.
/// </summary>
internal sealed class ObjectReader(TransitContext context, CancellationToken cancellation, int copies = 0)
{
    /// <summary>A table may be a copy of a table, but not of ever more.</summary>
    private const int MostCopies = 4;

    private readonly MappedText.Builder text = new();
    private readonly ImmutableArray<Setting>.Builder settings = ImmutableArray.CreateBuilder<Setting>();
    private int undecided;

    /// <summary>Which of the values is read where the program chooses one; null where such a value counts as not known.</summary>
    public int? Choice { get; init; }

    /// <summary>
    /// Between how many values the program chooses the one of a member. Zero where it chooses none, or several: those may depend
    /// on each other.
    /// </summary>
    public int Choices { get; private set; }

    /// <param name="receiver">The creation, or what a member is set on.</param>
    /// <param name="dialect">The language of the object.</param>
    public ObjectReading Read(IOperation receiver, Dialect dialect)
    {
        if (ConnectionObjects.IsListOfPairs(receiver.Type))
            return ReadPairs(receiver, dialect);
        var creation = receiver as IObjectCreationOperation ?? receiver.CreationAround();
        var variable = creation is null ? VariableOf(receiver) : VariableHolding(creation);
        var root = receiver.Root();
        creation ??= variable is null ? null : CreationIn(root, variable);
        var unknown = false;
        if (creation is not null)
        {
            unknown = ReadConstructor(creation, dialect);
            if (creation.Initializer is { } initializer)
                foreach (var element in initializer.Initializers)
                {
                    ReadElement(element, dialect);
                    unknown |= ReadWhole(element, static _ => true, dialect);
                }
        }

        var nested = InitializerAround(receiver);
        var part = creation is not null || variable is not null ? null : (nested?.InitializedMember ?? receiver) as IMemberReferenceOperation;
        var holder = VariableOf(part?.Instance);
        if ((holder is null ? nested?.Parent?.Parent as IObjectCreationOperation : CreationIn(root, holder)) is { } made)
        {
            // The part of an object begins with what that was created from: new NpgsqlDataSourceBuilder(text).ConnectionStringBuilder.
            if (ConnectionSinks.Of(made).Contains(dialect))
                unknown = ReadConstructor(made, dialect);
            foreach (var element in made.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
                if (element is IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation { Member: var member } } initialized && SymbolEqualityComparer.Default.Equals(member, part?.Member))
                    foreach (var set in initialized.Initializer.Initializers)
                        ReadElement(set, dialect);
            holder ??= VariableHolding(made);
        }

        if (variable is not null || part is not null)
        {
            // Where nothing is decided, what is set is set in production where the object is made there.
            var mayBeSkipped = root.Syntax.ContainsDirectives;
            foreach (var operation in root.DescendantsAndSelf())
            {
                mayBeSkipped |= operation is IConditionalOperation or ISwitchOperation;
                ReadStatement(operation, IsIt, dialect);
                unknown |= SetsAnything(operation, IsIt) || ReadWhole(operation, IsIt, dialect);

                bool IsIt(IOperation? instance) =>
                    (variable is not null ? IsVariable(instance, variable) : IsSame(instance, part, holder))
                    && (!mayBeSkipped || context.World.ReachesNetwork(operation, cancellation));
            }
        }

        var reading = new ConnectionReading(text.ToText(), dialect.Grammar, settings.ToImmutable(), isWellFormed: true, hasUnknownSettings: unknown);
        return new(reading, creation is not null && !unknown && (variable is not null || !IsHandedOn(creation)));
    }

    /// <summary>
    /// What a text says together with what code sets, in production, on the object that takes it. The text stands in front: what
    /// is found in it keeps its range.
    /// </summary>
    /// <param name="said">The text.</param>
    /// <param name="rest">Settings that are joined behind the text before it is taken, if any.</param>
    /// <param name="sink">What takes it.</param>
    /// <param name="taking">The object.</param>
    /// <param name="dialect">The language of the text.</param>
    public ConnectionReading ReadOver(ConnectionReading said, ConnectionReading? rest, IOperation sink, TakingObject taking, Dialect dialect)
    {
        text.Append(said.Text);
        settings.AddRange(said.Settings);
        if (rest is not null)
            AddMoved(rest);
        // A text that is assigned replaces what was set before.
        var start = sink is IAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: ConnectionObjects.TextMember } } ? sink.Syntax.SpanStart : 0;
        var unknown = said.HasUnknownSettings;
        foreach (var operation in taking.Body)
            if (operation.Syntax.SpanStart >= start && operation != sink && operation is IAssignmentOperation or IInvocationOperation && taking.IsTouchedBy(operation))
            {
                ReadTouch(operation, dialect);
                unknown |= SetsAnything(operation, taking.Has);
            }

        return new(text.ToText(), said.Grammar, settings.ToImmutable(), said.IsWellFormed, unknown, said.Query);
    }

    private ObjectReading ReadPairs(IOperation list, Dialect dialect)
    {
        var pairs = IsOnlyGiven(list) ? context.Sources.ElementsOf(list, cancellation) : null;
        foreach (var pair in pairs ?? ImmutableArray<IOperation>.Empty)
        {
            var arguments = pair.Unconverted() switch
            {
                IObjectCreationOperation { Arguments: var given } => given,
                IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: ConnectionObjects.Pair }, Arguments: var given } => given,
                _ => ImmutableArray<IArgumentOperation>.Empty,
            };
            if (arguments.Length == 2 && ConstantText(arguments) is { } key)
                Add(key, arguments[1].Value, dialect);
            else
                pairs = null; // Any setting may be made there.
        }

        return new(new(text.ToText(), dialect.Grammar, settings.ToImmutable(), isWellFormed: true, hasUnknownSettings: pairs is null), pairs is not null);

        // To clients, which do not change it.
        bool IsOnlyGiven(IOperation list) => list.Variable() is not { } variable
            || context.References.EachUseOf(variable, cancellation).All(static use => use.Converted().Parent is IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } client } } && !IsOwn(client));
    }

    private void ReadTouch(IOperation operation, Dialect dialect)
    {
        switch (operation)
        {
            case IAssignmentOperation { Target: IPropertyReferenceOperation target } assignment when NameOf(target) is { } name:
                if (dialect.KeyOfMember(name) is { } key && key.Means != Meaning.Other)
                    Add(name, key.Spellings[0], assignment.Value, endpoint: false);
                else if ((MeantBy(target, name, dialect) ?? DecidedBy(name, dialect)) is { } decided)
                    Add(name, decided, assignment.Value, endpoint: false);
                else if (target.Instance is IMemberReferenceOperation part)
                    AddUnknown(part.Member.Name, assignment.Syntax, dialect);
                break;
            case IInvocationOperation call when EntrySetBy(call) is { } entry && ConstantText(entry) is { } name:
                Add(name, entry[1].Value, dialect);
                break;
            case IInvocationOperation { TargetMethod.Name: var name } call:
                if (DecidedBy(name, dialect) is { } set)
                    AddHole(set, call.Syntax);
                else
                    AddUnknown(name, call.Syntax, dialect);
                break;
        }
    }

    /// <summary>The key of a text that means what the member of an object does.</summary>
    private static string? MeantBy(IPropertyReferenceOperation target, string name, Dialect dialect)
    {
        foreach (var described in ConnectionObjects.Of(target.Instance?.Type, target.Property.ContainingType))
            if (described.KeyOfMember(name) is { } member && member.Means != Meaning.Other)
                return dialect.Keys.FirstOrDefault(key => key.Means == member.Means)?.Spellings[0];
        return null;
    }

    /// <summary>The key that decides, for a member that sets it under another name.</summary>
    private static string? DecidedBy(string name, Dialect dialect)
    {
        if (!dialect.SetBy.Contains(name))
            return null;
        foreach (var row in dialect.Losses)
            foreach (var remedy in row.Remedies)
                if (remedy.AddsKey && dialect.Keys.FirstOrDefault(key => key.Means == remedy.Key) is { } decides)
                    return decides.Spellings[0];
        return null;
    }

    private bool ReadConstructor(IObjectCreationOperation creation, Dialect dialect)
    {
        var unknown = false;
        foreach (var argument in creation.Arguments)
        {
            if (argument is not { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter })
                continue;
            // A parameter that is named like a setting is that setting.
            if (dialect.KeyOfMember(parameter.Name) is { Means: not Meaning.Other })
                Add(parameter.Name, argument.Value, dialect);
            else if (parameter.Type is not ({ SpecialType: SpecialType.System_Int32 or SpecialType.System_UInt32 } or { Name: "IEqualityComparer" }))
                unknown |= ReadTable(argument.Value, dialect) ?? ReadText(argument.Value, dialect);
        }

        return unknown;
    }

    /// <summary>Reads a table of settings that the object is a copy of: null where it is none, true where it may hold others than are seen.</summary>
    private bool? ReadTable(IOperation value, Dialect dialect)
    {
        var table = value.Unconverted();
        if (!TypeNames.Match(ConnectionObjects.Table, table.Type, null))
            return null;
        if (copies == MostCopies)
            return true;
        var (reading, isComplete) = new ObjectReader(context, cancellation, copies + 1) { Choice = Choice }.Read(table, dialect);
        AddMoved(reading);
        return !isComplete;
    }

    /// <summary>Reads a text that the object takes its settings from; true where it may hold others than are seen.</summary>
    private bool ReadText(IOperation value, Dialect dialect)
    {
        var isUri = value.Type?.Name == "Uri";
        var values = (isUri || value.Type?.SpecialType == SpecialType.System_String) && dialect.Grammar == ConnectionGrammar.KeyValue
            ? new StringValues(context, cancellation).Of(value)
            : ImmutableArray<StringValue>.Empty;
        if (values.Length != 1 || (isUri ? UriGrammar.Read(values[0].Text) : KeyValueGrammar.Read(values[0].Text)) is not { IsWellFormed: true } reading)
            return true;
        AddMoved(reading);
        return reading.HasUnknownSettings;
    }

    /// <summary>Adds what another text says behind what is there.</summary>
    private void AddMoved(ConnectionReading reading)
    {
        var start = text.Length;
        text.Append(reading.Text).Append(";", null, 0, null, null);
        foreach (var setting in reading.Settings)
            settings.Add(new(setting.Key, setting.Value, Moved(setting.KeyRange), Moved(setting.ValueRange), Moved(setting.Whole)));

        TextRange Moved(TextRange range) => new(range.Start + start, range.Length);
    }

    private void ReadElement(IOperation element, Dialect dialect)
    {
        switch (element)
        {
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment:
                Add(NameOf(property), assignment.Value, dialect);
                break;
            case IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation member } nested:
                if (dialect.KeyOfMember(member.Member.Name)?.Means == Meaning.Host)
                    foreach (var added in nested.Initializer.Initializers)
                        ReadHost(added);
                else
                    AddUnknown(member.Member.Name, nested.Syntax, dialect);
                break;
            case IInvocationOperation { TargetMethod.Name: "Add" } add when ConstantText(add.Arguments) is { } key && add.Arguments.Length == 2:
                Add(key, add.Arguments[1].Value, dialect);
                break;
        }
    }

    private void ReadStatement(IOperation operation, Func<IOperation?, bool> isIt, Dialect dialect)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment:
                if (isIt(target.Instance))
                    Add(NameOf(target), assignment.Value, dialect);
                else if (target.Instance is IMemberReferenceOperation part && isIt(part.Instance))
                    AddUnknown(part.Member.Name, assignment.Syntax, dialect);
                break;
            case IInvocationOperation call when EntrySetBy(call) is { } entry && isIt(call.Receiver()) && ConstantText(entry) is { } key:
                Add(key, entry[1].Value, dialect);
                break;
            // Kept under another name, or handed to the program's own method, the part may be set there.
            case IPropertyReferenceOperation { Type: { IsReferenceType: true, SpecialType: SpecialType.None }, Property.Name: var name, Parent: IVariableInitializerOperation or IArgumentOperation } part
                when isIt(part.Instance) && (part.Parent is not IArgumentOperation argument || IsGivenToOwn(argument)):
                AddUnknown(name, part.Syntax, dialect);
                break;
            case IInvocationOperation { TargetMethod.Name: "Add", Instance: IMemberReferenceOperation list } add when isIt(list.Instance)
                && dialect.KeyOfMember(list.Member.Name)?.Means == Meaning.Host:
                ReadHost(add);
                break;
        }
    }

    private static bool IsGivenToOwn(IArgumentOperation argument) =>
        argument.Parent is IInvocationOperation { TargetMethod: var method } && IsOwn(method);

    private static bool IsOwn(IMethodSymbol method) => method.Locations.Any(static place => place.IsInSource);

    /// <summary>
    /// The text that replaces all settings: a driver's builder is judged where it is assigned to, one of no driver here. True where
    /// more may be set than is seen.
    /// </summary>
    private bool ReadWhole(IOperation operation, Func<IOperation?, bool> isIt, Dialect dialect) =>
        operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: ConnectionObjects.TextMember } target } assignment && isIt(target.Instance)
        && (!ConnectionObjects.IsTextOfPlainBuilder(target) || ReadText(assignment.Value, dialect));

    /// <summary>Key and value of the entry that the call sets, be it an extension method or not.</summary>
    private static ImmutableArray<IArgumentOperation>? EntrySetBy(IInvocationOperation call)
    {
        if (!ConnectionObjects.EntryMethods.Contains(call.TargetMethod.Name))
            return null;
        var arguments = call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments.RemoveAt(0) : call.Arguments;
        return arguments.Length == 2 ? arguments : null;
    }

    /// <summary>An entry whose key is not known, a delegate, or a method that fills whatever object it is given: any setting may be made there.</summary>
    private static bool SetsAnything(IOperation operation, Func<IOperation?, bool> isIt) => operation switch
    {
        IAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: var key } target } => ConstantText(key) is null && isIt(target.Instance),
        IInvocationOperation call when EntrySetBy(call) is { } entry => ConstantText(entry) is null && isIt(call.Receiver()),
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Arguments: var arguments } => arguments.Any(argument => isIt(argument.Value)),
        IInvocationOperation { TargetMethod: { Name: "Bind" or "Populate" or "PopulateObject" } method, Arguments: var arguments } =>
            !IsOwn(method) && arguments.Any(argument => isIt(argument.Value)),
        _ => false,
    };

    private void ReadHost(IOperation added)
    {
        if (added is not IInvocationOperation { Arguments: { Length: > 0 } arguments })
            return;
        Add("", UriParts.Host, arguments[0].Value, endpoint: true);
    }

    private void Add(string? name, IOperation value, Dialect dialect)
    {
        if (name is not null && dialect.KeyOfMember(name) is { } key)
            Add(name, key.Spellings[0], value, endpoint: false);
    }

    private void AddUnknown(string name, SyntaxNode syntax, Dialect dialect)
    {
        if (dialect.KeyOfMember(name) is { } key)
            AddHole(key.Spellings[0], syntax);
    }

    private void AddHole(string key, SyntaxNode syntax)
    {
        var start = text.Length;
        text.AppendHole(syntax.SyntaxTree, syntax.Span).Append(";", null, 0, null, null);
        settings.Add(new(key, MappedText.Hole.ToString(), default, new(start, 1), new(start, 1)));
    }

    private void Add(string name, string key, IOperation value, bool endpoint)
    {
        if (name.Length > 0)
            text.Append(name, null, 0, null, null).Append("=", null, 0, null, null);
        var start = text.Length;
        AppendValue(value.Unconverted());
        var range = TextRange.FromBounds(start, text.Length);
        text.Append(";", null, 0, null, null);
        var whole = text.ToText().Text;
        if (endpoint)
            range = UriGrammar.HostOf(whole, range);
        // What stands in the source is the value: the finding points there.
        settings.Add(new(key, whole.Substring(range.Start, range.Length), new(Math.Max(0, start - name.Length - 1), name.Length), range, range));
    }

    private void AppendValue(IOperation value)
    {
        var isText = value.Type?.SpecialType == SpecialType.System_String;
        if (AppendSpelled(value) || (!isText && context.World.DefinitionOf(value, cancellation).Unconverted() is var definition && definition != value && AppendSpelled(definition)))
            return;
        var syntax = value.Syntax;
        if (!isText && context.World.ConstantOf(value, cancellation) is { HasValue: true, Value: bool or int } known)
        {
            text.Append(Invariant(known.Value), syntax.SyntaxTree, syntax.SpanStart, null, null);
            return;
        }

        if (!isText && ChosenFrom(value) is { } branch)
        {
            AppendValue(branch.Unconverted());
            return;
        }

        var values = new StringValues(context, cancellation).Of(value);
        if (values.Length == 1)
            text.Append(values[0].Text);
        else
            text.AppendHole(syntax.SyntaxTree, syntax.Span);
        if (values.Length > 1)
            Count(values.Length);
    }

    /// <summary>
    /// The value that is read of those between which the program chooses, by a condition that production does not decide. A flag
    /// that is chosen is the condition itself.
    /// </summary>
    private IOperation? ChosenFrom(IOperation value)
    {
        var branches = value switch
        {
            { Type.SpecialType: SpecialType.System_Boolean } => [],
            IConditionalOperation { WhenFalse: { } otherwise } conditional => [conditional.WhenTrue, otherwise],
            ISwitchExpressionOperation choice => [.. choice.Arms.Select(static arm => arm.Value)],
            _ => Array.Empty<IOperation>(),
        };
        branches = Array.FindAll(branches, branch => context.World.ReachesNetwork(branch, cancellation));
        if (branches.Length < 2)
            return branches.Length == 0 ? null : branches[0];
        Count(branches.Length);
        return Choice is { } chosen && chosen < branches.Length ? branches[chosen] : null;
    }

    private void Count(int choices) => Choices = ++undecided == 1 ? choices : 0;

    /// <summary>A value that is spelled where it stands: a literal, a constant of an enumeration or of a class that is like one.</summary>
    private bool AppendSpelled(IOperation value)
    {
        var syntax = value.Syntax;
        switch (value)
        {
            case IFieldReferenceOperation { Field: { IsStatic: true } field } when IsOfItsType(field.Type, field):
                AppendMember(field.Name, field.ContainingType, syntax);
                return true;
            case IPropertyReferenceOperation { Property: { IsStatic: true } property } when IsOfItsType(property.Type, property):
                AppendMember(property.Name, property.ContainingType, syntax);
                return true;
            case ILiteralOperation { ConstantValue: { HasValue: true, Value: bool or int } constant }:
                text.Append(Invariant(constant.Value), syntax.SyntaxTree, syntax.SpanStart, null, Notation.CSharpConstant);
                return true;
            // SqlConnectionEncryptOption.Parse("Optional"), Enum.Parse<SslMode>("Disable")
            case IInvocationOperation { TargetMethod: { IsStatic: true, Name: "Parse" }, Arguments: { Length: > 0 } arguments } when arguments[0].Value.Type?.SpecialType == SpecialType.System_String:
                AppendValue(arguments[0].Value);
                return true;
            case IObjectCreationOperation { Type.Name: "MongoServerAddress" or "DnsEndPoint", Arguments: { Length: > 0 } arguments }:
                AppendValue(arguments[0].Value);
                return true;
            default:
                return false;
        }

        static bool IsOfItsType(ITypeSymbol type, ISymbol member) => SymbolEqualityComparer.Default.Equals(type.WithoutNullable(), member.ContainingType);
    }

    private void AppendMember(string name, INamedTypeSymbol type, SyntaxNode syntax)
    {
        var place = syntax is MemberAccessExpressionSyntax access ? access.Name.SpanStart : syntax.SpanStart;
        text.Append(name, syntax.SyntaxTree, place, null, Notation.MembersOf(type.GetMembers().Where(member => member.IsStatic).Select(member => member.Name)));
    }

    private static string Invariant(object? constant) => FormattableString.Invariant($"{constant}").ToLowerInvariant();

    private static string? NameOf(IPropertyReferenceOperation property) =>
        property.Property.IsIndexer ? ConstantText(property.Arguments) : property.Property.Name;

    private static string? ConstantText(ImmutableArray<IArgumentOperation> arguments) =>
        arguments.Length > 0 && arguments[0].Value.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    private static bool IsVariable(IOperation? operation, ISymbol variable) => SymbolEqualityComparer.Default.Equals(VariableOf(operation), variable);

    /// <summary>The same member of the same variable: <c>builder.ConnectionStringBuilder</c>.</summary>
    private static bool IsSame(IOperation? operation, IMemberReferenceOperation? part, ISymbol? holder) =>
        operation is IMemberReferenceOperation member && SymbolEqualityComparer.Default.Equals(member.Member, part?.Member)
        && (VariableOf(member.Instance) is not { } variable ? IsSame(member.Instance, part?.Instance as IMemberReferenceOperation, null)
            : SymbolEqualityComparer.Default.Equals(variable, VariableOf(part?.Instance) ?? holder));

    /// <summary>What initializes a part of an object that is created, for what is set in it: <c>{ ConnectionStringBuilder = { Host = … } }</c>.</summary>
    private static IMemberInitializerOperation? InitializerAround(IOperation receiver)
    {
        if (receiver is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
            for (var outer = receiver.Parent; outer is not null; outer = outer.Parent)
                if (outer is IObjectOrCollectionInitializerOperation)
                    return outer.Parent as IMemberInitializerOperation;
        return null;
    }

    private static ISymbol? VariableOf(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Property.IsIndexer: false } property => property.Property,
        IConversionOperation conversion => VariableOf(conversion.Operand),
        _ => null,
    };

    private static ISymbol? VariableHolding(IObjectCreationOperation creation)
    {
        var value = creation.Converted();
        return value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation assignment when assignment.Value == value => VariableOf(assignment.Target),
            _ => null,
        };
    }

    private static IObjectCreationOperation? CreationIn(IOperation root, ISymbol variable)
    {
        foreach (var operation in root.DescendantsAndSelf())
            if (operation is IObjectCreationOperation creation && SymbolEqualityComparer.Default.Equals(VariableHolding(creation), variable))
                return creation;
        return null;
    }

    /// <summary>Given to a method of the program's own, returned or kept: somebody else may set the rest.</summary>
    private static bool IsHandedOn(IObjectCreationOperation creation)
    {
        var value = creation.Converted();
        // One of several that are given at once: CreateConnectionAsync([first, second]).
        if (CollectionOf(value) is { } collection)
        {
            if (((collection as ILocalReferenceOperation)?.Local ?? collection.Converted().KeptIn()) is ILocalSymbol local)
                return !IsOnlyGiven(local, collection.Root());
            value = collection.Converted();
        }

        return value.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation } argument => IsGivenToOwn(argument),
            IArgumentOperation or IMemberReferenceOperation or IInvocationOperation or IExpressionStatementOperation => false,
            _ => true,
        };
    }

    /// <summary>The collection that the value is made an element of, as it is created or by <c>Add</c>.</summary>
    private static IOperation? CollectionOf(IOperation value) => value.Parent switch
    {
        IArrayInitializerOperation initializer => initializer.Parent,
        { Syntax.RawKind: OperationTrees.CollectionExpression } list => list,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Add", Instance: { } added } } => added as ILocalReferenceOperation ?? added.CreationAround() as IOperation,
        _ => null,
    };

    /// <summary>Is the collection filled and handed to a client, and nothing else done with it?</summary>
    private static bool IsOnlyGiven(ILocalSymbol collection, IOperation root) => root.Descendants().All(operation =>
        operation is not ILocalReferenceOperation reference || !SymbolEqualityComparer.Default.Equals(reference.Local, collection)
        || reference.Converted().Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: false } } argument => !IsGivenToOwn(argument),
            IInvocationOperation { TargetMethod.Name: "Add" } => true,
            _ => false,
        });
}
