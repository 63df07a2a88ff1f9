using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TransitAnalyzers.Hosting;

/// <summary>
/// Where all code passes, once for all families: bodies without a telling word are not looked at, statements without one are
/// not descended into, and what remains costs one look-up by name. Roslyn's own actions for operations would cost more to
/// register for a body than it takes to walk it.
/// </summary>
internal sealed class Funnel
{
    private const int UsualDepth = 16;

    private Stack<PartsInPlaces>? latestPath;
    private readonly TellingWords telling;
    private readonly Lazy<TransitStart> start;

    private Funnel(TellingWords telling, Lazy<TransitStart> start) => (this.telling, this.start) = (telling, start);

    /// <summary>What is registered, which nobody asks of a program without a telling word.</summary>
    private TransitStart Handlers => start.Value;

    /// <summary>
    /// Registers the families with Roslyn. What they ask of the compilation waits for the first body: by then the compiler has
    /// bound the references, which the first who asks would have to pay for.
    /// </summary>
    public static void Open(CompilationStartAnalysisContext roslyn, ImmutableArray<RuleFamily> families, KnownWords known)
    {
        var context = TransitContext.Create(roslyn.Compilation, roslyn.Options);
        if (context.Project.Mode == TransitMode.None)
            return;
        foreach (var family in families)
            family.Register(roslyn, context);
        var funnel = new Lazy<Funnel?>(() => context.IsAnalyzed ? For(context, families, known) : null);
        context.Telling = new Lazy<TellingWords>(() => funnel.Value?.telling ?? new TellingWords());
        roslyn.RegisterSymbolStartAction(new Gate(context, funnel).Enter, SymbolKind.NamedType);
    }

    /// <summary>
    /// Before the funnel: knows the files that types stand in. Of most types nothing is looked at, and for their bodies Roslyn
    /// need not make operations.
    /// </summary>
    private sealed class Gate(TransitContext context, Lazy<Funnel?> funnel)
    {
        private FileWords? latest;

        public void Enter(SymbolStartAnalysisContext type)
        {
            if (funnel.Value is not null && Tells(type.Symbol.DeclaringSyntaxReferences))
                type.RegisterOperationBlockAction(Look);
        }

        private bool Tells(ImmutableArray<SyntaxReference> declarations)
        {
            foreach (var declaration in declarations)
                if (At(declaration.SyntaxTree) is { IsSilent: false } file && (file.Tells(declaration.Span) || file.HasBytes(declaration.Span)))
                    return true;
            return false;
        }

        private void Look(OperationBlockAnalysisContext c)
        {
            var file = At(c.OperationBlocks[0].Syntax.SyntaxTree); // Takes less to know than the operation's model.
            if (!file.IsSilent)
                funnel.Value!.Look(in c, file);
        }

        /// <summary>Types and bodies come one after the other, and so do their files.</summary>
        private FileWords At(SyntaxTree tree)
        {
            var file = latest;
            if (file is null || tree != file.Tree)
                latest = file = context.Words.At(tree, file is null ? 0 : file.Index + 1);
            return file;
        }
    }

    private static Funnel For(TransitContext context, ImmutableArray<RuleFamily> families, KnownWords known)
    {
        var kind = ProgramKind.Of(context);
        var telling = known.Of(kind);
        if (telling is not null && !context.Names.GlobalAliases.Any(directive => IsTelling(telling, directive)))
            return new Funnel(telling, new(() => Start(null)));

        telling = new TellingWords();
        var start = Start(telling);
        var aliases = context.Names.GlobalAliases.Where(directive => IsTelling(telling, directive)).ToArray();
        if (aliases.Length == 0)
            known.Add(kind, telling);

        // What a global alias stands for is named in another file.
        telling.AddWhole(aliases.Select(static directive => directive.Alias!.Name.Identifier.ValueText));
        return new Funnel(telling, new(() => start));

        TransitStart Start(TellingWords? words)
        {
            var all = new TransitStart(context, words);
            foreach (var family in families)
                family.Start(all);
            return all;
        }
    }

