using System.Text;
using Microsoft.CodeAnalysis.Text;
using TransitAnalyzers.Hosting;

namespace TransitAnalyzers.Tests.Hosting;

/// <summary>What is read of a file: its words, and the places where names are used in a way that can matter.</summary>
public sealed class WordReaderTests
{
    private const string Name = "Zebra";

    /// <summary>Against a reader that goes line by line and character by character.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Finds_what_a_simple_reader_finds(int seed)
    {
        var random = new Random(seed);
        var telling = new TellingWords();
        telling.AddName(Name, NameUses.Named);
        for (var round = 0; round < 300; round++)
        {
            var text = RandomText(random);
            var words = WordsOf(text).ToList();
            var read = telling.Read(text);
            foreach (var (word, _) in words)
                Assert.True(read.MayHold(Word.BitsOf(word)), $"'{word}' is missed in:\n{text}");
            var expected = words.Where(static word => word.Text == Name).Select(static word => word.End).ToHashSet();
            var found = Enumerable.Range(0, text.Length + 1).Where(at => read.Tells(new TextSpan(at, 0))).ToHashSet();
            Assert.True(expected.SetEquals(found), $"{string.Join(' ', expected)} expected, {string.Join(' ', found)} found in:\n{text}");
        }
    }

    [Fact]
    public void Tells_words_apart()
    {
        var telling = new TellingWords();
        telling.AddName(Name, NameUses.Named);
        var read = telling.Read("Zebras ZebraX aZebra zebra Zebr Zebra_ Zebra1 // Zebra\n/// Zebra\n    // Zebra");
        // The comment behind code is read, as it would take time to know it for one; those on lines of their own are not.
        Assert.True(read.Tells(new TextSpan(0, "Zebras ZebraX aZebra zebra Zebr Zebra_ Zebra1 // Zebra".Length)));
        Assert.False(read.Tells(new TextSpan(0, "Zebras ZebraX aZebra zebra Zebr Zebra_ Zebra1 // Zebr".Length)));
        Assert.Equal(new PlaceRange(0, 1), read.All);
    }

    [Theory]
    [InlineData(nameof(NameUses.Called), "x.Zebra(1);")]
    [InlineData(nameof(NameUses.Called), "Zebra(1);")]
    [InlineData(nameof(NameUses.Called), "x?.Zebra<int>(1);")]
    [InlineData(nameof(NameUses.Called), "x.Zebra\r\n    (1);")]
    [InlineData(nameof(NameUses.Called), "x.Zebra /* all */ (1);")]
    [InlineData(nameof(NameUses.Called), "x.Zebra // all\n (1);")]
    [InlineData(nameof(NameUses.Created), "new Zebra(1);")]
    [InlineData(nameof(NameUses.Created), "new Zebra { };")]
    [InlineData(nameof(NameUses.Created), "new\n    Zebra();")]
    [InlineData(nameof(NameUses.Created), "new /* own */ Zebra();")]
    [InlineData(nameof(NameUses.Created), "new @Zebra();")]
    [InlineData(nameof(NameUses.Created), "new Zoo.Zebra();")]
    [InlineData(nameof(NameUses.Created), "new Zoo . Zebra();")]
    [InlineData(nameof(NameUses.Created), "new global::Zebra();")]
    [InlineData(nameof(NameUses.Created), "(new Zebra<int>());")]
    [InlineData(nameof(NameUses.Assigned), "x.Zebra = 1;")]
    [InlineData(nameof(NameUses.Assigned), "x.Zebra=1;")]
    [InlineData(nameof(NameUses.Assigned), "x.Zebra\n    = 1;")]
    [InlineData(nameof(NameUses.Assigned), "x.Zebra /* all */ = 1;")]
    [InlineData(nameof(NameUses.Assigned), "x.Zebra |= 1;")]
    [InlineData(nameof(NameUses.Assigned), "x.Zebra &= 1;")]
    [InlineData(nameof(NameUses.Assigned), "x.Zebra ??= 1;")]
    [InlineData(nameof(NameUses.Assigned), "x.Zebra >>>= 1;")]
    [InlineData(nameof(NameUses.Assigned), "x.Zebra += (a, b) => true;")]
    [InlineData(nameof(NameUses.Assigned), "(x.Zebra, y) = (1, 2);")]
    [InlineData(nameof(NameUses.Assigned), "(y, x.Zebra) = (1, 2);")]
    [InlineData(nameof(NameUses.Assigned), "((y, x.Zebra), z) = ((1, 2), 3);")]
    [InlineData(nameof(NameUses.Assigned), "(x.Zebra, y[F(1, 2)]) = (1, 2);")]
    [InlineData(nameof(NameUses.Assigned), "(x.Zebra!, y) = (1, 2);")]
    [InlineData(nameof(NameUses.Assigned), "x.Zebra! = 1;")]
    [InlineData(nameof(NameUses.Assigned), "x = new() { Zebra = 1 };")]
    [InlineData(nameof(NameUses.Assigned), "x = y with { Zebra = 1 };")]
    [InlineData(nameof(NameUses.Assigned), "x = new() { Zebra = { Enabled = true } };")]
    [InlineData(nameof(NameUses.Named), "x == Zebra;")]
    [InlineData("Called, Assigned", "x.Zebra = 1;")]
    [InlineData("Called, Assigned", "x.Zebra(1);")]
    public void Tells_a_use(string uses, string code) => Assert.False(Read(uses, code).IsSilent, code);

