using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Catalogue;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Connections;
using TransitAnalyzers.Connections.Grammar;
using TransitAnalyzers.Connections.Text;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;

namespace TransitAnalyzers.Configuration.Judges;

/// <summary>
/// Sections, or the whole configuration, that the program binds to an options class of a library (<c>Configure&lt;T&gt;</c>, <c>Get&lt;T&gt;</c>,
/// <c>Bind</c>): each setting is the property of its name, judged as it is in C#, beside the other settings of the section. Likewise
/// sections that become a table of which such a class is created.
/// </summary>
internal sealed class BoundOptionsJudge : FileJudge
{
    private static readonly ImmutableHashSet<string> Members = ImmutableHashSet.CreateRange(
        StringComparer.OrdinalIgnoreCase,
        ConnectionObjects.MemberNames.Concat(
            from library in Libraries.All
            from row in library.Settings
            where row.Form == SettingForm.Member
            select row.Member));

    /// <summary>Keys of tables: those that decide about a connection, and those of settings.</summary>
    private static readonly ImmutableHashSet<string> Entries = ImmutableHashSet.CreateRange(
        StringComparer.OrdinalIgnoreCase,
        (from dialect in Dialects.All
         where dialect.Objects.Contains(ConnectionObjects.Table)
         from row in dialect.Losses
         from key in dialect.Keys
         where key.Means == row.If.Key
         from spelling in key.Spellings
         select spelling).Concat(
            from library in Libraries.All
            from row in library.Settings
            where row.Form == SettingForm.Entry && row.Type.Length == 0
            select row.Key));

    public override ImmutableArray<DiagnosticDescriptor> Rules { get; } = ImmutableArray.Create(
        ConnectionRules.NotEncrypted,
        ConnectionRules.Strippable,
        ConnectionRules.ServerNotAuthenticated,
        ConnectionRules.NoTimeLimit,
        CertificateRules.ValidationSwitchedOff,
        CertificateRules.HostNameNotVerified);

    public override void Judge(FileSetting setting, SettingUse use, List<FileFinding> findings, CancellationToken cancellation)
    {
        var name = setting.Key.Substring(setting.Key.LastIndexOf(':') + 1);
        var isEntry = Entries.Contains(name);
        if ((!isEntry && !Members.Contains(name)) || setting.Value.Text.IndexOf(MappedText.Hole) >= 0)
            return;
        if (Members.Contains(name) && use.BoundType(cancellation) is { } type)
        {
            if (!IsReplaced(use, cancellation))
                JudgeMember(setting, name, type, use, findings, cancellation);
        }
        else if (isEntry)
        {
            JudgeEntry(setting, name, use, findings, cancellation);
        }
    }

    /// <summary>Does a callback give the property another value before anybody reads it? That value is judged where it stands.</summary>
    private static bool IsReplaced(SettingUse use, CancellationToken cancellation) =>
        use.Rewrites(cancellation).Any(rewrite => rewrite is ISimpleAssignmentOperation && new Replacements(use.Context, cancellation).IsAlwaysMade(rewrite));

    private void JudgeMember(FileSetting setting, string name, ITypeSymbol type, SettingUse use, List<FileFinding> findings, CancellationToken cancellation)
    {
        foreach (var dialect in ConnectionObjects.Of(type, null))
            JudgeObject(setting, use, dialect, null, findings, cancellation);
        foreach (var reference in use.Context.Libraries)
            foreach (var row in reference.Library.Settings)
                if (row.Form == SettingForm.Member && row.Holds(reference.Version) && row.Member.Equals(name, StringComparison.OrdinalIgnoreCase)
                    && Settings.TypeNames.Match(row.Type, type, null) && Rules.FirstOrDefault(rule => rule.Id == row.Rule) is { } rule
                    && row.When.Holds(ValueOf(setting.Value.Text.Trim())))
                    findings.Add(Finding(rule, row, setting, use));
    }

