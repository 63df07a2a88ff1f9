using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Web;

/// <summary>One header that the program writes itself.</summary>
/// <param name="Name">Its name, as in RFC 9110.</param>
/// <param name="Value">What is written.</param>
internal readonly record struct HeaderWrite(string Name, IOperation Value)
{
    /// <summary>The methods of dictionaries of headers, and of responses, that write one.</summary>
    public static readonly IReadOnlyList<string> Methods = ["Append", "Add", "TryAdd", "AppendHeader", "AddHeader"];

    /// <summary>A header is told by its name in quotes, or by the member of <c>HeaderNames</c>.</summary>
    public static Telling Telling(string name, params string[] words) => new([name.Replace("-", ""), .. words], [name]);

    /// <summary>Does the member belong to headers, or to a response, by what declares it or what it is used on?</summary>
    public static bool MayBe(ISymbol member, ITypeSymbol? receiver) =>
        MayHold(member.ContainingType) || (receiver is not null && MayHold(receiver))
        || (member is IMethodSymbol { IsExtensionMethod: true, Parameters: { Length: > 0 } parameters } && IsOfHeaderValues(parameters[0].Type));

    /// <summary>A dictionary whose values are <c>StringValues</c>, as headers are.</summary>
    private static bool IsOfHeaderValues(ITypeSymbol type) => MayHold(type) || (type is INamedTypeSymbol { TypeArguments: { Length: 2 } arguments } && arguments[1].Name == "StringValues");

    private static bool MayHold(ITypeSymbol type) =>
        type.Name.IndexOf("Header", StringComparison.Ordinal) >= 0 || type.Name.IndexOf("Response", StringComparison.Ordinal) >= 0 || type.Name == "NameValueCollection";

    /// <summary><c>headers.Append("Name", value)</c> and its like, extension methods included.</summary>
    public static HeaderWrite? Of(IInvocationOperation call)
    {
        var arguments = call.Arguments;
        return arguments.Length is 2 or 3 && NameOf(arguments[arguments.Length - 2].Value) is { } name
            ? new HeaderWrite(name, arguments[arguments.Length - 1].Value)
            : null;
    }

    /// <summary>An assignment to the property of <c>IHeaderDictionary</c> for this header.</summary>
    public static HeaderWrite? Of(MemberAssignment assignment, string name) =>
        assignment.Member.ContainingType.Name is "IHeaderDictionary" or "HeaderDictionary" ? new HeaderWrite(name, assignment.Value) : null;

    /// <summary><c>headers["Name"] = value</c>.</summary>
    public static HeaderWrite? Of(MemberAssignment assignment) =>
        assignment.Target is IPropertyReferenceOperation { Arguments: { Length: 1 } arguments } && NameOf(arguments[0].Value) is { } name
            ? new HeaderWrite(name, assignment.Value)
            : null;

    /// <summary>A constant, or a field of <c>HeaderNames</c>.</summary>
    private static string? NameOf(IOperation name) => name.Unconverted() switch
    {
        { ConstantValue: { HasValue: true, Value: string constant } } => constant,
        IFieldReferenceOperation { Field: { Name: var member, ContainingType.Name: "HeaderNames" } } => OfMember(member),
        ILocalReferenceOperation local when ConstantOf(local) is { } constant => constant,
        _ => null,
    };

    private static string? ConstantOf(ILocalReferenceOperation reference)
    {
        foreach (var operation in reference.Root().Descendants())
            if (operation is IVariableDeclaratorOperation { Initializer.Value.ConstantValue: { HasValue: true, Value: string constant }, Symbol: var local }
                && SymbolEqualityComparer.Default.Equals(local, reference.Local))
                return constant;
        return null;
    }

    /// <summary><c>StrictTransportSecurity</c> is <c>Strict-Transport-Security</c>.</summary>
    private static string OfMember(string member)
    {
        var name = new StringBuilder();
        foreach (var c in member)
        {
            if (char.IsUpper(c) && name.Length > 0)
                name.Append('-');
            name.Append(c);
        }

        return name.ToString();
    }
}
