namespace TransitAnalyzers.Web;

/// <summary>What the program around a pipeline says about transport. Each is looked for once, and only when it matters.</summary>
internal sealed class ProgramFacts(Func<bool> hasPageServices, Func<bool> namesHstsHeader, Func<bool> redirectsOtherwise, Func<Listening> listening)
{
    public static readonly ProgramFacts None = new(No, No, No, static () => Listening.Unknown);

    private readonly Lazy<bool> pageServices = new(hasPageServices);
    private readonly Lazy<bool> hstsHeader = new(namesHstsHeader);
    private readonly Lazy<bool> otherwise = new(redirectsOtherwise);
    private readonly Lazy<Listening> places = new(listening);

    /// <summary>Pages are among the services.</summary>
    public bool HasPageServices => pageServices.Value;

    /// <summary>The program or its web.config names the HSTS header itself.</summary>
    public bool NamesHstsHeader => hstsHeader.Value;

    /// <summary>The program or its web.config redirects in a way of its own.</summary>
    public bool RedirectsOtherwise => otherwise.Value;

    /// <summary>Where the program says that it listens.</summary>
    public Listening Listening => places.Value;

    private static bool No() => false;
}
