using System.Text;
using CseMapper.Documents;
using CseMapper.Documents.Archives;
using CseMapper.Documents.Files;
using CseMapper.Passages.Intake;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Passages.Tests.Intake;

public sealed class FileReadingCodecTests
{
    private static readonly KnownFile _file = new("a/b.txt", new FileStamp(1, 2, 3), 4, "h1");

    [Fact]
    public void WhatWasEncodedIsPassedOnAsItIs()
    {
        FileReading reading = Reading();

        FileReading read = Decode(Encode(reading));

        Assert.Equal((reading.File, reading.Content!.Title), (read.File, read.Content!.Title));
        Assert.Equal(reading.Content.Passages, read.Content.Passages);
        Assert.Equal(reading.Content.Summary.Details, read.Content.Summary.Details);
        Assert.Equal((7, 1), (read.Content.Summary.Pages, read.Content.Summary.PassageCount));
    }

    [Fact]
    public void DocumentsInsideKeepTheirNamesAndReasons()
    {
        InnerDocument[] inner =
        [
            new("a/b.docx", 12),
            new("c.zip", 3, new Refusal(ReadStatus.NeedsPassword, "It is protected.")),
        ];

        Assert.Equal(inner, Decode(Encode(new FileReading(_file) { Inner = inner })).Inner);
    }

    [Fact]
    public void ARefusalKeepsItsStatusAndReason()
    {
        FileReading reading = new(_file with { Hash = "", Refusal = new Refusal(ReadStatus.Unsupported, "A link.") });

        Assert.Equal(reading, Decode(Encode(reading)));
    }

    [Fact]
    public void AReadingThatIsCutIsNotTaken()
    {
        byte[] bytes = Encode(Reading());
        for (int length = 0; length < bytes.Length; length++)
        {
            Exception? fault = Record.Exception(() => Decode(bytes[..length]));
            Assert.True(fault is InvalidDataException or EndOfStreamException, $"{length}: {fault}");
        }
    }

    [Fact]
    public void PassagesWithOneWrongBitAreNotTaken()
    {
        FileReading reading = Reading();
        byte[] bytes = Encode(reading);
        bytes[bytes.AsSpan().IndexOf(reading.Content!.Passages) + 5] ^= 1;

        Assert.Throws<InvalidDataException>(() => Decode(bytes));
    }

    private static FileReading Reading() =>
        new(_file)
        {
            Content = ReadContent.Encode(
                "h1",
                new ReadingMark(".txt", "access"),
                FileFormat.PlainText,
                IngestResult.Partly(
                    new SourceDocument(
                        FileFormat.PlainText,
                        [],
                        7,
                        new DocumentFacts { Title = new DocumentFact("Care", "properties") }
                    ),
                    new IngestProblem("Odd.", 2)
                ),
                [new Passage("k1", 0, "Customers are heard.", ["1 Care"])]
            ),
        };

    private static byte[] Encode(FileReading reading)
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes, Encoding.UTF8);
        FileReadingCodec.Write(writer, reading);
        writer.Flush();
        return bytes.ToArray();
    }

    private static FileReading Decode(byte[] bytes)
    {
        using BinaryReader reader = new(new MemoryStream(bytes), Encoding.UTF8);
        return FileReadingCodec.ReadReading(reader);
    }
}
