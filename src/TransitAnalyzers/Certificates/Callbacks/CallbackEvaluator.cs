using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Certificates.Callbacks;

/// <summary>Reads the truth table off the body of a callback, by running it for each value of <c>SslPolicyErrors</c>.</summary>
internal sealed class CallbackEvaluator(TransitContext context, Bodies bodies)
{
    /// <summary>CERT_E_CN_NO_MATCH and CERT_E_UNTRUSTEDROOT, as <c>ICertificatePolicy</c> is told them.</summary>
    private const long NameProblem = unchecked((int)0x800B010F);
    private const long ChainProblem = unchecked((int)0x800B0109);

    public TruthTable Evaluate(IMethodSymbol method, ControlFlowGraph graph, CallbackShape shape, CancellationToken cancellation)
    {
        var answers = new Answer[TruthTable.Values];
        for (var errors = 0; errors < answers.Length; errors++)
        {
            // Who is told of problems only is not asked where there are none.
            if (errors == TruthTable.None && shape.Row?.Problem is not null)
            {
                answers[errors] = new(Ways.Freely, Rejects: false, WeakEvidence.None);
                continue;
            }

            // Who is not told the errors has one answer for them all.
            var told = shape.HasErrors || shape.Row?.Problem is not null || Problem(method, 0) is not null ? errors : TruthTable.WrongNameAndUntrustedChain;
            answers[errors] = Answer(method, graph, shape, told, cancellation);
        }

        return new(answers);
    }

    private Answer Answer(IMethodSymbol method, ControlFlowGraph graph, CallbackShape shape, int errors, CancellationToken cancellation)
    {
        var values = ImmutableDictionary<object, Value>.Empty;
        foreach (var parameter in method.Parameters)
            values = values.SetItem(parameter, Argument(method, parameter, errors));
        var decision = Decision(method, shape.Row, shape.Row?.Decision);
        if (decision is not null && shape.Row!.Accepting is null)
            values = values.SetItem(decision, Value.Of(shape.Row.AcceptsByDefault));
        var expressions = new Expressions(context, bodies, errors, cancellation) 
        {
            Called = shape.Acceptance == Acceptance.Calls ? shape.Row?.Decision : null,
            Decision = decision,
            AlsoDecides = Decision(method, shape.Row, shape.Row?.AlsoDecides),
            Problem = shape.Row?.Problem,
        };
        var ending = new Execution(expressions, graph, cancellation).Run(Evidence.None, new(values, WeakEvidence.None));
        var accepts = Ways.Never;
        var rejects = ending.Throws;
        var kinds = WeakEvidence.None;
        foreach (var pair in ending.Returns)
        {
            var ways = Ways.By(pair.Key);
            var (state, value) = pair.Value;
            var truth = shape.Acceptance switch
            {
                Acceptance.Returns => Truth.Always,
                Acceptance.SetsMember => decision is not null && state.Values.TryGetValue(decision, out var set) ? Accepted(set, shape.Row!, decision) : Truth.Never,
                Acceptance.Calls => state.Values.TryGetValue(Expressions.CallKey, out var called) ? called.Truth : Truth.Never,
                _ => value.Truth,
            };
            accepts |= truth.True.After(ways);
            rejects |= truth.False.Any;
            kinds |= truth.Kinds | state.Kinds;
        }

        return new(accepts, rejects, kinds);
    }

    private static Value Argument(IMethodSymbol method, IParameterSymbol parameter, int errors)
    {
        var isMissing = (errors & TruthTable.NoCertificate) != 0;
        if (CertificateFacts.IsErrors(parameter.Type))
            return Value.Of((long)errors);
        if (CertificateFacts.IsCertificate(parameter.Type))
            return Value.From(Origin.Certificate, isMissing);
        if (CertificateFacts.IsChain(parameter.Type))
            return Value.From(Origin.Chain, isMissing ? null : false);
        if (parameter.Type.SpecialType == SpecialType.System_Int32 && Problem(method, errors) is { } problem)
            return Value.Of(problem);
        // What a validator without errors is given is the certificate, in a form of the library's own.
        var isPeer = parameter.Type.Name.IndexOf("Certificate", StringComparison.Ordinal) >= 0 && !parameter.Type.Name.EndsWith("Args", StringComparison.Ordinal)
            && !parameter.Type.Name.EndsWith("Context", StringComparison.Ordinal);
        return Value.From(isPeer ? Origin.Certificate : Origin.Request, false);
    }

    private static long? Problem(IMethodSymbol method, int errors) => CallbackShapes.NameOf(method) != "CheckValidationResult" ? null : errors switch
    {
        TruthTable.None => 0,
        TruthTable.WrongName => NameProblem,
        _ => ChainProblem,
    };

    /// <summary>The member of the argument by which a handler decides.</summary>
    private static ISymbol? Decision(IMethodSymbol method, CallbackRow? row, string? name)
    {
        if (row is not { Acceptance: Acceptance.SetsMember } || name is null)
            return null;
        foreach (var parameter in method.Parameters)
            for (var type = parameter.Type; type is not null; type = type.BaseType)
                foreach (var member in type.GetMembers(name))
                    if (member is IPropertySymbol or IFieldSymbol)
                        return member.OriginalDefinition;
        return null;
    }

    private static Truth Accepted(Value value, CallbackRow row, ISymbol decision)
    {
        if (row.Accepting is null)
            return value.Truth;
        var type = decision is IPropertySymbol property ? property.Type : ((IFieldSymbol)decision).Type;
        foreach (var member in type.GetMembers(row.Accepting))
            if (member is IFieldSymbol { HasConstantValue: true } accepting && value.Number is { } number)
                return Truth.Of(number == Numbers.Whole(accepting.ConstantValue));
        return Truth.Never;
    }
}
