using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;
using TransitAnalyzers.Settings;

namespace TransitAnalyzers.Web;

/// <summary>Cookies whose settings say that they need no HTTPS: DIT0407.</summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public sealed class CookieSettings() : SettingFamily(WebRules.InsecureCookie)
#pragma warning restore RS1001
{
    private protected override bool IsMitigated(SettingFinding finding, TransitContext context)
    {
        if (finding.Value is null)
            return false;
        if (CookiePolicy.Repairs(context) || IsForDeletion(finding.Operation) || CookieNames.AreHarmless(finding.Operation))
            return true;

        // SameAsRequest is what most cookies have anyway; it weakens those that are Always by default.
        return finding.Row.Member == "SecurePolicy" && IsSameAsRequest(finding.Value) && !IsAlwaysByDefault(finding.Operation);
    }

    private static bool IsSameAsRequest(IOperation value) =>
        value.Unconverted() is IFieldReferenceOperation { Field.Name: "SameAsRequest" } or { ConstantValue: { HasValue: true, Value: 0 } };

    private static bool IsAlwaysByDefault(IOperation assignment)
    {
        foreach (var member in MemberAssignment.In(assignment))
            if (member.Target.Instance is IMemberReferenceOperation { Member.Name: var cookie } && Cookies.AlwaysByDefault.Contains(cookie))
                return true;
        return assignment.Parent is IObjectOrCollectionInitializerOperation { Parent: IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation { Member.Name: var initialized } } }
            && Cookies.AlwaysByDefault.Contains(initialized);
    }

    // The options of a deletion name the cookie; nothing is sent with it.
    private static bool IsForDeletion(IOperation assignment)
    {
        for (var outer = assignment.Parent; outer is not null and not IBlockOperation; outer = outer.Parent)
            if (outer is IInvocationOperation { TargetMethod.Name: "Delete" })
                return true;
        return false;
    }
}
