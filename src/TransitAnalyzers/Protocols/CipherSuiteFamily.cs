using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;

namespace TransitAnalyzers.Protocols;

/// <summary>
/// DIT0203: a weak suite in a list of suites that are allowed (<c>CipherSuitesPolicy</c>), judged by the structure of its
/// IANA name. CBC with SHA-1, and static Diffie-Hellman, are suggestions. Not reported: lists that are searched, denied or logged.
/// </summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public sealed class CipherSuiteFamily() : EnumRuleFamily(ProtocolRules.WeakCipherSuite)
#pragma warning restore RS1001
{
    internal override IEnumerable<WeakEnum> Enums(TransitContext context) =>
        context.Libraries.SelectMany(library => library.Library.SuiteTypes).Select(type => new Suites(type));

    private sealed class Suites(string type) : WeakEnum
    {
        /// <summary>Whether a suite is weak, of all names that any type declares: what one compilation has judged need not be judged for the next.</summary>
        private static readonly ConcurrentDictionary<string, bool> Weak = new(StringComparer.Ordinal);

        public override string Type => type;

        public override IEnumerable<string> WeakMembers(Compilation compilation) =>
            compilation.GetTypesByMetadataName(type)
                .SelectMany(static found => found.MemberNames)
                .Where(static member => Weak.GetOrAdd(member, static name => CipherSuites.Judge(name) is not null));

        public override Weakness? OfMember(string member) =>
            CipherSuites.Judge(member) is { } weakness
                ? new Weakness(-1, weakness.Loss, weakness.IsSuggestion ? DiagnosticSeverity.Info : null)
                : null;

        public override Weakness? OfValue(INamedTypeSymbol declared, long value) =>
            declared.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => EnumValues.TryRead(field.ConstantValue, out var own) && own == value) is { } field
                ? OfMember(field.Name) : null;
    }
}
