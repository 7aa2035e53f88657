using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Documents;
using CseMapper.Reports.Pack;
using CseMapper.Tests.Import;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CseMapper.Tests.Pack;

public sealed class AssessorPackTests(MappedFolder folder) : IClassFixture<MappedFolder>
{
    private const string Element = "4.3.2";

    [Fact]
    public void ThePackHoldsAcceptedEvidenceWithItsPlaceAndEachCitedDocumentOnce()
    {
        using ZipArchive zip = new(
            new MemoryStream(
                Pack(out PackResult result, Judged(DecisionAction.Accept), Judged(DecisionAction.Accept, "5.1.1"))
            )
        );

        Assert.Equal((2, 2, 1), (result.Quotes, result.Elements, result.Documents));
        Assert.Equal(
            [
                "evidence.docx",
                "evidence.xlsx",
                "decision-log.txt",
                "documents/D1 complaints.txt",
                "manifest-sha256.txt",
            ],
            zip.Entries.Select(entry => entry.FullName)
        );
        Assert.Equal(
            File.ReadAllBytes(folder.At("policies/complaints.txt")),
            Bytes(zip, "documents/D1 complaints.txt")
        );
        using WordprocessingDocument word = WordprocessingDocument.Open(
            new MemoryStream(Bytes(zip, "evidence.docx")),
            isEditable: false
        );
        Assert.Contains(
            "D1: “We publish how to complain",
            word.MainDocumentPart!.Document.Body!.InnerText,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void TheManifestNamesEveryOtherFileWithItsHash()
    {
        using ZipArchive zip = new(new MemoryStream(Pack(out _, Judged(DecisionAction.Accept))));

        string[] lines = Encoding.UTF8.GetString(Bytes(zip, AssessorPack.Manifest)).TrimEnd('\n').Split('\n');

        Assert.Equal(zip.Entries.Count - 1, lines.Length);
        Assert.All(
            lines,
            line => Assert.Equal(line[..64], Convert.ToHexStringLower(SHA256.HashData(Bytes(zip, line[66..]))))
        );
    }

    [Fact]
    public void WhatIsRejectedOrWaitsStaysOutAndWhatWaitsIsListed()
    {
        Decision changed = Judged(DecisionAction.Accept, "5.1.1");
        changed = changed with { Anchor = changed.Anchor! with { Path = "gone.txt", ContentHash = "x" } };

        using ZipArchive zip = new(
            new MemoryStream(Pack(out PackResult result, Judged(DecisionAction.Reject), changed))
        );

        Assert.Equal((0, 0, 0), (result.Quotes, result.Elements, result.Documents));
        Assert.Equal("5.1.1", Assert.Single(result.Waiting).Element);
        Assert.Equal(4, zip.Entries.Count);
    }

    [Fact]
    public void WhatWaitsIsListedBesideThePackForAsLongAsItWaits()
    {
        Decision changed = Judged(DecisionAction.Accept, "5.1.1");
        string list = folder.At("pack-left-out.txt");

        Pack(
            out PackResult result,
            changed with
            {
                Anchor = changed.Anchor! with { Path = "gone.txt", ContentHash = "x" },
            }
        );
        string text = File.ReadAllText(list);
        Pack(out PackResult after, changed);

        Assert.Equal((list, null), (result.LeftOut, after.LeftOut));
        Assert.StartsWith("Left out of pack.zip until somebody decides: 1\n", text, StringComparison.Ordinal);
        Assert.Contains("\n5.1.1 ", text, StringComparison.Ordinal);
        Assert.EndsWith(
            "\n  Changed since it was accepted: its words may be in several places (ann)\n  “"
                + $"{changed.Anchor!.Quote}”\n  gone.txt\n",
            text,
            StringComparison.Ordinal
        );
        Assert.False(File.Exists(list));
    }

    [Fact]
    public void WordAndExcelFindNothingWrong()
    {
        using ZipArchive zip = new(
            new MemoryStream(
                Pack(
                    out _,
                    Judged(DecisionAction.Accept) with
                    {
                        Extent = EvidenceExtent.Partial,
                    },
                    Judged(DecisionAction.Accept, "5.1.1"),
                    Commentary("Line one\nline two <&> \u0001")
                )
            )
        );
        using WordprocessingDocument word = WordprocessingDocument.Open(
            new MemoryStream(Bytes(zip, "evidence.docx")),
            isEditable: false
        );
        using SpreadsheetDocument workbook = SpreadsheetDocument.Open(
            new MemoryStream(Bytes(zip, "evidence.xlsx")),
            isEditable: false
        );

        OpenXmlValidator validator = new(FileFormatVersions.Office2019);

        Assert.Empty(validator.Validate(word, TestContext.Current.CancellationToken).Select(Describe));
        Assert.Empty(validator.Validate(workbook, TestContext.Current.CancellationToken).Select(Describe));
    }

    [Fact]
    public void TheSameInputGivesTheSameBytes()
    {
        Decision accept = Judged(DecisionAction.Accept);

        Assert.Equal(Pack(out _, accept), Pack(out _, accept));
    }

    [Fact]
    public void ADocumentThatWasChangedSinceIsNeverPacked()
    {
        Decision accept = Judged(DecisionAction.Accept);
        byte[] before = File.ReadAllBytes(folder.At("policies/complaints.txt"));
        try
        {
            File.AppendAllText(folder.At("policies/complaints.txt"), " And more.");

            PackException fault = Assert.Throws<PackException>(() => Pack(out _, accept));

            Assert.Contains("complaints.txt was changed since it was read", fault.Message, StringComparison.Ordinal);
            Assert.False(File.Exists(folder.At("pack.zip")));
        }
        finally
        {
            File.WriteAllBytes(folder.At("policies/complaints.txt"), before);
        }
    }

    [Fact]
    public void ADocumentWithTextUnderADrawnBoxWaitsUntilSomebodyHasLooked()
    {
        MappingFile mapping = folder.With([Judged(DecisionAction.Accept)]).Mapping;
        MappingFile covered = mapping with
        {
            Documents =
            [
                .. mapping.Documents.Select(document =>
                    document with
                    {
                        Record = document.Record with { Problems = [IngestProblem.Covered("Page 1", 1)] },
                    }
                ),
            ],
        };
        PackContent kept = new(covered),
            taken = new(covered, takesCovered: true);

        Assert.Equal((0, 1), (kept.Documents.Count, kept.Waiting.Count));
        Assert.Equal((1, 0), (taken.Documents.Count, taken.Waiting.Count));
    }

    private static string Describe(ValidationErrorInfo error) =>
        $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}";

    private static byte[] Bytes(ZipArchive zip, string name)
    {
        using Stream entry = zip.GetEntry(name)!.Open();
        using MemoryStream bytes = new();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static Decision Commentary(string text) =>
        new("c", DateTimeOffset.UnixEpoch, "ann", Element, DecisionAction.Commentary) { Comment = text };

    private Decision Judged(DecisionAction action, string element = Element)
    {
        MappingSuggestion suggestion = folder
            .Mapping.Elements.Single(entry => entry.Number == element)
            .Suggestions.First(one => one.Places[0].Paths.Contains("complaints.txt"));
        return folder
            .Maker(folder.With([]))
            .Judge("d" + element, "ann", element, suggestion.Id, new Judgement(action))!;
    }

    private static readonly DecisionLogContent _log = new([], null, null, HasCutLine: false);

    private byte[] Pack(out PackResult result, params Decision[] log)
    {
        string path = folder.At("pack.zip");
        File.Delete(path);
        result = AssessorPack.Write(
            folder.With(log).Mapping,
            folder.At("policies"),
            folder.At("out"),
            path,
            _log,
            takesCovered: false,
            TestContext.Current.CancellationToken
        );
        return File.ReadAllBytes(path);
    }
}
