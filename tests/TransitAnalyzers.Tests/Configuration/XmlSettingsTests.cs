using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Configuration;
using TransitAnalyzers.Configuration.Readers;
using TransitAnalyzers.Connections.Text;

namespace TransitAnalyzers.Tests.Configuration;

public sealed class XmlSettingsTests
{
    private const string WebConfig = """
        <?xml version="1.0" encoding="utf-8"?>
        <!-- the shop -->
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <connectionStrings>
            <clear />
            <add name="Shop" connectionString="Server=sql;Database=shop;Password=&quot;a;b&quot;;Encrypt=False" providerName="System.Data.SqlClient" />
            <add name='Mongo' connectionString='mongodb://db/shop?w=1&amp;tls=false'
                 providerName="" />
            <add name="Model" providerName="System.Data.EntityClient"
                 connectionString="metadata=res://*/Shop.csdl;provider=System.Data.SqlClient;provider connection string=&quot;data source=sql;encrypt=False&quot;" />
            <add name="Old" xdt:Transform="Remove" xdt:Locator="Match(name)" />
          </connectionStrings>
          <appSettings>
            <add key="RedisUrl" value="redis://cache:6379" />
          </appSettings>
          <location path="admin">
            <system.web>
              <httpCookies requireSSL="false" />
            </system.web>
          </location>
          <applicationSettings>
            <Shop.Settings>
              <setting name="Url" serializeAs="String">
                <value>http://api.shop.example/?a=1&amp;b=2</value>
              </setting>
            </Shop.Settings>
          </applicationSettings>
          <!-- ]]> --><![CDATA[ < ]]>
        </configuration>
        """;

    [Theory]
    [InlineData("ConnectionStrings:Shop", "Server=sql;Database=shop;Password=\"a;b\";Encrypt=False", "System.Data.SqlClient")]
    [InlineData("ConnectionStrings:Mongo", "mongodb://db/shop?w=1&tls=false", "")]
    [InlineData("ConnectionStrings:Model", "data source=sql;encrypt=False", "System.Data.SqlClient")]
    [InlineData("appSettings:RedisUrl", "redis://cache:6379", null)]
    [InlineData("appSettings:Url", "http://api.shop.example/?a=1&b=2", null)]
    [InlineData("system.web/httpCookies/@requireSSL", "false", null)]
    public void Settings_have_the_names_that_programs_ask_for(string key, string value, string? provider)
    {
        var setting = Read(WebConfig).Settings.Single(setting => setting.Key == key);
        Assert.Equal(value, setting.Value.Text);
        Assert.Equal(provider, setting.Provider);
    }

    [Fact]
    public void What_a_transform_removes_is_no_setting()
    {
        var reading = Read(WebConfig);
        Assert.Equal("ConnectionStrings:Old", Assert.Single(reading.Removed));
        Assert.DoesNotContain(reading.Settings, setting => setting.Key == "ConnectionStrings:Old");
    }

