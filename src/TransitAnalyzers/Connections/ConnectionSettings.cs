using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;
using TransitAnalyzers.Settings;

namespace TransitAnalyzers.Connections;

/// <summary>Single settings of clients that leave a connection open: DIT0301 to DIT0303 and DIT0306.</summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public sealed class ConnectionSettings() : SettingFamily(
    ConnectionRules.NotEncrypted,
    ConnectionRules.Strippable,
    ConnectionRules.ServerNotAuthenticated,
    ConnectionRules.NoTimeLimit)
{
    private static readonly string[] HostMembers = ["Host", "HostName", "Server", "Url", "ServiceURL", "Endpoint"];

    /// <summary>The same object names this machine as its host, the address decides, or time is limited in another way.</summary>
    private protected override bool IsMitigated(SettingFinding finding, TransitContext context)
    {
        if (finding.Row.Rule == ConnectionRules.NoTimeLimit.Id)
            return TimeLimits.StandAround(finding.Operation.Syntax);
        if (IsChosenByScheme(finding.Operation.Syntax))
            return true;
        foreach (var assignment in MemberAssignment.In(finding.Operation))
            foreach (var member in HostMembers)
                foreach (var host in Siblings.Of(finding.Operation, assignment.Target.Instance, member))
                    if (host.Value.ConstantValue is { HasValue: true, Value: string text } && IsLocal(text))
                        return true;
        return finding.Operation is IArgumentOperation { Parent: IInvocationOperation call } && HasLocalHost(call);
    }

    /// <summary>
    /// Encryption follows from the scheme of an address: <c>switch (uri.Scheme) { case "mqtt": … }</c>. Who wrote the address
    /// chose, not this code.
    /// </summary>
    private static bool IsChosenByScheme(SyntaxNode setting)
    {
        for (var node = setting; node is not (null or MemberDeclarationSyntax); node = node.Parent)
        {
            var asked = node switch
            {
                SwitchSectionSyntax { Parent: SwitchStatementSyntax { Expression: var governing } } => governing,
                SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax { GoverningExpression: var governing } } => governing,
                IfStatementSyntax { Condition: var condition } => condition,
                ConditionalExpressionSyntax { Condition: var condition } => condition,
                _ => null,
            };
            if (asked?.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText.EndsWith("Scheme", StringComparison.OrdinalIgnoreCase)) == true)
                return true;
        }

        return false;
    }

    private static bool HasLocalHost(IInvocationOperation call)
    {
        for (IOperation? link = call; link is IInvocationOperation invocation; link = invocation.Receiver())
            foreach (var argument in invocation.Arguments)
                if (argument.Value.ConstantValue is { HasValue: true, Value: string text } && IsLocal(text))
                    return true;
        return false;
    }

    private static bool IsLocal(string host)
    {
        var scheme = host.IndexOf("://", StringComparison.Ordinal);
        var name = scheme < 0 ? host : host.Substring(scheme + 3);
        var end = name.IndexOfAny([':', '/']);
        return HostNames.IsLocal(end > 0 ? name.Substring(0, end) : name);
    }
}
#pragma warning restore RS1001
