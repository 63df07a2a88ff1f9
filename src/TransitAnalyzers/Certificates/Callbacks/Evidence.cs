namespace TransitAnalyzers.Certificates.Callbacks;

/// <summary>What a path through a callback has consulted before it accepts, beside the errors themselves.</summary>
[Flags]
internal enum Evidence : byte
{
    None = 0,

    /// <summary>A chain build that succeeded, another validator, a pin that is equal, a host that is this machine.</summary>
    Strong = 1,

    /// <summary>The states of the chain's elements, without a state that must not pass.</summary>
    ChainStatus = 2,

    /// <summary>A state of the chain that must not pass, such as an untrusted root, was let pass.</summary>
    ToleratedStatus = 4,

    /// <summary>Something that an attacker chooses, or that says nothing of the peer: see <see cref="WeakEvidence"/>.</summary>
    Weak = 8,

    /// <summary>One state of the chain was looked at, of which there may be others.</summary>
    OneStatus = 16,
}

/// <summary>The kinds of evidence that prove nothing about who holds the key.</summary>
[Flags]
internal enum WeakEvidence : byte
{
    None = 0,

    /// <summary>Subject, issuer, name: anybody can write them into a certificate of his own.</summary>
    Names = 1,

    /// <summary>Dates of validity.</summary>
    Dates = 2,

    /// <summary>Serial number, extensions and other fields that anybody can copy.</summary>
    Fields = 4,

    /// <summary>The host or request that was asked for: says nothing about who answered.</summary>
    Request = 8,

    /// <summary>A setting or another value of the program.</summary>
    Configuration = 16,

    /// <summary>An exception while validating.</summary>
    Exception = 32,
}

/// <summary>Evidence is joined along a path; what is strong makes the rest irrelevant.</summary>
internal static class EvidenceExtensions
{
    public static Evidence With(this Evidence evidence, Evidence more)
    {
        var all = evidence | more;
        if ((all & Evidence.Strong) != 0)
            return Evidence.Strong;
        return (all & Evidence.ChainStatus) != 0 ? all & ~Evidence.OneStatus : all;
    }
}

/// <summary>A set of <see cref="Evidence"/> values: the evidence of each way in which something comes about. Empty: it does not.</summary>
internal readonly record struct Ways(uint Bits)
{
    /// <summary>It does not happen.</summary>
    public static Ways Never => default;

    /// <summary>It happens, and nothing had to be consulted for it.</summary>
    public static Ways Freely => By(Evidence.None);

    /// <summary>As many kinds of evidence, alone or joined, are there.</summary>
    private const int Count = 32;

    public bool Any => Bits != 0;

    public static Ways By(Evidence evidence) => new(1u << (int)evidence);

    public static Ways operator |(Ways left, Ways right) => new(left.Bits | right.Bits);

    public bool Contains(Evidence evidence) => (Bits & (1u << (int)evidence)) != 0;

    /// <summary>Every way of this one after every way of the other one.</summary>
    public Ways After(Ways before)
    {
        if (before == Freely)
            return this;
        if (this == Freely)
            return before;
        var all = Never;
        foreach (var first in before)
            foreach (var second in this)
                all |= By(first.With(second));
        return all;
    }

    /// <summary>What was asked of one state of the chain was asked of all of them.</summary>
    public Ways OfEveryStatus()
    {
        var all = Never;
        foreach (var way in this)
            all |= By((way & Evidence.OneStatus) != 0 ? (way & ~Evidence.OneStatus) | Evidence.ChainStatus : way);
        return all;
    }

    public Enumerator GetEnumerator() => new(Bits);

    public struct Enumerator(uint bits)
    {
        private int next = -1;

        public readonly Evidence Current => (Evidence)next;

        public bool MoveNext()
        {
            while (++next < Count)
                if ((bits & (1u << next)) != 0)
                    return true;
            return false;
        }
    }
}
