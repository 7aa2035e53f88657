using System.IO.Compression;
using System.Text;
using static CseMapper.Documents.Tests.Word.SmallWordFile;

namespace CseMapper.Documents.Tests.Word;

/// <summary>Damaged and hostile files: what is left is read, what is missing is named, nothing is harmed.</summary>
public sealed class WordDamageTests
{
    [Fact]
    public void AFileWithoutAMainPartIsUnreadable() =>
        Assert.Equal(ReadStatus.Unreadable, Reading.Of([0x50, 0x4B, 5, 6, .. new byte[18]]).Status);

    [Fact]
    public void AFileWithoutRelationshipsIsRead()
    {
        byte[] file = Without(
            new SmallWordFile(P("Text", "<w:pStyle w:val=\"A\"/>"))
                .Styles("<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:name w:val=\"heading 1\"/></w:style>")
                .ToBytes(),
            "_rels/.rels",
            "word/_rels/document.xml.rels"
        );
        Assert.IsType<HeadingBlock>(Assert.Single(Reading.Of(file).Document!.Blocks));
    }

    [Fact]
    public void AFileWithoutContentTypesIsRead() =>
        Assert.Equal(
            "Text",
            Reading.TextOf(Reading.Of(Without(new SmallWordFile(P("Text")).ToBytes(), "[Content_Types].xml")))
        );

    [Fact]
    public void AMainPartOfAnotherNameIsFound()
    {
        byte[] file = Repacked(
            new SmallWordFile(P("Text")).ToBytes(),
            (name, content) =>
                (
                    name.Replace("word/document.xml", "x/y.xml", StringComparison.Ordinal),
                    content.Replace("word/document.xml", "x/y.xml", StringComparison.Ordinal)
                )
        );
        Assert.Equal("Text", Reading.TextOf(Reading.Of(file)));
    }

    [Fact]
    public void TheTextIsFoundWhereAnotherPartShouldBe()
    {
        byte[] file = Repacked(
            new SmallWordFile(P("Text")).Settings("").ToBytes(),
            (name, content) =>
                (
                    name switch
                    {
                        "word/document.xml" => "word/settings.xml",
                        "word/settings.xml" => "word/document.xml",
                        _ => name,
                    },
                    content
                )
        );
        Assert.Equal("Text", Reading.TextOf(Reading.Of(file)));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(80)]
    [InlineData(200)]
    public void AFileCutOffAtItsEndIsReadInPart(int cut)
    {
        IngestResult result = Reading.Of(new SmallWordFile(P("Text")).ToBytes()[..^cut]);
        Assert.Equal(ReadStatus.PartlyRead, result.Status);
        Assert.Equal("Text", Reading.TextOf(result));
    }

    [Fact]
    public void WhatStandsBeforeAnArchiveDoesNotMatter() =>
        Assert.Equal(
            "Text",
            Reading.TextOf(Reading.Of([.. "MZ some program"u8, .. new SmallWordFile(P("Text")).ToBytes()]))
        );

