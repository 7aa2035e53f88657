using CseMapper.Decisions.Mapping;
using CseMapper.Documents;
using CseMapper.Matching.Remarks;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Workspaces;
using CseMapper.Testing;

namespace CseMapper.Decisions.Tests.Mapping;

public sealed class MappingBuilderTests
{
    [Fact]
    public void EveryElementAndEveryFileHasARow()
    {
        MappingFile mapping = SampleMapping.Build();

        Assert.Equal(
            SampleMapping.Standard.Elements.Select(element => element.Number),
            mapping.Elements.Select(entry => entry.Number)
        );
        Assert.Equal(SampleMapping.Documents().Count, mapping.Documents.Count);
        Assert.Equal(
            mapping.Documents.Select(document => document.Record.Path).Order(StringComparer.Ordinal),
            mapping.Documents.Select(document => document.Record.Path)
        );
    }

    [Fact]
    public void ElementsWithWeakCandidatesOnlyCountAsWithoutEvidence()
    {
        MappingFile mapping = SampleMapping.Build();

        Assert.Equal(
            [
                EvidenceStrength.Possible,
                EvidenceStrength.Strong,
                EvidenceStrength.Strong,
                EvidenceStrength.None,
                EvidenceStrength.None,
            ],
            mapping.Elements.Select(entry => entry.State)
        );
        Assert.Equal((2, 1, 2), (mapping.Counts.Strong, mapping.Counts.Possible, mapping.Counts.None));
        Assert.Single(mapping.Elements[3].Suggestions);
    }

    [Fact]
    public void EqualTextInTwoDocumentsIsOneSuggestionWithTwoPlaces()
    {
        MappingSuggestion suggestion = Assert.Single(SampleMapping.Build().Elements[1].Suggestions);

        Assert.Equal(
            [SampleMapping.Hash(3), SampleMapping.Hash(6), SampleMapping.Hash(4)],
            suggestion.Places.Select(place => place.Document)
        );
        Assert.Equal([false, true, false], suggestion.Places.Select(place => place.IsNearlySame));
    }

    [Fact]
    public void FilesOfTheSameContentAreNamedTogether()
    {
        MappingFile mapping = SampleMapping.Build();

        MappingDocument copy = mapping.Documents.Single(document => document.Record.Path == "copies/minus again.pdf");
        Assert.Equal(["-minus.pdf"], copy.SameContent);
        MappingPlace place = mapping
            .Elements[2]
            .Suggestions.SelectMany(suggestion => suggestion.Places)
            .First(at => at.Document == SampleMapping.Hash(2));
        Assert.Equal(["-minus.pdf", "copies/minus again.pdf"], place.Paths);
    }

    [Fact]
    public void DocumentsTellTheElementsTheySupportAndLeaveOutWeakOnes()
    {
        MappingFile mapping = SampleMapping.Build();

        MappingDocument shared = mapping.Documents.Single(document => document.Record.Hash == SampleMapping.Hash(3));
        Assert.Equal(["1.1.2", "2.1.1"], shared.Supports.Select(supported => supported.Element));
        MappingDocument weak = mapping.Documents.Single(document => document.Record.Hash == SampleMapping.Hash(5));
        Assert.Equal(["2.1.1"], weak.Supports.Select(supported => supported.Element));
    }

    [Fact]
    public void IdsDependOnTextAndElementOnly()
    {
        MappingFile first = SampleMapping.Build();
        ElementEvidence[] turned =
        [
            .. SampleMapping.Evidence().Select(found => found with { Suggestions = [.. found.Suggestions.Reverse()] }),
        ];
        MappingFile second = MappingBuilder.Build(
            SampleMapping.Standard,
            [.. SampleMapping.Documents().Reverse()],
            turned,
            SampleMapping.Generator
        );

        foreach ((MappingEntry a, MappingEntry b) in first.Elements.Zip(second.Elements))
        {
            Assert.Equal(
                a.Suggestions.Select(suggestion => suggestion.Id).Order(StringComparer.Ordinal),
                b.Suggestions.Select(suggestion => suggestion.Id).Order(StringComparer.Ordinal)
            );
        }

        Assert.Distinct(first.Elements.SelectMany(entry => entry.Suggestions).Select(suggestion => suggestion.Id));
    }

    [Fact]
    public void MatchedWordsAreCutToTheQuote()
    {
        Suggestion whole = SampleMapping.Suggest(
            SampleMapping.Hash(1),
            "k",
            "customers complain about noise",
            [],
            0.5,
            ["customers", "noise"]
        );
        ElementEvidence evidence = new(
            "1.1.1",
            EvidenceStrength.Possible,
            [whole with { Quote = new TextSpan(5, 17) }]
        );

        MappingSuggestion suggestion = MappingBuilder
            .Build(SampleMapping.Standard, SampleMapping.Documents(), [evidence], "x")
            .Elements[0]
            .Suggestions[0];

        Assert.Equal("mers complain abo", suggestion.Quote);
        Assert.Equal([new TextSpan(0, 4)], suggestion.Matches.Select(match => match.Span));
    }

