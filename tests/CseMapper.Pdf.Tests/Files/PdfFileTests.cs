using System.Globalization;
using System.Text;
using CseMapper.Pdf.Files;
using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Files;

public sealed class PdfFileTests
{
    [Fact]
    public void ASoundFileOpensWithoutAProblem()
    {
        PdfProblemLog log = new();
        PdfFile file = SmallPdf.OnePage().End().Open(log);
        Assert.Equal(PdfOpenStatus.Opened, file.Status);
        Assert.Equal("Hello", ShownStrings.Of(file));
        Assert.Empty(log.Problems);
    }

    [Fact]
    public void JunkBeforeTheHeaderAndAfterTheEndIsBorne()
    {
        byte[] bytes =
        [
            .. "HTTP/1.1 200 OK\r\n\r\n"u8,
            .. SmallPdf.OnePage().End().Bytes(),
            .. new byte[3000],
            .. "<html>"u8,
        ];
        PdfProblemLog log = new();
        PdfFile file = PdfFile.Open(bytes, [], log, PdfLimits.Default);
        Assert.Equal("Hello", ShownStrings.Of(file));
        Assert.Empty(log.Problems);
    }

    [Fact]
    public void TheNewestVersionOfAnObjectCounts()
    {
        SmallPdf pdf = SmallPdf.OnePage("(old) Tj").End();
        int previous = LastTable(pdf);
        int stream = pdf.Length;
        pdf.AddStream(4, "", "(new) Tj");
        int table = pdf.Length;
        pdf.Append(
            $"xref\n4 1\n{stream:D10} 00000 n \ntrailer\n<</Size 5/Root 1 0 R/Prev {previous}>>\nstartxref\n"
                + $"{table}\n%%EOF\n"
        );
        PdfProblemLog log = new();
        Assert.Equal("new", ShownStrings.Of(pdf.Open(log)));
        Assert.Empty(log.Problems);
    }

    [Fact]
    public void ADeletedObjectIsNull()
    {
        SmallPdf pdf = SmallPdf.OnePage("(old) Tj").End();
        int previous = LastTable(pdf);
        int table = pdf.Length;
        pdf.Append(
            $"xref\n4 1\n0000000000 00001 f \ntrailer\n<</Size 5/Root 1 0 R/Prev {previous}>>\nstartxref\n{table}"
                + "\n%%EOF\n"
        );
        Assert.Equal("", ShownStrings.Of(pdf.Open()));
    }

