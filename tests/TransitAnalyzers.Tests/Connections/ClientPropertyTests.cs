using System.Collections;
using System.Collections.Immutable;
using System.Net;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.Catalogue;
using TransitAnalyzers.Catalogue.Rows;
using TransitAnalyzers.Connections;
using TransitAnalyzers.Connections.Text;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Connections;

/// <summary>
/// The dialects that are no key-value strings against the real clients: random texts are read alike, and what a remedy
/// writes is accepted by the client's own parser and reads back as secure.
/// </summary>
public sealed class ClientPropertyTests
{
    private const int Texts = 2_000;

    private static readonly Version Newest = new(int.MaxValue, 0);

    [Fact]
    public void StackExchange_Redis_reads_what_we_read()
    {
        var parse = TypeOf(Packages.StackExchangeRedis2, "lib/net5.0/StackExchange.Redis.dll", "StackExchange.Redis.ConfigurationOptions")
            .GetMethod("Parse", [typeof(string)])!;
        var random = new Random(17);
        var accepted = 0;
        for (var i = 0; i < Texts; i++)
        {
            var text = RedisText(random);
            if (Parsed(text) is not { } options)
                continue;
            accepted++;
            var settings = Read(StackExchangeRedis.Dialect, text);
            Assert.Equal(Hosts(options), settings.Hosts().Distinct());
            Assert.Equal(Get(options, "Password") as string, settings.Last(Meaning.Password)?.Value);
            Assert.Equal(true.Equals(Get(options, "Ssl")), settings.Last("ssl") is { } ssl && ssl.Value.ToLowerInvariant() is "true" or "1" or "yes" or "on");
            foreach (var verdict in Losses(StackExchangeRedis.Dialect, text))
            {
                Assert.NotEqual(true, Get(options, "Ssl"));
                var mended = Mended(text, verdict);
                Assert.Equal(true, Get(Parsed(mended)!, "Ssl"));
                Assert.Equal(Hosts(options), Hosts(Parsed(mended)!));
                Assert.Empty(Losses(StackExchangeRedis.Dialect, mended));
            }
        }

        Assert.True(accepted > Texts / 2, $"only {accepted} texts were accepted");

        object? Parsed(string text)
        {
            try
            {
                return parse.Invoke(null, [text]);
            }
            catch (TargetInvocationException)
            {
                return null;
            }
        }
    }

    public static IEnumerable<object[]> RabbitMqClients =>
    [
        [Packages.RabbitMQ6, "lib/netstandard2.0/RabbitMQ.Client.dll"],
        [Packages.RabbitMQ7, "lib/net8.0/RabbitMQ.Client.dll"],
    ];

    [Theory]
    [MemberData(nameof(RabbitMqClients))]
    public void RabbitMQ_reads_what_we_read(PackageIdentity package, string file)
    {
        var type = TypeOf(package, file, "RabbitMQ.Client.ConnectionFactory");
        var random = new Random(19);
        for (var i = 0; i < Texts; i++)
        {
            var text = AmqpText(random);
            var factory = Parsed(text);
            var settings = Read(RabbitMqClient.Dialect, text);
            Assert.Equal(Get(factory, "HostName"), Assert.Single(settings.Hosts()));
            if (settings.Last(Meaning.User) is { } user)
                Assert.Equal(Get(factory, "UserName"), Uri.UnescapeDataString(user.Value));
            if (settings.Last(Meaning.Password) is { } password)
                Assert.Equal(Get(factory, "Password"), Uri.UnescapeDataString(password.Value));
            if (settings.Last(Meaning.Port) is { } port)
                Assert.Equal(Get(factory, "Port")!.ToString(), port.Value);
            var losses = Losses(RabbitMqClient.Dialect, text);
            Assert.Equal(Get(Get(factory, "Ssl")!, "Enabled"), losses.Length == 0);
            foreach (var verdict in losses)
            {
                var mended = Mended(text, verdict);
                Assert.Equal(true, Get(Get(Parsed(mended), "Ssl")!, "Enabled"));
                Assert.NotEqual("5672", Get(Parsed(mended), "Port")!.ToString());
                Assert.Empty(Losses(RabbitMqClient.Dialect, mended));
            }
        }

        object Parsed(string text)
        {
            var factory = Activator.CreateInstance(type)!;
            type.GetProperty("Uri")!.SetValue(factory, new Uri(text));
            return factory;
        }
    }

