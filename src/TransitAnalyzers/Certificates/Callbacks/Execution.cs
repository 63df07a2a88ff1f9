using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TransitAnalyzers.Certificates.Callbacks;

/// <summary>The variables at one point of a path, and the weak evidence that led there.</summary>
internal sealed class State(ImmutableDictionary<object, Value> values, WeakEvidence kinds, int round = 0)
{
    /// <summary>More rounds than this, of loops within loops, are not told apart.</summary>
    private const int MostRounds = 64;

    public static readonly State Empty = new(ImmutableDictionary<object, Value>.Empty, WeakEvidence.None);

    /// <summary>By symbol, or by <see cref="CaptureId"/>.</summary>
    public ImmutableDictionary<object, Value> Values { get; } = values;

    public WeakEvidence Kinds { get; } = kinds;

    /// <summary>How many rounds of loops over what is written down led there: states of different rounds are kept apart.</summary>
    public int Round { get; } = round;

    public State With(WeakEvidence more) => (Kinds | more) == Kinds ? this : new(Values, Kinds | more, Round);

    public State With(ImmutableDictionary<object, Value> changed) => changed == Values ? this : new(changed, Kinds, Round);

    public State InNextRound() => Round >= MostRounds ? this : new(Values, Kinds, Round + 1);

    /// <summary>Where either may be the case; this very object where the other adds nothing.</summary>
    public State Or(State other)
    {
        if (ReferenceEquals(Values, other.Values))
            return With(other.Kinds);
        var joined = Values;
        foreach (var pair in Values)
        {
            if (!other.Values.TryGetValue(pair.Key, out var value))
                joined = joined.Remove(pair.Key);
            else if (!value.Equals(pair.Value))
                joined = joined.SetItem(pair.Key, pair.Value.Or(value));
        }

        return With(joined).With(other.Kinds);
    }

    public bool Equal(State other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (Kinds != other.Kinds || Values.Count != other.Values.Count)
            return false;
        if (ReferenceEquals(Values, other.Values))
            return true;
        foreach (var pair in Values)
            if (!other.Values.TryGetValue(pair.Key, out var value) || !value.Equals(pair.Value))
                return false;
        return true;
    }
}

/// <summary>How a body ends: the variables and the returned value by the evidence of the path, and whether it may throw.</summary>
internal sealed class Ending
{
    public Dictionary<Evidence, (State State, Value Value)> Returns { get; } = [];

    /// <summary>For a finally clause: where it goes on.</summary>
    public Dictionary<Evidence, State> Continues { get; } = [];

    public bool Throws { get; set; }

    public void Return(Evidence evidence, State state, Value value) =>
        Returns[evidence] = Returns.TryGetValue(evidence, out var other)
            ? (other.State.Or(state), other.Value.Or(value))
            : (state, value);

    public void Continue(Evidence evidence, State state) =>
        Continues[evidence] = Continues.TryGetValue(evidence, out var other) ? other.Or(state) : state;
}

/// <summary>
/// Runs a control flow graph with what is known of its state. States are merged where paths with the same evidence
/// meet, so the work is bounded by the number of blocks, never by that of paths; values only ever become less known.
/// </summary>
internal sealed class Execution(Expressions expressions, ControlFlowGraph graph, CancellationToken cancellation)
{
    /// <summary>More variables than this are not followed; what is not followed is not known.</summary>
    public const int MostVariables = 400;

    public Ending Run(Evidence evidence, State state)
    {
        var ending = new Ending();
        Run(graph.Blocks[0].Ordinal, 0, graph.Blocks.Length - 1, [(evidence, state)], ending);
        return ending;
    }

