using System.Globalization;
using System.Text;

namespace TransitAnalyzers.Bench;

/// <summary>
/// Code as most code is: queries, strings, loops, properties, exceptions, asynchronous calls, objects and lambdas; nothing of it
/// is insecure. Variants differ so that no cache of names sees them all alike.
/// </summary>
internal static class Ordinary
{
    public static string File(int file, int methods)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Net.Http;
            using System.Text;
            using System.Threading;
            using System.Threading.Tasks;
            using Microsoft.Extensions.Logging;

            namespace Shop.Part{{file}};

            public sealed record Line{{file}}(string Product, int Quantity, decimal Price)
            {
                public decimal Total => Quantity * Price;
            }

            public sealed class Order{{file}}
            {
                public int Number { get; set; }
                public string? Customer { get; set; }
                public bool Enabled { get; set; } = true;
                public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
                public List<Line{{file}}> Lines { get; } = new();
                public Dictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);
            }

            public sealed class Service{{file}}(ILogger<Service{{file}}> logger, HttpClient client)
            {
                private readonly object gate = new();
                private readonly Dictionary<int, Order{{file}}> orders = new();
                private static readonly string[] Names = { "alpha", "beta", "gamma", "delta" };
                public string Name { get; set; } = "service {{file}}";
                public event EventHandler? Changed;


            """);
        for (var method = 0; method < methods; method++)
            text.Append(Method(file, method)).Append('\n');
        return text.Append("}\n").ToString();
    }

    private static string Method(int file, int method) => (method % 6) switch
    {
        0 => $$"""
                public decimal Sum{{method}}(IEnumerable<Order{{file}}> all, int least)
                {
                    var chosen = all.Where(order => order.Number >= least && order.Customer != null)
                        .SelectMany(order => order.Lines)
                        .GroupBy(line => line.Product)
                        .ToDictionary(group => group.Key, group => group.Sum(line => line.Total));
                    foreach (var (product, total) in chosen)
                        logger.LogInformation("Product {Product}: {Total}", product, total);
                    return chosen.Values.DefaultIfEmpty(0m).Max();
                }

            """,
        1 => $$"""
                public Order{{file}} Make{{method}}(string customer, int number)
                {
                    if (string.IsNullOrWhiteSpace(customer))
                        throw new ArgumentException("A customer is needed.", nameof(customer));
                    var order = new Order{{file}} { Customer = customer.Trim(), Number = number, Enabled = number % 2 == 0 };
                    order.Lines.Add(new Line{{file}}(Names[number % Names.Length], number + 1, 9.99m));
                    order.Tags["source"] = "method {{method}}";
                    order.Timeout = TimeSpan.FromSeconds(number + {{method}});
                    lock (gate)
                        orders[number] = order;
                    Changed?.Invoke(this, EventArgs.Empty);
                    return order;
                }

            """,
        2 => $$"""
                public async Task<string> Fetch{{method}}Async(string path, CancellationToken cancel)
                {
                    using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"https://shop.example/part/{{file}}/{path}"));
                    request.Headers.Add("X-Part", "{{method}}");
                    using var response = await client.SendAsync(request, cancel).ConfigureAwait(false);
                    response.EnsureSuccessStatusCode();
                    var body = await response.Content.ReadAsStringAsync(cancel).ConfigureAwait(false);
                    return body.Length > 100 ? body.Substring(0, 100) + "…" : body;
                }

            """,
        3 => $$"""
                public string Describe{{method}}(Order{{file}} order)
                {
                    var builder = new StringBuilder();
                    for (var i = 0; i < order.Lines.Count; i++)
                    {
                        var line = order.Lines[i];
                        builder.Append(i + 1).Append(": ").Append(line.Product).Append(" x ").Append(line.Quantity);
                        if (line.Price > {{method}}m)
                            builder.Append(" (expensive)");
                        builder.AppendLine();
                    }
                    return order.Customer switch
                    {
                        null => "nobody",
                        { Length: > 20 } name => name[..20],
                        var name => $"{name}: {builder}",
                    };
                }

            """,
        4 => $$"""
                public bool Try{{method}}(string text, out int value)
                {
                    value = 0;
                    var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries);
                    foreach (var part in parts)
                    {
                        var at = part.IndexOf('=');
                        if (at < 0 || !int.TryParse(part.AsSpan(at + 1), out var number))
                            continue;
                        value = Math.Max(value, number);
                    }
                    try
                    {
                        Name = text.ToUpperInvariant() + value;
                        return value > {{method}};
                    }
                    catch (InvalidOperationException exception)
                    {
                        logger.LogWarning(exception, "Part {Part} of {Name} failed", {{method}}, Name);
                        return false;
                    }
                }

            """,
        _ => $$"""
                public IReadOnlyList<string> Names{{method}}(Func<Order{{file}}, bool> filter, Action<string>? seen = null)
                {
                    var result = new List<string>();
                    int Count(string name) => result.Count(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase));
                    foreach (var order in orders.Values.OrderBy(order => order.Number).ThenByDescending(order => order.Customer))
                    {
                        if (!filter(order) || order.Customer is not { } name || Count(name) > {{method}})
                            continue;
                        result.Add(name);
                        seen?.Invoke(name);
                    }
                    return result.AsReadOnly();
                }

            """,
    };
}
