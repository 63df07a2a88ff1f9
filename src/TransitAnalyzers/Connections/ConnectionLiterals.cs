using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Connections.Grammar;
using TransitAnalyzers.Connections.Text;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Production;

namespace TransitAnalyzers.Connections;

/// <summary>
/// Connection strings that are not seen to reach a driver: told by their keywords. Only a complete string (host, and all
/// keys known), which the program keeps or hands on, is one; what is shown, compared or thrown is not.
/// </summary>
internal static class ConnectionLiterals
{
    /// <summary>So many settings make a connection string; one less where one of them decides on encryption.</summary>
    private const int FewestSettings = 3;

    private static readonly string[] TellingSchemes =
        ["mongodb", "mongodb+srv", "amqp", "redis", "postgres", "postgresql", "nats", "bolt", "neo4j", "bolt+ssc", "neo4j+ssc", "couchbase", "mqtt", "activemq:tcp"];

    /// <summary>Every key of every dialect of pairs.</summary>
    private static readonly HashSet<string> KnownKeys = new(
        Dialects.All.Where(static dialect => dialect.Grammar != ConnectionGrammar.Uri).SelectMany(static dialect => dialect.Keys).SelectMany(static key => key.Spellings),
        StringComparer.OrdinalIgnoreCase);

    private static readonly int LongestKey = KnownKeys.Max(static key => key.Length);

    private static readonly string[] ShowingNames =
        ["example", "sample", "usage", "help", "message", "description", "template", "documentation", "error", "hint", "placeholder", "expected", "prompt", "watermark"];

    private static readonly string[] ShowingMethods =
        ["Write", "Log", "Print", "Show", "Append", "Contains", "StartsWith", "EndsWith", "IndexOf", "Equals", "Replace", "Split", "Format", "Trace", "Debug", "Info", "Warn", "Error", "Fatal", "Throw", "Fail", "IsMatch", "Match", "Compare"];

    /// <summary>A file that holds one holds a scheme, or a key before an equals sign.</summary>
    public static TellingTexts Telling { get; } = new([], TellingSchemes.SelectMany(static scheme => scheme.Split('+', ':')), KnownKeys);

    /// <summary>Can the text be a connection string, or a part of one? One scan; only what holds a <c>=</c> costs more.</summary>
    public static bool MayBegin(string text)
    {
        if (Dialects.SchemeOf(text) is { } scheme)
            return IsTelling(scheme);
        for (var end = text.IndexOf('='); end >= 0; end = text.IndexOf('=', end + 1))
            if (IsKnownKey(text, end))
                return true;
        return false;
    }

    /// <summary>Does the scheme say by itself that this is a connection? <c>http</c> and <c>tcp</c> are anybody's.</summary>
    public static bool IsTelling(string scheme) => Array.IndexOf(TellingSchemes, scheme.ToLowerInvariant()) >= 0;

