using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue;

namespace TransitAnalyzers.Hosting;

/// <summary>
/// Where families register interest, by simple name. Names that ordinary code is full of (<c>Add</c>, <c>Parse</c>,
/// <c>Timeout</c>) come with a filter, which is asked once for a symbol and remembered. What passes is still for the handler
/// to check.
/// </summary>
/// <param name="context">The compilation. What is registered may depend on its libraries alone (<see cref="KnownWords"/>).</param>
/// <param name="telling">Takes the words without which a piece of code concerns nobody who registered here; null where they are known.</param>
internal sealed class TransitStart(TransitContext context, TellingWords? telling)
{
    /// <summary>What Roslyn calls an indexer.</summary>
    public const string Indexer = "this[]";

    /// <summary>The words beside which a name of the catalogue matters; null where it does by itself. The same in every compilation.</summary>
    private static readonly ConcurrentDictionary<string, Telling?> Beside = new(StringComparer.Ordinal);

    /// <summary>What is known of the compilation: its libraries, options, and the production world.</summary>
    public TransitContext Context { get; } = context;

    public HandlerTable<IMethodSymbol, IInvocationOperation> Invocations { get; } = new();

    public HandlerTable<ITypeSymbol, IObjectCreationOperation> Creations { get; } = new();

    public HandlerTable<ISymbol, MemberAssignment> Assignments { get; } = new();

    /// <summary>By the type that declares the field.</summary>
    public HandlerTable<ITypeSymbol, IFieldReferenceOperation> Fields { get; } = new();

    public HandlerTable<IPropertySymbol, IPropertyReferenceOperation> Properties { get; } = new();

    public HandlerTable<ITypeSymbol, IConversionOperation> Casts { get; } = new();

    public List<(Func<ITypeSymbol, bool> Matters, Action<OperationAnalysisContext, IDelegateCreationOperation> Handler)> Delegates { get; } = [];

    public List<(Func<string, bool> Matters, Action<OperationAnalysisContext, IOperation> Handler)> Strings { get; } = [];

    public List<(WordBits[] Words, Func<IMethodSymbol, bool> Matters, Action<OperationBlockAnalysisContext, IMethodSymbol> Handler)> Methods { get; } = [];

    public List<Action<OperationBlockAnalysisContext, SyntaxToken>> Bytes { get; } = [];

    /// <summary>Calls of methods of this name, extension methods included.</summary>
    public void OnInvocation(string methodName, Action<OperationAnalysisContext, IInvocationOperation> handler) =>
        OnInvocation(methodName, null, null, handler);

    /// <summary>Calls of methods of this name, where the method and the type of its receiver may matter.</summary>
    public void OnInvocation(string methodName, Func<IMethodSymbol, ITypeSymbol?, bool> matters, Action<OperationAnalysisContext, IInvocationOperation> handler) =>
        OnInvocation(methodName, null, matters, handler);

    /// <summary>Calls of methods of a name that ordinary code is full of, in files that the telling words or keys name as well.</summary>
    public void OnInvocation(
        string methodName, Telling? toldBy, Func<IMethodSymbol, ITypeSymbol?, bool>? matters, Action<OperationAnalysisContext, IInvocationOperation> handler)
    {
        Tell(methodName, NameUses.Called, toldBy);
        Invocations.Add(methodName, matters, handler);
    }

    /// <summary>Object creations of types of this simple name (generic arity left out).</summary>
    public void OnCreation(string typeName, Action<OperationAnalysisContext, IObjectCreationOperation> handler) => OnCreation(typeName, null, handler);

    /// <summary>Object creations of types of a name that ordinary code is full of, in files that the telling words or keys name.</summary>
    public void OnCreation(string typeName, Telling? toldBy, Action<OperationAnalysisContext, IObjectCreationOperation> handler)
    {
        telling?.AddCreation(typeName, Tell(telling, typeName, NameUses.Created, toldBy));
        Creations.Add(typeName, null, handler);
    }

    /// <summary>
    /// Assignments to a property, field or event of this name: simple, compound, coalescing, by deconstruction, in an
    /// object initializer, a nested initializer or a <c>with</c> expression.
    /// </summary>
    public void OnAssignment(string memberName, Action<OperationAnalysisContext, MemberAssignment> handler) =>
        OnAssignment(memberName, null, null, handler);

    /// <summary>Assignments to members of this name, where the member and the type of its receiver may matter.</summary>
    public void OnAssignment(string memberName, Func<ISymbol, ITypeSymbol?, bool> matters, Action<OperationAnalysisContext, MemberAssignment> handler) =>
        OnAssignment(memberName, null, matters, handler);

