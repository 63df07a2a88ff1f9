using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Protocols;

/// <summary>
/// A family that judges the values of enumerations, and of classes of constants: named (also by <c>using static</c>), cast from an integer, or parsed
/// from a constant text. Reported is what is put to use (<see cref="ValueFlow"/>), at the name, once for each weak name.
/// </summary>
/// <param name="rule">The rule that is reported.</param>
/// <param name="alone">Only values that stand for themselves: not combined with others, collected, or one of several.</param>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public abstract class EnumRuleFamily(DiagnosticDescriptor rule, bool alone = false) : RuleFamily
#pragma warning restore RS1001
{
    /// <summary>The property of a finding in a text that holds the metadata name of the enumeration it is parsed to.</summary>
    internal const string TypeOfText = nameof(TypeOfText);

    /// <inheritdoc />
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(rule);

    internal abstract IEnumerable<WeakEnum> Enums(TransitContext context);

    /// <summary>Does the rule hold in this compilation? Asked when the first value is found.</summary>
    internal virtual bool Holds(Compilation compilation) => true;

    internal sealed override void Start(TransitStart start)
    {
        var enums = new EnumTypes(Enums(start.Context));
        if (enums.IsEmpty)
            return;
        var holds = new Lazy<bool>(() => Holds(start.Context.Compilation));
        foreach (var name in enums.Names)
        {
            start.OnField(name, () => enums.WeakMembers(name, start.Context.Compilation), Name);
            start.OnCast(name, (context, cast) => Number(context, cast, cast.Operand, cast.Type));
        }

        var names = new Telling(enums.Names, []);
        start.OnInvocation("ToObject", names, EnumTexts.IsOfEnum, (context, call) =>
        {
            if (call.Arguments.Length == 2 && EnumTexts.TypeOf(call) is { } type)
                Number(context, call, call.Arguments[1].Value, type);
        });
        start.OnInvocation("Parse", names, EnumTexts.IsOfEnum, Text);
        start.OnInvocation("TryParse", names, EnumTexts.IsOfEnum, Text);

        void Name(OperationAnalysisContext context, IFieldReferenceOperation field)
        {
            if (enums.Of(field.Field.ContainingType) is { } weak
                && weak.OfMember(field.Field.Name) is { } weakness
                && holds.Value
                && ValueFlow.UseOf(start.Context, field, field.Field.Type, weakness.Bits, alone, context.CancellationToken) is { } use
                && start.Context.World.Reaches(field, context.CancellationToken))
                Report(context, EnumTypes.NameOf(field), use, field.Field.ContainingType.Name + "." + field.Field.Name, weakness);
        }

        void Number(OperationAnalysisContext context, IOperation value, IOperation operand, ITypeSymbol? type)
        {
            type = type.WithoutNullable();
            if (enums.Of(type) is not { } weak
                || enums.Of(operand.Type.WithoutNullable()) is not null
                || !holds.Value
                || operand.DescendantsAndSelf().Any(inner => inner is IFieldReferenceOperation field && enums.Of(field.Field.ContainingType) is not null))
                return;
            foreach (var origin in start.Context.World.OriginsOf(operand, context.CancellationToken))
            {
                if (enums.Of(origin.Type.WithoutNullable()) is null // What is named is reported at its name.
                    && start.Context.World.ConstantOf(origin, context.CancellationToken) is { HasValue: true, Value: { } constant }
                    && EnumValues.TryRead(constant, out var number)
                    && weak.OfValue((INamedTypeSymbol)type!, number) is { } weakness
                    && ValueFlow.UseOf(start.Context, value, type!, weakness.Bits, alone, context.CancellationToken) is { } use
                    && start.Context.World.Reaches(value, context.CancellationToken))
                {
                    Report(context, value.Syntax.GetLocation(), use, value.Syntax.ToString(), weakness);
                    break;
                }
            }
        }

        void Text(OperationAnalysisContext context, IInvocationOperation call)
        {
            if (EnumTexts.TypeOf(call) is not { } type || enums.Of(type) is not { } weak || !holds.Value)
                return;
            var use = new Lazy<IOperation?>(() => EnumTexts.Result(call) is { } result
                ? ValueFlow.UseOfStored(start.Context, result, type, -1, alone, context.CancellationToken)
                : ValueFlow.UseOf(start.Context, call, type, -1, alone, context.CancellationToken));
            foreach (var text in EnumTexts.In(call, start.Context.World, context.CancellationToken))
            {
                if (!(alone && text.IsOneOfSeveral)
                    && text.WeaknessIn(weak, type) is { } weakness
                    && use.Value is { } found
                    && start.Context.World.Reaches(call, context.CancellationToken))
                    Report(context, text.Location, found, text.Value, weakness, weak.Type);
            }
        }
    }

    private void Report(OperationAnalysisContext context, Location location, IOperation use, string name, Weakness weakness, string? typeOfText = null) =>
        context.ReportDiagnostic(Diagnostic.Create(
            rule,
            location,
            weakness.Severity ?? rule.DefaultSeverity,
            additionalLocations: use.Syntax.Span.Contains(location.SourceSpan) && use.Syntax.SyntaxTree == location.SourceTree ? [] : [use.Syntax.GetLocation()],
            properties: typeOfText is null ? null : ImmutableDictionary<string, string?>.Empty.Add(TypeOfText, typeOfText),
            name,
            weakness.Loss));
}
