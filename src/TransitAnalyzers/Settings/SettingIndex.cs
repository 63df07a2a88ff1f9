using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Settings;

/// <summary>
/// The rows of the libraries that a compilation references, by the names that the funnel asks for. Built once a
/// compilation; a look-up of something that is no candidate allocates nothing.
/// </summary>
internal sealed class SettingIndex
{
    private const string Pair = "KeyValuePair";
    private static readonly string[] EntryMethods = ["Add", "TryAdd", "Set", "Create"];

    private readonly TransitContext context;
    private readonly Func<SettingFinding, bool> isMitigated;
    private readonly Dictionary<string, List<SettingRow>> members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SettingRow>> methods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SettingRow>> keyedMethods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SettingRow>> constructors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SettingRow>> entries = new(StringComparer.Ordinal);
    private Telling? toldByEntries;

    /// <param name="context">The compilation.</param>
    /// <param name="isAsked">Which rules' rows are wanted.</param>
    /// <param name="isMitigated">The code around a setting makes up for it, in a way that a row cannot say.</param>
    public SettingIndex(TransitContext context, Func<string, bool> isAsked, Func<SettingFinding, bool>? isMitigated = null)
    {
        this.context = context;
        this.isMitigated = isMitigated ?? (static _ => false);
        foreach (var (library, version) in context.Libraries)
            foreach (var row in library.Settings)
                if (isAsked(row.Rule) && row.Holds(version))
                    Add(row);
    }

    /// <summary>Members whose assignments are to be shown to <see cref="Of(MemberAssignment, CancellationToken)"/>.</summary>
    public IEnumerable<string> AssignedNames => entries.Count > 0 ? members.Keys.Append(TransitStart.Indexer) : members.Keys;

    /// <summary>Methods whose calls are to be shown to <see cref="Of(IInvocationOperation, CancellationToken)"/>.</summary>
    public IEnumerable<string> InvokedNames =>
        methods.Keys.Concat(keyedMethods.Keys).Concat(entries.Count > 0 ? EntryMethods : [])
            .Concat(constructors.Values.Any(rows => rows.Any(row => row.Form == SettingForm.Argument)) ? [WellKnownMemberNames.InstanceConstructorName] : [])
            .Distinct();

    /// <summary>Types whose creations are to be shown to <see cref="Of(IObjectCreationOperation, CancellationToken)"/>.</summary>
    public IEnumerable<string> CreatedNames => entries.Count > 0 ? constructors.Keys.Append(Pair).Distinct() : constructors.Keys;

    /// <summary>What tells of a use of this name that matters: the type of a base, the keys of entries; null where the name does.</summary>
    public Telling? ToldBy(string name) =>
        name == WellKnownMemberNames.InstanceConstructorName ? new Telling(constructors.Keys, [])
        : members.ContainsKey(name) || methods.ContainsKey(name) || keyedMethods.ContainsKey(name) || constructors.ContainsKey(name) ? null
        : toldByEntries ??= new Telling([], entries.Keys);

    /// <summary>Can a call of this method on such a receiver set anything?</summary>
    public bool Matters(IMethodSymbol method, ITypeSymbol? receiver)
    {
        if (method.Name == WellKnownMemberNames.InstanceConstructorName)
            return constructors.ContainsKey(method.ContainingType.Name);
        if (entries.Count > 0 && Array.IndexOf(EntryMethods, method.Name) >= 0 && TakesKeyAndValue(method))
            return true;
        return (keyedMethods.TryGetValue(method.Name, out var keyed) && TakesKeyAndValue(method) && keyed.Any(row => IsDeclaredBy(method, row.Type, null)))
            || (methods.TryGetValue(method.Name, out var rows) && rows.Any(row => IsDeclaredBy(method, row.Type, receiver)));
    }

    /// <summary>Can an assignment to this member of such a receiver set anything?</summary>
    public bool Matters(ISymbol member, ITypeSymbol? receiver) => member is IPropertySymbol { IsIndexer: true } indexer
        ? entries.Count > 0 && indexer.Parameters is { Length: 1 } keys && IsKey(keys[0])
        : members.TryGetValue(member.Name, out var rows) && rows.Any(row => TypeNames.Match(row.Type, member.ContainingType, receiver));

