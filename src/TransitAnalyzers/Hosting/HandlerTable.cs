using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TransitAnalyzers.Hosting;

/// <summary>The handlers of one kind of operation, by the simple name of the symbol. Filled before the first operation comes.</summary>
internal sealed class HandlerTable<TSymbol, TOperation>
    where TSymbol : class, ISymbol
{
    private readonly Dictionary<string, Handlers> byName = new(StringComparer.Ordinal);
    private readonly SeenSymbols nobodys = new();

    public void Add(string name, Func<TSymbol, ITypeSymbol?, bool>? matters, Action<OperationAnalysisContext, TOperation> handler)
    {
        if (!byName.TryGetValue(name, out var handlers))
            byName.Add(name, handlers = new());
        handlers.Add(matters, handler);
    }

    /// <summary>Calls the handlers to which the use of the symbol on this receiver matters: none, for almost every symbol of a program.</summary>
    public void Call(TSymbol symbol, IOperation? receiver, OperationBlockAnalysisContext context, IOperation operation, TOperation seen)
    {
        if (Of(symbol) is { } handlers)
            handlers.Call(symbol, receiver, context, operation, seen);
    }

    private Handlers? Of(TSymbol symbol)
    {
        if (nobodys.Contains(symbol))
            return null;
        if (byName.TryGetValue(symbol.Name, out var handlers))
            return handlers;
        nobodys.Add(symbol);
        return null;
    }

    /// <summary>The handlers of one name. Which of them a symbol matters to is asked once and remembered.</summary>
    private sealed class Handlers
    {
        private const int MostRecent = 64;

        private readonly List<(Func<TSymbol, ITypeSymbol?, bool>? Matters, Action<OperationAnalysisContext, TOperation> Handler)> all = [];
        private ConcurrentDictionary<Use, ImmutableArray<Action<OperationAnalysisContext, TOperation>>>? bySymbol;
        private Choice?[]? recent;
        private bool isFiltered;

        public void Add(Func<TSymbol, ITypeSymbol?, bool>? matters, Action<OperationAnalysisContext, TOperation> handler)
        {
            all.Add((matters, handler));
            isFiltered |= matters is not null;
        }

        public void Call(TSymbol symbol, IOperation? receiver, OperationBlockAnalysisContext context, IOperation operation, TOperation seen)
        {
            var chosen = isFiltered ? Choose(symbol, receiver?.Type) : Choose(default);
            if (chosen.IsEmpty)
                return; // As for most uses, for which no context is made.
            var at = context.At(operation);
            foreach (var handler in chosen)
                handler(at, seen);
        }

        /// <summary>By identity first, as <see cref="SeenSymbols"/> does.</summary>
        private ImmutableArray<Action<OperationAnalysisContext, TOperation>> Choose(TSymbol symbol, ITypeSymbol? receiver)
        {
            recent ??= new Choice[MostRecent];
            ref var slot = ref recent[(SeenSymbols.IdentityOf(symbol) ^ (receiver is null ? 0 : SeenSymbols.IdentityOf(receiver))) & (MostRecent - 1)];
            if (slot is not { } latest || !latest.IsOf(symbol, receiver))
                slot = latest = new Choice(symbol, receiver, Choose(new Use(symbol, receiver)));
            return latest.Handlers;
        }

        private ImmutableArray<Action<OperationAnalysisContext, TOperation>> Choose(Use use)
        {
            // Of the names that are asked for, a program uses few.
            var known = bySymbol ?? Interlocked.CompareExchange(ref bySymbol, new(), null) ?? bySymbol;
            return known.TryGetValue(use, out var chosen) ? chosen : known.GetOrAdd(use, ThatMatterTo(use));
        }

        private ImmutableArray<Action<OperationAnalysisContext, TOperation>> ThatMatterTo(Use use)
        {
            var chosen = ImmutableArray<Action<OperationAnalysisContext, TOperation>>.Empty; // As for most.
            foreach (var (matters, handler) in all)
                if (matters is null || matters(use.Symbol, use.Receiver))
                    chosen = chosen.Add(handler);
            return chosen;
        }
    }

    private sealed class Choice(TSymbol symbol, ITypeSymbol? receiver, ImmutableArray<Action<OperationAnalysisContext, TOperation>> handlers)
    {
        public ImmutableArray<Action<OperationAnalysisContext, TOperation>> Handlers { get; } = handlers;

        public bool IsOf(TSymbol other, ITypeSymbol? otherReceiver) => ReferenceEquals(symbol, other) && ReferenceEquals(receiver, otherReceiver);
    }

    /// <summary>A symbol and the type that it is used on, both as they are declared: <c>List&lt;A&gt;</c> and <c>List&lt;B&gt;</c> are alike.</summary>
    private readonly struct Use : IEquatable<Use>
    {
        public Use(TSymbol symbol, ITypeSymbol? receiver)
        {
            // The type argument of a generic extension method is its receiver.
            Symbol = symbol is IMethodSymbol { IsGenericMethod: true, IsExtensionMethod: true } ? symbol : (TSymbol)symbol.OriginalDefinition;
            Receiver = receiver?.OriginalDefinition;
        }

        public TSymbol Symbol { get; }

        public ITypeSymbol? Receiver { get; }

        public bool Equals(Use other) =>
            SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol) && SymbolEqualityComparer.Default.Equals(Receiver, other.Receiver);

        public override bool Equals(object? obj) => obj is Use other && Equals(other);

        public override int GetHashCode() =>
            unchecked((SymbolEqualityComparer.Default.GetHashCode(Symbol) * 397) ^ (Receiver is null ? 0 : SymbolEqualityComparer.Default.GetHashCode(Receiver)));
    }
}