    [Theory]
    [InlineData(nameof(NameUses.Called), "x.Zebra = 1;")]
    [InlineData(nameof(NameUses.Called), "nameof(Zebra);")]
    [InlineData(nameof(NameUses.Called), "public int Zebra { get; }")]
    [InlineData(nameof(NameUses.Called), "F(x.Zebra, 1);")]
    [InlineData(nameof(NameUses.Created), "Zebra zebra = Find();")]
    [InlineData(nameof(NameUses.Created), "renew Zebra();")]
    [InlineData(nameof(NameUses.Created), "new List<Zebra>();")]
    [InlineData(nameof(NameUses.Created), "typeof(Zebra);")]
    [InlineData(nameof(NameUses.Created), "case Zebra { }: return;")]
    [InlineData(nameof(NameUses.Assigned), "x.Zebra == 1;")]
    [InlineData(nameof(NameUses.Assigned), "x.Zebra != 1;")]
    [InlineData(nameof(NameUses.Assigned), "x.Zebra!=1;")]
    [InlineData(nameof(NameUses.Assigned), "F(x.Zebra);")]
    [InlineData(nameof(NameUses.Assigned), "F(x.Zebra, 1);")]
    [InlineData(nameof(NameUses.Assigned), "F(1, x.Zebra!);")]
    [InlineData(nameof(NameUses.Assigned), "y = F(G(x.Zebra, 1), 2);")]
    [InlineData(nameof(NameUses.Assigned), "if (F(x.Zebra, 1) == 2) y = 3;")]
    [InlineData(nameof(NameUses.Assigned), "Where(y => F(y.Zebra));")]
    [InlineData(nameof(NameUses.Assigned), "int Zebra => 1;")]
    [InlineData(nameof(NameUses.Assigned), "return x.Zebra;")]
    [InlineData(nameof(NameUses.Assigned), "public int Zebra { get; set; }")]
    [InlineData(nameof(NameUses.Assigned), "x.Zebra.ToString();")]
    [InlineData(nameof(NameUses.Assigned), "x.Zebra();")]
    public void Is_silent_about_another_use(string uses, string code) => Assert.True(Read(uses, code).IsSilent, code);

    /// <summary>Of words that begin with a small letter, a digit or an underscore, those that tell something are read.</summary>
    [Theory]
    [InlineData("zebra", "x.zebra;", true)]
    [InlineData("zebra", "zebra", true)]
    [InlineData("zebra", "\"\\nzebra\"", true)]
    [InlineData("zebra", "zebu zebras ze z azebra", false)]
    [InlineData("n", "n", true)]
    [InlineData("n", "x.n;", true)]
    [InlineData("n", "\"\\n\"", false)]
    [InlineData("news", "\"\\news\"", false)]
    [InlineData("ews", "\"\\news\"", true)]
    [InlineData("_zebra", "x._zebra;", true)]
    [InlineData("0x30", "[0x30, 0x31]", true)]
    [InlineData("0x30", "[0x3, 0x31]", false)]
    public void Tells_a_small_word(string word, string code, bool tells)
    {
        var telling = new TellingWords();
        telling.AddName(word, NameUses.Named);
        var read = telling.Read(code);
        Assert.Equal(tells, read.All.End > read.All.First);
        Assert.True(!tells || read.MayHold(Word.BitsOf(word)));
    }

    /// <summary>Words of four characters and more are told apart by their first four, six and ten.</summary>
    [Theory]
    [InlineData("Zeb", true)]
    [InlineData("Zebra", true)]
    [InlineData("ZebraHerd", true)]
    [InlineData("ZebraHerdIsGrazing", true)]
    [InlineData("ZebraHerdInSpring", true)]
    [InlineData("ZebraHorde", false)]
    [InlineData("ZebraHorse", false)]
    [InlineData("Zebroid", false)]
    [InlineData("Horse", false)]
    public void May_hold_a_word_that_begins_as_one_of_the_file(string word, bool may) =>
        Assert.Equal(may, new TellingWords().Read("class ZebraHerdIsGrazing").MayHold(Word.BitsOf(word)));