    /// <summary>One finding, whatever the library's objects that are created of the table.</summary>
    private void JudgeEntry(FileSetting setting, string name, SettingUse use, List<FileFinding> findings, CancellationToken cancellation)
    {
        var before = findings.Count;
        foreach (var destination in use.Destinations(cancellation))
        {
            if (destination is not IObjectCreationOperation { Type.ContainingNamespace: { } space } creation
                || !creation.Arguments.Any(static argument => ForwardFlow.IsTable(argument.Value.Unconverted().Type)))
                continue;
            foreach (var reference in use.Context.Libraries)
            {
                if (reference.Library.Namespace is not { } known || known != space.ToDisplayString())
                    continue;
                foreach (var dialect in reference.Library.Dialects)
                    if (dialect.Objects.Contains(ConnectionObjects.Table))
                        JudgeObject(setting, use, dialect, creation, findings, cancellation);
                foreach (var row in reference.Library.Settings)
                    if (row.Form == SettingForm.Entry && row.Holds(reference.Version) && name.Equals(row.Key, StringComparison.OrdinalIgnoreCase)
                        && Rules.FirstOrDefault(rule => rule.Id == row.Rule) is { } rule
                        && row.When.Holds(new() { Constant = setting.Value.Text, Equal = ImmutableArray.Create(setting.Value.Text) }))
                        findings.Add(Finding(rule, row, setting, use));
            }

            if (findings.Count > before)
                return;
        }
    }

    private void JudgeObject(FileSetting setting, SettingUse use, Dialect dialect, IObjectCreationOperation? creation, List<FileFinding> findings, CancellationToken cancellation)
    {
        var section = setting.Key.Substring(0, setting.Key.LastIndexOf(':') + 1);
        var text = new MappedText.Builder();
        var settings = ImmutableArray.CreateBuilder<Setting>();
        var own = default(TextRange);
        foreach (var sibling in use.Reading.Settings)
        {
            if (sibling.Block != setting.Block || !sibling.Key.StartsWith(section, StringComparison.OrdinalIgnoreCase)
                || dialect.KeyOfMember(sibling.Key.Substring(section.Length)) is not { } key)
                continue;
            var name = sibling.Key.Substring(section.Length);
            text.Append(name + "=", null, 0, null, null);
            var range = new TextRange(text.Length, sibling.Value.Text.Length);
            text.Append(sibling.Value).Append(";", null, 0, null, null);
            settings.Add(new(key.Spellings[0], sibling.Value.Text, new(range.Start - name.Length - 1, name.Length), range, range));
            if (ReferenceEquals(sibling, setting))
                own = range;
        }

        var reading = new ConnectionReading(text.ToText(), dialect.Grammar, settings.ToImmutable(), isWellFormed: true, hasUnknownSettings: false);
        if (creation is not null)
            reading = new ObjectReader(use.Context, cancellation).ReadOver(reading, null, creation, TakingObject.Of(creation, use.Context, cancellation), dialect);
        foreach (var verdict in ConnectionJudge.Judge(reading, dialect, Dialects.VersionOf(dialect, use.Context), use.TrustedHosts))
        {
            if (verdict.Range != own || Rules.FirstOrDefault(rule => rule.Id == verdict.Rule) is not { } rule || reading.Text.SourceOf(own) is not { Span: var span })
                continue;
            findings.Add(new FileFinding(rule, span, verdict.Thing, verdict.Loss, verdict.Advice)
            {
                EditTitle = $"Secure the connection in {System.IO.Path.GetFileName(use.File.Path)}",
                Edit = ImmutableArray.CreateRange(reading.Text.ChangesOf(verdict.Edits).Select(change => new TextChange(change.Span, change.NewText))),
            });
        }
    }

    /// <summary>What the binder makes of a text: a bool, a number, a member of an enumeration, the text itself.</summary>
    private static SettingValue ValueOf(string text) =>
        bool.TryParse(text, out var flag) ? new() { Constant = flag }
        : int.TryParse(text, System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out var number) ? new() { Constant = number }
        : new() { Constant = text, Equal = ImmutableArray.Create(text) };

    private static FileFinding Finding(DiagnosticDescriptor rule, SettingRow row, FileSetting setting, SettingUse use)
    {
        var value = setting.Value.Text;
        var all = new TextRange(0, value.Length);
        var secure = row.Remedy.Constant is bool flag ? flag ? "true" : "false" : row.Remedy.Constant as string ?? row.Remedy.Member;
        return new FileFinding(rule, setting.Value.SourceOf(all)?.Span ?? new TextSpan(setting.Anchor, 0), $"{row.Key ?? row.Member}: {value}", row.Loss, Settings.SettingJudge.Advice(row))
        {
            EditTitle = $"Write '{secure}' in {System.IO.Path.GetFileName(use.File.Path)}",
            Edit = secure is not null && setting.Value.ChangeOf(new TextEdit(all, secure)) is { } change
                ? ImmutableArray.Create(new TextChange(change.Span, change.NewText))
                : ImmutableArray<TextChange>.Empty,
        };
    }
}
