using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;
using TransitAnalyzers.Settings;

namespace TransitAnalyzers.Certificates;

/// <summary>
/// DIT0108: a chain build or a verification whose result nobody reads: a statement of its own, a discard, a local that is
/// never read. Not reported where the program reads the statuses or the elements of the chain instead, or hands the chain
/// on to where they may be read.
/// </summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public sealed class IgnoredResults : RuleFamily
#pragma warning restore RS1001
{
    private const string Chain = "System.Security.Cryptography.X509Certificates.X509Chain";
    private const string Certificate = "System.Security.Cryptography.X509Certificates.X509Certificate2";

    private static readonly ImmutableArray<(string Method, string Type)> Checks = ImmutableArray.Create(
        ("Build", Chain), ("Verify", Certificate), ("MatchesHostname", Certificate));

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(CertificateRules.ResultIgnored);

    internal override void Start(TransitStart start)
    {
        foreach (var (method, type) in Checks)
        {
            start.OnInvocation(method, (called, receiver) => called.ReturnType.SpecialType == SpecialType.System_Boolean && TypeNames.Match(type, called.ContainingType, receiver), (c, call) =>
            {
                if (IsIgnored(call)
                    && !(type == Chain && IsReadElsewhere(call))
                    && start.Context.World.Reaches(call, c.CancellationToken))
                {
                    c.ReportDiagnostic(Diagnostic.Create(
                        CertificateRules.ResultIgnored, call.Syntax.GetLocation(), $"{TypeNames.Simple(type)}.{method}"));
                }
            });
        }
    }

    private static bool IsIgnored(IInvocationOperation call)
    {
        IOperation value = call;
        while (value.Parent is IConditionalAccessOperation or IConversionOperation or IParenthesizedOperation)
            value = value.Parent;
        return value.Parent switch
        {
            IExpressionStatementOperation => true,
            ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
            IAssignmentOperation { Target: ILocalReferenceOperation { Local: var local }, Parent: IExpressionStatementOperation } assignment => !IsRead(local, assignment),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } declarator } => !IsRead(local, declarator),
            _ => false,
        };
    }

    private static bool IsRead(ILocalSymbol local, IOperation within)
    {
        foreach (var operation in Root(within).Descendants())
        {
            if (operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local)
                && !(reference.Parent is IAssignmentOperation { Parent: IExpressionStatementOperation } assignment && assignment.Target == reference))
                return true;
        }

        return false;
    }

    /// <summary>Somebody may ask the chain itself: its statuses and elements are named, or it goes where they may be.</summary>
    private static bool IsReadElsewhere(IInvocationOperation call)
    {
        if (Receiver(call) is IFieldReferenceOperation or IPropertyReferenceOperation)
            return NamesChainParts(call.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>());
        var root = Root(call);
        var chain = Receiver(call) switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => (ISymbol?)null,
        };
        if (chain is null)
            return false;
        if (chain is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method } && !IsCallback(method))
            return true;
        foreach (var operation in root.Descendants())
        {
            if (operation is not (ILocalReferenceOperation or IParameterReferenceOperation) || !SymbolEqualityComparer.Default.Equals(SymbolOf(operation), chain))
                continue;
            var parent = operation.Parent;
            while (parent is IConversionOperation or IParenthesizedOperation)
                parent = parent.Parent;
            if (parent is IPropertyReferenceOperation { Property.Name: "ChainStatus" or "ChainElements" }
                or IReturnOperation or IArgumentOperation
                or IVariableInitializerOperation or ITupleOperation or IIsPatternOperation or IArrayInitializerOperation
                || (parent is IConditionalAccessOperation access && access.WhenNotNull != call)
                || (parent is IAssignmentOperation assignment && assignment.Target != operation))
                return true;
        }

        return false;
    }

    private static bool IsCallback(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
            if (parameter.Type.Name == "SslPolicyErrors")
                return true;
        return false;
    }

    private static IOperation? Receiver(IInvocationOperation call)
    {
        if (call.Instance is not IConditionalAccessInstanceOperation)
            return call.Instance;
        for (var operation = call.Parent; operation is not null; operation = operation.Parent)
            if (operation is IConditionalAccessOperation access)
                return access.Operation;
        return null;
    }

    private static bool NamesChainParts(SyntaxNode? type) => type is not null && type.DescendantTokens().Any(static token =>
        token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText is "ChainStatus" or "ChainElements");

    private static ISymbol SymbolOf(IOperation operation) =>
        operation is ILocalReferenceOperation local ? local.Local : ((IParameterReferenceOperation)operation).Parameter;

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is not null)
            operation = operation.Parent;
        return operation;
    }
}
