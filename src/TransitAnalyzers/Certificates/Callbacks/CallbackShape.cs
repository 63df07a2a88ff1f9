using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Settings;

namespace TransitAnalyzers.Certificates.Callbacks;

/// <summary>A delegate or method that validates certificates, and how it is to be run.</summary>
/// <param name="Acceptance">How it accepts.</param>
/// <param name="HasErrors">It is told the errors; otherwise it has to find them itself.</param>
/// <param name="Row">For a shape that does not say so itself: what is known of it.</param>
internal sealed record CallbackShape(Acceptance Acceptance, bool HasErrors, CallbackRow? Row = null)
{
    private static readonly CallbackShape Usual = new(Acceptance.ReturnsTrue, HasErrors: true);

    /// <summary>What is validated, as in a message.</summary>
    public string Subject => Row?.Subject ?? "certificate";

    /// <summary>A callback answers by a bool, perhaps later, or by what it does to its argument.</summary>
    public static bool MayAnswer(ITypeSymbol returned) =>
        returned.SpecialType is SpecialType.System_Boolean or SpecialType.System_Void || returned is INamedTypeSymbol { Arity: 1, Name: "Task" or "ValueTask" };

    /// <summary>A method or delegate that takes <c>SslPolicyErrors</c> and returns a bool, perhaps later.</summary>
    public static CallbackShape? OfSignature(IMethodSymbol method)
    {
        var answers = method.ReturnType.SpecialType == SpecialType.System_Boolean
            || method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } arguments } && arguments[0].SpecialType == SpecialType.System_Boolean;
        if (!answers)
            return null;
        foreach (var parameter in method.Parameters)
            if (CertificateFacts.IsErrors(parameter.Type) && parameter.RefKind is RefKind.None or RefKind.In)
                return Usual;
        return null;
    }
}

/// <summary>Which delegates, methods and members of one compilation validate certificates. Answers are kept by type.</summary>
internal sealed class CallbackShapes
{
    private readonly ConcurrentDictionary<ITypeSymbol, CallbackShape?> byDelegate = new(SymbolEqualityComparer.Default);
    private readonly Answers arguments;
    private readonly Answers definitions;
    private readonly ImmutableArray<CallbackRow> delegates;
    private readonly ImmutableArray<CallbackRow> methods;
    private readonly HashSet<string> argumentNames;
    private readonly HashSet<string> methodNames;
    private readonly HashSet<string> takenNames;
    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> delegateTypes;

    public CallbackShapes(TransitContext context)
    {
        arguments = new(IsTelling);
        definitions = new(IsTellingDelegate);
        var rows = context.Libraries.SelectMany(static reference => reference.Library.Callbacks).ToImmutableArray();
        delegates = rows.RemoveAll(static row => row.Form != CallbackForm.Delegate);
        argumentNames = new(delegates.Select(static row => TypeNames.Simple(row.Type)), StringComparer.Ordinal);
        takenNames = new(delegates.SelectMany(static row => row.Takes), StringComparer.Ordinal);
        delegateTypes = new(() => delegates
            .Where(static row => row.Takes.Length > 0)
            .SelectMany(row => context.Compilation.GetTypesByMetadataName(row.Type))
            .Where(static type => type is { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: not null })
            .ToImmutableArray());
        methods = rows.RemoveAll(static row => row.Form != CallbackForm.Method);
        methodNames = new(methods.Select(static row => row.Member!), StringComparer.Ordinal);
        ReadyMade = rows.RemoveAll(static row => row.Form != CallbackForm.AcceptsAll);
    }

    /// <summary>Words of which one stands where a callback is declared, or near it where its parameters are not spelled.</summary>
    public IEnumerable<string> Words =>
        argumentNames.Append("SslPolicyErrors")
            .Concat(delegates.SelectMany(static row => row.Near))
            .Concat(takenNames);

    /// <summary>Methods that are callbacks for what they override or implement.</summary>
    public IEnumerable<string> MethodNames => methodNames;

    /// <summary>Members that accept everything.</summary>
    public ImmutableArray<CallbackRow> ReadyMade { get; }