    /// <summary>Runs the blocks from one to another, which are all of the graph or those of a finally clause.</summary>
    private void Run(int entry, int first, int last, IEnumerable<(Evidence Evidence, State State)> states, Ending ending)
    {
        var reached = new Dictionary<(int Block, Evidence Evidence, int Round), State>();
        var waiting = new SortedSet<(int Block, Evidence Evidence, int Round)>();
        foreach (var (evidence, state) in states)
            Enter(entry, evidence, state);
        while (waiting.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var next = waiting.Min;
            waiting.Remove(next);
            Step(graph.Blocks[next.Block], next.Evidence, reached[next]);
        }

        void Enter(int block, Evidence evidence, State state)
        {
            if (block < first || block > last)
                return;
            var key = (block, evidence, state.Round);
            if (reached.TryGetValue(key, out var known))
            {
                var joined = known.Or(state);
                if (joined.Equal(known))
                    return;
                state = joined;
            }

            reached[key] = state;
            waiting.Add(key);
        }

        void Step(BasicBlock block, Evidence evidence, State state)
        {
            if (block.Kind == BasicBlockKind.Exit)
            {
                ending.Return(evidence, state, Value.Nothing);
                return;
            }

            var isGuarded = IsGuarded(block.EnclosingRegion);
            var cursor = new Cursor(graph, evidence, state);
            foreach (var operation in block.Operations)
            {
                Evaluate(operation);
                if (cursor.IsDead)
                    return;
            }

            var value = block.BranchValue is { } branchValue ? Evaluate(branchValue) : Value.Nothing;
            if (cursor.IsDead)
                return;
            if (block.ConditionKind != ControlFlowConditionKind.None && block.ConditionalSuccessor is { } jump)
            {
                var condition = AfterLoop(block.BranchValue!, value.Truth);
                var choice = condition == Truth.Weak(WeakEvidence.Configuration) ? Choice.Of(block.BranchValue!) : null;
                if (choice is { } asked && cursor.State.Values.TryGetValue(asked.Choice, out var known))
                    condition = asked.IsNegated ? !known.Truth : known.Truth;
                var truth = block.ConditionKind == ControlFlowConditionKind.WhenTrue ? condition : !condition;
                Choose(choice, jump, truth.True, truth.Kinds, block.ConditionKind == ControlFlowConditionKind.WhenTrue);
                Choose(choice, block.FallThroughSuccessor, truth.False, truth.Kinds, block.ConditionKind != ControlFlowConditionKind.WhenTrue);
                return;
            }

            Follow(block.FallThroughSuccessor, cursor.Evidence, cursor.State, value);

            Value Evaluate(IOperation operation)
            {
                var (before, evidenceBefore) = (cursor.State, cursor.Evidence);
                cursor.MayThrow = false;
                var result = expressions.Of(operation, cursor);
                if (cursor.Throws)
                {
                    cursor.Throws = false;
                    Throw(block.EnclosingRegion, null, evidenceBefore, before, isExplicit: true);
                }

                if (isGuarded && cursor.MayThrow)
                {
                    Throw(block.EnclosingRegion, null, cursor.Evidence, before, isExplicit: false);
                    if (!ReferenceEquals(before, cursor.State))
                        Throw(block.EnclosingRegion, null, cursor.Evidence, cursor.State, isExplicit: false);
                }

                return result;
            }

            void Choose((Choice Choice, bool IsNegated)? choice, ControlFlowBranch? branch, Ways ways, WeakEvidence kinds, bool outcome)
            {
                if (branch is null || !ways.Any)
                    return;
                var chosen = cursor.State;
                if (expressions.KeyOf(block.BranchValue!, cursor) is { } key && chosen.Values.ContainsKey(key))
                    chosen = chosen.With(chosen.Values.SetItem(key, Value.Of(outcome)));
                else if (choice is { } asked && chosen.Values.Count < MostVariables)
                    chosen = chosen.With(chosen.Values.SetItem(asked.Choice, Value.Of(outcome != asked.IsNegated)));
                foreach (var way in ways)
                    Follow(branch, cursor.Evidence.With(way), (way & Evidence.Weak) != 0 ? chosen.With(kinds) : chosen, Value.Nothing);
            }

            void Follow(ControlFlowBranch? branch, Evidence after, State now, Value result)
            {
                switch (branch?.Semantics)
                {
                    case null or ControlFlowBranchSemantics.ProgramTermination or ControlFlowBranchSemantics.Error or ControlFlowBranchSemantics.None:
                        return;
                    case ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow:
                        Throw(block.EnclosingRegion, block.BranchValue?.Type, after, now, isExplicit: true);
                        return;
                    case ControlFlowBranchSemantics.StructuredExceptionHandling:
                        ending.Continue(after, now);
                        return;
                }

                var all = new Dictionary<Evidence, State> { [after] = now };
                foreach (var region in branch.FinallyRegions)
                {
                    var clause = new Ending();
                    Run(region.FirstBlockOrdinal, region.FirstBlockOrdinal, region.LastBlockOrdinal, all.Select(pair => (pair.Key, pair.Value)).ToArray(), clause);
                    ending.Throws |= clause.Throws;
                    all = clause.Continues;
                }

                foreach (var pair in all)
                {
                    if (branch.Destination is { Kind: BasicBlockKind.Exit })
                        ending.Return(pair.Key, pair.Value, result);
                    else if (branch.Destination is { } destination)
                        Enter(destination.Ordinal, pair.Key, Without(pair.Value, branch));
                }
            }

            void Throw(ControlFlowRegion? from, ITypeSymbol? thrown, Evidence after, State now, bool isExplicit)
            {
                for (var region = from; region is not null; region = region.EnclosingRegion)
                {
                    if (region is not { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { Kind: ControlFlowRegionKind.TryAndCatch } guarded })
                        continue;
                    foreach (var handler in guarded.NestedRegions)
                    {
                        if (handler.Kind == ControlFlowRegionKind.Try)
                            continue;
                        Enter(handler.FirstBlockOrdinal, after.With(Evidence.Weak), now.With(WeakEvidence.Exception));
                        // What a validator throws is what somebody catches around it.
                        if (CatchesAll(handler, thrown) || (isExplicit && thrown is null && handler.Kind == ControlFlowRegionKind.Catch))
                            return;
                    }
                }

                ending.Throws |= isExplicit;
            }
        }
    }

