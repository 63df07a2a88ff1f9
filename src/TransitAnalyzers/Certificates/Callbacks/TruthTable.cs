namespace TransitAnalyzers.Certificates.Callbacks;

/// <summary>What a callback does for one value of <c>SslPolicyErrors</c>.</summary>
/// <param name="Accepts">The ways in which it accepts.</param>
/// <param name="Rejects">It may answer false, or throw.</param>
/// <param name="Kinds">The weak evidence that was consulted on the ways in which it accepts.</param>
internal readonly record struct Answer(Ways Accepts, bool Rejects, WeakEvidence Kinds)
{
    /// <summary>The certificate is accepted whatever it is, as far as this value of the errors goes.</summary>
    public bool IsFree => Accepts.Any && (!Rejects || Accepts.Contains(Evidence.None));

    /// <summary>A state of the chain that must not pass is let pass, or all but one are not looked at.</summary>
    public bool Tolerates
    {
        get
        {
            foreach (var way in Accepts)
                if ((way & (Evidence.ToleratedStatus | Evidence.OneStatus)) != 0)
                    return true;
            return false;
        }
    }

    /// <summary>It is accepted on evidence that proves nothing.</summary>
    public bool IsWeak => Accepts.Contains(Evidence.Weak);
}

/// <summary>What is wrong with a callback.</summary>
internal enum Verdict
{
    Sound,
    AcceptsEverything,
    ToleratesErrors,
    WeakEvidence,
}

/// <summary>
/// A callback's answers to the eight values of <c>SslPolicyErrors</c>, and what follows from them. Pure.
/// </summary>
internal sealed class TruthTable
{
    public const int None = 0;
    public const int NoCertificate = 1;
    public const int WrongName = 2;
    public const int UntrustedChain = 4;
    public const int WrongNameAndUntrustedChain = WrongName | UntrustedChain;
    public const int Values = 8;

    private readonly Answer[] answers;

    public TruthTable(Answer[] answers) => this.answers = answers;

    public Answer this[int errors] => answers[errors];

    /// <summary>A peer without a certificate is let in, which a server with optional client certificates means to do.</summary>
    public bool ToleratesMissingCertificateOnly => Tolerated == NoCertificate;

    /// <summary>The errors that are let through, as flags of <c>SslPolicyErrors</c>. A missing certificate comes alone.</summary>
    public int Tolerated
    {
        get
        {
            var single = 0;
            foreach (var error in new[] { NoCertificate, WrongName, UntrustedChain })
                if (answers[error].IsFree || (error == UntrustedChain && answers[error].Tolerates))
                    single |= error;
            return single != 0 || !answers[WrongNameAndUntrustedChain].IsFree ? single : WrongNameAndUntrustedChain;
        }
    }

    /// <summary>Some certificates with errors are accepted on proof, such as a pin: what is worth keeping.</summary>
    public bool ProvesSome => answers.Skip(1).Any(static answer => answer.Accepts.Contains(Evidence.Strong));

    public WeakEvidence Kinds => answers[WrongName].Kinds | answers[UntrustedChain].Kinds | answers[WrongNameAndUntrustedChain].Kinds;

    public Verdict Verdict
    {
        get
        {
            if (answers[WrongName].IsFree && answers[UntrustedChain].IsFree && answers[WrongNameAndUntrustedChain].IsFree)
                return Verdict.AcceptsEverything;
            // A client is never without the peer's certificate: there, what it makes of one says more.
            var isWeak = answers[WrongName].IsWeak || answers[UntrustedChain].IsWeak || answers[WrongNameAndUntrustedChain].IsWeak;
            if (Tolerated != 0 && !(isWeak && ToleratesMissingCertificateOnly))
                return Verdict.ToleratesErrors;
            return isWeak ? Verdict.WeakEvidence : Verdict.Sound;
        }
    }
}