    /// <summary>Can a delegate of this type be a validation callback? Asked of every delegate, so answers are kept by what the type is made of.</summary>
    public bool MayValidate(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Delegate } named)
            return false;
        if (definitions.Of(named))
            return true;
        if (!named.IsGenericType)
            return false;
        foreach (var argument in named.TypeArguments)
            if (MayTell(argument))
                return true;
        return false;
    }

    /// <summary>Can this method be one, by a parameter or by what it overrides or implements?</summary>
    public bool MayValidate(IMethodSymbol method)
    {
        if (methodNames.Contains(method.Name) || method.MethodKind == MethodKind.ExplicitInterfaceImplementation)
            return true;
        if (!CallbackShape.MayAnswer(method.ReturnType))
            return false;
        foreach (var parameter in method.Parameters)
            if (MayTell(parameter.Type))
                return true;
        return false;
    }

    private bool MayTell(ITypeSymbol argument) => argument.SpecialType == SpecialType.None && arguments.Of(argument);

    /// <summary>Is this a delegate that is told by itself or by one of its parameters?</summary>
    private bool IsTellingDelegate(ITypeSymbol type) =>
        IsTelling(type) || (type as INamedTypeSymbol)?.DelegateInvokeMethod?.Parameters.Any(parameter => IsTelling(parameter.Type)) == true;

    /// <summary>Does an argument of this type make a delegate a validation callback, or is it one of a delegate that is known by its type?</summary>
    private bool IsTelling(ITypeSymbol type) => CertificateFacts.IsErrors(type) || (takenNames.Contains(type.Name) && IsTaken(type))
        || (TypeNames.MayMatch(argumentNames, type, null) && delegates.Any(row => TypeNames.Match(row.Type, type, null)));

    private bool IsTaken(ITypeSymbol argument) =>
        delegateTypes.Value.Any(type => type.DelegateInvokeMethod!.Parameters.Any(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, argument)));

    public CallbackShape? OfDelegate(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } invoke })
            return null;
        if (!byDelegate.TryGetValue(type, out var shape))
            shape = byDelegate.GetOrAdd(type, CallbackShape.OfSignature(invoke) ?? OfRow(type, invoke));
        return shape;
    }

    /// <summary>A method that is a callback for what it overrides or implements.</summary>
    public CallbackShape? OfOverride(IMethodSymbol method)
    {
        foreach (var row in methods)
            if (row.Member == NameOf(method) && TypeNames.Match(row.Type, null, method.ContainingType)
                && (method.IsOverride || method.ContainingType.TypeKind != TypeKind.Interface) && !method.IsAbstract)
                return new(row.Acceptance, HasErrors: false, row);
        return null;
    }

    /// <summary>Of an explicit implementation, the name of what it implements.</summary>
    public static string NameOf(IMethodSymbol method) =>
        method.ExplicitInterfaceImplementations is { Length: > 0 } implemented ? implemented[0].Name : method.Name;

    public CallbackRow? ReadyMadeOf(ISymbol member)
    {
        foreach (var row in ReadyMade)
            if (row.Member == member.Name && TypeNames.Match(row.Type, member.ContainingType, null))
                return row;
        return null;
    }

    /// <summary>A method that is what a library's delegate takes and answers, or has an argument by which its callback is known.</summary>
    public CallbackShape? OfSignature(IMethodSymbol method)
    {
        foreach (var type in delegateTypes.Value)
            if (IsSame(type.DelegateInvokeMethod!, method))
                return OfDelegate(type);
        foreach (var parameter in method.Parameters)
            if (OfArgument(parameter.Type, method) is { } shape)
                return shape;
        return null;
    }

    private static bool IsSame(IMethodSymbol invoke, IMethodSymbol method)
    {
        if (invoke.Parameters.Length != method.Parameters.Length || !SymbolEqualityComparer.Default.Equals(invoke.ReturnType, method.ReturnType))
            return false;
        for (var i = 0; i < invoke.Parameters.Length; i++)
            if (!SymbolEqualityComparer.Default.Equals(invoke.Parameters[i].Type, method.Parameters[i].Type))
                return false;
        return true;
    }

    private CallbackShape? OfArgument(ITypeSymbol argument, IMethodSymbol method)
    {
        if (!argumentNames.Contains(argument.Name))
            return null;
        foreach (var row in delegates)
            if (TypeNames.Match(row.Type, argument, null))
                return OfRow(null, method);
        return null;
    }

    private CallbackShape? OfRow(ITypeSymbol? type, IMethodSymbol invoke)
    {
        foreach (var row in delegates)
        {
            var isIt = TypeNames.Match(row.Type, type, null);
            var hasErrors = false;
            foreach (var parameter in invoke.Parameters)
            {
                if (!TypeNames.Match(row.Type, parameter.Type, null))
                    continue;
                isIt = true;
                foreach (var member in parameter.Type.GetMembers())
                    hasErrors |= member is IPropertySymbol { Type: var memberType } && CertificateFacts.IsErrors(memberType);
            }

            if (isIt && (row.Acceptance != Acceptance.ReturnsTrue) == invoke.ReturnsVoid)
                return new(row.Acceptance, hasErrors, row);
        }

        return null;
    }

    /// <summary>What was answered of types, as they are declared; a no, which is almost every answer, by identity first.</summary>
    private sealed class Answers(Func<ITypeSymbol, bool> ask)
    {
        private readonly ConcurrentDictionary<ITypeSymbol, bool> known = new(SymbolEqualityComparer.Default);
        private readonly SeenSymbols denied = new();

        public bool Of(ITypeSymbol type)
        {
            var definition = type.OriginalDefinition;
            if (denied.Contains(definition))
                return false;
            if (!known.TryGetValue(definition, out var answer))
                answer = known.GetOrAdd(definition, ask(definition));
            if (!answer)
                denied.Add(definition);
            return answer;
        }
    }
}
