using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Configuration.Readers;
using TransitAnalyzers.Connections.Text;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Production;

namespace TransitAnalyzers.Configuration;

/// <summary>An expression that reads one setting, or a section of them; of the whole configuration, that has no name.</summary>
internal sealed record CodeRead(string Key, bool IsSection, ExpressionSyntax Expression, SemanticModel Model)
{
    /// <summary>What must run for the name to be this one, where the program chooses among several.</summary>
    public ImmutableArray<IOperation> Origins { get; init; } = ImmutableArray<IOperation>.Empty;

    /// <summary>In production the name is always replaced by another before it is used.</summary>
    public bool IsReplaced { get; init; }

    /// <summary>What is left of a key inside the section.</summary>
    public string PathOf(string key) => Key.Length == 0 ? key : key.Substring(Key.Length + 1);
}

/// <summary>
/// Where the code of a compilation reads configuration. Built once, and only when a file holds something insecure: the
/// sources are searched as text for the names of the methods and properties that read, and nodes are made for hits only.
/// </summary>
internal sealed class CodeReads(TransitContext context)
{
    private static readonly ImmutableHashSet<string> ReadingMethods = ImmutableHashSet.Create(
        StringComparer.Ordinal, "GetConnectionString", "GetSection", "GetRequiredSection", "GetValue", "Bind", "BindConfiguration", "GetEnvironmentVariable");

    /// <summary>Methods of .NET Aspire that take the name of a connection string and hand it to a driver themselves.</summary>
    private static readonly ImmutableHashSet<string> NamingMethods = ImmutableHashSet.Create(
        StringComparer.Ordinal, "AddNpgsqlDataSource", "AddNpgsqlDbContext", "AddSqlServerClient", "AddSqlServerDbContext", "AddMySqlDataSource", "AddMySqlDbContext",
        "AddRedisClient", "AddRedisDistributedCache", "AddRedisOutputCache", "AddMongoDBClient", "AddRabbitMQClient", "AddNatsClient", "AddOracleDatabaseDbContext");

    private static readonly ImmutableHashSet<string> BuilderMethods = ImmutableHashSet.Create(
        StringComparer.Ordinal, "CreateBuilder", "CreateSlimBuilder", "CreateEmptyBuilder", "CreateDefaultBuilder", "CreateApplicationBuilder", "CreateEmptyApplicationBuilder");

    private static readonly ImmutableHashSet<string> BuilderTypes = ImmutableHashSet.Create(
        StringComparer.Ordinal, "ConfigurationBuilder", "HostBuilder", "WebHostBuilder", "HostApplicationBuilder", "DistributedApplicationBuilder");

    /// <summary>Methods that bind to a class; without a key, the whole configuration.</summary>
    private static readonly ImmutableHashSet<string> BindingMethods = ImmutableHashSet.Create(StringComparer.Ordinal, "Get", "Bind", "Configure");

    // What is searched for in the text. A key between brackets is found by its quote, one that is a constant by the usual name before it.
    private static readonly string[] Terms =
        [.. ReadingMethods.Union(NamingMethods).OrderBy(name => name, StringComparer.Ordinal), "[\"", "[@\"", "onfiguration[", "onfig[", "ConnectionStrings", "AppSettings", "\"name=", "\"Name=", ".Get<", "Configure<"];

    private readonly object gate = new();
    private readonly Dictionary<string, ImmutableArray<IOperation>> destinations = new(StringComparer.OrdinalIgnoreCase);
    private Index? index;
    private Optional<Location?> entry;