    private static bool IsTelling(TellingWords words, UsingDirectiveSyntax alias)
    {
        var text = alias.ToString();
        return Word.In(text.Substring(text.IndexOf('=') + 1)).Any(word => words.Find(Word.HashOf(word)) is not null);
    }

    private void Look(in OperationBlockAnalysisContext c, FileWords words)
    {
        foreach (var block in c.OperationBlocks)
        {
            var syntax = block.Syntax;
            var span = syntax.FullSpan; // Because it takes less to know than the span.

            // The arguments of a primary constructor's base say nothing of its type.
            if (syntax is PrimaryConstructorBaseTypeSyntax)
                LookAround(c, block, words, words.All, isAll: true);
            else if (words.Tells(span, words.All, out var places))
                LookAround(c, block, words, places, words.IsWhole);
            if (words.HasBytes(span))
                foreach (var end in words.BytesIn(span))
                    foreach (var handler in Handlers.Bytes)
                        handler(c, syntax.FindToken(end - 1));
        }

        if (words.HasMethod && c.OwningSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method && IsTold(words, c.OperationBlocks))
            foreach (var (told, matters, handler) in Handlers.Methods)
                if (words.MayHoldOne(told) && matters(method))
                    handler(c, method);
    }

    /// <summary>Does the method hold a telling word? The types of its parameters stand in its declaration.</summary>
    private static bool IsTold(FileWords words, ImmutableArray<IOperation> blocks)
    {
        foreach (var block in blocks)
            if (words.Tells((block.Syntax.Parent is MemberDeclarationSyntax declaration ? declaration : block.Syntax).FullSpan))
                return true;
        return false;
    }

    /// <summary>Looks at the operations around telling words. A stack, because operations nest as deep as anybody writes them.</summary>
    private void LookAround(OperationBlockAnalysisContext c, IOperation block, FileWords words, PlaceRange places, bool isAll)
    {
        // One is used again and again, because it is in the processor's cache; who looks at the same time makes another.
        var path = Interlocked.Exchange(ref latestPath, null) ?? new(UsualDepth);
        Look(c, block, words);
        var parts = new PartsInPlaces(block, words, places, isAll);
        while (true)
        {
            if (parts.Next(out var within) is { } part)
            {
                Look(c, part, words);
                path.Push(parts);
                parts = new(part, words, within, isAll);
            }
            else if (path.Count > 0)
            {
                parts = path.Pop();
            }
            else
            {
                break;
            }
        }

        latestPath = path;
    }

    private void Look(OperationBlockAnalysisContext c, IOperation operation, FileWords words)
    {
        switch (operation.Kind)
        {
            case OperationKind.Invocation:
                var call = (IInvocationOperation)operation;
                Handlers.Invocations.Call(call.TargetMethod, call.Instance, c, call, call);
                break;
            case OperationKind.ObjectCreation:
                var creation = (IObjectCreationOperation)operation;
                if (creation.Type is { } created)
                    Handlers.Creations.Call(created, null, c, creation, creation);
                break;
            case OperationKind.FieldReference:
                var field = (IFieldReferenceOperation)operation;
                Handlers.Fields.Call(field.Field.ContainingType, null, c, field, field);
                break;
            case OperationKind.PropertyReference:
                var property = (IPropertyReferenceOperation)operation;
                Handlers.Properties.Call(property.Property, property.Instance, c, property, property);
                break;
            case OperationKind.Conversion:
                var cast = (IConversionOperation)operation;
                if (!cast.IsImplicit && cast.Type.WithoutNullable() is { TypeKind: TypeKind.Enum } enumeration)
                    Handlers.Casts.Call(enumeration, null, c, cast, cast);
                break;
            case OperationKind.DelegateCreation:
                if (operation.Type is { } type)
                    foreach (var (matters, handler) in Handlers.Delegates)
                        if (matters(type))
                            handler(c.At(operation), (IDelegateCreationOperation)operation);
                break;
            case OperationKind.SimpleAssignment or OperationKind.CompoundAssignment or OperationKind.CoalesceAssignment
                or OperationKind.EventAssignment or OperationKind.DeconstructionAssignment:
                foreach (var assignment in MemberAssignment.In(operation))
                    Handlers.Assignments.Call(assignment.Member, assignment.Target.Instance, c, operation, assignment);
                break;
            case OperationKind.Literal or OperationKind.InterpolatedString or OperationKind.Utf8String when words.HasText:
                LookAtString(c, operation);
                break;
        }
    }

