using System.Collections.Immutable;

namespace TransitAnalyzers.Catalogue.Rows;

/// <summary>A member of an enumeration that should not be chosen.</summary>
/// <param name="Member">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Loss">What choosing it does, as a verb: "sends everything in clear text".</param>
internal sealed record WeakChoice(string Member, long Value, string Loss);

/// <summary>An enumeration of which one member is chosen, and some are insecure wherever they are put to use.</summary>
/// <param name="Rule">The id of the rule that reports it.</param>
/// <param name="Type">Metadata name.</param>
/// <param name="Weak">The insecure members.</param>
/// <param name="Secure">The member to write instead.</param>
internal sealed record ChoiceEnum(string Rule, string Type, ImmutableArray<WeakChoice> Weak, string Secure) : IApiRow
{
    public Version? Since { get; init; }

    public Version? Until { get; init; }

    public IEnumerable<ApiName> ApiNames => Weak.Select(choice => choice.Member).Append(Secure).Select(member => new ApiName(Type, member));
}
