using Microsoft.CodeAnalysis;

namespace TransitAnalyzers.Protocols;

/// <summary>What is wrong with a value of an enumeration.</summary>
/// <param name="Bits">The bits that make it so; all of them where the enumeration is not one of flags.</param>
/// <param name="Loss">The part of the message that says what is allowed by it.</param>
/// <param name="Severity">Where one rule knows degrees; null for the rule's own.</param>
internal readonly record struct Weakness(long Bits, string Loss, DiagnosticSeverity? Severity = null);

/// <summary>An enumeration that a rule judges value by value.</summary>
internal abstract class WeakEnum
{
    /// <summary>Metadata name.</summary>
    public abstract string Type { get; }

    /// <summary>The weak members, by name. The compilation is at hand for enumerations that are judged by the structure of their names.</summary>
    public abstract IEnumerable<string> WeakMembers(Compilation compilation);

    /// <summary>What is wrong with the member of this name; null when nothing is.</summary>
    public abstract Weakness? OfMember(string member);

    /// <summary>What is wrong with a number that is cast to the enumeration; null when nothing is.</summary>
    public abstract Weakness? OfValue(INamedTypeSymbol type, long value);
}
