using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TransitAnalyzers.Certificates;
using TransitAnalyzers.Configuration;
using TransitAnalyzers.Connections;
using TransitAnalyzers.Keys;
using TransitAnalyzers.Protocols;
using TransitAnalyzers.Web;

namespace TransitAnalyzers.Hosting;

/// <summary>The one analyzer that the package exports: hosts every rule family behind one funnel.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TransitAnalyzer : DiagnosticAnalyzer
{
    /// <summary>All rule families, in the order of their ids.</summary>
    internal static readonly ImmutableArray<RuleFamily> Families = ImmutableArray.Create<RuleFamily>(
        new OptionFamily(),
        new ConfigurationFamily(),
        new CertificateCallbacks(),
        new CertificateSettings(),
        new IgnoredResults(),
        new RootStores(),
        new ProtocolVersionFamily(),
        new VersionSettings(),
        new PinnedVersionFamily(),
        new CipherSuiteFamily(),
        new CipherListSettings(),
        new EncryptionPolicyFamily(),
        new RuntimeSwitchSettings(),
        new ProcessWideFamily(),
        new ConnectionFamily(),
        new ConnectionSettings(),
        new PipelineFamily(),
        new HstsPolicyFamily(),
        new ListenerFamily(),
        new IdentityMetadataFamily(),
        new CookieSettings(),
        new UnsetCookieFamily(),
        new SecurityHeaderFamily(),
        new KeyFamily(),
        new LifetimeFamily(),
        new PrivateKeyFamily());

    private static readonly KnownWords Known = new();

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.CreateRange(Families.SelectMany(family => family.SupportedDiagnostics).Distinct());

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start => Funnel.Open(start, Families, Known));
    }
}
