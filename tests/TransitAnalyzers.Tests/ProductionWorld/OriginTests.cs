using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.ProductionWorld;

/// <summary>Every expression that a value may come from.</summary>
public sealed class OriginTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("(long)(1)", "1")]
    [InlineData("flag ? 1 : 2", "1, 2")]
    [InlineData("env.IsDevelopment() ? 1 : 2", "2")]
    [InlineData("some ?? 3", "some, 3")]
    [InlineData("text switch { \"a\" => 1, \"b\" => 2, _ => throw new Exception() }", "1, 2")]
    [InlineData("once", "12")]
    [InlineData("twice", "1, 2")]
    [InlineData("Setting", "4")]
    [InlineData("Computed", "5, 6")]
    [InlineData("Constant", "7")]
    [InlineData("new[] { 8, 9 }[0]", "8, 9")]
    [InlineData("all[\"a\"]", "10, 11")]
    [InlineData("(1, 2).Item2", "2")]
    [InlineData("pair.Second", "21")]
    [InlineData("Twice(13)", "13, 14")]
    [InlineData("Twice(15)", "15, 14")]
    [InlineData("Called(0)", "31")]
    [InlineData("given", "given")]
    [InlineData("configuration.GetValue(\"a\", 16)", "16")]
    [InlineData("some.GetValueOrDefault(17)", "some, 17")]
    [InlineData("Loop(0)", "Loop(n)")]
    [InlineData("endless", "given, endless + 1")]
    public Task Are_all_found(string expression, string origins) => Verify.Silent<OriginProbe>(
        $$"""
        #pragma warning disable CS0219, CS8602
        using System;
        using System.Collections.Generic;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Hosting;

        class C
        {
            private const int Constant = 7;
            private int Setting { get; set; } = 4;
            private int Computed => Environment.TickCount > 0 ? 5 : 6;
            private int Twice(int n) => n > 0 ? n : 14;
            private int Passed(int n = 31) => n;
            private int Called(int n) { Passed(32); return Seen; }
            private int Seen => Default();
            private int Default(int n = 31) => n;
            private void More() => Default(32);
            private int Loop(int n) => Loop(n);
            static void Is(object? value, string origins) { }

            void M(bool flag, int given, int? some, string text, IHostEnvironment env, IConfiguration configuration)
            {
                var once = 12;
                var twice = 1;
                twice = 2;
                var endless = given;
                endless = endless + 1;
                var pair = (First: 20, Second: 21);
                var all = new Dictionary<string, int> { ["a"] = 10, ["b"] = 11 };
                Is({{expression}}, "{{origins}}");
            }
        }
        """);
}
