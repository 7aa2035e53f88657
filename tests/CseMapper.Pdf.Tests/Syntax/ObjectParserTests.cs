using System.Text;
using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Syntax;

namespace CseMapper.Pdf.Tests.Syntax;

public sealed class ObjectParserTests
{
    [Theory]
    [InlineData("null", "null")]
    [InlineData("true", "true")]
    [InlineData("12 0 R", "12R")]
    [InlineData("[1 0 R 2 3 4 0 R]", "[1R 2 3 4R]")]
    [InlineData("[0 0 612 792]", "[0 0 612 792]")]
    [InlineData("<</A 1/B[(x)<79>]/C<</D/E>>>>", "<A=1 B=[(x) (y)] C=<D=/E>>")]
    [InlineData("<</A 1/A 2>>", "<A=2>")]
    [InlineData("[1 0 Rx]", "[1 0]")]
    public void ObjectsAreRead(string text, string expected)
    {
        Assert.Equal(expected, Show(Read(text)));
    }

    [Theory]
    [InlineData("<</A 1/B", "<A=1>")]
    [InlineData("<</A 1 endobj", "<A=1>")]
    [InlineData("[1 2 endobj", "[1 2]")]
    [InlineData("<</A [1 2 /B 3>> endobj", "<A=[1 2 /B 3]>")]
    [InlineData("<</A junk/B 2>>", "<B=2>")]
    [InlineData("<</A>>", "<>")]
    [InlineData("<<1 2/A 3>>", "<A=3>")]
    [InlineData("[1 ) 2]", "[1 2]")]
    [InlineData("endobj", "null")]
    [InlineData("", "null")]
    public void DamagedObjectsAreReadAsFarAsTheyGo(string text, string expected)
    {
        Assert.Equal(expected, Show(Read(text)));
    }

    [Fact]
    public void NestingBeyondTheLimitIsReadAsNull()
    {
        byte[] bytes = Encoding.Latin1.GetBytes("[[[[1 [2] 3]] 4]] 5");
        ObjectParser parser = new(bytes, 0, new NameTable(), depth: 2);
        Assert.Equal("[[null 4]]", Show(parser.Read()));
        Assert.Equal("5", Show(parser.Read()));
    }

    [Fact]
    public void AMillionBracketsDoNotOverflowTheStack()
    {
        Assert.Equal(PdfKind.Array, Read(new string('[', 1_000_000)).Kind);
        Assert.Equal(PdfKind.Dictionary, Read(string.Concat(Enumerable.Repeat("<</A", 250_000))).Kind);
    }

    [Theory]
    [InlineData("stream\r\nX", 8)]
    [InlineData("stream\nX", 7)]
    [InlineData("stream\rX", 7)]
    [InlineData("stream \nX", 8)]
    [InlineData("streamX", 6)]
    public void DataBeginsAfterTheLineOfTheKeyword(string text, int position)
    {
        ObjectParser parser = new(Encoding.Latin1.GetBytes(text), 0, new NameTable());
        Assert.True(parser.TryReadStreamKeyword());
        Assert.Equal(position, parser.Position);
    }

    [Theory]
    [InlineData("12 3 obj<<>>", 12, 3)]
    [InlineData("  7 0 objx", 7, 0)]
    public void HeadersAreRead(string text, int number, int generation)
    {
        ObjectParser parser = new(Encoding.Latin1.GetBytes(text), 0, new NameTable());
        Assert.True(parser.TryReadHeader(out PdfReference reference));
        Assert.Equal(new PdfReference(number, generation), reference);
    }

    [Fact]
    public void NoBytesMakeTheParserThrowOrStandStill()
    {
        PropertyTest.Holds<byte[]>(bytes =>
        {
            ObjectParser parser = new(bytes, 0, new NameTable());
            parser.Read();
            return parser.Position <= bytes.Length;
        });
    }

    [Fact]
    public void LargeDictionariesKeepOrderAndFindEveryKey()
    {
        PdfDictionary dictionary = Read(
                "<<" + string.Concat(Enumerable.Range(0, 500).Select(i => $"/K{i} {i}")) + "/K7 -7>>"
            )
            .AsDictionary()!;
        Assert.Equal(500, dictionary.Count);
        Assert.Equal(-7, dictionary["K7"].AsInt());
        Assert.Equal(499, dictionary["K499"].AsInt());
        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"K{i}"), dictionary.Keys);
        Assert.False(dictionary.Contains("K500"));
    }

    private static PdfValue Read(string text) =>
        new ObjectParser(Encoding.Latin1.GetBytes(text), 0, new NameTable()).Read();

    private static string Show(PdfValue value) =>
        value.Kind switch
        {
            PdfKind.Null => "null",
            PdfKind.Boolean => value.AsBoolean() ? "true" : "false",
            PdfKind.Integer or PdfKind.Real => $"{value.AsNumber()}",
            PdfKind.String => $"({Encoding.Latin1.GetString(value.AsString()!)})",
            PdfKind.Name => $"/{value.AsName()}",
            PdfKind.Reference => $"{value.AsReference()!.Value.Number}R",
            PdfKind.Array => "[" + string.Join(' ', Items(value.AsArray()!)) + "]",
            _ => "<" + string.Join(' ', Entries(value.AsDictionary()!)) + ">",
        };

    private static IEnumerable<string> Items(PdfArray array) =>
        Enumerable.Range(0, array.Count).Select(i => Show(array.Raw(i)));

    private static IEnumerable<string> Entries(PdfDictionary dictionary) =>
        dictionary.Keys.Select(key => $"{key}={Show(dictionary.Raw(key))}");
}
