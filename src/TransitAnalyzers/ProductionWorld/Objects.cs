using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Production;

/// <summary>Members of one object of the program, such as a record of flags, by what that object was made with.</summary>
internal sealed partial class Evaluation
{
    /// <summary>How the object is made of which a member is read: by a creation, or by <c>with</c>; null where that is not seen.</summary>
    private IOperation? self;

    /// <summary>What the member is of the object that is referred to, where it is told apart from others; otherwise what it is of all.</summary>
    private Known OfMember(IMemberReferenceOperation reference, Func<Known> ofAll)
    {
        var outer = self;
        if (reference.Instance is not IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance })
            self = reference.Instance is { } instance && !reference.Member.ContainingType.DeclaringSyntaxReferences.IsEmpty && Constants.IsPossible(reference.Type) ? MakingOf(instance) : null;
        try
        {
            return (IsKept(reference.Member) ? MadeWith(reference.Member) : null) ?? ofAll();
        }
        finally
        {
            self = outer;
        }
    }

    private IOperation? MakingOf(IOperation instance)
    {
        var made = DefinitionOf(instance);
        if (made is IParameterReferenceOperation { Parameter: var parameter } && OnlyArgument(parameter) is { } argument)
            made = DefinitionOf(argument);
        return made is IObjectCreationOperation or IWithOperation ? made : null;
    }

    private IOperation? OnlyArgument(IParameterSymbol parameter)
    {
        IOperation? only = null;
        foreach (var argument in sources.EachArgumentOf(parameter, cancellation))
        {
            if (argument is null || only is not null)
                return null;
            only = argument;
        }

        return only;
    }

    /// <summary>Does the member stay what it is made with?</summary>
    private static bool IsKept(ISymbol member) => member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null or { IsInitOnly: true } };

    /// <summary>What a member, or a parameter of the constructor, is given where the object is made; null where it is given nothing.</summary>
    private Known? MadeWith(ISymbol member)
    {
        var made = self;
        for (var hops = 0; made is not null && hops < MostHops; hops++)
        {
            if (GivenBy(made, member.OriginalDefinition) is { } value)
            {
                var outer = self;
                self = null; // What is passed is an expression of another object, or of none.
                var given = Of(value);
                self = outer;
                return given;
            }

            made = made is IWithOperation { Operand: var copied } ? MakingOf(copied) : null;
        }

        return null;
    }

    /// <summary>The element of a tuple, or what a positional record is made with at that place.</summary>
    private Known ElementOf(IOperation whole, int place)
    {
        if (Of(whole).Elements is { } elements)
            return place >= 0 && place < elements.Length ? elements[place] : Known.Nothing;
        if (whole.Unconverted().Type is not INamedTypeSymbol { IsRecord: true } record || Sources.PropertyAt(record, place) is not { } property)
            return Known.Nothing;
        var outer = self;
        self = MakingOf(whole);
        try
        {
            return MadeWith(property) ?? OfProperty(property);
        }
        finally
        {
            self = outer;
        }
    }

    /// <summary>What a local is that no assignment gives its value: the variable of a loop, a part of what is taken apart, what a dictionary has.</summary>
    private Known Given(ILocalSymbol local)
    {
        switch (sources.GiverOf(local, cancellation))
        {
            case IForEachLoopOperation { Collection: var list }:
                return sources.ElementsOf(list.Unconverted(), cancellation) is { } elements && sources.IsOnlyRead(list, cancellation) ? OneOf(elements) : Known.Nothing;
            case { Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "TryGetValue", Instance: { } table, Arguments: { Length: 2 } arguments } } }:
                return Of(arguments[0].Value).IsEnvironmentName ? EntryOf(table, Constants.Default(local.Type)) : Known.Nothing;
            case { } target when Variables.PlaceInDeconstruction(target) is (var whole, var place):
                return ElementOf(whole, place);
            default:
                return Known.Nothing;
        }
    }

    private static IOperation? GivenBy(IOperation made, ISymbol member)
    {
        var initializer = made switch
        {
            IObjectCreationOperation creation => creation.Initializer,
            IWithOperation copy => copy.Initializer,
            _ => null,
        };
        foreach (var given in initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
            if (given is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var target }, Value: var value } && SymbolEqualityComparer.Default.Equals(target.OriginalDefinition, member))
                return value;
        if (made is IObjectCreationOperation { Arguments: var arguments })
            foreach (var argument in arguments)
                if (argument.Parameter?.OriginalDefinition is { } parameter && (SymbolEqualityComparer.Default.Equals(parameter, member) || (member as IPropertySymbol)?.IsDeclaredBy(parameter) == true))
                    return argument.Value;
        return null;
    }
}
