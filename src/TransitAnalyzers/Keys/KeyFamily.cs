using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;
using TransitAnalyzers.Settings;

namespace TransitAnalyzers.Keys;

/// <summary>Keys that are too small and weak hashes under certificates: DIT0601 and DIT0602.</summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public sealed class KeyFamily : RuleFamily
#pragma warning restore RS1001
{
    private const string NamedCurves = "System.Security.Cryptography.ECCurve+NamedCurves";
    private const string HashName = "HashAlgorithmName";

    private static readonly ImmutableArray<string> SmallNamedCurves = ImmutableArray.Create(
        "brainpoolP160r1", "brainpoolP160t1", "brainpoolP192r1", "brainpoolP192t1");

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(KeyRules.KeyTooSmall, KeyRules.WeakSignatureHash);

    internal override void Start(TransitStart start)
    {
        var finder = new Finder(start.Context);
        foreach (var rows in start.Context.Libraries.SelectMany(reference => reference.Library.Keys).GroupBy(row => (row.Member, IsConstructor(row) ? TypeNames.Simple(row.Type) : "")))
        {
            var all = rows.ToImmutableArray();
            var (member, type) = rows.Key;
            if (type.Length > 0)
                start.OnCreation(type, (c, creation) => finder.Judge(c, all, creation, creation.Constructor, creation.Arguments));
            else if (all[0].Parameter is null)
                start.OnAssignment(member, (c, assignment) => finder.Judge(c, all, assignment));
            else
                start.OnInvocation(member, new Telling(all.Select(static row => TypeNames.Simple(row.Type)), []), (method, _) => all.Any(row => TypeNames.Match(row.Type, method.ContainingType, null)), (c, call) => finder.Judge(c, all, call, call.TargetMethod, call.Arguments));
        }

        foreach (var curve in SmallNamedCurves)
            start.OnProperty(curve, finder.Judge);
    }

    private static bool IsConstructor(KeyStrengthRow row) => row.Member == WellKnownMemberNames.InstanceConstructorName;

    private sealed class Finder(TransitContext context)
    {
        private readonly ConcurrentDictionary<(SyntaxTree, TextSpan), bool> reported = new();

        public void Judge(OperationAnalysisContext c, ImmutableArray<KeyStrengthRow> rows, IOperation use, IMethodSymbol? method, ImmutableArray<IArgumentOperation> arguments)
        {
            if (method is null)
                return;
            foreach (var row in rows)
            {
                if (!TypeNames.Match(row.Type, method.ContainingType, use is IObjectCreationOperation ? use.Type : null))
                    continue;
                if (row.DefaultSize is { } size)
                {
                    if (use is IObjectCreationOperation creation && arguments.IsEmpty && !KeyImports.FillLater(creation, c.CancellationToken))
                        Report(c, OfSize(row, size, use.Syntax, use));
                    continue;
                }

                foreach (var argument in arguments)
                    if (argument.Parameter?.Name == row.Parameter)
                        ReportAll(c, row, argument.Value, use);
            }
        }

        public void Judge(OperationAnalysisContext c, ImmutableArray<KeyStrengthRow> rows, MemberAssignment assignment)
        {
            foreach (var row in rows)
                if (assignment.Assignment is ISimpleAssignmentOperation or IDeconstructionAssignmentOperation && TypeNames.Match(row.Type, assignment.Target.Instance?.Type ?? assignment.Member.ContainingType, null))
                    ReportAll(c, row, assignment.Value, assignment.Assignment);
        }

        public void Judge(OperationAnalysisContext c, IPropertyReferenceOperation curve)
        {
            if (TypeNames.Match(NamedCurves, curve.Property.ContainingType, null) && curve.Parent is not INameOfOperation && KeyJudge.SmallCurve(curve.Property.Name) is { } bits)
                Report(c, OfCurve(curve.Property.Name, bits, curve.Syntax, curve, "global::System.Security.Cryptography.ECCurve.NamedCurves." + KeyJudge.SecureCurve));
        }

        private void ReportAll(OperationAnalysisContext c, KeyStrengthRow row, IOperation value, IOperation use)
        {
            foreach (var origin in context.World.OriginsOf(value, c.CancellationToken))
                Report(c, Of(row, origin, value, use, c.CancellationToken));
        }

        private void Report(OperationAnalysisContext c, KeyFinding? finding)
        {
            if (finding is null || !context.World.Reaches(finding.Use, c.CancellationToken))
                return;
            if (reported.TryAdd((finding.Cause.SyntaxTree, finding.Cause.Span), true))
                c.ReportDiagnostic(finding.ToDiagnostic());
        }

        private KeyFinding? Of(KeyStrengthRow row, IOperation origin, IOperation value, IOperation use, CancellationToken cancellation)
        {
            switch (row.Trait)
            {
                case KeyTrait.RsaSize or KeyTrait.DsaSize:
                    return context.World.ConstantOf(origin, cancellation) is { HasValue: true, Value: int size }
                        ? OfSize(row, size, Cause(origin, value, use), use)
                        : null;
                case KeyTrait.Curve:
                    if (origin is IObjectCreationOperation { Type.Name: "Oid", Arguments: { Length: > 0 } parts })
                        origin = parts[0].Value;
                    return context.World.ConstantOf(origin, cancellation).Value is string name && KeyJudge.SmallCurve(name) is { } bits
                        ? OfCurve(name, bits, Cause(origin, value, use), use, origin.Type?.SpecialType == SpecialType.System_String ? Quoted(KeyJudge.SecureCurveFor(name)) : null)
                        : null;
                default:
                    return HashOf(origin, cancellation) is { } algorithm && KeyJudge.SecureSignature(algorithm) is { } secure
                        ? new KeyFinding(
                            KeyRules.WeakSignatureHash,
                            Cause(origin, value, use),
                            use,
                            origin.Type is { Name: HashName } ? "global::System.Security.Cryptography.HashAlgorithmName.SHA256" : Quoted(secure),
                            ImmutableArray.Create<object>(algorithm))
                        : null;
            }
        }

        private KeyFinding? OfSize(KeyStrengthRow row, int size, SyntaxNode cause, IOperation use)
        {
            var minimum = context.SettingsFor(use.Syntax.SyntaxTree).MinimumRsaKeySize;
            if (!KeyJudge.IsTooSmall(row, size, minimum))
                return null;
            var secure = KeyJudge.Secure(row.Trait, minimum);
            var algorithm = row.Trait == KeyTrait.RsaSize ? "RSA" : row.Type.Contains("DH") ? "Diffie-Hellman" : "DSA";

            // The provider makes DSA keys of up to 1024 bits and no larger ones.
            var canGrow = !row.Type.EndsWith("DSACryptoServiceProvider", StringComparison.Ordinal);
            return new KeyFinding(
                KeyRules.KeyTooSmall, cause, use, canGrow ? Invariant(secure) : null,
                ImmutableArray.Create<object>($"{algorithm} key of {Invariant(size)} bits", canGrow ? $"{Invariant(secure)} bits" : "RSA or ECDSA"));
        }

        private static KeyFinding OfCurve(string name, int bits, SyntaxNode cause, IOperation use, string? remedy) => new(
            KeyRules.KeyTooSmall, cause, use, remedy,
            ImmutableArray.Create<object>($"Elliptic curve '{name}' of {Invariant(bits)} bits", KeyJudge.SecureCurveFor(name)));

        private string? HashOf(IOperation value, CancellationToken cancellation) => value switch
        {
            IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType.Name: HashName, Name: var name } } => name,
            IObjectCreationOperation { Type.Name: HashName, Arguments: { Length: 1 } parts } => context.World.ConstantOf(parts[0].Value, cancellation).Value as string,
            IInvocationOperation { TargetMethod: { Name: "FromOid", ContainingType.Name: HashName }, Arguments: { Length: 1 } parts } => context.World.ConstantOf(parts[0].Value, cancellation).Value switch
            {
                "1.3.14.3.2.26" => "SHA1",
                "1.2.840.113549.2.5" => "MD5",
                _ => null,
            },
            _ => context.World.ConstantOf(value, cancellation).Value as string,
        };

        /// <summary>The origin of the value, where it stands in the same file; otherwise the value where it is used.</summary>
        private static SyntaxNode Cause(IOperation origin, IOperation value, IOperation use) =>
            origin.Syntax.SyntaxTree == use.Syntax.SyntaxTree ? origin.Syntax : value.Syntax;

        private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

        private static string Quoted(string text) => SyntaxFactory.Literal(text).ToString();
    }
}