    /// <summary>
    /// The expressions that read this setting itself; where there are none, those that read the innermost section of it; where there
    /// are none either, those that bind the whole configuration to a class with a property of its name.
    /// </summary>
    public IReadOnlyList<CodeRead> Of(string key, CancellationToken cancellation)
    {
        var reads = IndexOf(cancellation);
        if (reads.Settings.TryGetValue(key, out var exact))
            return exact;
        for (var colon = key.LastIndexOf(':'); colon > 0; colon = key.LastIndexOf(':', colon - 1))
            if (reads.Sections.TryGetValue(key.Substring(0, colon), out var section))
                return section;
        return reads.Sections.TryGetValue(string.Empty, out var whole)
            ? whole.FindAll(read => read.Model.GetOperation(read.Expression, cancellation) is { } operation && ForwardFlow.PropertyOf(operation, key) is not null)
            : [];
    }

    /// <summary>The operations that consume the value of this setting.</summary>
    public ImmutableArray<IOperation> DestinationsOf(string key, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (destinations.TryGetValue(key, out var known))
                return known;
        }

        var flow = new ForwardFlow(context, cancellation);
        foreach (var read in Of(key, cancellation))
        {
            if (read.Model.GetOperation(read.Expression, cancellation) is not { } operation)
                continue;
            if (operation is IInvocationOperation { TargetMethod.Name: var name } && NamingMethods.Contains(name))
                flow.Reach(operation);
            else if (read.IsSection && key.Length > read.Key.Length)
                flow.FollowSection(operation, read.PathOf(key));
            else
                flow.Follow(operation);
        }

