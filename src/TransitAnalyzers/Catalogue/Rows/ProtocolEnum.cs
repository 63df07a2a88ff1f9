using System.Collections.Immutable;

namespace TransitAnalyzers.Catalogue.Rows;

/// <summary>An obsolete version as one enumeration names it.</summary>
/// <param name="Member">The member's name, e.g. <c>Tls11</c>.</param>
/// <param name="Value">Its value; what the version's bits are in an enumeration of flags.</param>
/// <param name="Name">The protocol's own name, e.g. <c>TLS 1.1</c>.</param>
internal sealed record ObsoleteVersion(string Member, long Value, string Name)
{
    /// <summary>What is written in its place, where that is not what is written for the others: DTLS has versions of its own.</summary>
    public string? Successor { get; init; }
}

/// <summary>
/// An enumeration (or a class of constants) whose members are versions of SSL and TLS. Obsolete are SSL 2.0 (RFC 6176),
/// SSL 3.0 (RFC 7568), TLS 1.0 and TLS 1.1 (RFC 8996).
/// </summary>
/// <param name="Type">Metadata name.</param>
/// <param name="Obsolete">Single versions first; a member that stands for several comes after those.</param>
internal sealed record ProtocolEnum(string Type, ImmutableArray<ObsoleteVersion> Obsolete) : IApiRow
{
    public Version? Since { get; init; }

    public Version? Until { get; init; }

    public IEnumerable<ApiName> ApiNames =>
        Obsolete.Select(version => version.Member).Append(PlatformChoice).Append(Floor).OfType<string>().Select(member => new ApiName(Type, member))
            .Concat(LeftToPlatform);

    /// <summary>Members are bits that are combined by <c>|</c>.</summary>
    public bool IsFlags { get; init; }

    /// <summary>The member that leaves the choice to the platform; where there is none, the fix writes <see cref="Floor"/>.</summary>
    public string? PlatformChoice { get; init; }

    /// <summary>The member that is the least acceptable version: written where the platform's choice is not to be had.</summary>
    public string? Floor { get; init; }

    /// <summary>The value of <see cref="Floor"/>, for frameworks whose enumeration does not name it yet.</summary>
    public long FloorValue { get; init; }

    /// <summary>Properties that leave the choice to the platform when nobody sets them.</summary>
    public ImmutableArray<ApiName> LeftToPlatform { get; init; } = ImmutableArray<ApiName>.Empty;
}
