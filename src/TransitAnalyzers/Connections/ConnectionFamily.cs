using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Configuration;
using TransitAnalyzers.Connections.Grammar;
using TransitAnalyzers.Connections.Text;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;
using TransitAnalyzers.Settings;

namespace TransitAnalyzers.Connections;

/// <summary>Connection strings in C#: DIT0301 to DIT0306, and obsolete versions of TLS in them (DIT0201), found from the place that takes them back to the literal.</summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public sealed class ConnectionFamily : RuleFamily
#pragma warning restore RS1001
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        ConnectionRules.NotEncrypted,
        ConnectionRules.Strippable,
        ConnectionRules.ServerNotAuthenticated,
        ConnectionRules.InsecureDefault,
        ConnectionRules.PasswordInSource,
        ConnectionRules.NoTimeLimit,
        ProtocolRules.ObsoleteVersion);

    internal override void Start(TransitStart start)
    {
        var finder = new Finder(this, start.Context);
        foreach (var name in ConnectionSinks.CreatedNames)
            start.OnCreation(name, (c, creation) => finder.Judge(c, creation, ConnectionSinks.Texts(creation), () => ConnectionSinks.Of(creation)));
        foreach (var name in ConnectionSinks.MemberNames)
        {
            start.OnInvocation(name, ConnectionSinks.IsSinkMethod, (c, call) => finder.Judge(c, call, ConnectionSinks.Texts(call), () => ConnectionSinks.Of(call)));
            start.OnAssignment(name, ConnectionSinks.IsSinkMember, (c, assignment) => finder.Judge(c, assignment.Assignment, [assignment.Value], () => ConnectionSinks.Of(assignment)));
        }

        start.OnString(ConnectionLiterals.Telling, ConnectionLiterals.MayBegin, (c, literal) =>
        {
            if (ConnectionLiterals.Whole(literal) is { } whole && ConnectionLiterals.MayHoldSettings(whole))
                finder.JudgeByKeywords(c, whole);
        });
        var createdNames = new HashSet<string>(ConnectionObjects.CreatedNames, StringComparer.Ordinal);
        foreach (var name in createdNames)
            start.OnCreation(name, (c, creation) => finder.JudgeObject(c, creation, ConnectionObjects.Of(creation.Type, null)));
        foreach (var name in ConnectionObjects.CreatedOfTables)
            start.OnCreation(name, (c, creation) =>
            {
                if (ConnectionObjects.OfTable(creation) is { IsEmpty: false } dialects)
                    foreach (var argument in creation.Arguments)
                        if (argument.Value.Unconverted() is var table && (ConnectionObjects.IsListOfPairs(table.Type) || TypeNames.Match(ConnectionObjects.Table, table.Type, null)))
                            finder.JudgeObject(c, table, dialects);
            });
        foreach (var name in ConnectionObjects.MemberNames)
            start.OnAssignment(name, ConnectionObjects.Matters, (c, assignment) =>
            {
                if (assignment.Target.Instance is { } receiver)
                    JudgeMember(c, receiver, assignment.Member);
            });
        start.OnAssignment(TransitStart.Indexer, ConnectionObjects.Telling, ConnectionObjects.Matters, (c, assignment) =>
        {
            if (assignment.Target is IPropertyReferenceOperation { Instance: { } receiver, Arguments: { Length: 1 } arguments } && ConnectionObjects.IsEntry(arguments[0]))
                JudgeMember(c, receiver, assignment.Member);
        });
        foreach (var name in ConnectionObjects.EntryMethods)
            start.OnInvocation(name, ConnectionObjects.Telling, ConnectionObjects.Matters, (c, call) =>
            {
                if (call is { Instance: { } receiver, Arguments: { Length: 2 } arguments } && ConnectionObjects.IsEntry(arguments[0]))
                    JudgeMember(c, receiver, call.TargetMethod);
            });

        void JudgeMember(OperationAnalysisContext c, IOperation receiver, ISymbol member)
        {
            // What stands in an initializer is judged with the object that is created.
            if (receiver.CreationAround() is not { Type.Name: var created } || !createdNames.Contains(created))
                finder.JudgeObject(c, receiver, ConnectionObjects.Of(receiver.Type, member.ContainingType));
        }
    }

    private DiagnosticDescriptor Descriptor(string id)
    {
        foreach (var rule in SupportedDiagnostics)
            if (rule.Id == id)
                return rule;
        throw new ArgumentOutOfRangeException(nameof(id), id, null);
    }

    /// <summary>Of one compilation: remembers what is reported, because one literal may flow to many places.</summary>
    private sealed class Finder(ConnectionFamily family, TransitContext context)
    {
        private readonly ConcurrentDictionary<(SyntaxTree Tree, TextSpan Span, string Rule), bool> reported = new();

        /// <summary>Where nothing makes a builder of no driver, no text need be followed back to one.</summary>
        private readonly Lazy<bool> hasPlainBuilders = new(() => context.Words.Contain(ConnectionObjects.PlainBuilderWords, CancellationToken.None));

        public void Judge(OperationAnalysisContext c, IOperation sink, IEnumerable<IOperation> texts, Func<ImmutableArray<Dialect>> dialectsOf)
        {
            // Most sinks are given no text: what they speak is asked when there is one, and once.
            ImmutableArray<Dialect>? spoken = null;
            foreach (var text in texts)
            {
                var dialects = spoken ??= dialectsOf();
                if (dialects.IsEmpty)
                    return;
                if (hasPlainBuilders.Value && ConnectionObjects.PlainBuilderOf(context.World.DefinitionOf(text, c.CancellationToken).Unconverted()) is { } builder)
                    JudgeObject(c, builder, dialects.RemoveAll(static dialect => dialect.Grammar != ConnectionGrammar.KeyValue));
                foreach (var value in ValuesOf(text, c.CancellationToken))
                {
                    if (!Dialects.MayBeConnection(value.Text.Text) && !dialects.Any(dialect => dialect.Grammar == ConnectionGrammar.Commas))
                        continue;
                    foreach (var dialect in dialects)
                        Judge(c, sink, text, value, dialect);
                }
            }
        }

        /// <summary>Judges a string whose driver is not seen. Where it may be several drivers' string, all must be insecure.</summary>
        public void JudgeByKeywords(OperationAnalysisContext c, IOperation whole)
        {
            foreach (var value in ValuesOf(whole, c.CancellationToken))
            {
                var trusted = context.SettingsFor(whole.Syntax.SyntaxTree).TrustedHosts;
                var candidates = ConnectionLiterals.Candidates(value.Text, context, trusted);
                if (candidates.IsEmpty)
                    continue;
                foreach (var verdict in Candidate.Agreed(candidates, trusted))
                    if (!verdict.IsDefault
                        && (verdict.Row?.UnlessSet.IsEmpty != false || candidates[0].Dialect.Grammar == ConnectionGrammar.KeyValue)
                        && context.World.Uses(whole, c.CancellationToken)
                        && !new Replacements(context, c.CancellationToken).ReplaceAll(whole)
                        && !IsMendedWhereTaken(whole, verdict, candidates, trusted, c.CancellationToken))
                        Report(c, whole, whole, value, verdict);
            }
        }

        /// <summary>A helper of the program's own that takes the text may be what secures it, or makes up for what it says.</summary>
        private bool IsMendedWhereTaken(IOperation whole, ConnectionVerdict verdict, IReadOnlyList<Candidate> candidates, ImmutableArray<string> trusted, CancellationToken cancellation)
        {
            var flow = new ForwardFlow(context, cancellation);
            flow.Follow(whole);
            if (flow.Replacing.Any(call => IsReplacedBy(call, verdict, candidates[0].Text.Text.Text)) || flow.Rewrites.Any(IsOfAnotherText))
                return true;
            var destinations = new Destinations(context, flow.Destinations, cancellation) { Rewrites = flow.Rewrites };
            return destinations.Replace(verdict, candidates, trusted) || destinations.MakeUpFor(verdict, candidates[0].Dialect);
        }

        /// <summary>Does the call put something else in the place of what is the cause?</summary>
        private static bool IsReplacedBy(IInvocationOperation call, ConnectionVerdict verdict, string text)
        {
            if (call.Arguments.Length < 2 || call.Arguments[0].Value.ConstantValue is not { HasValue: true, Value: string { Length: > 0 } sought })
                return false;
            for (var at = text.IndexOf(sought, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(sought, at + 1, StringComparison.OrdinalIgnoreCase))
                if (at < verdict.Range.End && verdict.Range.Start < at + sought.Length)
                    return true;
            return false;
        }

        /// <summary>Is a parameter of a primary constructor given a value that is not made of the one that it has?</summary>
        private static bool IsOfAnotherText(IAssignmentOperation rewrite) =>
            rewrite is ISimpleAssignmentOperation { Target: IParameterReferenceOperation { Parameter: var parameter }, Value: var value }
            && !value.DescendantsAndSelf().Any(part => SymbolEqualityComparer.Default.Equals(part.Variable(), parameter));

        private IEnumerable<StringValue> ValuesOf(IOperation text, CancellationToken cancellation)
        {
            foreach (var value in new StringValues(context, cancellation).Of(text))
                yield return EntityConnection.StoreOf(value.Text, out _) is { } store ? value with { Text = store } : value;
        }

        /// <summary>Judges what a builder, an options object or a dictionary says by its members.</summary>
        public void JudgeObject(OperationAnalysisContext c, IOperation receiver, ImmutableArray<Dialect> dialects)
        {
            foreach (var dialect in dialects)
            {
                var choices = JudgeObject(c, receiver, dialect, null);
                for (var choice = 0; choice < choices; choice++)
                    JudgeObject(c, receiver, dialect, choice);
            }
        }

        /// <returns>Between how many values the program chooses one of those that were not known.</returns>
        private int JudgeObject(OperationAnalysisContext c, IOperation receiver, Dialect dialect, int? choice)
        {
            var reader = new ObjectReader(context, c.CancellationToken) { Choice = choice };
            var (reading, isComplete) = reader.Read(receiver, dialect);
            var settings = context.SettingsFor(receiver.Syntax.SyntaxTree);
            var version = Dialects.VersionOf(dialect, context);
            TakingObject? taking = null;
            foreach (var verdict in ConnectionJudge.Judge(reading, dialect, version, settings.TrustedHosts))
            {
                // Versions of TLS are judged wherever a member takes them, whatever the object.
                if ((verdict.IsDefault && !isComplete) || verdict.Rule == ConnectionJudge.ObsoleteVersion
                    || (verdict.Row is { } row && ConnectionSinks.IsMadeUpFor(taking ??= TakingObject.Of(receiver, context, c.CancellationToken), row))
                    || !Remains(verdict))
                    continue;
                // Members cannot be added to or taken from an object by changing characters: what is there gets its value.
                var edits = ImmutableArray.CreateRange(verdict.Edits.Where(edit => edit.Range.Length > 0 && edit.NewText.Length > 0));
                Report(c, receiver, receiver, new StringValue(reading.Text, ImmutableArray<IOperation>.Empty), verdict with { Edits = verdict.IsDefault ? ImmutableArray<TextEdit>.Empty : edits });
            }

            return reader.Choices;

            // Under another of its names it may be told something else.
            bool Remains(ConnectionVerdict verdict)
            {
                var over = new ObjectReader(context, c.CancellationToken) { Choice = choice }.ReadOver(reading, null, receiver, taking ??= TakingObject.Of(receiver, context, c.CancellationToken), dialect);
                var cause = reading.Text.SourceOf(verdict.Range);
                return ConnectionJudge.Judge(over, dialect, version, settings.TrustedHosts).Any(other => other.Rule == verdict.Rule && over.Text.SourceOf(other.Range) == cause);
            }
        }

        private void Judge(OperationAnalysisContext c, IOperation sink, IOperation argument, StringValue value, Dialect dialect)
        {
            if (Dialects.Read(value.Text, dialect) is not { } reading)
                return;
            var settings = context.SettingsFor(argument.Syntax.SyntaxTree);
            TakingObject? taking = null;
            ImmutableArray<ConnectionVerdict>? remaining = null;
            foreach (var verdict in ConnectionJudge.Judge(reading, dialect, Dialects.VersionOf(dialect, context), settings.TrustedHosts))
            {
                taking ??= TakingObject.Of(sink, context, c.CancellationToken);
                if ((verdict.Row is { } row && ConnectionSinks.IsMadeUpFor(taking, row))
                    || (verdict.Row?.OnceCalled is { } last && !ConnectionSinks.IsCalled(taking, last))
                    || !(remaining ??= JudgeOver(reading, sink, taking, dialect, settings.TrustedHosts, c.CancellationToken)).Any(verdict.IsSameAs))
                    continue;
                Report(c, sink, argument, value, verdict);
            }
        }

        /// <summary>What is left against the text when the object that takes it says something else by its members.</summary>
        private ImmutableArray<ConnectionVerdict> JudgeOver(
            ConnectionReading reading, IOperation sink, TakingObject taking, Dialect dialect, ImmutableArray<string> trusted, CancellationToken cancellation) =>
            ConnectionJudge.Judge(
                new ObjectReader(context, cancellation).ReadOver(reading, null, sink, taking, dialect), dialect, Dialects.VersionOf(dialect, context), trusted);

        private void Report(OperationAnalysisContext c, IOperation sink, IOperation argument, StringValue value, ConnectionVerdict verdict)
        {
            var range = verdict.ValueRange.Length > 0 && !value.Text.StandsTogether(verdict.Range) ? verdict.ValueRange : verdict.Range;
            var location = value.Text.SourceOf(range) is { Tree: { } tree, Span: var span }
                ? Location.Create(tree, span)
                : argument.Syntax.GetLocation();
            var key = (location.SourceTree!, location.SourceSpan, verdict.Rule);
            if (reported.ContainsKey(key) || !IsReached(sink, value, c.CancellationToken) || !reported.TryAdd(key, true))
                return;
            var changes = value.Text.ChangesOf(verdict.Edits);
            if (changes.Any(change => change.Tree != location.SourceTree))
                changes = ImmutableArray<SourceChange>.Empty;
            var completion = verdict.Row?.CompletedBy is { } needed && !IsCompleted(sink, needed) ? needed : null;
            c.ReportDiagnostic(Diagnostic.Create(
                family.Descriptor(verdict.Rule), location, SourceEdits.Properties(changes, completion), verdict.Thing, verdict.Loss, verdict.Advice));
        }

        private static bool IsCompleted(IOperation sink, Completion completion)
        {
            foreach (var assignment in MemberAssignment.In(sink))
                if (Siblings.Completes(sink, assignment.Target.Instance, completion))
                    return true;
            return false;
        }

        /// <summary>Is the text put together and handed over in production, for a server that is not this machine?</summary>
        private bool IsReached(IOperation sink, StringValue value, CancellationToken cancellation) =>
            value.Origins.Insert(0, sink).All(part => context.World.ReachesNetwork(part, cancellation));
    }
}
