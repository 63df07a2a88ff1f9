using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Production;
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

    private const int MostCallers = 4;

    private static readonly ImmutableArray<(string Method, string Type)> Checks = ImmutableArray.Create(
        ("Build", Chain), ("Verify", Certificate), ("MatchesHostname", Certificate));

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(CertificateRules.ResultIgnored);

    internal override void Start(TransitStart start)
    {
        var references = start.Context.References;
        foreach (var (method, type) in Checks)
        {
            start.OnInvocation(method, (called, receiver) => called.ReturnType.SpecialType == SpecialType.System_Boolean && TypeNames.Match(type, called.ContainingType, receiver), (c, call) =>
            {
                if (IsIgnored(call)
                    && !(type == Chain && IsReadElsewhere(call, references, c.CancellationToken))
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
        while (value.Parent is IConditionalAccessOperation or IConversionOperation)
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
        foreach (var operation in within.Root().Descendants())
        {
            if (operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local)
                && !(reference.IsAssigned() && reference.Parent is { Parent: IExpressionStatementOperation }))
                return true;
        }

        return false;
    }

    /// <summary>Somebody may ask the chain itself: its statuses and elements are named, or it goes where they may be.</summary>
    private static bool IsReadElsewhere(IInvocationOperation call, References references, CancellationToken cancellation)
    {
        if (call.Receiver() is IFieldReferenceOperation or IPropertyReferenceOperation)
            return NamesChainParts(call.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>());
        return call.Receiver() is { } receiver && IsRead(receiver, call, call.Root(), references, 0, cancellation);
    }

    /// <summary>Is the chain that this expression names read anywhere but by the call that it is here for?</summary>
    private static bool IsRead(IOperation named, IOperation use, IOperation root, References references, int depth, CancellationToken cancellation)
    {
        if (named.Variable() is not { } chain)
            return named is not (IObjectCreationOperation or IInvocationOperation) && depth > 0;
        foreach (var operation in root.Descendants())
        {
            if (!SymbolEqualityComparer.Default.Equals(operation.Variable(), chain))
                continue;
            var parent = operation.Converted().Parent;
            if (parent is IArgumentOperation { Parent: var taker } && taker == use)
                continue;
            if (parent is IPropertyReferenceOperation { Property.Name: "ChainStatus" or "ChainElements" }
                or IReturnOperation or IArgumentOperation
                or IVariableInitializerOperation or ITupleOperation or IIsPatternOperation or IArrayInitializerOperation
                || (parent is IConditionalAccessOperation access && access.WhenNotNull != use)
                || (parent is IAssignmentOperation assignment && assignment.Target != operation))
                return true;
        }

        return chain is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method } parameter
            && !IsCallback(method)
            && MayBeReadByCallers(method, parameter, references, depth, cancellation);
    }

    /// <summary>Whoever calls the method has the chain as well: only where all of them are seen, nobody reads it.</summary>
    private static bool MayBeReadByCallers(IMethodSymbol method, IParameterSymbol chain, References references, int depth, CancellationToken cancellation)
    {
        if (depth >= MostCallers || chain.RefKind != RefKind.None || references.IsSeenFromOutside(method) || method.IsVirtual || method.IsOverride
            || method.ContainingType.AllInterfaces.Any(type => type.GetMembers(method.Name).Length > 0))
            return true;
        var isCalled = false;
        foreach (var mention in references.MentionsOf(method, cancellation))
        {
            if (mention?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } syntax || !syntax.Expression.Span.Contains(mention.Span)
                || references.ModelOf(syntax.SyntaxTree).GetOperation(syntax, cancellation) is not IInvocationOperation call
                || call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == chain.Ordinal) is not { Value: var given }
                || IsRead(SettingValues.WithoutConversions(given), call, call.Root(), references, depth + 1, cancellation))
                return true;
            isCalled = true;
        }

        return !isCalled;
    }

    private static bool IsCallback(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
            if (parameter.Type.Name == "SslPolicyErrors")
                return true;
        return false;
    }

    private static bool NamesChainParts(SyntaxNode? type) => type is not null && type.DescendantTokens().Any(static token =>
        token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText is "ChainStatus" or "ChainElements");
}