    /// <summary>The end of a loop over something of unknown length proves what its body has asked of every element.</summary>
    private static Truth AfterLoop(IOperation condition, Truth truth) =>
        truth.True.Any && truth.False.Any && condition.Syntax.Parent switch
        {
            ForStatementSyntax loop when loop.Condition == condition.Syntax => Expressions.AsksForProof(loop.Statement),
            WhileStatementSyntax loop when loop.Condition == condition.Syntax => Expressions.AsksForProof(loop.Statement),
            _ => false,
        }
            ? new(Ways.Freely, Ways.By(Evidence.Strong))
            : truth;

    private static bool IsGuarded(ControlFlowRegion? region)
    {
        for (; region is not null; region = region.EnclosingRegion)
            if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion.Kind: ControlFlowRegionKind.TryAndCatch })
                return true;
        return false;
    }

    private static bool CatchesAll(ControlFlowRegion handler, ITypeSymbol? thrown)
    {
        if (handler.Kind != ControlFlowRegionKind.Catch)
            return false;
        if (handler.ExceptionType is null or { SpecialType: SpecialType.System_Object } or { Name: "Exception", ContainingNamespace.Name: "System" })
            return true;
        for (var type = thrown; type is not null; type = type.BaseType)
            if (SymbolEqualityComparer.Default.Equals(type, handler.ExceptionType))
                return true;
        return false;
    }

    /// <summary>What a branch leaves goes out of scope; so states stay small however long the body.</summary>
    private static State Without(State state, ControlFlowBranch branch)
    {
        var values = state.Values;
        foreach (var region in branch.LeavingRegions)
        {
            foreach (var local in region.Locals)
                values = values.Remove(local);
            foreach (var capture in region.CaptureIds)
                values = values.Remove(capture);
        }

        return state.With(values);
    }
}

/// <summary>Where an evaluation stands: changed by what it evaluates.</summary>
internal sealed class Cursor(ControlFlowGraph graph, Evidence evidence, State state)
{
    public ControlFlowGraph Graph { get; } = graph;

    public Evidence Evidence { get; set; } = evidence;

    public State State { get; set; } = state;

    /// <summary>What was evaluated does not return.</summary>
    public bool IsDead { get; set; }

    /// <summary>What was evaluated throws in some case, as a decision of the program.</summary>
    public bool Throws { get; set; }

    /// <summary>What was evaluated can fail.</summary>
    public bool MayThrow { get; set; }

    public void Set(object key, Value value)
    {
        if (key is ISymbol variable)
            foreach (var answered in State.Values.Keys)
                if (answered is Choice choice && choice.IsAbout(variable))
                    Forget(answered);
        if (State.Values.Count < Execution.MostVariables || State.Values.ContainsKey(key))
            State = State.With(State.Values.SetItem(key, value));
    }

    public void Forget(object key) => State = State.With(State.Values.Remove(key));
}
