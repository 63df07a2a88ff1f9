using TransitAnalyzers.Catalogue;

namespace TransitAnalyzers.Web;

/// <summary>What the program around a pipeline says about transport. Each is looked for once, and only when it matters.</summary>
internal sealed class ProgramFacts
{
    public static readonly ProgramFacts None = new();

    private readonly Lazy<bool> pageServices;
    private readonly Lazy<bool> hstsHeader;
    private readonly Lazy<bool> redirectsOtherwise;
    private readonly Lazy<bool> controllers;
    private readonly Lazy<bool> forwardedProto;
    private readonly Lazy<Listening> listening;
    private readonly Func<SecurityHeader, bool> sends;

    /// <summary>Asks the source and the files.</summary>
    public ProgramFacts(Func<bool> hasPageServices, ProgramSearch search)
    {
        pageServices = new(hasPageServices);
        hstsHeader = new(search.NamesHstsHeader);
        redirectsOtherwise = new(search.RedirectsOtherwise);
        controllers = new(search.ControllersRequireHttps);
        forwardedProto = new(search.ReadsForwardedProto);
        listening = new(search.Listening);
        sends = search.Sends;
    }

    private ProgramFacts()
    {
        pageServices = hstsHeader = redirectsOtherwise = controllers = forwardedProto = new(static () => false);
        listening = new(static () => Web.Listening.Unknown);
        sends = static _ => false;
    }

    /// <summary>Pages are among the services.</summary>
    public bool HasPageServices => pageServices.Value;

    /// <summary>The program or its web.config names the HSTS header itself.</summary>
    public bool NamesHstsHeader => hstsHeader.Value;

    /// <summary>The program or its web.config redirects in a way of its own.</summary>
    public bool RedirectsOtherwise => redirectsOtherwise.Value;

    /// <summary>All controllers refuse or redirect HTTP by an attribute.</summary>
    public bool ControllersRequireHttps => controllers.Value;

    /// <summary>The program is told to read <c>X-Forwarded-Proto</c>, or reads it itself.</summary>
    public bool ReadsForwardedProto => forwardedProto.Value;

    /// <summary>Where the program says that it listens.</summary>
    public Listening Listening => listening.Value;

    /// <summary>Does the program, a library that it calls or its web.config send one of these headers?</summary>
    public bool Sends(SecurityHeader header) => sends(header);
}
