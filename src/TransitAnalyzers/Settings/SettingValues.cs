using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Production;

namespace TransitAnalyzers.Settings;

/// <summary>Reads what is known of an expression: its constant in production, the names of its flags, a duration.</summary>
internal static class SettingValues
{
    private const int DeepestExpression = 64;

    /// <param name="value">The expression.</param>
    /// <param name="target">The type of the setting.</param>
    /// <param name="world">Knows constants behind locals and fields.</param>
    /// <param name="cancellation">Cancels.</param>
    public static SettingValue Read(IOperation value, ITypeSymbol? target, ProductionWorld world, CancellationToken cancellation)
    {
        var inner = WithoutConversions(value);
        var type = Enumeration(inner.Type) ?? Enumeration(target);
        if (Constant(value, inner, world, cancellation) is { HasValue: true } constant)
        {
            return new SettingValue
            {
                Constant = constant.Value,
                IsNull = constant.Value is null,
                IsNotNull = constant.Value is not null,
                Equal = type is null ? ImmutableArray<string>.Empty : Names(type, constant.Value, exactly: true),
                Contained = type is null ? ImmutableArray<string>.Empty : Names(type, constant.Value, exactly: false),
                TextStart = constant.Value as string,
            };
        }

        if (type is not null)
            return new SettingValue { Contained = FlagsOf(inner, type, world, 0, cancellation) };
        return new SettingValue
        {
            IsNull = inner is IDefaultValueOperation { Type.IsReferenceType: true },
            IsNotNull = IsCreated(inner) || IsCreated(WithoutConversions(world.DefinitionOf(inner, cancellation))),
            StaticMember = inner is IMemberReferenceOperation { Instance: null, Member: { IsStatic: true, Name: var name } } ? name : null,
            Duration = Durations.Of(inner, world, cancellation),
            TextStart = Texts.StartOf(inner, world, cancellation),
        };
    }

    /// <summary>The elements of an array or a collection that is written out; otherwise the value itself.</summary>
    public static IEnumerable<IOperation> Parts(IOperation value)
    {
        var inner = WithoutConversions(value);
        return inner switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            IObjectCreationOperation { Initializer: { } initializer, Type.SpecialType: SpecialType.None } when initializer.Initializers.Length > 0 && initializer.Initializers[0] is IInvocationOperation
                => initializer.Initializers.OfType<IInvocationOperation>().Select(add => add.Arguments.Length > 0 ? add.Arguments[0].Value : add),
            // Of a newer compiler than the one that this assembly knows.
            _ when inner.Syntax.RawKind == OperationTrees.CollectionExpression => inner.ChildOperations,
            _ => [value],
        };
    }

    public static IOperation WithoutConversions(IOperation value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation { OperatorMethod: null, ConstantValue.HasValue: false } conversion:
                    value = conversion.Operand;
                    break;
                case IConversionOperation { IsImplicit: true, ConstantValue.HasValue: false } conversion:
                    value = conversion.Operand;
                    break;
                case IDelegateCreationOperation { IsImplicit: true } creation:
                    return creation;
                default:
                    return value;
            }
        }
    }

    private static bool IsCreated(IOperation value) => value is IObjectCreationOperation or IDelegateCreationOperation
        or IAnonymousFunctionOperation or IArrayCreationOperation or IInstanceReferenceOperation or ITypeOfOperation;

    private static Optional<object?> Constant(IOperation value, IOperation inner, ProductionWorld world, CancellationToken cancellation)
    {
        if (inner.ConstantValue is { HasValue: true } constant)
            return new(constant.Value);
        if (value.ConstantValue is { HasValue: true } outer)
            return new(outer.Value);
        if (inner is IDefaultValueOperation { Type: { } type })
            return type.SpecialType == SpecialType.System_Boolean ? new(false) : type.TypeKind == TypeKind.Enum ? new(0) : default;
        return inner is ILiteralOperation or IObjectCreationOperation or IAnonymousFunctionOperation or IDelegateCreationOperation
            ? default
            : world.ConstantOf(inner, cancellation);
    }

    private static INamedTypeSymbol? Enumeration(ITypeSymbol? type) =>
        type.WithoutNullable() is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration ? enumeration : null;

    /// <summary>The flags that are set whatever the parts of the expression are that are not known: <c>known | unknown</c>.</summary>
    private static ImmutableArray<string> FlagsOf(
        IOperation value, INamedTypeSymbol type, ProductionWorld world, int depth, CancellationToken cancellation)
    {
        value = WithoutConversions(value);
        if (value is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Or } or || depth > DeepestExpression)
        {
            return world.ConstantOf(value, cancellation) is { HasValue: true } constant
                ? Names(type, constant.Value, exactly: false)
                : ImmutableArray<string>.Empty;
        }

        return FlagsOf(or.LeftOperand, type, world, depth + 1, cancellation)
            .AddRange(FlagsOf(or.RightOperand, type, world, depth + 1, cancellation));
    }

    private static ImmutableArray<string> Names(INamedTypeSymbol type, object? constant, bool exactly)
    {
        if (Bits(constant) is not { } bits)
            return ImmutableArray<string>.Empty;
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && Bits(field.ConstantValue) is { } flag
                && (exactly ? flag == bits : flag != 0 && (bits & flag) == flag))
                names.Add(field.Name);
        }

        return names.ToImmutable();
    }

    private static ulong? Bits(object? constant) => constant switch
    {
        sbyte n => unchecked((ulong)n),
        byte n => n,
        short n => unchecked((ulong)n),
        ushort n => n,
        int n => unchecked((ulong)n),
        uint n => n,
        long n => unchecked((ulong)n),
        ulong n => n,
        _ => null,
    };
}
