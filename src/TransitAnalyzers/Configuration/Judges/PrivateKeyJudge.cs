using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TransitAnalyzers.Connections.Text;
using TransitAnalyzers.Keys;
using TransitAnalyzers.Rules;

namespace TransitAnalyzers.Configuration.Judges;

/// <summary>DIT0604 in configuration files. No edit: only its owner can replace a key.</summary>
internal sealed class PrivateKeyJudge : FileJudge
{
    public override ImmutableArray<DiagnosticDescriptor> Rules { get; } = ImmutableArray.Create(KeyRules.PrivateKeyInSource);

    public override void Judge(FileSetting setting, SettingUse use, List<FileFinding> findings, CancellationToken cancellation)
    {
        var text = setting.Value.Text;
        if (PrivateKeys.MayContain(text) && PrivateKeys.Find(text) is { } key
            && setting.Value.SourceOf(new TextRange(key.Start, key.Length)) is { Span: var span })
            findings.Add(new FileFinding(KeyRules.PrivateKeyInSource, span, key.Name));
    }
}