    /// <summary>An ordinary name tells beside the words and keys that were given with it, not beside those of another.</summary>
    [Theory]
    [InlineData("class Stable; x.Zebra();", true)]
    [InlineData("y[\"hay size\"] = 1; x.Zebra();", true)]
    [InlineData("class Garage; y.Car();", true)]
    [InlineData("x.Zebra(); y.Car();", false)]
    [InlineData("class Garage; x.Zebra();", false)]
    [InlineData("class Stable; y.Car();", false)]
    public void Tells_an_ordinary_name_beside_its_own_words(string code, bool tells)
    {
        var telling = new TellingWords();
        telling.AddOrdinary(Name, NameUses.Called, new Telling(["Stable"], ["Hay Size"]));
        telling.AddOrdinary("Car", NameUses.Called, Telling.By("Garage"));
        Assert.Equal(tells, !telling.Read(code).IsSilent);
    }

    /// <summary>A type that is not spelled behind <c>new</c> stands elsewhere in the file, or of a partial class in another.</summary>
    [Theory]
    [InlineData("class C { void M(Zebra zebra) { } void N() => M(new(x)); }", true)]
    [InlineData("class C { Zebra zebra; void N() => zebra = new(x) { Size = y }; }", true)]
    [InlineData("partial class C { void N() => zebra = new(x); }", true)]
    [InlineData("class C { void N() => M(new(1024)); }", true)]
    [InlineData("class C { void N() => M(new(x)); }", false)]
    [InlineData("class C { void N() => M(new()); }", false)]
    [InlineData("class C { void N() => M(new(1024, x)); }", false)]
    [InlineData("class C { void N() => M(new(1_024)); }", true)]
    [InlineData("class C { void N() => M(new(30)); }", false)]
    [InlineData("class C { Zebra Z { get; set; } = new(x); }", true)]
    [InlineData("class C { Horse H { get; set; } = new(x); Zebra z; }", false)]
    [InlineData("class C { Horse\n H { get; } = new(x); Zebra z; }", true)] // What ends the line before may be a comment.
    [InlineData("class C { Zebra z; void N() => throw new(x); }", false)]
    [InlineData("class C { Zebra z; Zebra N() { return new(x); } }", true)]
    [InlineData("class C<T> where T : Zebra, new() { }", false)]
    [InlineData("class C<T> where T : class, new ( ) where U : Zebra { }", false)]
    [InlineData("class C { Zebra M() { Horse horse = new(x); } }", false)]
    [InlineData("class Meadow { void N() => M(new(x)); }", true)]
    [InlineData("class Meadow { void N() => M(renew(x)); }", false)]
    public void Tells_new_without_a_type(string code, bool tells)
    {
        var telling = new TellingWords();
        telling.AddCreation(Name, null);
        telling.AddCreation("Cow", Telling.By("Meadow"));
        Assert.Equal(tells, !telling.Read(code).IsSilent);
    }

    [Theory]
    [InlineData("x = delegate { return true; };", true)]
    [InlineData("x = delegate (int a, int b) { return true; };", true)]
    [InlineData("x = delegate /* all */ { return true; };", true)]
    [InlineData("public delegate bool Check(int a, int b);", false)]
    [InlineData("delegate*<int, bool> check;", false)]
    [InlineData("x = (a, b) => true;", true)]
    [InlineData("x = (a, b) =>\n    true;", true)]
    [InlineData("x = (a, b) => { Log(a); return true; };", true)]
    [InlineData("x = async (a, b) => { b.Trusted = true; };", true)]
    [InlineData("x = (a, b) => a.CompareTo(b);", false)]
    [InlineData("x = (a, b) => { Log(a); };", false)]
    [InlineData("x = (a, b, c) => a.CompareTo(b);", true)]
    [InlineData("x = (a, b, c, d) => { Log(a); };", true)]
    [InlineData("x = a => true;", false)]
    [InlineData("x = (a) => true;", false)]
    [InlineData("public static bool operator ==(A a, A b) => true;", false)]
    [InlineData("public static A operator >> (A a, A b) => a;", false)]
    [InlineData("bool Check(A a, A b) => true;", false)]
    public void Tells_a_function_of_several_parameters(string code, bool tells) => Assert.Equal(tells, !new TellingWords().Read(code).IsSilent);

