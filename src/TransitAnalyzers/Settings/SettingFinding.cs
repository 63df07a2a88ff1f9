using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Settings;

/// <summary>One insecure setting in a program.</summary>
/// <param name="row">What is known about it.</param>
/// <param name="operation">The assignment, argument, invocation or object creation that sets it.</param>
/// <param name="value">The value given; null for a call that is a finding by itself and for what is absent.</param>
/// <param name="name">What the message calls it.</param>
internal sealed class SettingFinding(SettingRow row, IOperation operation, IOperation? value, string name)
{
    public SettingRow Row { get; } = row;

    public IOperation Operation { get; } = operation;

    public IOperation? Value { get; } = value;

    public string Name { get; } = name;

    /// <summary>The value; where there is none, the call from the method's name on: a chain begins lines above.</summary>
    public Location Location
    {
        get
        {
            var syntax = (Value ?? Operation).Syntax;
            if (Value is not null || syntax is not InvocationExpressionSyntax call)
                return syntax.GetLocation();
            var start = call.Expression switch
            {
                MemberAccessExpressionSyntax access => access.Name.SpanStart,
                MemberBindingExpressionSyntax binding => binding.Name.SpanStart,
                var other => other.SpanStart,
            };
            return Location.Create(call.SyntaxTree, TextSpan.FromBounds(start, call.Span.End));
        }
    }

    public IReadOnlyList<object> MessageArguments => [Name, Row.Loss, SettingJudge.Advice(Row)];
}
