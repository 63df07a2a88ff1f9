using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace TransitAnalyzers.Hosting;

/// <summary>
/// Remembers symbols that do not matter, by identity: one look at the symbol and one at a table that stays in the
/// processor's cache, where a look-up by name follows half a dozen references. Forgets when it is full; what it does not
/// remember is looked up again. Safe to be used concurrently, because a slot is written at once.
/// </summary>
internal sealed class SeenSymbols
{
    private const int Size = 1024;

    // Made when the first symbol comes: most programs are small, and have none for most tables.
    private ISymbol?[]? slots;

    public bool Contains(ISymbol symbol) => slots is { } seen && ReferenceEquals(seen[Slot(symbol)], symbol);

    public void Add(ISymbol symbol) => (slots ??= new ISymbol?[Size])[Slot(symbol)] = symbol;

    private static int Slot(ISymbol symbol) => IdentityOf(symbol) & (Size - 1);

#pragma warning disable RS1024 // Identity is meant: the same symbol in another guise is a miss, which costs a look-up.
    public static int IdentityOf(ISymbol symbol) => RuntimeHelpers.GetHashCode(symbol);
#pragma warning restore RS1024
}