    [Fact]
    public void EvidenceForAnUnknownElementOrContentIsAWrongCall()
    {
        Suggestion suggestion = SampleMapping.Suggest("no such content", "k", "text", [], 0.5, []);

        Assert.Throws<ArgumentException>(() =>
            MappingBuilder.Build(
                SampleMapping.Standard,
                [],
                [new ElementEvidence("9.9.9", EvidenceStrength.None, [])],
                "x"
            )
        );
        Assert.Throws<ArgumentException>(() =>
            MappingBuilder.Build(
                SampleMapping.Standard,
                [],
                [new ElementEvidence("1.1.1", EvidenceStrength.Possible, [suggestion])],
                "x"
            )
        );
    }

    [Fact]
    public void ElementsWithNothingOrLittleSayWhatToAttach()
    {
        MappingFile mapping = SampleMapping.Build();

        Assert.Equal([true, true, false, true, true], mapping.Elements.Select(entry => entry.Gap is not null));
        Assert.Contains("mystery shopping", mapping.Elements[3].Gap!.Attach, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EvidenceRemark.Superseded, "All of it stands in documents of which there is a newer version.")]
    [InlineData(EvidenceRemark.Draft, "All of it stands in drafts.")]
    [InlineData(EvidenceRemark.ReviewOverdue, "All of it stands in documents whose review date has passed.")]
    [InlineData(EvidenceRemark.Future, "All of it speaks of aims and plans.")]
    public void StrongEvidenceThatAllHasTheSameFlawIsThin(EvidenceRemark remark, string why)
    {
        Suggestion flawed = SampleMapping.Suggest(SampleMapping.Hash(1), "a", "customers", [], 0.9, []) with
        {
            Remarks = [remark],
        };
        Suggestion sound = SampleMapping.Suggest(SampleMapping.Hash(2), "b", "customer groups", [], 0.8, []);

        Assert.Equal(why, GapOf("1.1.1", flawed)?.Why);
        Assert.Null(GapOf("1.1.1", flawed, sound));
    }

    [Fact]
    public void APartThatNothingSpeaksOfMakesAnElementThin()
    {
        Suggestion first = SampleMapping.Suggest(SampleMapping.Hash(1), "a", "customers", [], 0.9, []) with
        {
            Parts = [1],
            Remarks = [EvidenceRemark.ShowsFigures],
        };
        Suggestion second = SampleMapping.Suggest(SampleMapping.Hash(2), "b", "improved", [], 0.5, []) with
        {
            Parts = [2],
        };

        MappingGap gap = GapOf("1.1.2", first)!;
        Assert.Equal(
            (GapKind.Thin, "Nothing found speaks of “we have improved services as a result”."),
            (gap.Kind, gap.Why)
        );
        Assert.Equal([2], gap.UncoveredParts);
        Assert.Null(GapOf("1.1.2", first, second));
    }

    [Fact]
    public void OneDocumentWithNothingStrongIsThinAndSeveralAreNotStrong()
    {
        Suggestion one = SampleMapping.Suggest(SampleMapping.Hash(1), "a", "customers", [], 0.5, []);
        Suggestion other = SampleMapping.Suggest(SampleMapping.Hash(2), "b", "customer groups", [], 0.5, []);

        Assert.Equal(GapKind.Thin, GapOf("1.1.1", one)!.Kind);
        Assert.Equal(GapKind.NotStrong, GapOf("1.1.1", one, other)!.Kind);
    }

    [Fact]
    public void WhatIsMissingCarriesTheProofOfTheSearch()
    {
        MappingEntry entry = SampleMapping.Build().Elements[3];

        Assert.Equal(GapKind.Missing, entry.Gap!.Kind);
        Assert.Equal(
            [new SearchedPhrase("polite & friendly", 0), new SearchedPhrase("courteous", 7)],
            entry.Gap.SearchedFor
        );
        Assert.Equal([entry.Suggestions[0].Id], entry.Gap.Closest);
        Assert.NotEmpty(entry.Suggestions[0].Rejected);
    }

    [Fact]
    public void ResultsNeedFigures()
    {
        Suggestion words = SampleMapping.Suggest(SampleMapping.Hash(1), "a", "customers", [], 0.9, []);
        Suggestion figures = words with { Remarks = [EvidenceRemark.ShowsFigures] };

        Assert.Equal("The element asks for results, and nothing found gives figures.", GapOf("1.1.2", words)?.Why);
        Assert.Null(GapOf("1.1.2", figures));
    }

    [Fact]
    public void GapsBeginWithTheElementsThatHaveNothing() =>
        Assert.Equal(["2.1.2", "2.1.3", "1.1.1", "1.1.2"], SampleMapping.Build().Gaps.Select(entry => entry.Number));

    [Fact]
    public void TheReasonNamesTheFirstProblemsOnce()
    {
        IngestProblem[] problems =
        [
            new("One.", 1),
            new("One.", 1),
            new("Two."),
            new("Three."),
            new("Four."),
            new("Five."),
        ];
        DocumentRecord record = new("a.pdf", FileFormat.Pdf, 1, "h") { Problems = problems };

        Assert.Equal("Page 1: One. Two. Three. And 2 more.", record.Reason);
        Assert.Equal("", (record with { Problems = [] }).Reason);
    }

    private static MappingGap? GapOf(string element, params Suggestion[] found) =>
        MappingBuilder
            .Build(
                SampleMapping.Standard,
                SampleMapping.Documents(),
                [new ElementEvidence(element, EvidenceStrength.Strong, found)],
                "x"
            )
            .Elements.Single(entry => entry.Number == element)
            .Gap;
}
