// Looks like a client that waits for ever: it belongs to a gRPC channel, each call of which has its deadline.
using System.Net.Http;
using System.Threading;
using Grpc.Net.Client;

namespace Company.Cluster;

public static class ClusterChannel
{
    public static GrpcChannelOptions Options(HttpMessageHandler handler)
    {
        var client = new HttpClient(handler);
        client.Timeout = Timeout.InfiniteTimeSpan;
        return new GrpcChannelOptions { HttpClient = client };
    }
}