    [Fact]
    public void AChainThatRunsInACircleEnds()
    {
        SmallPdf pdf = SmallPdf.OnePage();
        pdf.End($"/Root 1 0 R/Prev {pdf.Length}");
        Assert.Equal("Hello", ShownStrings.Of(pdf.Open()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ObjectsInStreamsAreFound(bool isHybrid)
    {
        // Object 5 holds catalog and pages; object 6 is the cross-reference stream: type, place, index in one, two and
        // one bytes.
        SmallPdf pdf = new SmallPdf().Add(3, "<</Type/Page/Contents 4 0 R>>").AddStream(4, "", "(compressed) Tj");
        string first = "<</Type/Catalog/Pages 2 0 R>> ";
        pdf.AddStream(
            5,
            "/Type/ObjStm/N 2/First 9",
            $"1 0 2 {first.Length} ".PadRight(9) + first + "<</Kids[3 0 R]/Count 1>>"
        );
        int start = pdf.Length;
        string entries =
            Entry(0, 0, 0)
            + Entry(2, 5, 0)
            + Entry(2, 5, 1)
            + Entry(1, pdf.Offsets[3], 0)
            + Entry(1, pdf.Offsets[4], 0)
            + Entry(1, pdf.Offsets[5], 0)
            + Entry(1, start, 0);
        pdf.AddStream(6, "/Type/XRef/Size 7/W[1 2 1]/Root 1 0 R", entries);
        if (isHybrid)
        {
            int table = pdf.Length;
            pdf.Append(
                "xref\n0 4\n0000000000 65535 f \n0000000000 00000 f \n0000000000 00000 f \n"
                    + $"{pdf.Offsets[3]:D10} 00000 n \n"
                    + $"trailer\n<</Size 7/Root 1 0 R/XRefStm {start}>>\n"
            );
            start = table;
        }

        pdf.Append($"startxref\n{start}\n%%EOF");
        PdfProblemLog log = new();
        Assert.Equal("compressed", ShownStrings.Of(pdf.Open(log)));
        Assert.Empty(log.Problems);
    }

    [Fact]
    public void AnObjectStreamInsideItselfIsNull()
    {
        SmallPdf pdf = SmallPdf.OnePage();
        int start = pdf.Length;
        string entries =
            Entry(0, 0, 0)
            + string.Concat(Enumerable.Range(1, 4).Select(i => Entry(1, pdf.Offsets[i], 0)))
            + Entry(2, 5, 0)
            + Entry(2, 7, 0)
            + Entry(2, 6, 0);
        pdf.AddStream(8, "/Type/XRef/Size 8/W[1 2 1]/Root 1 0 R", entries).Append($"startxref\n{start}\n%%EOF");
        PdfFile file = pdf.Open();
        Assert.Equal("Hello", ShownStrings.Of(file));
        Assert.True(file.Resolve(new PdfReference(5, 0)).IsNull);
        Assert.True(file.Resolve(new PdfReference(6, 0)).IsNull);
    }

    [Theory]
    [InlineData("startxref", "startxxxx")]
    [InlineData("xref\n0 1", "xxxx\n0 1")]
    [InlineData("trailer", "trxxxer")]
    [InlineData("/Root 1 0 R", "/Root 7 0 R")]
    [InlineData("0000000000 65535 f", "0000000000 zzzzz f")]
    public void DamagedCrossReferencesAreRebuilt(string sound, string damaged)
    {
        string text = Encoding
            .Latin1.GetString(SmallPdf.OnePage().End().Bytes())
            .Replace(sound, damaged, StringComparison.Ordinal);
        PdfProblemLog log = new();
        PdfFile file = PdfFile.Open(Encoding.Latin1.GetBytes(text), [], log, PdfLimits.Default);
        Assert.Equal(PdfOpenStatus.Opened, file.Status);
        Assert.Equal("Hello", ShownStrings.Of(file));
        Assert.Contains(log.Problems, problem => problem.Kind == PdfProblemKind.Damaged);
    }

    [Fact]
    public void WrongOffsetsAreFoundByTheObjectsNumbers()
    {
        SmallPdf pdf = SmallPdf.OnePage();
        string text = Encoding
            .Latin1.GetString(pdf.End().Bytes())
            .Replace($"{pdf.Offsets[4]:D10}", $"{pdf.Offsets[4] - 9:D10}", StringComparison.Ordinal);
        PdfProblemLog log = new();
        PdfFile file = PdfFile.Open(Encoding.Latin1.GetBytes(text), [], log, PdfLimits.Default);
        Assert.Equal("Hello", ShownStrings.Of(file));
        Assert.Equal(PdfProblemKind.Damaged, Assert.Single(log.Problems).Kind);
    }

    [Theory]
    [InlineData("/Length 1")]
    [InlineData("/Length 99999999999")]
    [InlineData("/Length -5")]
    [InlineData("/Length 4 0 R")]
    [InlineData("/Length 77 0 R")]
    [InlineData("/Length(x)")]
    public void WrongStreamLengthsAreMended(string length)
    {
        PdfFile file = SmallPdf.OnePage().AddStream(4, length, "(whole) Tj").End().Open();
        Assert.Equal("whole", ShownStrings.Of(file));
    }

    [Fact]
    public void AMissingEndOfObjectIsBorne()
    {
        string text = Encoding
            .Latin1.GetString(SmallPdf.OnePage().Bytes())
            .Replace("endobj\n", "", StringComparison.Ordinal);
        PdfFile file = PdfFile.Open(
            Encoding.Latin1.GetBytes(text + "trailer<</Root 1 0 R>>"),
            [],
            new PdfProblemLog(),
            PdfLimits.Default
        );
        Assert.Equal("Hello", ShownStrings.Of(file));
    }

    [Fact]
    public void AFileCutInHalfGivesThePagesThatAreLeft()
    {
        SmallPdf pdf = SmallPdf.OnePage("(kept) Tj").Add(2, "<</Type/Pages/Kids[3 0 R 9 0 R]/Count 2>>");
        byte[] whole = pdf.Add(9, "<</Type/Page/Contents 4 0 R>>").End().Bytes();
        PdfFile file = PdfFile.Open(whole.AsMemory(0, pdf.Offsets[9] - 3), [], new PdfProblemLog(), PdfLimits.Default);
        Assert.Equal("kept", ShownStrings.Of(file));
    }

    [Fact]
    public void ReferencesThatRunInACircleAreNull()
    {
        PdfFile file = SmallPdf.OnePage().Add(5, "6 0 R").Add(6, "5 0 R").Add(7, "7 0 R").End().Open();
        Assert.True(file.Resolve(new PdfReference(5, 0)).IsNull);
        Assert.True(file.Resolve(new PdfReference(7, 0)).IsNull);
        Assert.True(file.Resolve(new PdfReference(99, 0)).IsNull);
        Assert.True(file.Resolve(new PdfReference(-1, 0)).IsNull);
        Assert.True(file.Resolve(new PdfReference(int.MaxValue, 0)).IsNull);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Dear Sir or Madam")]
    [InlineData("%PDF-1.7\n%%EOF")]
    [InlineData("PK\u0003\u0004 and so on")]
    public void WhatIsNoPdfIsUnreadable(string text)
    {
        Assert.Equal(
            PdfOpenStatus.Unreadable,
            PdfFile.Open(Encoding.Latin1.GetBytes(text), [], new PdfProblemLog(), PdfLimits.Default).Status
        );
    }

    [Fact]
    public void AFileOfNothingButObjectHeadersTakesNoLongerThanItsLength()
    {
        string text =
            "%PDF-1.4\n" + string.Concat(Enumerable.Range(1, 60_000).Select(i => $"{i} 0 obj<</Length 5>>stream\n"));
        PdfFile file = PdfFile.Open(Encoding.Latin1.GetBytes(text), [], new PdfProblemLog(), PdfLimits.Default);
        for (int i = 1; i < 60_000; i++)
            file.Resolve(new PdfReference(i, 0));
        Assert.Empty(file.Pages);
    }

    [Fact]
    public void ObjectsThatOverlapAreBoundedAndNamed()
    {
        // Each of the 2,000 objects is a string up to the end of the file.
        string text =
            "%PDF-1.4\n" + string.Concat(Enumerable.Range(1, 2000).Select(i => $"{i} 0 obj (")) + new string(')', 2000);
        PdfProblemLog log = new();
        PdfLimits limits = PdfLimits.Default with { LeastParsedBytes = 0 };
        PdfFile file = PdfFile.Open(Encoding.Latin1.GetBytes(text), [], log, limits);
        Assert.Equal(PdfOpenStatus.Unreadable, file.Status);
        Assert.Contains(log.Problems, problem => problem.Kind == PdfProblemKind.LimitReached);
    }

    [Fact]
    public void APageDrawnAgainAndAgainIsBoundedAndNamed()
    {
        PdfProblemLog log = new();
        PdfFile file = SmallPdf
            .OnePage(new string(' ', 10_000) + "(x) Tj")
            .End()
            .Open(log, PdfLimits.Default with { LeastFileBytes = 0, StreamBytesPerByte = 10 });
        string[] texts = [.. Enumerable.Range(0, 20).Select(_ => ShownStrings.Of(file))];
        Assert.Equal("x", texts[5]);
        Assert.Equal("", texts[19]);
        Assert.Equal(PdfProblemKind.LimitReached, Assert.Single(log.Problems).Kind);
    }

    [Fact]
    public void ChangedBytesNeverMakeItThrow()
    {
        byte[] sound = SmallPdf.OnePage().End().Bytes();
        PropertyTest.Holds<(ushort Place, byte Value)[]>(changes =>
        {
            byte[] bytes = [.. sound];
            foreach ((ushort place, byte value) in changes)
                bytes[place % bytes.Length] = value;
            PdfFile file = PdfFile.Open(bytes, [], new PdfProblemLog(), PdfLimits.Default);
            for (int i = 0; i < file.Pages.Count; i++)
                ShownStrings.Of(file, i);
            return file.Status == PdfOpenStatus.Unreadable || file.Log.Problems.Count > 0 || file.Pages.Count == 1;
        });
    }

    private static string Entry(int type, int place, int index) =>
        $"{(char)type}{(char)(place >> 8)}{(char)(place & 255)}{(char)index}";

    private static int LastTable(SmallPdf pdf)
    {
        string text = Encoding.Latin1.GetString(pdf.Bytes());
        return int.Parse(
            text[(text.LastIndexOf("startxref\n", StringComparison.Ordinal) + 10)..].Split('\n')[0],
            CultureInfo.InvariantCulture
        );
    }
}