        var found = flow.Destinations;
        lock (gate)
            destinations[key] = found;
        return found;
    }

    /// <summary>What callbacks of the program give to the property that holds this setting, after it is bound.</summary>
    public ImmutableArray<IAssignmentOperation> RewritesOf(string key, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<IAssignmentOperation>();
        foreach (var read in Of(key, cancellation))
        {
            if (!read.IsSection || key.Length <= read.Key.Length || read.Model.GetOperation(read.Expression, cancellation) is not { } operation
                || ForwardFlow.PropertyOf(operation, read.PathOf(key)) is not { } property)
                return ImmutableArray<IAssignmentOperation>.Empty;
            var rewrites = new OptionsRewrites(context, cancellation).Of(operation, property).ToArray();
            // Whoever reads it in another way sees what the file says.
            if (rewrites.Length == 0)
                return ImmutableArray<IAssignmentOperation>.Empty;
            found.AddRange(rewrites);
        }

        return found.ToImmutable();
    }

    /// <summary>The class that a section around this setting is bound to, and that has a property of its name; null where there is none.</summary>
    public ITypeSymbol? BoundTypeOf(string key, CancellationToken cancellation)
    {
        foreach (var read in Of(key, cancellation))
            if (read.IsSection && key.Length > read.Key.Length && read.Model.GetOperation(read.Expression, cancellation) is { } operation
                && ForwardFlow.PropertyOf(operation, read.PathOf(key))?.ContainingType is { } type)
                return type;
        return null;
    }

    /// <summary>Where the program creates its host or its configuration; the first such place.</summary>
    public Location? Entry(CancellationToken cancellation)
    {
        if (entry.HasValue)
            return entry.Value;
        var found = FindEntry(cancellation);
        entry = new(found);
        return found;
    }

    /// <summary>Does the code name this file in a literal (<c>AddJsonFile("shop.json")</c>)?</summary>
    public bool NamesFile(string name, CancellationToken cancellation)
    {
        const string Method = "AddJsonFile";
        foreach (var tree in context.Words.FilesWith([Method], cancellation))
        {
            foreach (var place in tree.NamesIn(Method, cancellation))
                if (place.Call() is { } call && call.ArgumentList.Arguments.Any(argument => Names(argument.Expression, name)))
                    return true;
        }

        return false;
    }

    private static bool Names(ExpressionSyntax argument, string name) => argument switch
    {
        LiteralExpressionSyntax literal => EndsWithName(literal.Token.ValueText, name),
        // $"shop.{environment}.json"
        InterpolatedStringExpressionSyntax { Contents: { Count: > 1 } parts } =>
            parts[0] is InterpolatedStringTextSyntax { TextToken.ValueText: var first }
            && parts[parts.Count - 1] is InterpolatedStringTextSyntax { TextToken.ValueText: var last }
            && name.StartsWith(first.Substring(first.LastIndexOfAny(['/', '\\']) + 1), StringComparison.OrdinalIgnoreCase)
            && name.EndsWith(last, StringComparison.OrdinalIgnoreCase),
        // Path.Combine(folder, "shop.json")
        InvocationExpressionSyntax call => call.ArgumentList.Arguments.Any(inner => Names(inner.Expression, name)),
        BinaryExpressionSyntax sum => Names(sum.Right, name),
        _ => false,
    };

    private static bool EndsWithName(string path, string name) =>
        path.EndsWith(name, StringComparison.OrdinalIgnoreCase)
        && (path.Length == name.Length || path[path.Length - name.Length - 1] is '/' or '\\');

    private Location? FindEntry(CancellationToken cancellation)
    {
        foreach (var tree in context.Words.FilesWith(BuilderMethods.Concat(BuilderTypes), cancellation))
        {
            var text = tree.GetText(cancellation).ToString();
            for (var at = text.IndexOf("Builder", StringComparison.Ordinal); at >= 0; at = text.IndexOf("Builder", at + 1, StringComparison.Ordinal))
            {
                var token = tree.GetRoot(cancellation).FindToken(at);
                if (BuilderMethods.Contains(token.ValueText) && (token.Parent as SimpleNameSyntax)?.Call() is { } call)
                    return call.GetLocation();
                if (BuilderTypes.Contains(token.ValueText) && token.Parent?.AncestorsAndSelf().OfType<TypeSyntax>().Last().Parent is ObjectCreationExpressionSyntax creation)
                    return creation.GetLocation();
            }
        }

        return null;
    }

    private Index IndexOf(CancellationToken cancellation)
    {
        lock (gate)
            return index ??= Build(cancellation);
    }

    private Index Build(CancellationToken cancellation)
    {
        var found = new Index();
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            var text = tree.GetText(cancellation).ToString();
            var hits = new SortedSet<int>();
            foreach (var term in Terms)
                for (var at = text.IndexOf(term, StringComparison.Ordinal); at >= 0; at = text.IndexOf(term, at + term.Length, StringComparison.Ordinal))
                    hits.Add(at + term.TrimEnd('<').Length - 1);
            if (hits.Count == 0)
                continue;
            var root = tree.GetRoot(cancellation);
#pragma warning disable RS1030 // The index spans the compilation and is built for candidates only.
            var model = context.Compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
            var seen = new HashSet<ExpressionSyntax>();
            foreach (var hit in hits)
            {
                var reads = ReadsAt(root.FindToken(hit), model, cancellation);
                if (reads.Count > 0 && seen.Add(reads[0].Expression))
                    reads.ForEach(found.Add);
            }
        }

        return found;
    }

    private List<CodeRead> ReadsAt(SyntaxToken token, SemanticModel model, CancellationToken cancellation)
    {
        if (token.IsKind(SyntaxKind.IdentifierToken))
        {
            var name = token.ValueText;
            if ((ReadingMethods.Contains(name) || NamingMethods.Contains(name) || BindingMethods.Contains(name)) && (token.Parent as SimpleNameSyntax)?.Call() is { } call)
                return Invocation(name, call, model, cancellation);
            if (token.Parent is SimpleNameSyntax && token.GetNextToken() is { RawKind: (int)SyntaxKind.OpenBracketToken } open)
                return Element(open, model, cancellation);
            // ConfigurationManager.AppSettings.Get("…")
            return name == "AppSettings" && token.Parent?.Parent?.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Get", Parent: InvocationExpressionSyntax get }
                ? Named(get.ArgumentList.Arguments, key => new(FileSetting.AppSettings + key, IsSection: false, get, model), model, cancellation)
                : [];
        }

        if (token.IsKind(SyntaxKind.OpenBracketToken))
            return Element(token, model, cancellation);
        if (!token.IsKind(SyntaxKind.StringLiteralToken) || token.Parent is not LiteralExpressionSyntax literal)
            return [];
        if (literal.Parent is ArgumentSyntax { Parent: BracketedArgumentListSyntax list })
            return Element(list.OpenBracketToken, model, cancellation);
        // Entity Framework's own way of naming a connection string.
        const string Name = "name=";
        if (!token.ValueText.StartsWith(Name, StringComparison.OrdinalIgnoreCase) || token.ValueText.IndexOf(';') >= 0)
            return [];
        var named = token.ValueText.Substring(Name.Length).Trim();
        return [new CodeRead(named.IndexOf(':') >= 0 ? named : FileSetting.ConnectionStrings + named, IsSection: false, literal, model)];
    }

    private List<CodeRead> Invocation(string method, InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        if (BindingMethods.Contains(method) && BindsWhole(call, model, cancellation))
            return [new(string.Empty, IsSection: true, call, model)];
        if (method is "Get" or "Configure")
            return [];
        var section = SectionOf(Receiver(call), model, cancellation);
        return Named(call.ArgumentList.Arguments, name => method switch
        {
            _ when NamingMethods.Contains(method) => new(FileSetting.ConnectionStrings + name, IsSection: false, call, model),
            "GetConnectionString" => new(section + FileSetting.ConnectionStrings + name, IsSection: false, call, model),
            "GetEnvironmentVariable" => new(EnvironmentVariables.KeyOf(name).Key, IsSection: false, call, model),
            "GetValue" => new(section + name, IsSection: false, call, model),
            _ when call.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } value =>
                new(section + name, IsSection: false, value, model),
            _ => new(section + name, IsSection: true, call, model),
        }, model, cancellation);
    }

    /// <summary><c>configuration.Get&lt;T&gt;()</c>, <c>Configure&lt;T&gt;(configuration)</c>, <c>configuration.Bind(settings)</c>: not one of its sections.</summary>
    private static bool BindsWhole(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        var isWhole = false;
        foreach (var part in call.ArgumentList.Arguments.Select(argument => argument.Expression).Prepend(Receiver(call)))
        {
            if (part is null || model.GetTypeInfo(part, cancellation).Type is not { } type)
                continue;
            if (type.SpecialType == SpecialType.System_String)
                return false;
            if (!IsConfiguration(type))
                continue;
            if (type.Name == "IConfigurationSection" || part is not (IdentifierNameSyntax or MemberAccessExpressionSyntax) || SectionOf(part, model, cancellation).Length > 0)
                return false;
            isWhole = true;
        }

        return isWhole;
    }

    /// <summary><c>configuration["Key"]</c>, <c>ConfigurationManager.ConnectionStrings["Name"]</c>; not the indexer of anything else.</summary>
    private List<CodeRead> Element(SyntaxToken open, SemanticModel model, CancellationToken cancellation)
    {
        if (open.Parent is not BracketedArgumentListSyntax { Arguments: { Count: 1 } arguments } list || list.Parent is not ExpressionSyntax element)
            return [];
        var receiver = element is ElementAccessExpressionSyntax access ? access.Expression : element.Parent is ConditionalAccessExpressionSyntax conditional ? conditional.Expression : null;
        if (receiver is null)
            return [];
        var whole = element is ElementBindingExpressionSyntax ? (ExpressionSyntax)element.Parent! : element;
        var section = (receiver as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText ?? (receiver as IdentifierNameSyntax)?.Identifier.ValueText;
        section = section == "ConnectionStrings" ? FileSetting.ConnectionStrings
            : section == "AppSettings" ? FileSetting.AppSettings
            : model.GetTypeInfo(receiver, cancellation).Type is { } type && IsConfiguration(type) ? SectionOf(receiver, model, cancellation)
            : null;
        return section is null ? [] : Named(arguments, name => new(section + name, IsSection: false, whole, model), model, cancellation);
    }

    private static bool IsConfiguration(ITypeSymbol type) =>
        type.Name is "IConfiguration" or "IConfigurationRoot" or "IConfigurationSection" or "ConfigurationManager"
        || type.AllInterfaces.Any(implemented => implemented.Name == "IConfiguration");

    /// <summary>The section that an expression stands for, with a colon at its end; empty for the whole configuration.</summary>
    private static string SectionOf(ExpressionSyntax? receiver, SemanticModel model, CancellationToken cancellation)
    {
        var section = string.Empty;
        for (var steps = 0; receiver is not null && steps < 16; steps++)
        {
            switch (receiver)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    receiver = parenthesized.Expression;
                    break;
                case PostfixUnaryExpressionSyntax forgiven:
                    receiver = forgiven.Operand;
                    break;
                case InvocationExpressionSyntax call when MethodName(call) is "GetSection" or "GetRequiredSection"
                    && KeyArgument(call.ArgumentList, model, cancellation) is { } name:
                    section = name + ":" + section;
                    receiver = Receiver(call);
                    break;
                case IdentifierNameSyntax identifier when model.GetSymbolInfo(identifier, cancellation).Symbol is ILocalSymbol or IFieldSymbol:
                    receiver = model.GetSymbolInfo(identifier, cancellation).Symbol!.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation)
                        is VariableDeclaratorSyntax { Initializer.Value: InvocationExpressionSyntax initializer } && initializer.SyntaxTree == model.SyntaxTree
                        ? initializer
                        : null;
                    break;
                default:
                    return section;
            }
        }

        return section;
    }

    private static ExpressionSyntax? Receiver(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        MemberBindingExpressionSyntax => call.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
        _ => null,
    };

    private static string? MethodName(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>The first argument that is a constant text: an extension method may be called as the static method it is.</summary>
    private static string? KeyArgument(ArgumentListSyntax arguments, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var argument in arguments.Arguments)
            if (Constant(argument.Expression, model, cancellation) is { } text)
                return text;
        return null;
    }

    /// <summary>The same, and where the program chooses among several names, each of them with what makes the choice.</summary>
    private List<CodeRead> Named(SeparatedSyntaxList<ArgumentSyntax> arguments, Func<string, CodeRead> read, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var argument in arguments)
            if (Constant(argument.Expression, model, cancellation) is { } text)
                return [read(text)];
        var found = new List<CodeRead>();
        foreach (var argument in arguments)
        {
            if (model.GetTypeInfo(argument.Expression, cancellation).Type?.SpecialType != SpecialType.System_String
                || model.GetOperation(argument.Expression, cancellation) is not { } name)
                continue;
            var inProduction = new StringValues(context, cancellation).Of(name);
            foreach (var value in new StringValues(context, cancellation) { KeepsReplaced = true }.Of(name))
                if (value.Text.Text.IndexOf(MappedText.Hole) < 0)
                    found.Add(read(value.Text.Text) with
                    {
                        Origins = value.Origins,
                        IsReplaced = !inProduction.Any(other => other.Text.Text == value.Text.Text),
                    });
            break;
        }

        return found;
    }

    private static string? Constant(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) =>
        expression is LiteralExpressionSyntax literal
            ? literal.Token.Value as string
            : model.GetConstantValue(expression, cancellation) is { HasValue: true, Value: string text } ? text : null;

    private sealed class Index
    {
        public Dictionary<string, List<CodeRead>> Settings { get; } = new(StringComparer.OrdinalIgnoreCase);

        public Dictionary<string, List<CodeRead>> Sections { get; } = new(StringComparer.OrdinalIgnoreCase);

        public void Add(CodeRead read)
        {
            var reads = read.IsSection ? Sections : Settings;
            if (!reads.TryGetValue(read.Key, out var list))
                reads.Add(read.Key, list = []);
            list.Add(read);
        }
    }
}