    private void LookAtString(OperationBlockAnalysisContext c, IOperation operation)
    {
        if (operation.Kind == OperationKind.Literal && operation.Type?.SpecialType != SpecialType.System_String)
            return;
        foreach (var (matters, handler) in Handlers.Strings)
            if (Matters(operation, matters))
                handler(c.At(operation), operation);

        static bool Matters(IOperation operation, Func<string, bool> matters)
        {
            switch (operation.Kind)
            {
                case OperationKind.Literal:
                    return operation.ConstantValue is { HasValue: true, Value: string text } && matters(text);
                case OperationKind.Utf8String:
                    return matters(((IUtf8StringOperation)operation).Value);
                case OperationKind.InterpolatedString:
                    foreach (var part in ((IInterpolatedStringOperation)operation).Parts)
                        if (part is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string fixedText } } && matters(fixedText))
                            return true;
                    return false;
                default:
                    return false;
            }
        }
    }
}

/// <summary>The parts of an operation that may hold telling words, one after the other.</summary>
internal struct PartsInPlaces
{
    private readonly FileWords words;
    private readonly bool isAll;

    /// <summary>Those of a block stand one behind the other, which is not so of all operations.</summary>
    private readonly ImmutableArray<IOperation> statements;
    private IOperation.OperationList.Enumerator children;
    private PlaceRange places;
    private int next;

    /// <param name="operation">Whose parts are wanted.</param>
    /// <param name="words">The words of the file.</param>
    /// <param name="places">The places that can stand in it.</param>
    /// <param name="isAll">All parts are wanted.</param>
    public PartsInPlaces(IOperation operation, FileWords words, PlaceRange places, bool isAll)
    {
        (this.words, this.places, this.isAll, next) = (words, places, isAll, 0);
        if (!isAll && operation.Kind == OperationKind.Block)
            (statements, children) = (((IBlockOperation)operation).Operations, default);
        else
            (statements, children) = (default, operation.ChildOperations.GetEnumerator());
    }

    /// <summary>The next one, and the places that can stand in it; null where there are no more.</summary>
    public IOperation? Next(out PlaceRange within)
    {
        within = places;
        if (statements.IsDefault)
        {
            while (children.MoveNext())
            {
                var child = children.Current;
                if (isAll || words.Tells(child.Syntax.FullSpan, places, out within))
                    return child;
            }

            return null;
        }

        while (places.First < places.End)
        {
            next = FirstAt(words.FirstOf(places));
            if (next == statements.Length)
                return null;
            var statement = statements[next++];
            var span = statement.Syntax.FullSpan;
            var isHeld = words.Tells(span, places, out within);
            places = words.From(span.End, places);
            if (isHeld)
                return statement;
        }

        return null;
    }

    /// <summary>The first of the remaining statements that does not end before the place.</summary>
    private readonly int FirstAt(int place)
    {
        var (first, end) = (next, statements.Length);
        while (first < end)
        {
            var middle = (first + end) >> 1;
            if (statements[middle].Syntax.FullSpan.End < place)
                first = middle + 1;
            else
                end = middle;
        }

        return first;
    }
}

/// <summary>What a handler of one operation is given by an action for a whole body.</summary>
internal static class BodyContexts
{
    public static OperationAnalysisContext At(this OperationBlockAnalysisContext body, IOperation operation) =>
        // A lambda: to make a delegate of a struct's own method takes longer than most Handlers.
        new(operation, body.OwningSymbol, body.Compilation, body.Options, diagnostic => body.ReportDiagnostic(diagnostic), static _ => true, body.CancellationToken);
}
