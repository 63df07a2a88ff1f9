using TransitAnalyzers.Catalogue;
using TransitAnalyzers.Protocols;

namespace TransitAnalyzers.Tests.Protocols;

/// <summary>Every number that the bits of the versions make is decomposed rightly.</summary>
public sealed class ProtocolJudgeTests
{
    private static readonly (string Name, int Bits)[] Versions =
        [("SSL 2.0", 0x00C), ("SSL 3.0", 0x030), ("TLS 1.0", 0x0C0), ("TLS 1.1", 0x300)];

    [Fact]
    public void Numbers_of_SslProtocols()
    {
        var row = DotNetTls.Library.ProtocolEnums.Single(candidate => candidate.Type.EndsWith("SslProtocols", StringComparison.Ordinal));
        for (var value = 0; value < 0x4000; value++)
        {
            var expected = Versions.Where(version => (value & version.Bits) != 0).Select(version => version.Name);
            Assert.Equal(expected, ProtocolJudge.ObsoleteIn(row, value).Select(version => version.Name));
            Assert.Equal(value & ~0x3FC, ProtocolJudge.Without(row, value));
            Assert.Empty(ProtocolJudge.ObsoleteIn(row, ProtocolJudge.Without(row, value)));
        }
    }

    [Fact]
    public void Numbers_of_SecurityProtocolType()
    {
        var row = DotNetTls.Library.ProtocolEnums.Single(candidate => candidate.Type.EndsWith("SecurityProtocolType", StringComparison.Ordinal));
        foreach (System.Net.SecurityProtocolType value in Enum.GetValues<System.Net.SecurityProtocolType>())
            Assert.Equal((int)value is > 0 and < 0xC00, ProtocolJudge.ObsoleteIn(row, (int)value).Any());
        Assert.Equal(["SSL 3.0", "TLS 1.0", "TLS 1.1"], ProtocolJudge.ObsoleteIn(row, 4080).Select(version => version.Name));
        Assert.Equal(3072, ProtocolJudge.Without(row, 4032));
    }

    [Fact]
    public void Names_of_several() => Assert.Equal(
        "SSL 3.0, TLS 1.0 and TLS 1.1",
        ProtocolJudge.Names(ProtocolJudge.ObsoleteIn(DotNetTls.Library.ProtocolEnums[0], 0x3F0)));
}
