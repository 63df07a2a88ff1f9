using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Settings;

namespace TransitAnalyzers.Connections;

/// <summary>The places that take a connection string, by the rows of the catalogue, and which dialect each of them speaks.</summary>
internal static class ConnectionSinks
{
    private const string Constructor = ".ctor";

    private static readonly Dictionary<string, ImmutableArray<(SinkRow Row, Dialect Dialect)>> Creations = Table(
        row => row.Member == Constructor ? TypeNames.Simple(row.Type!) : null);

    private static readonly Dictionary<string, ImmutableArray<(SinkRow Row, Dialect Dialect)>> Members = Table(
        row => row.Member == Constructor ? null : row.Member);

    public static IEnumerable<string> CreatedNames => Creations.Keys;

    public static IEnumerable<string> MemberNames => Members.Keys;

    public static ImmutableArray<Dialect> Of(IObjectCreationOperation creation) =>
        creation.Type is { } type ? Matching(Creations, type.Name, type, null, creation.Constructor) : ImmutableArray<Dialect>.Empty;

    public static ImmutableArray<Dialect> Of(IInvocationOperation call) =>
        Matching(Members, call.TargetMethod.Name, call.TargetMethod.ContainingType, call.Instance?.Type, call.TargetMethod);

    public static ImmutableArray<Dialect> Of(MemberAssignment assignment) =>
        Matching(Members, assignment.Member.Name, assignment.Member.ContainingType, CreatedType(assignment.Target.Instance), null);

    /// <summary>Can a method of this name, owner and parameters take a connection string?</summary>
    public static bool IsSinkMethod(IMethodSymbol method, ITypeSymbol? receiver) => method.Parameters.Any(MayTakeText) && IsSink(method, receiver);

    /// <summary>Can a member of this name and owner take a connection string? A variable of an abstract type may hold one that does.</summary>
    public static bool IsSinkMember(ISymbol member, ITypeSymbol? receiver) => receiver is { IsAbstract: true } || IsSink(member, receiver);

    private static bool IsSink(ISymbol member, ITypeSymbol? receiver) => Rows(Members, member.Name, member.ContainingType, receiver).Any();

    /// <summary>A text or URI, or what an array of them can be given to.</summary>
    private static bool MayTakeText(IParameterSymbol parameter) =>
        IsText(parameter.Type) || parameter.Type is { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Array or TypeKind.Interface or TypeKind.TypeParameter or TypeKind.Struct };

    private static bool IsText(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_String } or { Name: "Uri" or "MongoUrl" };

    /// <summary>The type of the object; of a variable of an abstract type, of what it is created as.</summary>
    private static ITypeSymbol? CreatedType(IOperation? instance)
    {
        if (instance is not ILocalReferenceOperation { Type.IsAbstract: true } local)
            return instance?.Type;
        var root = local.Root();
        foreach (var operation in root.DescendantsAndSelf())
        {
            if (operation is not IVariableDeclaratorOperation declarator || !SymbolEqualityComparer.Default.Equals(declarator.Symbol, local.Local))
                continue;
            return declarator.GetVariableInitializer()?.Value.Unconverted().Type ?? local.Type;
        }

        return local.Type;
    }

    public static IEnumerable<IOperation> Texts(IObjectCreationOperation creation) =>
        creation.Type is { } type ? Texts(creation.Arguments, Rows(Creations, type.Name, type, null)) : [];

    public static IEnumerable<IOperation> Texts(IInvocationOperation call) =>
        Texts(call.Arguments, Rows(Members, call.TargetMethod.Name, call.TargetMethod.ContainingType, call.Instance?.Type));

    /// <summary>The arguments that can be a connection string: texts and URIs, of the parameters that the rows name.</summary>
    private static IEnumerable<IOperation> Texts(ImmutableArray<IArgumentOperation> arguments, IEnumerable<SinkRow> rows)
    {
        foreach (var argument in arguments)
            foreach (var text in TextsIn(argument))
                if (rows.Any(row => row.Parameter is null || row.Parameter == argument.Parameter?.Name))
                    yield return text;
    }

    private static IEnumerable<IOperation> TextsIn(IArgumentOperation argument)
    {
        if (argument.ArgumentKind is not (ArgumentKind.Explicit or ArgumentKind.ParamArray))
            return [];
        if (IsText(argument.Parameter?.Type))
            return [argument.Value];
        return argument.Value is IArrayCreationOperation { Initializer.ElementValues: var elements }
            ? elements.Where(static element => element.Type?.SpecialType == SpecialType.System_String || element.Type?.Name == "Uri")
            : [];
    }

    /// <summary>Does the code call this method on the object that takes the text?</summary>
    public static bool IsCalled(TakingObject taking, string method) =>
        taking.Body.Any(operation => NameSetBy(operation) == method && taking.IsTouchedBy(operation));

