using Microsoft.CodeAnalysis;
using TransitAnalyzers.Catalogue;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Production;

namespace TransitAnalyzers.Web;

/// <summary>
/// Looks through the source and the files of a program for what else may do the work of a middleware. A mention is enough:
/// what is not seen through is not reported. Asked for what several analyses share, so none of them can cancel it.
/// </summary>
/// <param name="context">The compilation.</param>
/// <param name="program">Its source.</param>
/// <param name="made">What makes the application that is asked about.</param>
internal sealed class ProgramSearch(TransitContext context, ProgramCode program, IOperation made)
{
    public bool NamesHstsHeader() =>
        Has('"' + AspNetCorePipeline.HstsHeader) || Has("." + AspNetCorePipeline.HstsHeaderMember)
        || InWebConfig(AspNetCorePipeline.HstsHeader) || InWebConfig("<hsts") || IsShippedOnly("UseHsts");

    public bool RedirectsOtherwise() =>
        new HttpsFilters(context, program).AreGlobal(made, CancellationToken.None) || InWebConfig("https://{HTTP_HOST}")
        || IsShippedOnly("UseHttpsRedirection") || IsShippedOnly(AspNetCorePipeline.HttpsFilter) || IsShippedOnly(HttpsFilters.Short);

    public bool ControllersRequireHttps() => new HttpsFilters(context, program).CoverControllers(CancellationToken.None);

    /// <summary>The options of the middleware, the switch of the host, or code of the program's own.</summary>
    public bool ReadsForwardedProto() =>
        Has("XForwardedProto") || Has("X-Forwarded-Proto") || Has("ForwardedHeaders.All") || Has("ForwardedHeaders_Enabled")
        || (Has("ForwardedHeadersOptions") && Has("GetSection"))
        || InFiles("FORWARDEDHEADERS_ENABLED", static _ => true);

    public Listening Listening() => new ListeningPlaces(context, program).Read(made, CancellationToken.None);

    public bool Sends(SecurityHeader header) =>
        header.Headers.Any(name => Has('"' + name) || InWebConfig(name)) || header.Members.Any(member => Has("." + member))
        || program.CallsNamed(header.Libraries, CancellationToken.None).Any(call => context.World.Reaches(call, CancellationToken.None));

    private bool Has(string text) => program.Contains(text, CancellationToken.None);

    /// <summary>Does it stand behind <c>#if !DEBUG</c>, which is not compiled now?</summary>
    private bool IsShippedOnly(string text)
    {
        foreach (var tree in context.Words.FilesWith([text], CancellationToken.None))
            foreach (var span in DevelopmentRegions.ShippedOnly(tree, context.SettingsFor(tree), CancellationToken.None))
                if (tree.GetText(CancellationToken.None).ToString(span).IndexOf(text, StringComparison.Ordinal) >= 0)
                    return true;
        return false;
    }

    private bool InWebConfig(string text) => InFiles(text, static name =>
        name.StartsWith("web.", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".config", StringComparison.OrdinalIgnoreCase));

    private bool InFiles(string text, Func<string, bool> isOne)
    {
        foreach (var file in context.Options.AdditionalFiles)
            if (isOne(Path.GetFileName(file.Path)) && file.GetText(CancellationToken.None)?.ToString().IndexOf(text, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        return false;
    }
}
