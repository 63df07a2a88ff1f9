using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Configuration;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Web;

/// <summary>Where a program says that it listens. The order is that of what is known.</summary>
internal enum Listening
{
    /// <summary>It does not say, or clear text is among it, or it is not known.</summary>
    Unknown,

    /// <summary>HTTPS, or this machine only: no request over HTTP comes from elsewhere.</summary>
    Secure,

    /// <summary>This machine only.</summary>
    Local,
}

/// <summary>All places where an application says that it listens: in the code of its program, and in the configuration files.</summary>
internal sealed class ListeningPlaces(TransitContext context, ProgramCode program)
{
    /// <param name="made">The call that makes the application; the body of its Startup class belongs to every host.</param>
    /// <param name="cancellation">Cancels.</param>
    public Listening Read(IOperation made, CancellationToken cancellation)
    {
        Listening? all = null;
        foreach (var call in program.CallsNamed(Listeners.Calls, Listeners.Words, Listeners.IsMeant, cancellation))
            if (Of(call, cancellation) is { } place && context.World.Reaches(call, cancellation) && !Builders.IsForAnother(call, made, program, cancellation))
                all = Least(all, place);
        foreach (var url in InFiles(cancellation))
            all = Least(all, ListenUrls.Judge(url));
        return all ?? Listening.Unknown;
    }

    private static Listening Least(Listening? all, Listening place) => all is { } known && known < place ? known : place;

    /// <summary>Null for a call that makes nothing listen for HTTP.</summary>
    private Listening? Of(IInvocationOperation call, CancellationToken cancellation)
    {
        var urls = Listeners.UrlsOf(call, context, cancellation);
        if (urls.Count == 0)
            return Listeners.IsHttpPorts(call) ? Listening.Unknown : Listeners.Judge(call, program, cancellation);
        Listening? all = null;
        foreach (var url in urls)
        {
            var isKnown = false;
            foreach (var value in Listeners.TextsOf(url, context, cancellation))
            {
                isKnown = true;
                all = Least(all, ListenUrls.Judge(value.Text.Text));
            }

            if (!isKnown)
                return Listening.Unknown;
        }

        return all;
    }

    /// <summary>What configuration files say that is there in production.</summary>
    public IEnumerable<string> InFiles(CancellationToken cancellation)
    {
        var development = context.AnySettings.DevelopmentEnvironments;
        foreach (var additional in context.Options.AdditionalFiles)
        {
            if (ConfigurationFile.Recognise(additional, static _ => false) is not { Format: FileFormat.Json } file || file.IsForDevelopment(development)
                || additional.GetText(cancellation) is not { } text)
                continue;
            foreach (var setting in file.Read(text, cancellation).Settings)
                if (ListenUrls.IsKey(setting.Key))
                    yield return setting.Value.Text;
        }
    }
}
