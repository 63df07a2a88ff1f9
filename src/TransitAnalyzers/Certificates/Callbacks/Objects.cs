using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Certificates.Callbacks;

/// <summary>Objects of the program that carry a verdict: what they say is what they were made with, as long as they do not change.</summary>
internal sealed partial class Expressions
{
    /// <summary>An object by what its constructor gives to its members; null where that is not to be seen, or may change.</summary>
    private Value? Made(IObjectCreationOperation creation, Value[] arguments, Cursor cursor)
    {
        if (creation is not { Constructor: { } constructor, Type: INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } type } || !StaysAsMade(type)
            || cursor.State.Values.Keys.Any(IsOfType))
            return null;
        var members = ImmutableDictionary.Create<ISymbol, Value>(SymbolEqualityComparer.Default);
        foreach (var parameter in constructor.OriginalDefinition.Parameters)
            members = members.SetItem(parameter, arguments[parameter.Ordinal]);
        if (bodies.Of(constructor.OriginalDefinition, cancellation) is { } graph)
        {
            if (Run(constructor.OriginalDefinition, graph, arguments, null, cursor, Value.Nothing) is null)
                return null;
            foreach (var key in cursor.State.Values.Keys.Where(IsOfType).ToArray())
            {
                members = members.SetItem((ISymbol)key, cursor.State.Values[key]);
                cursor.Forget(key);
            }
        }

        return Value.Object(members);

        bool IsOfType(object key) => key is IFieldSymbol or IPropertySymbol && SymbolEqualityComparer.Default.Equals(((ISymbol)key).ContainingType, type.OriginalDefinition);
    }

    /// <summary>The members of which a constructor decides what they are.</summary>
    private static IEnumerable<ISymbol> GivenByConstructor(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor
        ? method.ContainingType.GetMembers().Where(static member => member is IFieldSymbol or IPropertySymbol)
        : [];

    /// <summary>Can nobody give another value to a member once the object is made, and is nothing said of it elsewhere?</summary>
    private bool StaysAsMade(INamedTypeSymbol type)
    {
        if (type is not { TypeKind: TypeKind.Class or TypeKind.Struct, BaseType.SpecialType: SpecialType.System_Object or SpecialType.System_ValueType })
            return false;
        foreach (var member in type.GetMembers())
            if (!member.IsStatic && !member.IsImplicitlyDeclared && member switch
            {
                IFieldSymbol field => !field.IsReadOnly && IsChanged(field),
                IPropertySymbol property => property is { IsVirtual: true } or { IsIndexer: true } || context.Sources.InitialOf(property, cancellation) is not null
                    || (property is { SetMethod.IsInitOnly: false } && IsChanged(property)),
                _ => false,
            })
                return false;
        return true;
    }

    /// <summary>Is the member given a value elsewhere than where its object is made?</summary>
    private bool IsChanged(ISymbol member) => context.References.EachUseOf(member, cancellation).Any(use =>
        (use.IsWritten() || use.Parent is IIncrementOrDecrementOperation or IArgumentOperation { Parameter.RefKind: not RefKind.None })
        && use is not IMemberReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } }
        && use.SemanticModel?.GetEnclosingSymbol(use.Syntax.SpanStart, cancellation) is not IMethodSymbol { MethodKind: MethodKind.Constructor });

    /// <summary>What such an object was given for a member, or for a parameter of its constructor; null for others, and where it computes it.</summary>
    private static Value? Own(ISymbol member, Value made)
    {
        if (made.Members is not { } members)
            return null;
        if (members.TryGetValue(member.OriginalDefinition, out var given))
            return given;
        return member is IFieldSymbol { Type: var type } || (member is IPropertySymbol property && IsAuto(property, out type)) ? Empty(type) : null;
    }

    /// <summary>A parameter of the constructor, or of an extension block, of what a member belongs to.</summary>
    private static Value? OfOwner(IParameterSymbol parameter, Value owner) => parameter.ContainingSymbol is INamedTypeSymbol ? owner : Own(parameter, owner);

    private static bool IsAuto(IPropertySymbol property, out ITypeSymbol type)
    {
        type = property.Type;
        return property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property.OriginalDefinition));
    }

    /// <summary>Gives a member its value in the initializer of such an object, or in one that is a value itself; false for any other.</summary>
    private bool GiveTo(IOperation holder, IMemberReferenceOperation target, Value value, Cursor cursor)
    {
        // What an initializer fills, that of with included, is no variable yet.
        var isInitializer = target.Syntax.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax };
        if ((isInitializer && holder is IFlowCaptureReferenceOperation { Id: var made } ? made : KeyOf(holder, cursor)) is not { } key || !cursor.State.Values.TryGetValue(key, out var whole))
            return false;
        var member = target.Member.OriginalDefinition;
        if (whole.Members is { } members)
            cursor.Set(key, Value.Object(members.SetItem(member, value)));
        else if (whole.Elements is { } elements && holder.Type is { IsValueType: true } && member is IPropertySymbol property && ElementOf(property) is { } place && place < elements.Length)
            cursor.Set(key, Value.Tuple([.. elements.Select((element, index) => index == place ? value : element)]));
        else
            return false;
        return true;
    }
}
