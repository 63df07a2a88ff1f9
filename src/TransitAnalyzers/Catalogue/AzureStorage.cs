using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>The clients of Azure Storage.</summary>
internal static class AzureStorage
{
    private static readonly ImmutableArray<TextRemedy> Https = ImmutableArray.Create(
        TextRemedy.Change("protocol", "https", "http"),
        TextRemedy.Change("blobendpoint", "https://*", "http://*"),
        TextRemedy.Change("queueendpoint", "https://*", "http://*"),
        TextRemedy.Change("tableendpoint", "https://*", "http://*"),
        TextRemedy.Change("fileendpoint", "https://*", "http://*"),
        TextRemedy.Change("blobsecondaryendpoint", "https://*", "http://*"),
        TextRemedy.Change("queuesecondaryendpoint", "https://*", "http://*"),
        TextRemedy.Change("tablesecondaryendpoint", "https://*", "http://*"),
        TextRemedy.Change("filesecondaryendpoint", "https://*", "http://*"),
        TextRemedy.Change("dfsendpoint", "https://*", "http://*"));

    /// <summary>Azure/azure-sdk-for-net: sdk/storage/Azure.Storage.Common/src/Shared/StorageConnectionString.cs: https where nothing is said.</summary>
    public static readonly Dialect Dialect = new("Azure Storage", ConnectionGrammar.Pairs)
    {
        Local = ImmutableArray.Create(
            new Condition("emulator", "true"),
            new Condition("blobendpoint", "http://127.0.0.1*", "http://localhost*", "http://[::1]*", "https://127.0.0.1*", "https://localhost*", "http://host.docker.internal*"),
            new Condition("queueendpoint", "http://127.0.0.1*", "http://localhost*", "http://[::1]*", "https://127.0.0.1*", "https://localhost*", "http://host.docker.internal*"),
            new Condition("tableendpoint", "http://127.0.0.1*", "http://localhost*", "http://[::1]*", "https://127.0.0.1*", "https://localhost*", "http://host.docker.internal*"),
            new Condition("fileendpoint", "http://127.0.0.1*", "http://localhost*", "http://[::1]*", "https://127.0.0.1*", "https://localhost*", "http://host.docker.internal*")),
        Keys = ImmutableArray.Create(
            new KeyRow("protocol", "defaultendpointsprotocol") { Written = "DefaultEndpointsProtocol" },
            new KeyRow(Meaning.User, "accountname", "accountkeyname"),
            new KeyRow(Meaning.Password, "accountkey"),
            new KeyRow("emulator", "usedevelopmentstorage"),
            new KeyRow(Meaning.Other, "endpointsuffix", "sharedaccesssignature", "developmentstorageproxyuri"),
            new KeyRow("blobendpoint", "blobendpoint"),
            new KeyRow("queueendpoint", "queueendpoint"),
            new KeyRow("tableendpoint", "tableendpoint"),
            new KeyRow("fileendpoint", "fileendpoint"),
            new KeyRow("blobsecondaryendpoint", "blobsecondaryendpoint"),
            new KeyRow("queuesecondaryendpoint", "queuesecondaryendpoint"),
            new KeyRow("tablesecondaryendpoint", "tablesecondaryendpoint"),
            new KeyRow("filesecondaryendpoint", "filesecondaryendpoint"),
            new KeyRow("dfsendpoint", "dfsendpoint")),
        Losses = ImmutableArray.Create(
            new LossRow(TransportLoss.Encryption, new Condition("protocol", "http")) { Remedies = Https },
            new LossRow(TransportLoss.Encryption, new Condition("blobendpoint", "http://*")) { Remedies = Https },
            new LossRow(TransportLoss.Encryption, new Condition("queueendpoint", "http://*")) { Remedies = Https },
            new LossRow(TransportLoss.Encryption, new Condition("tableendpoint", "http://*")) { Remedies = Https },
            new LossRow(TransportLoss.Encryption, new Condition("fileendpoint", "http://*")) { Remedies = Https },
            new LossRow(TransportLoss.Encryption, new Condition("blobsecondaryendpoint", "http://*")) { Remedies = Https },
            new LossRow(TransportLoss.Encryption, new Condition("queuesecondaryendpoint", "http://*")) { Remedies = Https },
            new LossRow(TransportLoss.Encryption, new Condition("tablesecondaryendpoint", "http://*")) { Remedies = Https },
            new LossRow(TransportLoss.Encryption, new Condition("filesecondaryendpoint", "http://*")) { Remedies = Https },
            new LossRow(TransportLoss.Encryption, new Condition("dfsendpoint", "http://*")) { Remedies = Https }),
        Sinks = ImmutableArray.Create(
            SinkRow.Constructor("Azure.Storage.Blobs.BlobServiceClient"),
            SinkRow.Constructor("Azure.Storage.Blobs.BlobContainerClient"),
            SinkRow.Constructor("Azure.Storage.Blobs.BlobClient"),
            SinkRow.Constructor("Azure.Storage.Queues.QueueServiceClient"),
            SinkRow.Constructor("Azure.Storage.Queues.QueueClient"),
            SinkRow.Constructor("Azure.Storage.Files.Shares.ShareServiceClient"),
            SinkRow.Constructor("Azure.Storage.Files.Shares.ShareClient"),
            SinkRow.Constructor("Azure.Storage.Files.DataLake.DataLakeServiceClient"),
            SinkRow.Constructor("Azure.Data.Tables.TableServiceClient"),
            SinkRow.Constructor("Azure.Data.Tables.TableClient"),
            SinkRow.Of("Microsoft.Azure.Storage.CloudStorageAccount", "Parse"),
            SinkRow.Of("Microsoft.WindowsAzure.Storage.CloudStorageAccount", "Parse"),
            SinkRow.Of("Microsoft.Azure.Cosmos.Table.CloudStorageAccount", "Parse"),
            SinkRow.Method("AddBlobServiceClient"),
            SinkRow.Method("AddQueueServiceClient"),
            SinkRow.Method("AddTableServiceClient"),
            SinkRow.Method("AddAzureBlobStorage")),
    };

    public static readonly Library Library = new("Azure Storage", "Azure.Storage.Common", "Azure.Storage.Blobs", "Azure.Storage.Queues", "Azure.Storage.Files.Shares", "Azure.Data.Tables", "Microsoft.Azure.Storage.Common", "Microsoft.WindowsAzure.Storage")
    {
        Namespace = "Azure.Storage",
        Dialects = ImmutableArray.Create(Dialect),
    };
}
