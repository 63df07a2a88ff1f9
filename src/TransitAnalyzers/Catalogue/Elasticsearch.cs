using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>The clients of Elasticsearch and OpenSearch. A pinned <c>CertificateFingerprint</c> is a secure setting.</summary>
internal static class Elasticsearch
{
    private const string Source = "elastic/elastic-transport-net: src/Elastic.Transport/Components/TransportClient/CertificateValidations.cs";

    public static readonly Library Transport = Of("Elastic.Transport");

    /// <summary>Version 7 and before.</summary>
    public static readonly Library Client = Of("Elasticsearch.Net");

    public static readonly Library OpenSearch = Of("OpenSearch.Net");

    /// <summary>Assembly and namespace bear the same name.</summary>
    private static Library Of(string name) => new(name, name)
    {
        Namespace = name,
        Callbacks = ImmutableArray.Create(CallbackRow.AcceptsAll(name + ".CertificateValidations", "AllowAll", Source)),
    };
}
