using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Production;

namespace TransitAnalyzers.Web;

/// <summary>What the source says of the methods and variables that a pipeline is made of.</summary>
internal sealed class Symbols(Compilation compilation)
{
    private readonly References references = new(compilation);

    public static IOperation Unconverted(IOperation value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation conversion:
                    value = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    value = parenthesized.Operand;
                    break;
                default:
                    return value;
            }
        }
    }

    /// <summary>The object that a method, extension methods included, is called on.</summary>
    public static IOperation? Receiver(IInvocationOperation call)
    {
        if (call.Instance is { } instance)
            return Unconverted(instance) is IConditionalAccessInstanceOperation ? ConditionalReceiver(call) : Unconverted(instance);
        return call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? Unconverted(call.Arguments[0].Value) : null;
    }

    public static ISymbol? Variable(IOperation operation) => Unconverted(operation) switch
    {
        ILocalReferenceOperation reference => reference.Local,
        IParameterReferenceOperation reference => reference.Parameter.OriginalDefinition,
        IFieldReferenceOperation reference => reference.Field.OriginalDefinition,
        IPropertyReferenceOperation reference => reference.Property.OriginalDefinition,
        IDeclarationExpressionOperation declaration => Variable(declaration.Expression),
        _ => null,
    };

    public static IAnonymousFunctionOperation? Lambda(IOperation value)
    {
        value = Unconverted(value);
        return (value is IDelegateCreationOperation creation ? creation.Target : value) as IAnonymousFunctionOperation;
    }

    /// <summary>The argument that is a lambda with a parameter of such a type.</summary>
    public static IAnonymousFunctionOperation? LambdaArgument(IInvocationOperation call, Func<ITypeSymbol?, bool> type)
    {
        foreach (var argument in call.Arguments)
            if (Lambda(argument.Value) is { } lambda && lambda.Symbol.Parameters.Any(parameter => type(parameter.Type)))
                return lambda;
        return null;
    }

    public static bool IsApplicationBuilder(ITypeSymbol? type) => Is(type, "IApplicationBuilder", "Builder");

    public static bool IsEndpointBuilder(ITypeSymbol? type) => Is(type, "IEndpointRouteBuilder", "Routing");

    /// <summary>Is it a method of ASP.NET Core, or the stub of one that is listed?</summary>
    public static bool IsFramework(IMethodSymbol method)
    {
        if (!IsInAspNetCore(method.ContainingType))
            return false;
        return method.DeclaringSyntaxReferences.IsEmpty
            ? method.ContainingAssembly?.Name.StartsWith(AspNetCorePipeline.ServiceNamespace, StringComparison.Ordinal) == true
            : AspNetCorePipeline.Middleware.ContainsKey(method.Name) || AspNetCorePipeline.Endpoints.ContainsKey(method.Name)
                || method.ContainingType.Name.StartsWith("EndpointRouteBuilder", StringComparison.Ordinal);
    }

    /// <summary>Is the type in a namespace of ASP.NET Core?</summary>
    public static bool IsInAspNetCore(ITypeSymbol? type)
    {
        for (var space = type?.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            if (space.Name == "AspNetCore")
                return space.ContainingNamespace is { Name: "Microsoft", ContainingNamespace.IsGlobalNamespace: true };
        return false;
    }

    /// <summary>Is the method of a library that is known to do nothing here under another name?</summary>
    public static bool IsKnown(IMethodSymbol method) => IsKnown(method.ContainingAssembly);

    /// <summary>The body of a method of the program; null for one that is elsewhere, or that may be overridden.</summary>
    public IOperation? BodyOf(IMethodSymbol method, CancellationToken cancellation)
    {
        method = Implementation(method);
        if (method.IsAbstract || method.ContainingType?.TypeKind == TypeKind.Interface)
            return null;
        foreach (var declaration in method.DeclarationsIn(compilation))
        {
            var syntax = declaration.GetSyntax(cancellation);
            var body = references.ModelOf(syntax.SyntaxTree).GetOperation(syntax, cancellation);
            if (body is ILocalFunctionOperation function)
                body = function.Body;
            if (body is not null)
                return body;
        }

        return null;
    }

    public IEnumerable<IInvocationOperation> CallsOf(IMethodSymbol method, CancellationToken cancellation)
    {
        foreach (var mention in references.To(method.OriginalDefinition, cancellation))
        {
            var model = references.ModelOf(mention.SyntaxTree);
            for (SyntaxNode? node = mention; node is ExpressionSyntax; node = node.Parent)
            {
                if (node is not InvocationExpressionSyntax || model.GetOperation(node, cancellation) is not IInvocationOperation call)
                    continue;
                if (SymbolEqualityComparer.Default.Equals(Implementation(call.TargetMethod), Implementation(method)))
                    yield return call;
                break;
            }
        }
    }

    /// <summary>The mentions of a type.</summary>
    public IEnumerable<SyntaxNode> MentionsOf(ISymbol symbol, CancellationToken cancellation) => references.To(symbol, cancellation);

    /// <summary>Does the text of the program contain this?</summary>
    public bool Contains(string text, CancellationToken cancellation) =>
        compilation.SyntaxTrees.Any(tree => tree.GetText(cancellation).ToString().IndexOf(text, StringComparison.Ordinal) >= 0);

    public SemanticModel ModelOf(SyntaxTree tree) => references.ModelOf(tree);

    /// <summary>The source of what <c>Use</c> or <c>UseMiddleware</c> adds; null where it is not to be seen.</summary>
    public static string? CodeOf(IInvocationOperation call, CancellationToken cancellation)
    {
        if (call.TargetMethod.Name == "UseMiddleware")
        {
            var type = call.TargetMethod.TypeArguments.FirstOrDefault()
                ?? call.Arguments.Select(static argument => Unconverted(argument.Value)).OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand;
            return type is null ? null : CodeOf(type, cancellation);
        }

        foreach (var argument in call.Arguments)
        {
            if (Lambda(argument.Value) is { } lambda)
                return CodeOf(lambda, cancellation);
            if (Unconverted(argument.Value) is IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var method } })
                return method.DeclaringSyntaxReferences.IsEmpty ? null : Code(method, cancellation);
        }

        return null;
    }

    /// <summary>Do the rewriter's options leave the scheme alone, as far as they are to be seen?</summary>
    public static bool KeepsScheme(IInvocationOperation useRewriter)
    {
        var options = useRewriter.Arguments.Length > 0 ? useRewriter.Arguments[useRewriter.Arguments.Length - 1].Value : null;
        if (options is null || Unconverted(options) is not IInvocationOperation chain)
        {
            if (options is null || Variable(options) is not ILocalSymbol local || BodyAround(useRewriter) is not { } body)
                return false;
            var calls = body.Descendants().OfType<IInvocationOperation>().Where(call => Is(call.Type, "RewriteOptions") && (Origin(call, local))).ToArray();
            return calls.Length > 0 && calls.All(KeepsScheme);
        }

        return chain.DescendantsAndSelf().OfType<IInvocationOperation>().Where(static call => Is(call.Type, "RewriteOptions")).All(KeepsScheme);

        static bool KeepsScheme(IInvocationOperation call) => AspNetCorePipeline.SchemeKeepingRewrites.Contains(call.TargetMethod.Name);
    }

    /// <summary>The types of the program that implement the interface of this name.</summary>
    public IEnumerable<INamedTypeSymbol> ImplementationsOf(string name, CancellationToken cancellation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (tree.GetText(cancellation).ToString().IndexOf(name, StringComparison.Ordinal) < 0)
                continue;
            foreach (var type in tree.GetRoot(cancellation).DescendantNodes().OfType<TypeDeclarationSyntax>())
                if (type.BaseList is not null && references.ModelOf(tree).GetDeclaredSymbol(type, cancellation) is INamedTypeSymbol symbol
                    && symbol.AllInterfaces.Any(candidate => candidate.Name == name))
                    yield return symbol;
        }
    }

    private static IOperation? ConditionalReceiver(IOperation call)
    {
        for (var outer = call.Parent; outer is not null; outer = outer.Parent)
            if (outer is IConditionalAccessOperation access)
                return Unconverted(access.Operation);
        return null;
    }

    private static bool Origin(IInvocationOperation call, ILocalSymbol local)
    {
        for (IOperation? current = call; current is not null;)
        {
            if (current is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local))
                return true;
            if (current.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var declared } } && SymbolEqualityComparer.Default.Equals(declared, local))
                return true;
            current = current is IInvocationOperation inner ? Receiver(inner) : null;
        }

        return call.Parent is not IInvocationOperation && call.Parent is IArgumentOperation;
    }

    private static IOperation? BodyAround(IOperation operation)
    {
        var current = operation;
        while (current.Parent is not null)
            current = current.Parent;
        return current;
    }

    private static IMethodSymbol Implementation(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return definition.PartialImplementationPart ?? definition;
    }

    private static bool Is(ITypeSymbol? type, string name)
    {
        return type?.Name == name && IsInAspNetCore(type);
    }

    private static bool Is(ITypeSymbol? type, string name, string space)
    {
        if (type is null or { SpecialType: not SpecialType.None })
            return false;
        if (IsNamed(type))
            return true;
        foreach (var implemented in type.AllInterfaces)
            if (IsNamed(implemented))
                return true;
        return type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(constraint => constraint is not ITypeParameterSymbol && Is(constraint, name, space));

        bool IsNamed(ITypeSymbol candidate) => candidate.Name == name && candidate.ContainingNamespace?.Name == space && IsInAspNetCore(candidate);
    }

    private static string Code(ISymbol symbol, CancellationToken cancellation)
    {
        var code = new StringBuilder();
        foreach (var declaration in symbol.DeclaringSyntaxReferences)
            code.Append(declaration.GetSyntax(cancellation));
        return code.ToString();
    }

    private static bool IsKnown(IAssemblySymbol? assembly) =>
        assembly is not null && AspNetCorePipeline.KnownAssemblies.Any(known => assembly.Name.StartsWith(known, StringComparison.OrdinalIgnoreCase));

    /// <summary>The text of a lambda, with that of the methods of the program that it calls.</summary>
    private static string CodeOf(IAnonymousFunctionOperation lambda, CancellationToken cancellation)
    {
        var code = new StringBuilder(lambda.Syntax.ToString());
        foreach (var operation in lambda.Body.Descendants())
            if (operation is IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false } called })
                code.Append(Code(called, cancellation));
        return code.ToString();
    }

    private static string? CodeOf(ITypeSymbol type, CancellationToken cancellation)
    {
        if (!type.DeclaringSyntaxReferences.IsEmpty)
            return Code(type, cancellation);
        return IsKnown(type.ContainingAssembly) ? type.Name : null;
    }
}
