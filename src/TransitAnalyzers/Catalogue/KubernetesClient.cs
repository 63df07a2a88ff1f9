using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>The Kubernetes client.</summary>
internal static class KubernetesClient
{
    private const string Source = "kubernetes-client/csharp: src/KubernetesClient/KubernetesClientConfiguration.cs";

    public static readonly Library Library = new("KubernetesClient", "KubernetesClient")
    {
        Namespace = "k8s",
        Settings = ImmutableArray.Create(
            SettingRow.Set(
                "DIT0104", "k8s.KubernetesClientConfiguration", "SkipTlsVerify",
                Insecure.True, Remedy.Write(false), Source),
            SettingRow.Set(
                "DIT0104", "k8s.KubeConfigModels.ClusterEndpoint", "SkipTlsVerify",
                Insecure.True, Remedy.Write(false), Source)),
    };
}