    /// <summary>What any operation sets insecurely: for a fix, which starts from the place of a finding.</summary>
    public ImmutableArray<SettingFinding> Of(IOperation operation, CancellationToken cancellation)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                return Of(call, cancellation);
            case IObjectCreationOperation creation:
                return Of(creation, cancellation);
            default:
                var findings = ImmutableArray<SettingFinding>.Empty;
                foreach (var assignment in MemberAssignment.In(operation))
                    findings = findings.AddRange(Of(assignment, cancellation));
                return findings;
        }
    }

    public ImmutableArray<SettingFinding> Of(MemberAssignment assignment, CancellationToken cancellation)
    {
        if (assignment.Target is IPropertyReferenceOperation { Property.IsIndexer: true } indexer)
        {
            return entries.Count > 0 && indexer.Arguments is { Length: 1 } keys && assignment.Assignment is ISimpleAssignmentOperation or IDeconstructionAssignmentOperation
                ? Entry(entries, assignment.Assignment, keys[0].Value, assignment.Value, method: null, cancellation)
                : ImmutableArray<SettingFinding>.Empty;
        }

        if (!members.TryGetValue(assignment.Member.Name, out var rows))
            return ImmutableArray<SettingFinding>.Empty;
        foreach (var row in rows)
        {
            if (!TypeNames.Match(row.Type, assignment.Member.ContainingType, assignment.Target.Instance?.Type))
                continue;
            foreach (var part in SettingValues.Parts(assignment.Value))
            {
                var value = SettingValues.Read(part, assignment.Target.Type, context.World, cancellation);
                if (!Assigns(assignment.Assignment, value) || !Judge(row, value) || IsMadeHarmless(row, assignment.Assignment, assignment.Target.Instance, cancellation)
                    || HoldsWhatGoesWithIt(part, row.Member, cancellation))
                    continue;
                var finding = new SettingFinding(row, assignment.Assignment, part, Display(row));
                if (!isMitigated(finding))
                    return ImmutableArray.Create(finding);
            }
        }

        return ImmutableArray<SettingFinding>.Empty;
    }

    public ImmutableArray<SettingFinding> Of(IInvocationOperation call, CancellationToken cancellation)
    {
        var name = call.TargetMethod.Name;
        if (name == WellKnownMemberNames.InstanceConstructorName)
        {
            return constructors.TryGetValue(call.TargetMethod.ContainingType.Name, out var initializers)
                ? Arguments(initializers, call, call.TargetMethod, call.Arguments, null, cancellation)
                : ImmutableArray<SettingFinding>.Empty;
        }

        if (entries.Count > 0 && Array.IndexOf(EntryMethods, name) >= 0 && KeyAndValue(call) is { } pair)
        {
            var found = Entry(entries, call, pair.Key, pair.Value, method: null, cancellation);
            if (!found.IsEmpty)
                return found;
        }

        if (keyedMethods.TryGetValue(name, out var keyed) && KeyAndValue(call) is { } argument)
        {
            var found = Entry(keyed, call, argument.Key, argument.Value, call.TargetMethod, cancellation);
            if (!found.IsEmpty)
                return found;
        }

        return methods.TryGetValue(name, out var rows)
            ? Arguments(rows, call, call.TargetMethod, call.Arguments, call.Instance?.Type, cancellation)
            : ImmutableArray<SettingFinding>.Empty;
    }

    public ImmutableArray<SettingFinding> Of(IObjectCreationOperation creation, CancellationToken cancellation)
    {
        if (creation.Type is not INamedTypeSymbol type || creation.Constructor is not { } constructor)
            return ImmutableArray<SettingFinding>.Empty;
        if (entries.Count > 0 && type.Name == Pair && creation.Arguments.Length == 2)
            return Entry(entries, creation, creation.Arguments[0].Value, creation.Arguments[1].Value, method: null, cancellation);
        if (!constructors.TryGetValue(type.Name, out var rows))
            return ImmutableArray<SettingFinding>.Empty;
        return Arguments(rows, creation, constructor, creation.Arguments, type, cancellation);
    }

    /// <summary>A finding within the value is mended by removing this very assignment: one cause, reported once, there.</summary>
    private bool HoldsWhatGoesWithIt(IOperation value, string member, CancellationToken cancellation)
    {
        if (SettingValues.WithoutConversions(value) is not IObjectCreationOperation { Initializer: { } initializer })
            return false;
        foreach (var element in initializer.Initializers)
            foreach (var assignment in MemberAssignment.In(element))
                if (members.ContainsKey(assignment.Member.Name))
                    foreach (var finding in Of(assignment, cancellation))
                        if (finding.Row.RemovedWith == member)
                            return true;
        return false;
    }

    private static (IOperation Key, IOperation Value)? KeyAndValue(IInvocationOperation call)
    {
        var first = FirstArgument(call.TargetMethod);
        return call.Arguments.Length >= first + 2
            ? (call.Arguments[first].Value, call.Arguments[first + 1].Value)
            : null;
    }

    private static bool TakesKeyAndValue(IMethodSymbol method) =>
        method.Parameters is var parameters && FirstArgument(method) is var first && parameters.Length >= first + 2 && IsKey(parameters[first]);

    private static int FirstArgument(IMethodSymbol method) => method is { IsExtensionMethod: true, ReducedFrom: null } ? 1 : 0;

    /// <summary>Can the parameter take the text of a key?</summary>
    private static bool IsKey(IParameterSymbol parameter) =>
        parameter.Type is { SpecialType: SpecialType.System_String or SpecialType.System_Object } or ITypeParameterSymbol;

    /// <summary>A compound assignment gives the value only where it sets bits: <c>|=</c>, and <c>&amp;= false</c>.</summary>
    private static bool Assigns(IOperation assignment, SettingValue value) => assignment switch
    {
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Or } => value.Constant is not false,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.And } => value.Constant is false,
        ICompoundAssignmentOperation => false,
        _ => true,
    };

    private static bool Judge(SettingRow row, SettingValue value) => SettingJudge.Remedy(row, value) is not null;

    private static string Display(SettingRow row)
    {
        var type = TypeNames.Simple(row.Type);
        return row switch
        {
            { Key: { } key } => key,
            { Member: WellKnownMemberNames.InstanceConstructorName } => $"{type}({row.Parameter})",
            { Parameter: { } parameter } => $"{row.Member}({parameter})",
            { Form: SettingForm.Call } => row.Member + "()",
            _ => $"{type}.{row.Member}",
        };
    }

    private void Add(SettingRow row)
    {
        switch (row.Form)
        {
            case SettingForm.Member:
                Put(members, row.Member, row);
                Put(constructors, TypeNames.Simple(row.Type), row); // A record's constructor sets the property of the same name.
                break;
            case SettingForm.Argument or SettingForm.Call when row.Member == WellKnownMemberNames.InstanceConstructorName:
                Put(constructors, TypeNames.Simple(row.Type), row);
                break;
            case SettingForm.Argument or SettingForm.Call:
                Put(methods, row.Member, row);
                break;
            case SettingForm.Entry when row.Member.Length > 0:
                Put(keyedMethods, row.Member, row);
                break;
            case SettingForm.Entry:
                Put(entries, row.Key!, row);
                break;
        }

        static void Put(Dictionary<string, List<SettingRow>> rows, string name, SettingRow row)
        {
            if (!rows.TryGetValue(name, out var list))
                rows.Add(name, list = []);
            list.Add(row);
        }
    }

    private ImmutableArray<SettingFinding> Arguments(
        List<SettingRow> rows,
        IOperation operation,
        IMethodSymbol method,
        ImmutableArray<IArgumentOperation> arguments,
        ITypeSymbol? receiver,
        CancellationToken cancellation)
    {
        var findings = ImmutableArray<SettingFinding>.Empty;
        foreach (var row in rows)
        {
            if (!IsDeclaredBy(method, row.Type, receiver))
                continue;
            if (row.Form == SettingForm.Call)
            {
                if ((row.ArgumentCount is { } count && count != arguments.Count(argument => argument.ArgumentKind != ArgumentKind.DefaultValue) - (method.IsExtensionMethod ? 1 : 0))
                    || (row.IsSwitch && !IsTurnedOn(arguments, cancellation)) || (row.UnlessNamed is { } named && MayName(arguments, named)) || IsMadeHarmless(row, operation, null, cancellation))
                    continue;
                findings = findings.Add(new SettingFinding(row, operation, null, Display(row)));
                continue;
            }

            if (Parameters.Judged(row, method) is not { } parameter)
                continue;
            foreach (var argument in arguments)
            {
                if (!SymbolEqualityComparer.Default.Equals(argument.Parameter, parameter) || argument.ArgumentKind == ArgumentKind.DefaultValue
                    || findings.Any(finding => finding.Operation == argument))
                    continue;
                foreach (var part in SettingValues.Parts(argument.Value))
                {
                    var value = SettingValues.Read(part, parameter.Type, context.World, cancellation);
                    if (Judge(row, value) && !IsMadeHarmless(row, operation, null, cancellation))
                        findings = findings.Add(new SettingFinding(row, argument, part, Display(row)));
                }
            }
        }

        return findings;
    }

    private static bool MayName(ImmutableArray<IArgumentOperation> arguments, string member)
    {
        foreach (var argument in arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Parameter?.Type.TypeKind != TypeKind.Delegate)
                continue;
            if (SettingValues.WithoutConversions(argument.Value) is not IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda })
                return true;
            foreach (var operation in lambda.Descendants())
                if (operation is IInvocationOperation { TargetMethod.Name: var called } && called == member)
                    return true;
        }

        return false;
    }

    private bool IsTurnedOn(ImmutableArray<IArgumentOperation> arguments, CancellationToken cancellation)
    {
        IArgumentOperation? only = null;
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Type.SpecialType != SpecialType.System_Boolean)
                continue;
            if (only is not null)
                return true;
            only = argument;
        }

        return only is null || SettingValues.Read(only.Value, null, context.World, cancellation).Constant is true;
    }

    public static bool IsDeclaredBy(IMethodSymbol method, string type, ITypeSymbol? receiver) =>
        TypeNames.Match(type, method.ContainingType, receiver)
        || ((method.ReducedFrom ?? method) is { IsExtensionMethod: true, Parameters: { Length: > 0 } parameters }
            && (TypeNames.Match(type, parameters[0].Type, null)
                || (parameters[0].Type is ITypeParameterSymbol generic && generic.ConstraintTypes.Any(constraint => TypeNames.Match(type, constraint, null)))));

    private ImmutableArray<SettingFinding> Entry(
        Dictionary<string, List<SettingRow>> byKey, IOperation operation, IOperation key, IOperation value, IMethodSymbol? method, CancellationToken cancellation) =>
        SettingValues.WithoutConversions(key) is { ConstantValue: { HasValue: true, Value: string text } } && byKey.TryGetValue(text, out var rows)
            ? Entry(rows, operation, key, value, method, cancellation)
            : ImmutableArray<SettingFinding>.Empty;

    private ImmutableArray<SettingFinding> Entry(
        List<SettingRow> rows, IOperation operation, IOperation key, IOperation value, IMethodSymbol? method, CancellationToken cancellation)
    {
        var texts = default(ImmutableArray<string>);
        foreach (var row in rows)
        {
            if (method is not null && !IsDeclaredBy(method, row.Type, null))
                continue;
            if (texts.IsDefault)
                texts = KeysOf(key, isNamed: method is not null, cancellation);
            if (!texts.Contains(row.Key!))
                continue;
            if (Judge(row, SettingValues.Read(value, null, context.World, cancellation)) && !IsMadeHarmless(row, operation, null, cancellation))
                return ImmutableArray.Create(new SettingFinding(row, operation, value, Display(row)));
        }

        return ImmutableArray<SettingFinding>.Empty;
    }

    /// <summary>The constant that names the entry; of a method that a row names, also the texts behind variables.</summary>
    private ImmutableArray<string> KeysOf(IOperation key, bool isNamed, CancellationToken cancellation)
    {
        if (SettingValues.WithoutConversions(key) is { ConstantValue: { HasValue: true, Value: string text } })
            return ImmutableArray.Create(text);
        return isNamed
            ? context.World.OriginsOf(key, cancellation).Select(origin => context.World.ConstantOf(origin, cancellation).Value).OfType<string>().ToImmutableArray()
            : ImmutableArray<string>.Empty;
    }

    private bool IsMadeHarmless(SettingRow row, IOperation operation, IOperation? instance, CancellationToken cancellation)
    {
        if (row.Host is { } host && Hosts.IsNear(operation, host, context, cancellation))
            return true;
        if (row.CompletedBy is { } completion && Siblings.Completes(operation, instance, completion))
            return true;
        if (row.Unless is not var (member, values))
            return false;
        foreach (var sibling in Siblings.Of(operation, instance, member))
            if (values.Holds(SettingValues.Read(sibling.Value, sibling.Target.Type, context.World, cancellation)))
                return true;
        return false;
    }
}
