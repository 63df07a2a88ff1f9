using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>The SDK of AWS. With <c>ServiceURL</c> set, that URL decides.</summary>
internal static class AwsSdk
{
    private static readonly Dialect Services = new("AWS SDK", ConnectionGrammar.Uri)
    {
        Schemes = ImmutableArray.Create("http", "https"),
        RejectsUnknownKeys = false,
        Keys = UriParts.Keys(),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition(UriParts.Scheme, "http")) { Remedies = ImmutableArray.Create(TextRemedy.Set(UriParts.Scheme, "https")) }),
        Sinks = ImmutableArray.Create(SinkRow.Of("Amazon.Runtime.ClientConfig", "ServiceURL")),
    };

    public static readonly Library Library = new("AWS SDK", "AWSSDK.Core")
    {
        Namespace = "Amazon.Runtime",
        Dialects = ImmutableArray.Create(Services),
        Settings = ImmutableArray.Create(
            SettingRow.Set("DIT0301", "Amazon.Runtime.ClientConfig", "UseHttp", Insecure.True, Remedy.Write(false), "AWSSDK.Core 4.0 XML documentation") with
            {
                Unless = ("ServiceURL", Insecure.NotNull),
            },
            SettingRow.Set("DIT0301", "Amazon.S3.Model.GetPreSignedUrlRequest", "Protocol", Insecure.Member("HTTP"), Remedy.WriteMember("HTTPS"), "AWSSDK.S3 4.1 XML documentation")),
    };
}