    /// <summary>Assignments to an indexer, whose name no code spells, in files that the telling words or keys name.</summary>
    public void OnAssignment(
        string memberName, Telling? toldBy, Func<ISymbol, ITypeSymbol?, bool>? matters, Action<OperationAnalysisContext, MemberAssignment> handler)
    {
        Tell(memberName, NameUses.Assigned, toldBy);
        Assignments.Add(memberName, matters, handler);
    }

    /// <summary>
    /// References to fields of types of this simple name; members of enumerations are fields. The code around these of them is
    /// seen: for some types their names have to be looked up, so they are asked for where words are wanted.
    /// </summary>
    public void OnField(string typeName, Func<IEnumerable<string>> fieldNames, Action<OperationAnalysisContext, IFieldReferenceOperation> handler)
    {
        if (telling is not null)
            foreach (var name in fieldNames())
                Tell(telling, name, NameUses.Named, null);
        Fields.Add(typeName, null, handler);
    }

    /// <summary>References to properties of this name, read or written.</summary>
    public void OnProperty(string propertyName, Action<OperationAnalysisContext, IPropertyReferenceOperation> handler)
    {
        Tell(propertyName, NameUses.Named, null);
        Properties.Add(propertyName, null, handler);
    }

    /// <summary>Casts written in the source to an enumeration of this simple name, or to its nullable.</summary>
    public void OnCast(string enumName, Action<OperationAnalysisContext, IConversionOperation> handler)
    {
        Tell(enumName, NameUses.Named, null);
        Casts.Add(enumName, null, handler);
    }

    /// <summary>
    /// Conversions of a lambda, anonymous method, method group or local function to a delegate whose type may matter. Lambdas
    /// of three parameters or more are always seen, those of two where they may accept at once; others where the telling words
    /// stand in the file.
    /// </summary>
    public void OnDelegate(IEnumerable<string> words, Func<ITypeSymbol, bool> matters, Action<OperationAnalysisContext, IDelegateCreationOperation> handler)
    {
        telling?.AddWhole(words);
        Delegates.Add((matters, handler));
    }

    /// <summary>
    /// String literals (also UTF-8) and interpolated strings of which a constant part may matter: a check of one scan.
    /// </summary>
    public void OnString(TellingTexts toldBy, Func<string, bool> matters, Action<OperationAnalysisContext, IOperation> handler)
    {
        telling?.Add(toldBy);
        Strings.Add((matters, handler));
    }

    /// <summary>
    /// Bodies of methods that may matter, once for each method, in files that hold one of the names of such methods or of the
    /// words; where it is a telling one, it stands in the declaration of the method.
    /// </summary>
    public void OnMethod(
        IEnumerable<string> names, IEnumerable<string> words, Func<IMethodSymbol, bool> matters, Action<OperationBlockAnalysisContext, IMethodSymbol> handler)
    {
        var told = new List<WordBits>();
        Add(names, NameUses.Called);
        Add(words, NameUses.Named);
        Methods.Add(([.. told], matters, handler));

        void Add(IEnumerable<string> words, NameUses uses)
        {
            foreach (var word in words)
            {
                Tell(word, uses, null);
                telling?.AddMethod(word);
                told.Add(Word.BitsOf(word));
            }
        }
    }

    /// <summary>Numbers that may be the first byte of a DER SEQUENCE in a list.</summary>
    public void OnByte(Action<OperationBlockAnalysisContext, SyntaxToken> handler) => Bytes.Add(handler);

    private void Tell(string name, NameUses uses, Telling? toldBy)
    {
        if (telling is not null)
            Tell(telling, name, uses, toldBy);
    }

    /// <summary>Makes the name tell; says beside what, or null where it tells by itself.</summary>
    private static Telling? Tell(TellingWords words, string name, NameUses uses, Telling? toldBy)
    {
        toldBy ??= Beside.GetOrAdd(name, static ordinary => OrdinaryNames.WordsBeside(ordinary) is { } words ? new Telling(words, []) : null);
        if (name == Indexer)
            words.AddElements(toldBy ?? throw new ArgumentNullException(nameof(toldBy)));
        else if (name == WellKnownMemberNames.InstanceConstructorName)
            words.AddBases(toldBy ?? throw new ArgumentNullException(nameof(toldBy)));
        else if (toldBy is not null)
            words.AddOrdinary(name, uses, toldBy);
        else
            words.AddName(name, uses);
        if (name == "Add" && toldBy is not null)
            words.AddElements(toldBy);
        return toldBy;
    }
}
