using Microsoft.CodeAnalysis;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;

namespace TransitAnalyzers.Protocols;

/// <summary>DIT0204: an encryption policy that allows ciphers without encryption is put to use.</summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public sealed class EncryptionPolicyFamily() : EnumRuleFamily(ProtocolRules.NoEncryption)
#pragma warning restore RS1001
{
    internal override IEnumerable<WeakEnum> Enums(TransitContext context) =>
        context.Libraries.SelectMany(library => library.Library.ChoiceEnums)
            .Where(row => row.Rule == ProtocolRules.NoEncryption.Id)
            .Select(row => new Choices(row));

    private sealed class Choices(ChoiceEnum row) : WeakEnum
    {
        public override string Type => row.Type;

        public override IEnumerable<string> WeakMembers(Compilation compilation) => row.Weak.Select(choice => choice.Member);

        public override Weakness? OfMember(string member) => Of(row.Weak.FirstOrDefault(choice => choice.Member == member));

        public override Weakness? OfValue(INamedTypeSymbol type, long value) => Of(row.Weak.FirstOrDefault(choice => choice.Value == value));

        private static Weakness? Of(WeakChoice? choice) => choice is null ? null : new Weakness(-1, choice.Loss);
    }
}
