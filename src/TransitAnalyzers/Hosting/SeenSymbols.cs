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
    private const int Size = 4096;

    private readonly ISymbol?[] slots = new ISymbol?[Size];

    public bool Contains(ISymbol symbol) => ReferenceEquals(slots[Slot(symbol)], symbol);

    public void Add(ISymbol symbol) => slots[Slot(symbol)] = symbol;

#pragma warning disable RS1024 // Identity is meant: the same symbol in another guise is a miss, which costs a look-up.
    private static int Slot(ISymbol symbol) => RuntimeHelpers.GetHashCode(symbol) & (Size - 1);
#pragma warning restore RS1024
}
