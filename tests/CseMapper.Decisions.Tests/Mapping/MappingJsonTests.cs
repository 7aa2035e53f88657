using System.Text;
using System.Text.Json;
using CseMapper.Decisions.Mapping;
using CseMapper.Decisions.Mapping.Json;
using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Workspaces;
using CseMapper.Testing;

namespace CseMapper.Decisions.Tests.Mapping;

public sealed class MappingJsonTests
{
    [Fact]
    public void FollowsItsSchema()
    {
        foreach (
            MappingFile mapping in (MappingFile[])
                [
                    SampleMapping.Build(),
                    SampleMapping.Generate(57),
                    MappingBuilder.Build(SampleMapping.Standard, [], [], "x"),
                ]
        )
        {
            Assert.Empty(Schema().Check(Parse(Bytes(mapping))));
        }
    }

    [Theory]
    [InlineData("\"strength\": \"strong\"", "\"strength\": \"mighty\"")]
    [InlineData("\"confidence\": 0.95", "\"confidence\": 1.95")]
    [InlineData("\"bytes\": 1000,", "")]
    [InlineData("\"flags\": [],", "\"flags\": [], \"unknown\": 1,")]
    [InlineData("\"page\": 2", "\"page\": \"two\"")]
    public void TheSchemaRefusesWhatTheFormatDoesNotHave(string sound, string broken)
    {
        string json = Encoding.UTF8.GetString(Bytes(SampleMapping.Build()));
        Assert.Contains(sound, json, StringComparison.Ordinal);

        Assert.NotEmpty(
            Schema().Check(Parse(Encoding.UTF8.GetBytes(json.Replace(sound, broken, StringComparison.Ordinal))))
        );
    }

    [Fact]
    public void LabelsOfPagesFollowTheSchemaAndAreReadBack()
    {
        PrintedPages pages = PrintedPages.From(["i", "ii", "1"]);
        MappingFile mapping = MappingBuilder.Build(
            SampleMapping.Standard,
            [.. SampleMapping.Documents().Select(document => document with { PrintedPages = pages })],
            [
                .. SampleMapping
                    .Evidence()
                    .Select(found =>
                        found with
                        {
                            Suggestions =
                            [
                                .. found.Suggestions.Select(one =>
                                    one with
                                    {
                                        Passage = one.Passage with { PageLabel = pages.LabelOf(one.Passage.Page) },
                                    }
                                ),
                            ],
                        }
                    ),
            ],
            "x"
        );
        byte[] bytes = Bytes(mapping);

        MappingFile read = MappingJsonReader.Read(new MemoryStream(bytes));

        Assert.Empty(Schema().Check(Parse(bytes)));
        Assert.All(read.Documents, document => Assert.Equal(pages.Labels, document.Record.PrintedPages.Labels));
        Assert.Equal(LabelsIn(mapping), LabelsIn(read));
        Assert.Contains("ii", LabelsIn(read));
    }

    [Fact]
    public void WhatIsLeftOutAndWhatIsKnownFollowsTheSchemaAndIsReadBack()
    {
        MappingFile mapping = MappingBuilder.Build(
            SampleMapping.Standard,
            [
                .. SampleMapping
                    .Documents()
                    .Select(document => document with { KnownTrouble = new KnownTrouble("an old scan") }),
            ],
            SampleMapping.Evidence(),
            "x"
        ) with
        {
            LeftOut = [new LeftOutFile("Archive/", "Archive/", ".csemapperignore")],
        };
        byte[] bytes = Bytes(mapping);

        MappingFile read = MappingJsonReader.Read(new MemoryStream(bytes));

        Assert.Empty(Schema().Check(Parse(bytes)));
        Assert.Equal(mapping.LeftOut, read.LeftOut);
        Assert.All(read.Documents, document => Assert.Equal("an old scan", document.Record.KnownTrouble?.Reason));
    }

    private static IEnumerable<string?> LabelsIn(MappingFile mapping) =>
        mapping
            .Elements.SelectMany(entry => entry.Suggestions)
            .SelectMany(suggestion => suggestion.Places)
            .Select(place => place.PageLabel);

    [Fact]
    public void IsReadBackWithNothingLost()
    {
        byte[] bytes = Bytes(SampleMapping.Build());

        MappingFile read = MappingJsonReader.Read(new MemoryStream(bytes));

        // Half a character is written as an escaped U+FFFD and read as a whole one.
        string written = Encoding.UTF8.GetString(bytes).Replace("\\uFFFD", "\uFFFD", StringComparison.Ordinal);
        Assert.Equal(written, Encoding.UTF8.GetString(Bytes(read)));
        Assert.Equal(SampleMapping.Build().Counts, read.Counts);
    }

