namespace TransitAnalyzers.Catalogue.Rows;

/// <summary>What is said of a key or a signature.</summary>
internal enum KeyTrait
{
    /// <summary>The size of an RSA key, in bits.</summary>
    RsaSize,

    /// <summary>The size of a DSA or finite-field Diffie-Hellman key, in bits.</summary>
    DsaSize,

    /// <summary>An elliptic curve, by name or object identifier.</summary>
    Curve,

    /// <summary>The hash, or the whole algorithm, of the signature under a certificate or a request for one.</summary>
    SignatureHash,
}

/// <summary>
/// One place where a library is told how strong a key or signature is to be: a parameter of a method or constructor, a
/// property, or (<see cref="DefaultSize"/>) a constructor that makes a key of that size when it is not told.
/// </summary>
/// <param name="Trait">What is said there.</param>
/// <param name="Type">Metadata name of the type.</param>
/// <param name="Member">The method, <c>.ctor</c>, or the property.</param>
/// <param name="Parameter">The parameter; null for a property or a default.</param>
/// <param name="Source">The page or standard that states the fact.</param>
internal sealed record KeyStrengthRow(KeyTrait Trait, string Type, string Member, string? Parameter, string Source) : IApiRow
{
    /// <summary>The size of the key that the constructor makes when no parameter says otherwise.</summary>
    public int? DefaultSize { get; init; }

    /// <summary>A smaller number is not the size of such a key: it means something else.</summary>
    public int LeastSize { get; init; } = 256;

    public Version? Since => null;

    public Version? Until => null;

    public IEnumerable<ApiName> ApiNames => [new ApiName(Type, Member, Parameter)];
}
