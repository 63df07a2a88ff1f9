using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;
using TransitAnalyzers.Settings;

namespace TransitAnalyzers.Certificates;

/// <summary>
/// DIT0109: a certificate is added to the store of trusted roots (<c>StoreName.Root</c>, <c>AuthRoot</c>) of the machine or
/// the user. Other stores, removal, and a store that is not known are not reported.
/// </summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public sealed class RootStores : RuleFamily
#pragma warning restore RS1001
{
    private const string Store = "System.Security.Cryptography.X509Certificates.X509Store";
    private const int Deepest = 4;

    private static readonly ImmutableArray<string> Methods = ImmutableArray.Create("Add", "AddRange");
    private static readonly ImmutableArray<string> Roots = ImmutableArray.Create("Root", "AuthRoot");

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(CertificateRules.RootCertificateAdded);

    internal override void Start(TransitStart start)
    {
        foreach (var method in Methods)
        {
            start.OnInvocation(method, Telling.By("X509Store", "StoreName"), static (called, _) => TypeNames.Match(Store, called.ContainingType, null), (c, call) =>
            {
                if (call.Instance is { Type.Name: "X509Store" } store
                    && NameOf(store, start.Context, 0, c.CancellationToken) is { } name
                    && start.Context.World.Reaches(call, c.CancellationToken))
                    c.ReportDiagnostic(Diagnostic.Create(CertificateRules.RootCertificateAdded, call.Syntax.GetLocation(), name));
            });
        }
    }

    /// <summary>The name of the root store that this expression opens; null when it is another one or not known.</summary>
    private static string? NameOf(IOperation store, TransitContext context, int depth, CancellationToken cancellation)
    {
        if (depth > Deepest)
            return null;
        if (SettingValues.WithoutConversions(store) is not IObjectCreationOperation creation)
        {
            var definition = context.World.DefinitionOf(store, cancellation);
            return definition == store ? null : NameOf(definition, context, depth + 1, cancellation);
        }

        foreach (var argument in creation.Arguments)
        {
            if (argument.Parameter?.Name != "storeName")
                continue;
            foreach (var given in Given(argument.Value))
            {
                var value = SettingValues.Read(given, argument.Parameter.Type, context.World, cancellation);
                foreach (var root in Roots)
                    if (value.Equal.Contains(root) || root.Equals(value.Constant as string, StringComparison.OrdinalIgnoreCase))
                        return root;
            }
        }

        return null;
    }

    /// <summary>Everything that the argument may be: both sides of a choice, whatever a local is given.</summary>
    private static IEnumerable<IOperation> Given(IOperation value)
    {
        switch (SettingValues.WithoutConversions(value))
        {
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return Given(choice.WhenTrue).Concat(Given(otherwise));
            case ILocalReferenceOperation { Local: var local } reference:
                var root = reference.Root();
                return root.Descendants().Select(operation => operation switch
                {
                    IVariableDeclaratorOperation { Symbol: var declared, Initializer.Value: var first } when SymbolEqualityComparer.Default.Equals(declared, local) => first,
                    ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var assigned }, Value: var later } when SymbolEqualityComparer.Default.Equals(assigned, local) => later,
                    _ => null,
                }).OfType<IOperation>();
            default:
                return [value];
        }
    }
}
