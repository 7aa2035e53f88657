using System.Text.RegularExpressions;
using CseMapper.Documents.Doc;
using CseMapper.Documents.Html;
using CseMapper.Documents.Markdown;
using CseMapper.Documents.OpenDocument;
using CseMapper.Documents.Rtf;
using CseMapper.Documents.Sheets;
using CseMapper.Documents.Slides;
using CseMapper.Documents.Text;
using CseMapper.Documents.Word;
using CseMapper.Documents.Xls;
using CseMapper.Testing;

namespace CseMapper.Documents.Tests;

/// <summary>Small files, each with what a reader of its pages sees beside it: all lines (.text), words that are there
/// (.contains) or not (.absent), or that the file is none to read (.status).</summary>
public sealed partial class CaseFilesTests
{
    public static TheoryData<string> Expectations =>
        [
            .. Directory
                .EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".text" or ".contains" or ".absent" or ".status")
                .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    private static string Folder => RepositoryFiles.Path("tests", "CseMapper.Documents.Tests", "Samples", "Cases");

    [Theory]
    [MemberData(nameof(Expectations))]
    public void WhatAReaderOfThePageSeesIsRead(string expectation)
    {
        string wanted = File.ReadAllText(Path.Combine(Folder, expectation));
        (_, IngestResult result) = Read(Path.ChangeExtension(expectation, null));
        string[] lines = result.Document is { } document ? Lines(TextOf(document)) : [];

        switch (Path.GetExtension(expectation))
        {
            case ".text":
                Assert.Equal(Lines(wanted), lines);
                break;
            case ".contains":
                Assert.Contains(wanted.Trim(), string.Join(' ', lines), StringComparison.Ordinal);
                break;
            case ".absent":
                Assert.DoesNotContain(wanted.Trim(), string.Join(' ', lines), StringComparison.Ordinal);
                break;
            default:
                Assert.True(result.Status is not (ReadStatus.Read or ReadStatus.PartlyRead), result.Status.ToString());
                Assert.NotEmpty(result.Problems);
                break;
        }
    }

    private static (FileFormat Format, IngestResult Result) Read(string name)
    {
        DocumentIngest ingest = new(
            [
                new WordReader(),
                new DocReader(),
                new RtfReader(),
                new OdtReader(),
                new PptxReader(),
                new XlsxReader(),
                new XlsReader(),
                new PlainTextReader(),
                new MarkdownReader(),
                new HtmlReader(),
            ],
            ReadOptions.Default,
            TimeProvider.System
        );
        using FileStream file = File.OpenRead(Path.Combine(Folder, name));
        return ingest.Read(file, Path.GetFileName(name), CancellationToken.None);
    }

    private static string TextOf(SourceDocument document)
    {
        using StringWriter text = new();
        ExtractWriter.WriteText(document, text);
        return text.ToString();
    }

    private static string[] Lines(string text) =>
        [
            .. text.Split('\n', '\f')
                .Select(line => WhiteSpace().Replace(line, " ").Trim())
                .Where(line => line.Length > 0),
        ];

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
