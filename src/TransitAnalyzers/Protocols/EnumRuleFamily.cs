using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Protocols;

/// <summary>
/// A family that judges the values of enumerations: named (also by <c>using static</c>), cast from an integer, or parsed
/// from a constant text. Reported is what is put to use (<see cref="ValueFlow"/>), at the name, once for each weak name.
/// </summary>
public abstract class EnumRuleFamily : RuleFamily
{
    private readonly DiagnosticDescriptor rule;

    private protected EnumRuleFamily(DiagnosticDescriptor rule)
    {
        this.rule = rule;
        SupportedDiagnostics = ImmutableArray.Create(rule);
    }

    /// <inheritdoc />
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    internal abstract IEnumerable<WeakEnum> Enums(TransitContext context);

    internal sealed override void Start(TransitStart start)
    {
        var enums = EnumTypes.In(start.Context, Enums(start.Context));
        if (enums.IsEmpty)
            return;
        var references = new SymbolReferences(start.Context.Compilation);
        foreach (var member in enums.WeakMembers)
            start.OnField(member, (context, field) => Name(context, field));
        foreach (var name in enums.Names)
            start.OnCast(name, (context, cast) => Number(context, cast, cast.Operand, cast.Type));
        start.OnInvocation("ToObject", EnumTexts.IsOfEnum, (context, call) =>
        {
            if (call.Arguments.Length == 2 && EnumTexts.TypeOf(call) is { } type)
                Number(context, call, call.Arguments[1].Value, type);
        });
        start.OnInvocation("Parse", EnumTexts.IsOfEnum, Text);
        start.OnInvocation("TryParse", EnumTexts.IsOfEnum, Text);

        void Name(OperationAnalysisContext context, IFieldReferenceOperation field)
        {
            if (enums.Of(field.Field.ContainingType) is { } weak
                && weak.OfMember(field.Field.Name) is { } weakness
                && ValueFlow.UseOf(start.Context, references, field, field.Field.ContainingType, weakness.Bits, alone: false, context.CancellationToken) is { } use
                && start.Context.World.Reaches(field, context.CancellationToken))
                Report(context, EnumTypes.NameOf(field), use, field.Field.ContainingType.Name + "." + field.Field.Name, weakness);
        }

        void Number(OperationAnalysisContext context, IOperation value, IOperation operand, ITypeSymbol? type)
        {
            type = EnumTypes.Underlying(type);
            if (enums.Of(type) is { } weak
                && enums.Of(EnumTypes.Underlying(operand.Type)) is null
                && !operand.DescendantsAndSelf().Any(inner => inner is IFieldReferenceOperation field && enums.Of(field.Field.ContainingType) is not null)
                && start.Context.World.ConstantOf(operand, context.CancellationToken) is { HasValue: true, Value: { } constant }
                && EnumValues.TryRead(constant, out var number)
                && weak.OfValue((INamedTypeSymbol)type!, number) is { } weakness
                && ValueFlow.UseOf(start.Context, references, value, type!, weakness.Bits, alone: false, context.CancellationToken) is { } use
                && start.Context.World.Reaches(value, context.CancellationToken))
                Report(context, value.Syntax.GetLocation(), use, value.Syntax.ToString(), weakness);
        }

        void Text(OperationAnalysisContext context, IInvocationOperation call)
        {
            if (EnumTexts.TypeOf(call) is not { } type || enums.Of(type) is not { } weak)
                return;
            var use = new Lazy<IOperation?>(() => EnumTexts.Result(call) is { } result
                ? ValueFlow.UseOfStored(start.Context, references, result, type, -1, context.CancellationToken)
                : ValueFlow.UseOf(start.Context, references, call, type, -1, alone: false, context.CancellationToken));
            foreach (var text in EnumTexts.In(call, start.Context.World, context.CancellationToken))
            {
                if (text.WeaknessIn(weak, type) is { } weakness
                    && use.Value is { } found
                    && start.Context.World.Reaches(call, context.CancellationToken))
                    Report(context, text.Location, found, text.Value, weakness);
            }
        }
    }

    private void Report(OperationAnalysisContext context, Location location, IOperation use, string name, Weakness weakness) =>
        context.ReportDiagnostic(Diagnostic.Create(
            rule,
            location,
            weakness.Severity ?? rule.DefaultSeverity,
            additionalLocations: use.Syntax.Span.Contains(location.SourceSpan) && use.Syntax.SyntaxTree == location.SourceTree ? [] : [use.Syntax.GetLocation()],
            properties: null,
            name,
            weakness.Loss));
}