    [Fact]
    public void TextBeforeAndAfterBrokenMarkupIsRead()
    {
        byte[] file = new SmallWordFile(
            $"{P("One")}<w:p><w:r><w:t>Two & three</w:t></w:r></w:p>{P("Four &lt;5&gt;")}<w:tbl><w:tr><w:tc>"
                + $"{P("Six")}</w:tc></w:tr></w:tbl>"
        ).ToBytes();
        IngestResult result = Reading.Of(file);
        Assert.Equal(ReadStatus.PartlyRead, result.Status);
        Assert.Equal("One\nTwo & three\nFour <5>\nSix", Reading.TextOf(result));
        Assert.Contains(
            "word/document.xml (the text) is damaged at line 1",
            Assert.Single(result.Problems).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void DeletedTextStaysOutAfterBrokenMarkup()
    {
        byte[] file = new SmallWordFile(
            $"<w:p></w:x>{R("within ")}<w:del w:id=\"1\"><w:r><w:t>20</w:t></w:r></w:del>{R("10 days")}</w:p>"
        ).ToBytes();
        Assert.Equal("within 10 days", Reading.TextOf(Reading.Of(file)));
    }

    [Fact]
    public void ABrokenPartIsNamedAndTheOthersAreRead()
    {
        IngestResult result = Reading.Of(
            new SmallWordFile(P("Text"))
                .Part(
                    "word/styles.xml",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml",
                    "styles",
                    "<w:styles $names><w:style></w:styles>"
                )
                .ToBytes()
        );
        Assert.Equal("Text", Reading.TextOf(result));
        Assert.Contains(
            "word/styles.xml (the styles) is damaged",
            Assert.Single(result.Problems).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ControlCharactersAreBlanks() =>
        Assert.Equal("a b c", Reading.TextOf(Reading.Of(new SmallWordFile(P("a\u0001b&#2;c")).ToBytes())));

    [Fact]
    public void HalvesOfCharactersAreReplaced() =>
        Assert.Equal("a\uFFFDb", Reading.TextOf(Reading.Of(new SmallWordFile(P("a&#xD800;b")).ToBytes())));

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("iso-8859-1")]
    public void OtherEncodingsAreRead(string encoding)
    {
        Encoding coded = Encoding.GetEncoding(encoding);
        byte[] file = new SmallWordFile(P("Précis")).ToBytes();
        byte[] recoded = Recoded(
            file,
            "word/document.xml",
            text =>
                [.. coded.GetPreamble(), .. coded.GetBytes(text.Replace("UTF-8", encoding, StringComparison.Ordinal))]
        );
        Assert.Equal("Précis", Reading.TextOf(Reading.Of(recoded)));
    }

    [Fact]
    public void EntitiesAreNeitherFollowedNorFatal()
    {
        byte[] file = Recoded(
            new SmallWordFile(P("One") + P("&outside;") + P("Two")).ToBytes(),
            "word/document.xml",
            text =>
                Encoding.UTF8.GetBytes(
                    text.Replace(
                        "<w:document",
                        "<!DOCTYPE d [<!ENTITY outside SYSTEM \"file:///etc/hostname\">]><w:document",
                        StringComparison.Ordinal
                    )
                )
        );
        Assert.Equal("One\n&outside;\nTwo", Reading.TextOf(Reading.Of(file)));
    }

    [Theory]
    [InlineData("w:sdt", "")]
    [InlineData("w:ins", "")]
    [InlineData("x", " xmlns=\"urn:unknown\"")]
    public void DeepNestingIsRead(string element, string attributes)
    {
        string open = string.Concat(Enumerable.Repeat($"<{element}{attributes}>", 50_000)),
            close = string.Concat(Enumerable.Repeat($"</{element}>", 50_000));
        Assert.Equal("deep", Reading.TextOf(Reading.Of(new SmallWordFile($"{open}{P("deep")}{close}").ToBytes())));
    }

    [Fact]
    public void DeepTablesAreRead()
    {
        string open = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 5000)),
            close = string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 5000));
        IngestResult result = Reading.Of(new SmallWordFile($"{open}{P("deep")}{close}").ToBytes());
        Assert.Equal("deep", Reading.TextOf(result));
        Assert.Contains("more than 64 deep", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>",
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )]
    [InlineData(
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r></w:p>",
        ""
    )]
    [InlineData("<w:p><m:oMath><m:f><m:num>", "</m:num></m:f></m:oMath></w:p>")]
    public void DeepBoxesFieldsAndFormulasAreRead(string open, string close)
    {
        string body =
            string.Concat(Enumerable.Repeat(open, 3000)) + P("deep") + string.Concat(Enumerable.Repeat(close, 3000));
        Assert.Contains(
            "deep",
            Reading.TextOf(Reading.Of(new SmallWordFile(body).ToBytes())),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ADocumentThatTakesInItselfEnds()
    {
        byte[] inner = new SmallWordFile(P("Inside")).ToBytes();
        for (int i = 0; i < 8; i++)
        {
            inner = new SmallWordFile(P("Level") + "<w:altChunk r:id=\"c1\"/>")
                .Part(
                    "word/a.docx",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    "aFChunk",
                    inner,
                    "c1"
                )
                .ToBytes();
        }

        IngestResult result = Reading.Of(inner);
        Assert.Equal("Level\nLevel\nLevel\nLevel\nLevel", Reading.TextOf(result));
        Assert.Contains("more than four deep", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UnpackingStopsAtItsLimit()
    {
        byte[] file = new SmallWordFile(P("before") + P(new string('x', 1_000_000)) + P("after")).ToBytes();
        IngestResult result = Reading.Of(file, ReadOptions.Default with { MaxUnpackedBytes = 100_000 });
        Assert.Equal(ReadStatus.PartlyRead, result.Status);
        Assert.StartsWith("before", Reading.TextOf(result), StringComparison.Ordinal);
        Assert.Contains(
            result.Problems,
            problem => problem.Message.Contains("unpacks to far more", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void TextStopsAtItsLimit()
    {
        IngestResult result = Reading.Of(
            new SmallWordFile(P("12345") + P("67890")).ToBytes(),
            ReadOptions.Default with
            {
                MaxTextLength = 7,
            }
        );
        Assert.Equal((ReadStatus.PartlyRead, "12345\n67"), (result.Status, Reading.TextOf(result)));
    }

    [Fact]
    public void AFileBeyondTheLimitIsNotRead() =>
        Assert.Equal(
            ReadStatus.Unreadable,
            Reading.Of(new SmallWordFile(P("Text")).ToBytes(), ReadOptions.Default with { MaxFileBytes = 100 }).Status
        );

    [Fact]
    public void BothWaysIntoAPackageReadTheSame()
    {
        foreach (TortureCase torture in TortureCase.All)
        {
            byte[] file = torture.File.ToBytes();
            // Without its directory the archive is pieced together instead of opened by Open XML.
            byte[] damaged = file[..^22];
            Assert.Equal(Reading.TextOf(Reading.Of(file)), Reading.TextOf(Reading.Of(damaged)));
        }
    }

    private static byte[] Without(byte[] file, params string[] names) =>
        Repacked(file, (name, content) => (names.Contains(name) ? null : name, content));

    private static byte[] Repacked(byte[] file, Func<string, string, (string? Name, string Content)> change) =>
        Rebuilt(
            file,
            (name, bytes) =>
            {
                (string? changed, string content) = change(name, Encoding.UTF8.GetString(bytes));
                return (changed, Encoding.UTF8.GetBytes(content));
            }
        );

    private static byte[] Recoded(byte[] file, string part, Func<string, byte[]> change) =>
        Rebuilt(file, (name, bytes) => (name, name == part ? change(Encoding.UTF8.GetString(bytes)) : bytes));

    private static byte[] Rebuilt(byte[] file, Func<string, byte[], (string? Name, byte[] Content)> change)
    {
        using MemoryStream result = new MemoryStream();
        using (ZipArchive source = new ZipArchive(new MemoryStream(file)))
        using (ZipArchive target = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (ZipArchiveEntry entry in source.Entries)
            {
                using MemoryStream content = new MemoryStream();
                using (Stream packed = entry.Open())
                    packed.CopyTo(content);
                (string? name, byte[] bytes) = change(entry.FullName, content.ToArray());
                if (name is null)
                    continue;
                using Stream written = target.CreateEntry(name).Open();
                written.Write(bytes);
            }
        }

        return result.ToArray();
    }
}