    /// <summary>Between blanks, the sign after a key is that of an assignment, unless quotes are open before it.</summary>
    [Theory]
    [InlineData("\"Size=1\"", true)]
    [InlineData("\"size = 1\"", true)]
    [InlineData("F(\"a\" + \"b;Size = 1\")", true)]
    [InlineData("$\"{a[\"b\"]};Size = 1\"", true)]
    [InlineData("\"User='\" + a + \"';Size = 1\"", true)]
    [InlineData("F('\"', \"Size = 1\")", true)]
    [InlineData("F(\"a\\\"b\", \"Size = 1\")", true)]
    [InlineData("F(\"C:\\\\\" + \"Size = 1\")", true)]
    [InlineData("@\"C:\\\" + \"Size = 1\"", true)]
    [InlineData("new Zoo { Name = \"a\", Size = 1 }", false)]
    [InlineData("F(\"a\").Size = 1", false)]
    [InlineData("F('\"').Size = 1", false)]
    [InlineData("Size = 1; F(\"a\");", false)]
    public void Tells_a_pair(string code, bool tells)
    {
        var telling = new TellingWords();
        telling.Add(new TellingTexts([], [], ["Size"]));
        Assert.Equal(tells, telling.Read(code).HasText);
    }

    /// <summary>A limit of minus one is none.</summary>
    [Theory]
    [InlineData("x = TimeSpan.FromMilliseconds(-1);", true)]
    [InlineData("x = TimeSpan.FromSeconds( -1 );", true)]
    [InlineData("x = new TimeSpan(-1);", true)]
    [InlineData("TimeSpan x = new(-1);", true)]
    [InlineData("Zebra = -1;", true)]
    [InlineData("Horse = -1;", false)]
    [InlineData("x = now.AddDays(-1);", false)]
    [InlineData("x = TimeSpan.FromMilliseconds(-100);", false)]
    [InlineData("x = (-1);", false)]
    public void Tells_no_limit(string code, bool tells)
    {
        var telling = new TellingWords();
        telling.AddOrdinary(Name, NameUses.Assigned, Telling.By("Meadow"));
        Assert.Equal(tells, !telling.Read(code).IsSilent);
    }

    /// <summary>RFC 7468: dashes go before the word.</summary>
    [Theory]
    [InlineData("\"-----BEGIN ZEBRA\"", true)]
    [InlineData("\"---- BEGIN SSH2\"", true)]
    [InlineData("\"BEGIN TRANSACTION\"", false)]
    [InlineData("BEGIN", false)]
    public void Tells_a_boundary(string code, bool tells)
    {
        var telling = new TellingWords();
        telling.Add(new TellingTexts([], [], []) { Boundaries = ["BEGIN"] });
        Assert.Equal(tells, telling.Read(code).HasText);
    }

    private static FileWords Read(string uses, string code)
    {
        var telling = new TellingWords();
        telling.AddName(Name, Enum.Parse<NameUses>(uses));
        return telling.Read(code);
    }

    /// <summary>Words around the ends of blocks, of every length, and what stands between words in programs.</summary>
    private static string RandomText(Random random)
    {
        string[] between = [" ", "  ", ".", "(", ");\n", " = ", "\n", "\r\n", "\t", "=> ", "\"", "\\n", "\\t", "/", "-1", "\n    // ", "\n///", "//", "{", "[", ",", "@", "`", "^", "|", ":", "~"];
        var letters = random.Next(2) == 0 ? "abcnrtzAXYZM_09" : "abcnrtXYZM_09éß中";
        var text = new StringBuilder();
        for (var piece = random.Next(60); piece >= 0; piece--)
        {
            if (random.Next(5) == 0)
                text.Append(Name);
            else
                for (var length = random.Next(10) == 0 ? random.Next(150) : random.Next(12); length > 0; length--)
                    text.Append(letters[random.Next(letters.Length)]);
            text.Append(between[random.Next(between.Length)]);
        }

        return text.ToString();
    }

    private static IEnumerable<(string Text, int End)> WordsOf(string text)
    {
        for (var line = 0; line < text.Length;)
        {
            var end = text.IndexOf('\n', line) + 1 is var next and > 0 ? next : text.Length;
            if (!text[line..end].TrimStart(' ', '\t').StartsWith("//", StringComparison.Ordinal))
            {
                for (var at = line; at < end; at++)
                {
                    if (!Word.IsPart(text[at]))
                        continue;
                    var start = at;
                    while (at < end && Word.IsPart(text[at]))
                        at++;
                    if (start > 0 && text[start - 1] == '\\' && text[start] is 'n' or 'r' or 't')
                        start++;
                    if (start < at)
                        yield return (text[start..at], at);
                }
            }

            line = end;
        }
    }
}
