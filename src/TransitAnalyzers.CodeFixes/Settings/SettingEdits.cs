using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;
using TransitAnalyzers.CodeFixes.Editing;
using TransitAnalyzers.Settings;

namespace TransitAnalyzers.CodeFixes.Settings;

/// <summary>
/// The edits that mend an insecure setting, for the provider of any id: write the secure value first, where the row has
/// one; remove the setting, where the library's default is secure.
/// </summary>
internal static class SettingEdits
{
    /// <summary>Equivalence key: the secure value is written.</summary>
    public const string Write = "WriteSecureValue";

    /// <summary>Equivalence key: the assignment, element or call is removed.</summary>
    public const string Remove = "RemoveSetting";

    /// <summary>Equivalence key: the setting is completed by another one after it.</summary>
    public const string Complete = "CompleteSetting";

    /// <summary>The edits of this finding; none where it is not a setting of the catalogue, or has no sure remedy.</summary>
    public static IEnumerable<Edit> For(Finding finding)
    {
        if (SettingAt(finding) is not { } setting)
            yield break;
        var remedy = setting.Row.Remedy;
        if (Removal.OfEnclosing(setting) is { } removeEnclosing)
        {
            yield return new Edit(Remove, $"Remove '{setting.Row.RemovedWith}'", removeEnclosing);
            yield break;
        }

        if (setting.Row.CompletedBy is { } completion && Completing.Of(setting, completion) is { } complete)
            yield return new Edit(Complete, $"Set '{completion.Part}.{completion.Member}' after it", complete);

        if (remedy.Method is { } method && setting.Operation.Syntax is InvocationExpressionSyntax call)
        {
            yield return new Edit(
                Write,
                $"Call '{method}' instead",
                editor => editor.ReplaceNode(call, (current, _) => SecureValues.CallInstead((InvocationExpressionSyntax)current, method)));
        }

        if (remedy.InLambda is { } inLambda && setting.Operation.Syntax is InvocationExpressionSyntax configured
            && SecureValues.Configuring(configured, inLambda) is { } configuring)
        {
            yield return new Edit(
                Write,
                $"Call '{inLambda.Replace("global::System.Net.Security.", "")}' in it",
                editor => editor.ReplaceNode(configured, (current, _) => SecureValues.Configuring((InvocationExpressionSyntax)current, inLambda) ?? current));
        }

        if (setting.Value?.Syntax is ExpressionSyntax value && SecureValues.For(setting, value, finding) is { } secure)
        {
            yield return new Edit(
                Write,
                $"Use '{secure.Text}' for '{setting.Name}'",
                editor => editor.ReplaceNode(value, (current, _) => secure.Expression.WithTriviaFrom(current)));
        }

        if (remedy.CanRemove && Removal.Of(setting) is { } remove)
            yield return new Edit(Remove, $"Remove '{setting.Name}'", remove);
    }

    /// <summary>Judges again what stands at the finding's place.</summary>
    private static SettingFinding? SettingAt(Finding finding)
    {
        var id = finding.Diagnostic.Id;
        var span = finding.Diagnostic.Location.SourceSpan;
        var index = new SettingIndex(finding.Context, rule => rule == id);
        var syntax = finding.Node;
        while (syntax is not null && finding.Model.GetOperation(syntax, finding.Cancellation) is null)
            syntax = syntax.Parent;
        if (syntax is null)
            return null;
        for (var operation = finding.Model.GetOperation(syntax, finding.Cancellation); operation is not null; operation = operation.Parent)
            foreach (var found in index.Of(operation, finding.Cancellation))
                if (found.Location.SourceSpan == span)
                    return found;
        return null;
    }
}
