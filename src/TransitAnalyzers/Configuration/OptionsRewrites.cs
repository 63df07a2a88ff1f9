using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Configuration;

/// <summary>
/// Callbacks that go on with options after a section is bound to them: <c>PostConfigure&lt;T&gt;</c>, and <c>Configure&lt;T&gt;</c> that is
/// registered behind the binding. What they give to the property is what its readers see.
/// </summary>
internal sealed class OptionsRewrites(TransitContext context, CancellationToken cancellation)
{
    /// <param name="section">The expression that reads the section.</param>
    /// <param name="property">What holds the setting.</param>
    /// <returns>What is assigned to the property by callbacks that production runs.</returns>
    public IEnumerable<IAssignmentOperation> Of(IOperation section, IPropertySymbol property)
    {
        if (BindingOf(section) is not { } binding)
            yield break;
        foreach (var use in context.References.EachUseOf(property, cancellation))
            if (use.Parent is IAssignmentOperation rewrite && rewrite.Target == use && OptionsOf(use) is { } options
                && IsRunAfter(options, binding) && context.World.ReachesNetwork(rewrite, cancellation))
                yield return rewrite;
    }

    /// <summary>The call that binds the section to options; what <c>Get&lt;T&gt;</c> makes of it is no options that callbacks are given.</summary>
    private static IInvocationOperation? BindingOf(IOperation section) => section.Converted() switch
    {
        IInvocationOperation call when IsBinding(call) => call,
        { Parent: IArgumentOperation { Parent: IInvocationOperation call } } when IsBinding(call) => call,
        _ => null,
    };

    private static bool IsBinding(IInvocationOperation call) =>
        call.TargetMethod.Name is "Configure" or "BindConfiguration" || (call.TargetMethod.Name == "Bind" && call.Receiver()?.Type?.Name == "OptionsBuilder");

    /// <summary>The parameter whose property, or the property of whose part, it is.</summary>
    private static IParameterReferenceOperation? OptionsOf(IOperation? use)
    {
        while (use is IPropertyReferenceOperation part)
            use = part.Instance;
        return use as IParameterReferenceOperation;
    }

    private bool IsRunAfter(IParameterReferenceOperation options, IInvocationOperation binding)
    {
        switch (options.Parameter.ContainingSymbol)
        {
            case IMethodSymbol { Name: "PostConfigure", ContainingType.AllInterfaces: var interfaces } when interfaces.Any(static implemented => implemented.Name == "IPostConfigureOptions"):
                return true;
            case IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method:
                return context.References.EachUseOf(method, cancellation).Any(use => use is IMethodReferenceOperation && IsGivenAfter(use, binding));
            default:
                for (IOperation? outer = options; outer is not null; outer = outer.Parent)
                    if (outer is IAnonymousFunctionOperation { Symbol: var symbol } && SymbolEqualityComparer.Default.Equals(symbol, options.Parameter.ContainingSymbol))
                        return IsGivenAfter(outer, binding);
                return false;
        }
    }

    /// <summary>Is the lambda, or the method that is named, given to a call that production makes?</summary>
    private bool IsGivenAfter(IOperation callback, IInvocationOperation binding) =>
        callback.Parent is IDelegateCreationOperation given && given.Converted().Parent is IArgumentOperation { Parent: IInvocationOperation call }
        && IsRunAfter(call, binding) && context.World.ReachesNetwork(call, cancellation);

    private static bool IsRunAfter(IInvocationOperation call, IInvocationOperation binding) => call.TargetMethod.Name switch
    {
        "PostConfigureAll" => true,
        "ConfigureAll" => IsBehind(call, binding),
        "PostConfigure" => NameOf(call) == NameOf(binding),
        "Configure" => NameOf(call) == NameOf(binding) && IsBehind(call, binding),
        _ => false,
    };

    /// <summary>Callbacks that configure are run in the order in which they are registered.</summary>
    private static bool IsBehind(IInvocationOperation call, IInvocationOperation binding) =>
        call.Root().Syntax == binding.Root().Syntax && call.Syntax.Span.End > binding.Syntax.Span.End;

    /// <summary>The name of the options that are configured; most have none.</summary>
    private static string NameOf(IInvocationOperation call)
    {
        for (var current = call; current is not null; current = current.Receiver() as IInvocationOperation)
        {
            if (current.TargetMethod.Name is "BindConfiguration" or "Bind" || current.Receiver()?.Type?.Name == "OptionsBuilder")
                continue;
            foreach (var argument in current.Arguments)
                if (argument.Parameter?.Name == "name" && argument.Value.ConstantValue is { HasValue: true, Value: string name })
                    return name;
            break;
        }

        return string.Empty;
    }
}
