using System.Text;
using CseMapper.Documents.Ocr;
using CseMapper.Documents.Pdf;

namespace CseMapper.Documents.Tests.Ocr;

public sealed class PdfRecognitionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("csemapper-ocr-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void AScanIsReadMarkedAndItsConfidenceTold()
    {
        IngestResult result = Read(StandIn("5\t1\t1\t1\t1\t1\t0\t0\t2\t1\t91\tWelcome"), recognises: true);
        Assert.Equal(ReadStatus.Read, result.Status);
        Block block = Assert.Single(result.Document!.Blocks);
        Assert.True(block.IsRecognised);
        Assert.Contains(result.Problems, problem => problem.Message.Contains("91 % sure", StringComparison.Ordinal));
    }

    [Fact]
    public void DoubtfulWordsAreNoMoreThanPartlyRead() =>
        Assert.Equal(
            ReadStatus.PartlyRead,
            Read(StandIn("5\t1\t1\t1\t1\t1\t0\t0\t2\t1\t30\tVVelc0rne"), recognises: true).Status
        );

    [Fact]
    public void AProgramThatFailsLeavesTheScanWithAReason()
    {
        IngestResult result = Read(StandIn(table: null), recognises: true);
        Assert.Equal(ReadStatus.NeedsOcr, result.Status);
        Assert.Contains(
            result.Problems,
            problem => problem.Message.Contains("could not be read by text recognition", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void WithoutTheProgramOneSentenceTellsHowToGetIt()
    {
        IngestResult result = Read(null, recognises: true);
        Assert.Equal(ReadStatus.NeedsOcr, result.Status);
        Assert.Equal(TesseractProgram.HowToGet, result.Problems[0].Message);
    }

    [Fact]
    public void NobodyIsAskedWithoutTheOption()
    {
        IngestResult result = Read(StandIn("5\t1\t1\t1\t1\t1\t0\t0\t2\t1\t91\tWelcome"), recognises: false);
        Assert.Equal(ReadStatus.NeedsOcr, result.Status);
        Assert.Contains("--ocr", result.Problems[0].Message, StringComparison.Ordinal);
    }

    private static IngestResult Read(TesseractProgram? program, bool recognises)
    {
        using MemoryStream stream = new(Encoding.Latin1.GetBytes(Scan));
        return new PdfReader(program).Read(
            stream,
            ReadOptions.Default with
            {
                Recognises = recognises,
            },
            TestContext.Current.CancellationToken
        );
    }

    /// <summary>A program that answers as Tesseract does: the languages, or always the same table.</summary>
    private TesseractProgram StandIn(string? table)
    {
        string answer = Path.Combine(_folder, "table.tsv");
        if (table is not null)
            File.WriteAllText(answer, table + "\n");
        string path = Path.Combine(_folder, OperatingSystem.IsWindows() ? "tesseract.cmd" : "tesseract");
        if (OperatingSystem.IsWindows())
        {
            File.WriteAllText(path, $"@if \"%1\"==\"--list-langs\" (echo eng) else (type \"{answer}\")\r\n");
        }
        else
        {
            File.WriteAllText(
                path,
                $"#!/bin/sh\nif [ \"$1\" = --list-langs ]; then echo eng; else cat '{answer}'; fi\n"
            );
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new TesseractProgram(path, TimeProvider.System);
    }

    /// <summary>A page that a picture of 4 by 2 pixels covers.</summary>
    private const string Scan = """
        %PDF-1.4
        1 0 obj
        <</Type/Catalog/Pages 2 0 R>>
        endobj
        2 0 obj
        <</Type/Pages/Kids[3 0 R]/Count 1>>
        endobj
        3 0 obj
        <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>
        endobj
        4 0 obj
        <</Length 29>>
        stream
        q 300 0 0 200 0 0 cm /I Do  Q
        endstream
        endobj
        5 0 obj
        <</Type/XObject/Subtype/Image/Width 4/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8/Length 8>>
        stream
        abcdefgh
        endstream
        endobj
        trailer
        <</Size 6/Root 1 0 R>>
        %%EOF
        """;
}
