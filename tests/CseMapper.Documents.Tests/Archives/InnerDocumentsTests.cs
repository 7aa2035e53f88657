using System.IO.Compression;
using System.Text;
using CseMapper.Documents.Archives;
using CseMapper.Documents.Tests.Mail;
using CseMapper.Testing;

namespace CseMapper.Documents.Tests.Archives;

public sealed class InnerDocumentsTests
{
    [Fact]
    public void DocumentsAreFoundInArchivesMessagesAndInOneAnother()
    {
        byte[] inner = OfficeFiles.Zip(("letter.txt", "We answer."));
        byte[] file = Zip(
            ("Folder/", []),
            ("Folder/promise.txt", "We answer within ten days."u8.ToArray()),
            ("__MACOSX/Folder/._promise.txt", [1]),
            ("mail.eml", SmallMail.Bytes),
            ("inner.zip", inner),
            ("../../out.txt", "out"u8.ToArray()),
            ("Folder\\promise.txt", "the same name"u8.ToArray())
        );

        Assert.Equal(
            [
                "Folder/promise.txt",
                "mail.eml",
                "mail.eml/promise.txt",
                "mail.eml/Earlier question.eml",
                "inner.zip",
                "inner.zip/letter.txt",
                "out.txt",
                "Folder/promise (2).txt",
            ],
            List(file, "a.zip").Select(document => document.Name)
        );
        Assert.Equal("the same name", Text(file, "a.zip", "Folder/promise (2).txt"));
        Assert.Equal("We answer.", Text(file, "a.zip", "inner.zip/letter.txt"));
        Assert.Equal("We answer every letter within ten working days.", Text(file, "a.zip", "mail.eml/promise.txt"));
        Assert.Null(Text(file, "a.zip", "gone.txt"));
    }

    [Fact]
    public void DocumentsAreFoundInMessagesOfOutlook()
    {
        byte[] file = File.ReadAllBytes(
            RepositoryFiles.Path("tests", "CseMapper.Documents.Tests", "Samples", "message.msg")
        );

        Assert.Equal(
            ["promise.txt", "Earlier question.msg.eml"],
            List(file, "message.msg").Select(document => document.Name)
        );
        Assert.Equal("We answer every letter within ten working days.", Text(file, "message.msg", "promise.txt"));
        Assert.Contains(
            "When will you answer?",
            Text(file, "message.msg", "Earlier question.msg.eml"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void WhatFloodsIsNotOpenedAndSaysWhy()
    {
        byte[] file = Zip(("flood.txt", new byte[20 << 20]), ("small.txt", "fine"u8.ToArray()));

        IReadOnlyList<InnerDocument> all = List(file, "a.zip");

        Assert.Contains("unpacks to far more", all[0].Refusal?.Reason, StringComparison.Ordinal);
        Assert.Null(Text(file, "a.zip", "flood.txt"));
        Assert.Null(all[1].Refusal);
    }

    [Fact]
    public void AnArchiveInItselfEndsSomewhere()
    {
        byte[] file = OfficeFiles.Zip(("letter.txt", "We answer."));
        for (int i = 0; i < 8; i++)
            file = Zip(("deeper.zip", file));

        Assert.Equal(3, List(file, "a.zip").Count);
    }

    [Fact]
    public void MoreDocumentsThanAreTakenAreLeftOutAndSaid()
    {
        byte[] file = Zip([
            .. Enumerable.Range(0, InnerDocuments.MostDocuments + 5).Select(n => ($"{n}.txt", (byte[])[65])),
        ]);

        Assert.Equal(InnerDocuments.MostDocuments, List(file, "a.zip").Count);
        IngestResult result = OfficeFiles.Read(new ZipReader(), file);
        Assert.Equal(ReadStatus.PartlyRead, result.Status);
        Assert.Contains("Only the first 1,000", result.Problems[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a/b.zip/c/d.docx", "a/b.zip", "c/d.docx")]
    [InlineData("Mail.EML/x.zip/y.txt", "Mail.EML", "x.zip/y.txt")]
    [InlineData("a/b/c.zip", null, null)]
    [InlineData("a/b.docx", null, null)]
    public void APathIsSplitWhereItGoesOnInsideOfAFile(string path, string? file, string? inner) =>
        Assert.Equal((file, inner), InnerNames.Split(path) is { } place ? (place.File, place.Inner) : (null, null));

    private static IReadOnlyList<InnerDocument> List(byte[] bytes, string name)
    {
        using MemoryStream stream = new(bytes);
        return InnerDocuments.List(stream, name, ReadOptions.Default, CancellationToken.None);
    }

    private static string? Text(byte[] bytes, string name, string inner)
    {
        using MemoryStream stream = new(bytes);
        byte[]? found = InnerDocuments.Open(stream, name, inner, ReadOptions.Default, CancellationToken.None);
        return found is null ? null : Encoding.UTF8.GetString(found);
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create))
        {
            foreach ((string name, byte[] content) in entries)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