    /// <summary>librdkafka's own spellings: what we call insecure is what the client reads as such, and it reads what we write.</summary>
    [Theory]
    [InlineData("plaintext", "Plaintext", "ssl", "Ssl")]
    [InlineData("sasl_plaintext", "SaslPlaintext", "sasl_ssl", "SaslSsl")]
    [InlineData("ssl", "Ssl", null, null)]
    [InlineData("sasl_ssl", "SaslSsl", null, null)]
    public void Kafka_reads_what_we_read(string value, string means, string? written, string? secure)
    {
        var type = TypeOf(Packages.ConfluentKafka, "lib/net10.0/Confluent.Kafka.dll", "Confluent.Kafka.ClientConfig");
        Assert.Equal(means, Parsed(value));
        var text = $"bootstrap.servers=mq.example.com:9092;security.protocol={value}";
        var losses = Losses(ConfluentKafka.Dialect, text);
        Assert.Equal(written is null, losses.Length == 0);
        if (written is null)
            return;
        Assert.Equal($"bootstrap.servers=mq.example.com:9092;security.protocol={written}", Mended(text, losses[0]));
        Assert.Equal(secure, Parsed(written));

        string? Parsed(string protocol) =>
            Get(Activator.CreateInstance(type, new Dictionary<string, string> { ["security.protocol"] = protocol })!, "SecurityProtocol")?.ToString();
    }

    private static string RedisText(Random random)
    {
        var pieces = new List<string>();
        for (var count = random.Next(1, 4); count > 0; count--)
            pieces.Add(Any(random, "cache.example.com", "cache.example.com:6379", " 10.1.2.3:6380 ", "[2001:db8::1]:6379", "other.example.com:7000", ""));
        for (var count = random.Next(0, 5); count > 0; count--)
            pieces.Insert(random.Next(pieces.Count + 1), Any(
                random,
                "ssl=true", "ssl=False", " SSL = true ", "ssl=1", "ssl=0", "ssl=yes", "ssl=no", "ssl=on", "ssl=off", "ssl=", "ssl=maybe",
                "password=a=b", "Password= x y ", "password=;", "abortConnect=false", "sslHost=cache.example.com", "allowAdmin=true", "colour=blue", "name=ssl"));
        return string.Join(',', pieces);
    }

    private static string AmqpText(Random random) =>
        Any(random, "amqp", "amqps", "AMQP", "Amqps") + "://"
        + Any(random, "", "u@", "u:p@", "u%40x:p%2Fq%3A@", ":p@")
        + Any(random, "mq.example.com", "10.1.2.3", "mq")
        + Any(random, "", ":5672", ":5671", ":15000")
        + Any(random, "", "/", "/shop", "/%2Fshop", "/shop?heartbeat=5&ssl=false");

    private static string Any(Random random, params string[] choices) => choices[random.Next(choices.Length)];

    private static EffectiveSettings Read(Dialect dialect, string text) =>
        new(Dialects.Read(MappedText.Plain(text, 0), dialect)!, dialect, Newest);

    private static ImmutableArray<ConnectionVerdict> Losses(Dialect dialect, string text) =>
        [.. ConnectionJudge.Judge(Dialects.Read(MappedText.Plain(text, 0), dialect)!, dialect, Newest, []).Where(verdict => verdict.Rule is not (ConnectionJudge.PasswordInSource or ConnectionJudge.NoTimeLimit))];

    private static string Mended(string text, ConnectionVerdict verdict)
    {
        Assert.NotEmpty(verdict.Edits);
        foreach (var edit in verdict.Edits.OrderByDescending(edit => edit.Range.Start))
            text = text[..edit.Range.Start] + edit.NewText + text[edit.Range.End..];
        return text;
    }

    private static IEnumerable<string> Hosts(object options) => ((IEnumerable)Get(options, "EndPoints")!).Cast<EndPoint>()
        .Select(endpoint => endpoint is DnsEndPoint dns ? dns.Host : ((IPEndPoint)endpoint).Address.ToString())
        .Distinct();

    private static object? Get(object owner, string property) => owner.GetType().GetProperty(property)!.GetValue(owner);

    /// <summary>Of the real client, loaded from its package beside the tests; what of it needs other packages is not called.</summary>
    private static Type TypeOf(PackageIdentity package, string file, string type) =>
        new AssemblyLoadContext(package.Id + package.Version)
            .LoadFromAssemblyPath(Path.Combine(Packages.Root, package.Id.ToLowerInvariant(), package.Version, file))
            .GetType(type, throwOnError: true)!;
}