    [Theory]
    [InlineData("ConnectionStrings:Shop", "Encrypt=False", "Encrypt=False")]
    [InlineData("ConnectionStrings:Shop", "Password=\"a;b\"", "Password=&quot;a;b&quot;")]
    [InlineData("ConnectionStrings:Mongo", "&tls=false", "&amp;tls=false")]
    [InlineData("ConnectionStrings:Model", "encrypt=False", "encrypt=False")]
    public void Each_character_has_its_place(string key, string part, string written)
    {
        foreach (var text in new[] { WebConfig, "\uFEFF" + WebConfig, WebConfig.Replace("\n", "\r\n", StringComparison.Ordinal), WebConfig.Replace("  ", "\t", StringComparison.Ordinal) })
        {
            var value = Read(text).Settings.Single(setting => setting.Key == key).Value;
            var (_, span) = value.SourceOf(new TextRange(value.Text.IndexOf(part, StringComparison.Ordinal), part.Length))!.Value;
            Assert.Equal(written, text.Substring(span.Start, span.Length));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("text")]
    [InlineData("<a>")]
    [InlineData("<a></b>")]
    [InlineData("<a/><b/>")]
    [InlineData("<a b/>")]
    [InlineData("<a b=c/>")]
    [InlineData("<a b=\"c/>")]
    [InlineData("<a b=\"<\"/>")]
    [InlineData("<a b=\"&\"/>")]
    [InlineData("<a b=\"&nbsp;\"/>")]
    [InlineData("<a b=\"&#xD800;\"/>")]
    [InlineData("<a b=\"c\"d=\"e\"/>")]
    [InlineData("<a/>text")]
    [InlineData("<a><!-- </a>")]
    [InlineData("<a><![CDATA[ </a>")]
    [InlineData("</a>")]
    public void A_malformed_file_has_one_problem_and_no_settings(string text)
    {
        Assert.Throws<XmlException>(() => XDocument.Parse(text));
        var reading = Read(text);
        Assert.NotNull(reading.Problem);
        Assert.True(reading.Problem.Span.End <= text.Length);
        Assert.Empty(reading.Settings);
    }

    [Fact]
    public void Every_truncation_is_read_without_an_exception()
    {
        for (var length = 0; length < WebConfig.Length; length++)
            Assert.NotNull(Read(WebConfig[..length]).Problem);
        Assert.Null(Read(WebConfig).Problem);
    }

    [Fact]
    public void What_System_Xml_accepts_is_accepted()
    {
        var random = new Random(4711);
        const string Alphabet = "<>&;\"'/= \n!-[]a?";
        var accepted = 0;
        for (var i = 0; i < 3000; i++)
        {
            var text = new StringBuilder(WebConfig);
            for (var edits = random.Next(1, 3); edits > 0; edits--)
            {
                var at = random.Next(text.Length);
                if (random.Next(2) == 0)
                    text.Remove(at, Math.Min(random.Next(1, 5), text.Length - at));
                else
                    text.Insert(at, Alphabet[random.Next(Alphabet.Length)]);
            }

            var reading = Read(text.ToString());
            if (!IsXml(text.ToString()))
                continue;
            accepted++;
            Assert.True(reading.Problem is null, reading.Problem + text.ToString());
        }

        Assert.True(accepted > 500);
    }

    [Fact]
    public void Attributes_of_random_documents_are_read_as_System_Xml_reads_them()
    {
        var random = new Random(77);
        for (var i = 0; i < 300; i++)
        {
            var text = "<configuration>" + Elements(random, 0) + "</configuration>";
            var expected = XDocument.Parse(text).Root!.Descendants()
                .SelectMany(element => element.Attributes().Select(attribute => (
                    Key: string.Join('/', element.AncestorsAndSelf().Where(ancestor => ancestor.Parent is not null).Select(ancestor => ancestor.Name.LocalName).Reverse()) + "/@" + attribute.Name.LocalName,
                    attribute.Value)));
            var actual = Read(text).Settings.Where(setting => setting.Key.Contains('@', StringComparison.Ordinal)).Select(setting => (setting.Key, setting.Value.Text));
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void Deep_and_huge_files_are_read_in_linear_time()
    {
        Assert.NotNull(Read(string.Concat(Enumerable.Repeat("<a>", 100_000))).Problem);
        Assert.Null(Read(string.Concat(Enumerable.Repeat("<a b='c'>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000))).Problem);
        var huge = new StringBuilder("<configuration><connectionStrings>");
        while (huge.Length < 20_000_000)
            huge.Append("<add name=\"Shop\" connectionString=\"Server=sql;Password=&quot;a;b&quot;;Encrypt=False\" />\n");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Null(Read(huge + "</connectionStrings></configuration>").Problem);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("<!-- transit-analyzers: ignore DIT0301 tunnel -->\n<a b='c'/>", true)]
    [InlineData("<!-- transit-analyzers: ignore DIT0301 tunnel -->\n<a x='y'\n\n b='c'/>", true)]
    [InlineData("<!-- transit-analyzers: ignore DIT0302 tunnel -->\n<a b='c'/>", false)]
    [InlineData("<a b='c'/> <!-- transit-analyzers: ignore DIT0301 -->", true)]
    public void A_comment_suppresses_a_rule(string body, bool expected)
    {
        var text = "<configuration>\n" + body + "\n</configuration>";
        var reading = Read(text);
        var setting = reading.Settings.Single(setting => setting.Key == "a/@b");
        Assert.Equal(expected, reading.Ignored.Cover("DIT0301", SourceText.From(text), new TextSpan(setting.Value.SourcePosition(0), 1), setting.Anchor));
    }

    private static FileReading Read(string text) => XmlSettings.Read(text, CancellationToken.None);

    private static bool IsXml(string text)
    {
        try
        {
            XDocument.Parse(text);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static string Elements(Random random, int depth)
    {
        var text = new StringBuilder();
        for (var count = random.Next(0, 4); count > 0; count--)
        {
            var name = "e" + random.Next(3);
            text.Append('<').Append(name);
            for (var attribute = random.Next(0, 3); attribute > 0; attribute--)
            {
                var quote = random.Next(2) == 0 ? '"' : '\'';
                text.Append(random.Next(2) == 0 ? " " : "\r\n\t").Append('a').Append(attribute).Append(random.Next(4) == 0 ? " = " : "=").Append(quote);
                for (var i = random.Next(0, 6); i > 0; i--)
                    text.Append(random.Next(9) switch
                    {
                        0 => "&amp;",
                        1 => "&#233;",
                        2 => "&#x1F600;",
                        3 => "&lt;",
                        4 => ">",
                        5 => "\t",
                        6 => "\r\n",
                        7 => quote == '"' ? "'" : "&apos;",
                        _ => "x",
                    });
                text.Append(quote);
            }

            if (depth < 4 && random.Next(2) == 0)
                text.Append('>').Append(Elements(random, depth + 1)).Append("</").Append(name).Append('>');
            else
                text.Append("/>");
        }

        return text.ToString();
    }
}