    /// <summary>The whole string that this literal begins; null where it is not the beginning, or nothing keeps it.</summary>
    public static IOperation? Whole(IOperation literal)
    {
        var whole = literal;
        while (true)
        {
            switch (whole.Parent)
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                    // A chain is read once, from its first literal on.
                    if (sum.LeftOperand != whole)
                        return null;
                    whole = sum;
                    continue;
                case IConversionOperation:
                    whole = whole.Parent;
                    continue;
            }

            return IsKept(whole) ? whole : null;
        }
    }

    /// <summary>
    /// Can the whole string hold as many settings as a connection has? What stands for a value is taken to add none, so that it
    /// need not be followed to tell that <c>$"?name={Encode(name)}"</c> is no connection; where a setting may begin, it may.
    /// </summary>
    public static bool MayHoldSettings(IOperation whole)
    {
        var settings = 0;
        var isValue = false;
        var isEmpty = true;
        foreach (var part in PartsOf(whole))
        {
            if (part is null && !isValue && isEmpty)
                return true;
            isEmpty &= part is not null;
            foreach (var c in part ?? "")
            {
                settings += c == '=' ? 1 : 0;
                isValue = c == '=' || (isValue && !IsEndOfSetting(c));
                isEmpty = IsEndOfSetting(c) || (isEmpty && char.IsWhiteSpace(c));
            }

            if (part is not null && part.IndexOf("://", StringComparison.Ordinal) >= 0)
                return true;
        }

        return settings >= FewestSettings - 1;
    }

    private static bool IsEndOfSetting(char c) => c is ';' or ',' or '&' or '?' or '\n';

    /// <summary>The texts that a string is put together from, from left to right; null for what is known when it is followed.</summary>
    private static IEnumerable<string?> PartsOf(IOperation whole)
    {
        foreach (var operand in whole.Unconverted().Summands())
        {
            if (operand.Unconverted() is IInterpolatedStringOperation { ConstantValue.HasValue: false } interpolated)
            {
                foreach (var part in interpolated.Parts)
                    yield return ConstantOf(part is IInterpolatedStringTextOperation { Text: var text } ? text : (part as IInterpolationOperation)?.Expression);
            }
            else
            {
                yield return ConstantOf(operand.Unconverted());
            }
        }

        static string? ConstantOf(IOperation? part) => part?.ConstantValue is { HasValue: true, Value: { } constant } ? Convert.ToString(constant, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>The drivers whose text this can be, those that are referenced before all others, with what each has against it.</summary>
    public static ImmutableArray<Candidate> Candidates(MappedText text, TransitContext context, ImmutableArray<string> trusted)
    {
        var scheme = Dialects.SchemeOf(text.Text);
        if (scheme is not null && !IsTelling(scheme))
            return ImmutableArray<Candidate>.Empty;
        if (scheme is null && text.Text.Count(c => c == '=') < FewestSettings - 1)
            return ImmutableArray<Candidate>.Empty;
        var candidates = new List<(Dialect Dialect, ConnectionReading Reading)>();
        var read = new Dictionary<ConnectionGrammar, ConnectionReading>();
        foreach (var dialect in Dialects.OfTexts)
        {
            if (!Dialects.IsWrittenIn(text.Text, dialect))
                continue;
            if (!read.TryGetValue(dialect.Grammar, out var reading))
                read.Add(dialect.Grammar, reading = ConnectionReading.Read(text, dialect.Grammar));
            if (IsOf(reading, dialect, Dialects.VersionOf(dialect, context)))
                candidates.Add((dialect, reading));
        }

        var referenced = candidates.FindAll(candidate => Dialects.IsReferenced(candidate.Dialect, context));
        return ImmutableArray.CreateRange((referenced.Count > 0 ? referenced : candidates).Select(candidate =>
        {
            var version = Dialects.VersionOf(candidate.Dialect, context);
            return new Candidate(candidate.Dialect, candidate.Reading, version, ConnectionJudge.Judge(candidate.Reading, candidate.Dialect, version, trusted));
        }));
    }

    private static bool IsOf(ConnectionReading reading, Dialect dialect, Version version)
    {
        if (reading.Grammar == ConnectionGrammar.Uri)
            return ConnectionJudge.Speaks(reading, dialect, version);
        if (reading.Grammar == ConnectionGrammar.Commas || reading.Settings.Length < FewestSettings - 1 || !ConnectionJudge.Speaks(reading, dialect, version))
            return false;
        return reading.Settings.Length >= FewestSettings
            || (dialect.RejectsUnknownKeys && reading.Grammar == ConnectionGrammar.KeyValue && ConnectionJudge.Decides(new EffectiveSettings(reading, dialect, version)));
    }

    /// <summary>Does a word that some driver knows end before the equals sign?</summary>
    private static bool IsKnownKey(string text, int end)
    {
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
            end--;
        var start = end;
        while (start > 0 && end - start <= LongestKey && text[start - 1] is not (';' or ',' or '=' or '"' or '\'' or '&' or '?' or '\n'))
            start--;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        return end > start && end - start <= LongestKey && KnownKeys.Contains(text.Substring(start, end - start));
    }

    private static bool IsKept(IOperation whole)
    {
        var value = whole;
        while (value.Parent is IConversionOperation or ICoalesceOperation or IConditionalOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation
                   or ITupleOperation or IArrayInitializerOperation or IArrayCreationOperation or { Syntax.RawKind: OperationTrees.CollectionExpression }
               || IsUriOf(value))
        {
            if (value.Parent is IConditionalOperation conditional && conditional.Condition == value)
                return false;
            value = value.Parent!;
        }

        switch (value.Parent)
        {
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return IsUsed(declarator.Symbol, declarator);
            case IFieldInitializerOperation field:
                return field.InitializedFields.Any(initialized => !IsShown(initialized.Name));
            case IPropertyInitializerOperation property:
                return property.InitializedProperties.Any(initialized => !IsShown(initialized.Name));
            case IParameterInitializerOperation parameter:
                return !IsShown(parameter.Parameter.Name);
            case IAssignmentOperation { Target: var target } assignment and (ISimpleAssignmentOperation or ICoalesceAssignmentOperation):
                return target switch
                {
                    IMemberReferenceOperation member => !IsShown(member.Member.Name) && !IsTaken(assignment),
                    IParameterReferenceOperation parameter => !IsShown(parameter.Parameter.Name),
                    ILocalReferenceOperation local => IsUsed(local.Local, local),
                    _ => false,
                };
            case IReturnOperation:
                return value.KeptIn() is not { Name: var returning } || !IsShown(returning);
            case IDeconstructionAssignmentOperation or IForEachLoopOperation:
                return true;
            case IArgumentOperation { Parent: IInvocationOperation call } argument:
                return ConnectionSinks.Of(call).IsEmpty && !IsShown(argument.Parameter?.Name ?? "") && !IsShowing(call.TargetMethod);
            case IArgumentOperation { Parent: IObjectCreationOperation creation } argument:
                return ConnectionSinks.Of(creation).IsEmpty && !IsShown(argument.Parameter?.Name ?? "") && !IsExceptionOrAttribute(creation.Type);
            default:
                return false;
        }
    }

    private static bool IsTaken(IAssignmentOperation assignment)
    {
        foreach (var member in MemberAssignment.In(assignment))
            if (!ConnectionSinks.Of(member).IsEmpty)
                return true;
        return false;
    }

    /// <summary>The text becomes a URI: what becomes of that decides.</summary>
    private static bool IsUriOf(IOperation value) =>
        value is IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "Uri" } } || value.Parent is IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "Uri" } };

    /// <summary>A local that is only shown is no connection; one that is given to a driver is judged there, with what it holds then.</summary>
    private static bool IsUsed(ILocalSymbol local, IOperation place)
    {
        if (IsShown(local.Name))
            return false;
        var root = place.Root();
        var isUsed = false;
        foreach (var operation in root.Descendants())
        {
            if (operation is not ILocalReferenceOperation reference || !SymbolEqualityComparer.Default.Equals(reference.Local, local)
                || (reference.Parent is ISimpleAssignmentOperation && reference.IsAssigned()))
                continue;
            if (IsGivenToDriver(reference))
                return false;
            isUsed |= !IsShownAt(reference);
        }

        return isUsed;
    }

    private static bool IsGivenToDriver(IOperation reference)
    {
        return reference.Converted().Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } => !ConnectionSinks.Of(call).IsEmpty,
            IArgumentOperation { Parent: IObjectCreationOperation creation } => !ConnectionSinks.Of(creation).IsEmpty,
            _ => false,
        };
    }

    private static bool IsShownAt(IOperation reference)
    {
        return reference.Converted().Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } => IsShowing(call.TargetMethod),
            IArgumentOperation { Parent: IObjectCreationOperation creation } => IsExceptionOrAttribute(creation.Type),
            IInterpolationOperation or IBinaryOperation or IIsPatternOperation => true,
            IInvocationOperation call => IsShowing(call.TargetMethod),
            _ => false,
        };
    }

    private static bool IsShown(string name)
    {
        foreach (var shown in ShowingNames)
            if (name.IndexOf(shown, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        return false;
    }

    private static bool IsShowing(IMethodSymbol method)
    {
        foreach (var shown in ShowingMethods)
            if (method.Name.StartsWith(shown, StringComparison.Ordinal))
                return true;
        return method.ContainingType is { } type
            && (type.SpecialType == SpecialType.System_String || type.Name is "Assert" or "Console" or "Regex" or "StringBuilder" || type.Name.EndsWith("Logger", StringComparison.Ordinal));
    }

    private static bool IsExceptionOrAttribute(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            if (current.Name is "Exception" or "Attribute" or "StringBuilder" or "Regex")
                return true;
        return false;
    }
}
