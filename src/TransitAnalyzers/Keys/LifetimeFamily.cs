using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;
using TransitAnalyzers.Settings;

namespace TransitAnalyzers.Keys;

/// <summary>
/// DIT0603: certificates that <c>CertificateRequest</c> and Bouncy Castle's generators make for longer than the limit.
/// Certificates of an authority live longer on purpose and are not reported: those whose request carries basic constraints
/// that say so.
/// </summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public sealed class LifetimeFamily : RuleFamily
#pragma warning restore RS1001
{
    private const string Request = "System.Security.Cryptography.X509Certificates.CertificateRequest";

    /// <summary>Of Bouncy Castle, in <c>Org.BouncyCastle.X509</c>.</summary>
    private static readonly string[] Generators = ["X509V1CertificateGenerator", "X509V3CertificateGenerator"];

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(KeyRules.LivesTooLong);

    internal override void Start(TransitStart start)
    {
        start.OnInvocation("CreateSelfSigned", IsOfRequest, Judge);
        start.OnInvocation("Create", Telling.By("CertificateRequest"), IsOfRequest, Judge);
        start.OnInvocation("SetNotAfter", Judge);

        void Judge(OperationAnalysisContext c, IInvocationOperation call)
        {
            if (Dates(call) is not var (notBefore, notAfter)
                || Find(call, notBefore, notAfter, start.Context, c.CancellationToken) is not { } finding
                || IsOfAuthority(call, start.Context, c.CancellationToken)
                || !start.Context.World.Reaches(call, c.CancellationToken))
                return;
            c.ReportDiagnostic(finding.ToDiagnostic());
        }
    }

    private static bool IsOfRequest(IMethodSymbol method, ITypeSymbol? receiver) => TypeNames.Match(Request, method.ContainingType, null);

    /// <summary>The beginning and the end that a certificate is given.</summary>
    private static (IOperation NotBefore, IOperation NotAfter)? Dates(IInvocationOperation call)
    {
        var type = call.TargetMethod.ContainingType;
        if (TypeNames.Match(Request, type, null))
            return Argument(call, "notBefore") is { } from && Argument(call, "notAfter") is { } to ? (from, to) : null;
        if (call is not { Instance: { } generator, Arguments: { Length: 1 } arguments } || Array.IndexOf(Generators, type.Name) < 0)
            return null;
        var root = call.Root();
        foreach (var operation in root.Descendants())
            if (operation is IInvocationOperation { TargetMethod.Name: "SetNotBefore", Instance: { } other, Arguments.Length: 1 } beginning && SyntaxFactory.AreEquivalent(other.Syntax, generator.Syntax))
                return (beginning.Arguments[0].Value, arguments[0].Value);
        return null;
    }

    private static KeyFinding? Find(IInvocationOperation call, IOperation start, IOperation end, TransitContext context, CancellationToken cancellation)
    {
        if (Moment.Of(start, context.World, cancellation) is not { } notBefore
            || Moment.Of(end, context.World, cancellation) is not { } notAfter
            || Moment.Between(notBefore, notAfter) is not { } days)
            return null;
        var most = context.SettingsFor(call.Syntax.SyntaxTree).MaximumCertificateLifetimeDays;

        // Years and months have no fixed length: a day of tolerance for the leap day.
        if (days <= most + 1)
            return null;
        var definition = context.World.DefinitionOf(end, cancellation);
        var cause = definition.Syntax.SyntaxTree == call.Syntax.SyntaxTree && definition.Syntax.Span.Length > 0 ? definition : end;
        var remedy = Remedy(cause, notBefore, most, context, cancellation);
        if (remedy is null && start.Type?.Name == end.Type?.Name)
        {
            // What cannot be shortened is written anew, where the beginning can be seen.
            cause = end;
            remedy = FormattableString.Invariant($"{(start.Syntax is BinaryExpressionSyntax ? $"({start.Syntax})" : start.Syntax)}.AddDays({most})");
        }

        return new KeyFinding(
            KeyRules.LivesTooLong,
            cause.Syntax,
            call,
            remedy,
            ImmutableArray.Create<object>(Math.Round(days).ToString(CultureInfo.InvariantCulture), most.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>The same moment with the last step made shorter: <c>start.AddYears(10)</c> becomes <c>start.AddDays(398)</c>.</summary>
    private static string? Remedy(IOperation end, Moment notBefore, int most, TransitContext context, CancellationToken cancellation)
    {
        var from = end switch
        {
            IInvocationOperation { Instance: { } receiver, TargetMethod.Name: "AddYears" or "AddMonths" or "AddDays" or "AddHours" or "Add" } => receiver,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => sum.LeftOperand,
            _ => null,
        };
        if (from is not null && Moment.Of(from, context.World, cancellation) is { } step && Moment.Between(notBefore, step) is { } already && most - already >= 1)
            return FormattableString.Invariant($"{from.Syntax}.AddDays({Math.Floor(most - already)})");
        return null;
    }

    private static IOperation? Argument(IInvocationOperation call, string parameter)
    {
        foreach (var argument in call.Arguments)
            if (argument.Parameter?.Name == parameter)
                return argument.Value;
        return null;
    }

    /// <summary>Does the method give this request, or any where it is not a local, the basic constraints of an authority?</summary>
    private static bool IsOfAuthority(IInvocationOperation call, TransitContext context, CancellationToken cancellation)
    {
        var root = call.Root();
        var request = (call.Instance as ILocalReferenceOperation)?.Local;
        foreach (var operation in root.Descendants())
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsAuthority(operation, context, cancellation) && (request is null || Receiver(operation) is not { } other || SymbolEqualityComparer.Default.Equals(other, request)))
                return true;
        }

        return false;
    }

    private static bool IsAuthority(IOperation operation, TransitContext context, CancellationToken cancellation) => operation switch
    {
        IObjectCreationOperation { Type.Name: "X509BasicConstraintsExtension", Arguments: { Length: > 1 } arguments } =>
            arguments.FirstOrDefault(argument => argument.Parameter?.Name == "certificateAuthority")?.Value is { } value
            && context.World.ConstantOf(value, cancellation) is not { HasValue: true, Value: false },
        IObjectCreationOperation { Type: { Name: "BasicConstraints", ContainingNamespace.Name: "X509" }, Arguments: { Length: 1 } arguments } =>
            context.World.ConstantOf(arguments[0].Value, cancellation) is not { HasValue: true, Value: false },
        IInvocationOperation { TargetMethod: { Name: "CreateForCertificateAuthority", ContainingType.Name: "X509BasicConstraintsExtension" } } => true,
        _ => false,
    };

    /// <summary>The local whose <c>CertificateExtensions</c> the extension is added to.</summary>
    private static ILocalSymbol? Receiver(IOperation extension)
    {
        for (var current = extension; current is not null; current = current.Parent)
            if (current is IInvocationOperation { Instance: IPropertyReferenceOperation { Instance: ILocalReferenceOperation { Local: var local } } })
                return local;
        return null;
    }
}
