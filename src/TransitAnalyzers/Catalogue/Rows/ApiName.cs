namespace TransitAnalyzers.Catalogue.Rows;

/// <summary>
/// A name of a library's API that a row relies on. A test looks every one up in the real assemblies, so that a row never
/// watches for something that does not exist.
/// </summary>
/// <param name="Type">Metadata name of a type; <c>Name.Space.*</c> for one of the types of a namespace.</param>
/// <param name="Member">A member of it or of its bases: property, field, event, method, <c>.ctor</c>, member of an enumeration. Null: the type alone.</param>
/// <param name="Parameter">A parameter of the method, in one of its overloads.</param>
/// <param name="Value">A member of the type of the property, field or parameter: of an enumeration, or a static one.</param>
internal readonly record struct ApiName(string Type, string? Member = null, string? Parameter = null, string? Value = null)
{
    public override string ToString() =>
        Type + (Member is null ? "" : "." + Member) + (Parameter is null ? "" : "(" + Parameter + ")") + (Value is null ? "" : " = " + Value);
}

/// <summary>A row that names API of its library. Every kind of row of the catalogue is one.</summary>
internal interface IApiRow
{
    /// <summary>The first version of the library of which the row is true.</summary>
    Version? Since { get; }

    /// <summary>The first version of the library of which the row is true no more.</summary>
    Version? Until { get; }

    /// <summary>The names that the row relies on; none for a row of mere text.</summary>
    IEnumerable<ApiName> ApiNames { get; }
}