    [Fact]
    public void StaysAsItIs() =>
        GoldenFile.Matches("mapping.json", Encoding.UTF8.GetString(Bytes(SampleMapping.Build())));

    [Fact]
    public void HasOnePropertyALineAndUnixLineEnds()
    {
        string json = Encoding.UTF8.GetString(Bytes(SampleMapping.Build()));

        Assert.DoesNotContain('\r', json);
        Assert.EndsWith("}\n", json, StringComparison.Ordinal);
        Assert.All(
            json.Split('\n'),
            line => Assert.Matches("^ *(\"(?:[^\"\\\\]|\\\\.)*\"(: .*)?|-?[0-9.]+|[{}\\[\\]]+),?$|^$", line)
        );
    }

    [Fact]
    public void DoesNotDependOnTheOrderOfTheDocuments()
    {
        MappingFile turned = MappingBuilder.Build(
            SampleMapping.Standard,
            [.. SampleMapping.Documents().Reverse()],
            SampleMapping.Evidence(),
            SampleMapping.Generator
        );

        Assert.Equal(Bytes(SampleMapping.Build()), Bytes(turned));
    }

    [Fact]
    public void AnExplanationAsDeepAsTheFormatAllowsIsWritten()
    {
        ScoreExplanation why = new(1, "leaf", []);
        for (int i = 0; i < 400; i++)
            why = new ScoreExplanation(1, "branch", [why]);
        Suggestion suggestion = SampleMapping.Suggest(SampleMapping.Hash(1), "k", "deep", [], 0.5, []) with
        {
            Why = why,
        };
        MappingFile mapping = MappingBuilder.Build(
            SampleMapping.Standard,
            SampleMapping.Documents(),
            [new ElementEvidence("1.1.1", EvidenceStrength.Possible, [suggestion])],
            "x"
        );

        byte[] bytes = Bytes(mapping);

        Assert.Equal(bytes, Bytes(MappingJsonReader.Read(new MemoryStream(bytes))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"format\": \"other\"}")]
    [InlineData("{\"format\": \"csemapper-mapping\", \"version\": 2}")]
    [InlineData("{\"format\": \"csemapper-mapping\", \"version\": 1, \"standard\": 7}")]
    public void OtherFilesAreRefusedWithAMessage(string json)
    {
        InvalidDataException fault = Assert.Throws<InvalidDataException>(() =>
            MappingJsonReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)))
        );

        Assert.Contains("mapping", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"bytes\": 1000,", "", "bytes")]
    [InlineData("\"bytes\": 1000,", "\"bytes\": 99999999999999999999,", "damaged")]
    [InlineData("\"strength\": \"strong\"", "\"strength\": \"mighty\"", "mighty")]
    [InlineData("\"page\": 2", "\"page\": \"two\"", "page")]
    [InlineData("\"flags\": []", "\"flags\": [null]", "null")]
    [InlineData("\"wording\": \"", "\"wording\": null, \"x\": \"", "wording")]
    [InlineData("\"elements\": [", "\"elements\": [null, ", "null")]
    [InlineData("\n}\n", "\n", "damaged")]
    [InlineData("\n}\n", "\n}}\n", "damaged")]
    public void DamageIsSaidInWords(string sound, string broken, string said)
    {
        string json = Encoding.UTF8.GetString(Bytes(SampleMapping.Build()));
        int at = json.LastIndexOf(sound, StringComparison.Ordinal);
        Assert.True(at >= 0);

        InvalidDataException fault = Assert.Throws<InvalidDataException>(() =>
            MappingJsonReader.Read(
                new MemoryStream(Encoding.UTF8.GetBytes(json[..at] + broken + json[(at + sound.Length)..]))
            )
        );

        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PropertiesOfLaterProgramsAreLeftOut()
    {
        string json = Encoding.UTF8.GetString(Bytes(SampleMapping.Build()));

        MappingFile read = MappingJsonReader.Read(
            new MemoryStream(
                Encoding.UTF8.GetBytes(
                    "\uFEFF"
                        + json.Replace("\"wording\"", "\"later\": {\"x\": [1]}, \"wording\"", StringComparison.Ordinal)
                )
            )
        );

        Assert.Equal(SampleMapping.Build().Counts, read.Counts);
    }

    private static byte[] Bytes(MappingFile mapping)
    {
        using MemoryStream stream = new();
        MappingJsonWriter.Write(mapping, stream);
        return stream.ToArray();
    }

    private static JsonSchema Schema()
    {
        using Stream stream = typeof(MappingFile).Assembly.GetManifestResourceStream("mapping.schema.json")!;
        return new JsonSchema(Parse(stream));
    }

    private static JsonElement Parse(byte[] json) => Parse(new MemoryStream(json));

    private static JsonElement Parse(Stream json)
    {
        using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1000 });
        return document.RootElement.Clone();
    }
}