    /// <summary>Does the code make up for what the row says is lost, on the object that takes the text?</summary>
    public static bool IsMadeUpFor(TakingObject taking, LossRow row) =>
        (!row.UnlessSet.IsEmpty && taking.Body.Any(operation =>
            NameSetBy(operation) is { } name && row.UnlessSet.Contains(name) && !IsSwitchedOff(operation) && taking.IsTouchedBy(operation)))
        || (row.UnlessConfigured is { } configuring && taking.Body.Any(operation => Configures(operation, configuring) && taking.IsTouchedBy(operation)));

    /// <summary><c>Enabled = false</c>, <c>Ssl = new SslOption(name, enabled: false)</c>, a callback that is <c>null</c>.</summary>
    private static bool IsSwitchedOff(IOperation operation) => operation switch
    {
        IAssignmentOperation { Value: var given } => IsNothing(given),
        IInvocationOperation { Arguments: var arguments } => arguments.Any(static argument => argument.Parameter?.Type.TypeKind == TypeKind.Delegate && IsNothing(argument.Value)),
        _ => false,
    };

    private static bool IsNothing(IOperation given)
    {
        var value = given.Unconverted();
        return value.ConstantValue is { HasValue: true, Value: false or null }
            || (value is IObjectCreationOperation { Arguments: var arguments, Initializer: null } && arguments.Any(static argument => argument.Parameter?.Name == "enabled" && IsNothing(argument.Value)));
    }

    private static string? NameSetBy(IOperation operation) => operation switch
    {
        IAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } arguments } } =>
            arguments[0].Value.ConstantValue is { HasValue: true, Value: string key } ? key : null,
        IAssignmentOperation { Target: IMemberReferenceOperation target } => target.Member.Name,
        IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation target } => target.Member.Name,
        IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 2 } arguments } =>
            arguments[0].Value.ConstantValue is { HasValue: true, Value: string key } ? key : null,
        IInvocationOperation call => call.TargetMethod.Name,
        _ => null,
    };

    /// <summary>A callback that sets the option, or hands its options on to where it may be set; one that is not seen may as well.</summary>
    private static bool Configures(IOperation operation, ConfiguringRow configuring)
    {
        if (NameSetBy(operation) is not { } name || Array.IndexOf(configuring.Members, name) < 0 || IsSwitchedOff(operation))
            return false;
        var lambdas = operation.Descendants().OfType<IAnonymousFunctionOperation>().ToArray();
        return lambdas.Length == 0 || lambdas.Any(lambda => lambda.Body.Descendants().Any(inner =>
            (NameSetBy(inner) == configuring.Option && !IsSwitchedOff(inner))
            || inner is IArgumentOperation { Value: IParameterReferenceOperation { Parameter: var options } } && lambda.Symbol.Parameters.Contains(options, SymbolEqualityComparer.Default)));
    }

    private static ImmutableArray<Dialect> Matching(
        Dictionary<string, ImmutableArray<(SinkRow Row, Dialect Dialect)>> table, string name, ITypeSymbol? declaring, ITypeSymbol? receiver, IMethodSymbol? method)
    {
        if (!table.TryGetValue(name, out var rows))
            return ImmutableArray<Dialect>.Empty;
        var found = ImmutableArray.CreateBuilder<Dialect>();
        foreach (var (row, dialect) in rows)
            // Overloads may differ in what they make of the text.
            if (IsAt(row, declaring, receiver) && (row.Parameter is null || method?.Parameters.Any(parameter => parameter.Name == row.Parameter) != false) && !found.Contains(dialect))
                found.Add(dialect);
        return found.ToImmutable();
    }

    private static IEnumerable<SinkRow> Rows(
        Dictionary<string, ImmutableArray<(SinkRow Row, Dialect Dialect)>> table, string name, ITypeSymbol? declaring, ITypeSymbol? receiver) =>
        table.TryGetValue(name, out var rows) ? rows.Where(known => IsAt(known.Row, declaring, receiver)).Select(known => known.Row) : [];

    private static bool IsAt(SinkRow row, ITypeSymbol? declaring, ITypeSymbol? receiver) =>
        row.Type is null || TypeNames.Match(row.Type, declaring, receiver);

    private static Dictionary<string, ImmutableArray<(SinkRow Row, Dialect Dialect)>> Table(Func<SinkRow, string?> name) =>
        Dialects.All
            .SelectMany(dialect => dialect.Sinks.Select(row => (Name: name(row), Row: row, Dialect: dialect)))
            .Where(entry => entry.Name is not null)
            .GroupBy(entry => entry.Name!, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => ImmutableArray.CreateRange(group.Select(entry => (entry.Row, entry.Dialect))),
                StringComparer.Ordinal);
}
