using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Configuration;

/// <summary>Where a setting stands, and what the program does with it.</summary>
internal sealed class SettingUse(TransitContext context, ConfigurationFile file, FileReading reading, FileSetting setting, CodeReads reads)
{
    public TransitContext Context { get; } = context;

    public ConfigurationFile File { get; } = file;

    /// <summary>The whole file, for judging a setting by its neighbours.</summary>
    public FileReading Reading { get; } = reading;

    /// <summary>The option <c>trusted_hosts</c>, as set for this file or for the project.</summary>
    public ImmutableArray<string> TrustedHosts => Context.SettingsFor(File.File).TrustedHosts.AddRange(Context.AnySettings.TrustedHosts);

    /// <summary>The option <c>tls_termination = proxy</c>, as set for this file or for the project.</summary>
    public bool TlsEndsAtProxy => Context.SettingsFor(File.File).TlsEndsAtProxy || Context.AnySettings.TlsEndsAtProxy;

    /// <summary>The operations that consume the value: calls and creations it is passed to, members it is assigned to.</summary>
    public ImmutableArray<IOperation> Destinations(CancellationToken cancellation) => reads.DestinationsOf(setting.Key, cancellation);

    /// <summary>Assignments that go on with the property which the setting becomes, before anybody reads it.</summary>
    public ImmutableArray<IAssignmentOperation> Rewrites(CancellationToken cancellation) => reads.RewritesOf(setting.Key, cancellation);

    /// <summary>The class whose property the setting becomes, where the program binds a section around it; null otherwise.</summary>
    public ITypeSymbol? BoundType(CancellationToken cancellation) => reads.BoundTypeOf(setting.Key, cancellation);
}
