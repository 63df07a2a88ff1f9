// Looks like an application without redirection: clients of gRPC follow none.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapGrpcService<Greeter>();
app.MapGet("/", () => "Communication with gRPC endpoints must be made through a gRPC client.");
app.Run();

public sealed class Greeter;

namespace Microsoft.AspNetCore.Builder
{
    // The public shape of Grpc.AspNetCore.Server.
    public static class GrpcEndpointRouteBuilderExtensions
    {
        public static IEndpointRouteBuilder MapGrpcService<TService>(this IEndpointRouteBuilder builder) => builder;
    }
}
