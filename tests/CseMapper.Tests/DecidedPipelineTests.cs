using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Decisions.Mapping.Json;
using CseMapper.Documents;
using CseMapper.Documents.Text;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;
using CseMapper.Testing;

namespace CseMapper.Tests;

/// <summary>What becomes of decisions from run to run.</summary>
public sealed class DecidedPipelineTests : IDisposable
{
    private const string Complaints =
        "We publish how to complain, answer every complaint within ten working days, tell the customer the "
        + "outcome, and use complaints to improve the service we deliver to all customers.";
    private const string Staff =
        "Staff are trained in customer care every year, treat customers with respect, and leaders at every level "
        + "recognise and value staff who deliver customer focused service to all groups.";
    private const string Surveys =
        "We survey customer satisfaction each spring, analyse and publicise the results with our targets, and "
        + "change our services as a result of what customers told us in the survey.";
    private const string Element = "4.3.2";

    private readonly TemporaryFolder _folder = new();

    public DecidedPipelineTests()
    {
        _folder.Write("policies/complaints.txt", Complaints);
        _folder.Write("policies/staff.txt", Staff);
        Run();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AnAcceptedPassageIsShownBesideItsSuggestionAndCounted()
    {
        string suggestion = Decide(DecisionAction.Accept);

        MapSummary summary = Run();

        MappingEntry entry = Entry();
        MappingDecision decision = Assert.Single(entry.Decisions);
        Assert.Equal(
            (Verdict.Accepted, AnchorState.Unchanged, "complaints.txt"),
            (decision.Verdict, decision.State, decision.Place!.Path)
        );
        Assert.Equal([suggestion], decision.Suggestions);
        SuggestionDecision shown = entry.Suggestions.Single(one => one.Id == suggestion).Decision!;
        Assert.Equal((decision.Id, Verdict.Accepted, false), (shown.Item, shown.Verdict, shown.IsCopy));
        Assert.Equal((1, 1, 0), (summary.Review.Accepted, summary.Review.ElementsAccepted, summary.Review.Changed));
        Assert.False(summary.NeedsAttention);
    }

    [Fact]
    public void ARunWithoutNewsLeavesTheMappingAsItIs()
    {
        Decide(DecisionAction.Accept);
        MapSummary first = Run();

        MapSummary second = Run();

        Assert.True(second.WasUpToDate);
        Assert.Equal(first.Review, second.Review);
    }

    [Fact]
    public void ARenamedDocumentKeepsItsDecisions()
    {
        Decide(DecisionAction.Accept);
        File.Move(_folder.At("policies/complaints.txt"), _folder.At("policies/how to complain.txt"));

        Assert.False(Run().NeedsAttention);

        MappingDecision decision = Entry().Decisions[0];
        Assert.Equal(
            (AnchorState.Moved, "how to complain.txt", true),
            (decision.State, decision.Place!.Path, decision.Counts)
        );
    }

    [Fact]
    public void RewordedEvidenceWaitsAndCallsForAttention()
    {
        Decide(DecisionAction.Accept);
        _folder.Write(
            "policies/complaints.txt",
            Complaints.Replace("ten working", "twenty working", StringComparison.Ordinal)
        );

        MapSummary summary = Run();

        Assert.True(summary.NeedsAttention);
        Assert.Equal((0, 1, 1), (summary.Review.Accepted, summary.Review.Changed, summary.Review.AcceptedChanged));
        MappingDecision decision = Entry().Decisions[0];
        Assert.Equal(
            (AnchorState.Reworded, Verdict.Accepted, false),
            (decision.State, decision.Verdict, decision.Counts)
        );
        Assert.Equal(
            ["ten", "twenty"],
            decision.Changes.Where(change => change.Kind != WordChangeKind.Same).Select(change => change.Text)
        );
        Assert.Equal(
            AnchorState.Reworded,
            Entry().Suggestions.Single(one => decision.Suggestions.Contains(one.Id)).Decision!.State
        );
    }

    [Fact]
    public void JudgingTheNewWordsTakesThePlaceOfTheOldJudgement()
    {
        Decide(DecisionAction.Accept);
        _folder.Write(
            "policies/complaints.txt",
            Complaints.Replace("ten working", "twenty working", StringComparison.Ordinal)
        );
        Run();

        Decide(DecisionAction.Reject, target: Entry().Decisions[0].Judgements[0].Id);

        Assert.False(Run().NeedsAttention);
        MappingDecision decision = Assert.Single(Entry().Decisions);
        Assert.Equal((Verdict.Rejected, AnchorState.Unchanged), (decision.Verdict, decision.State));
    }

    [Fact]
    public void AnOldVersionThatStaysInTheFolderIsNotTheMovedOne()
    {
        _folder.Write("policies/old/complaints 2019.txt", Complaints + " This version was approved in 2019.");
        Run();
        Decide(DecisionAction.Accept);
        File.Delete(_folder.At("policies/complaints.txt"));

        Assert.Equal(1, Run().Review.AcceptedChanged);
        Assert.Equal(AnchorState.Gone, Entry().Decisions[0].State);
    }

    [Fact]
    public void DeletingTheCacheLosesNothing()
    {
        Decide(DecisionAction.Accept);
        Run();
        byte[] before = File.ReadAllBytes(_folder.At("out/mapping.json"));
        Directory.Delete(_folder.At("out/.csemapper"), recursive: true);

        Run();

        Assert.Equal(before, File.ReadAllBytes(_folder.At("out/mapping.json")));
    }

    [Fact]
    public void TheMappingOfNowIsWhatTheNextRunWrites()
    {
        MappingFile old = Mapping();
        Decide(DecisionAction.Accept);
        Append(
            new Decision("c1", DateTimeOffset.UnixEpoch, "ann", Element, DecisionAction.Commentary)
            {
                Comment = "We do.",
            }
        );
        using DecisionLog log = new(_folder.At("out/" + DecisionLog.FileName), TimeProvider.System);

        MappingFile now = ReviewedMapping.Join(old, log.Read().Decisions, needsApproval: false).Mapping;

        Run();
        // The mapping of now does not know of the log, only of its decisions.
        Assert.Equal(2, Mapping().Log.Lines);
        Assert.Equal(Text(Mapping()), Text(now with { Log = Mapping().Log }));
        Assert.Equal("We do.", Entry().Commentary!.Text);
    }

    private static string Text(MappingFile mapping)
    {
        using MemoryStream stream = new();
        MappingJsonWriter.Write(mapping, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private string Decide(DecisionAction action, string? target = null)
    {
        MappingSuggestion suggestion = Entry().Suggestions.First(one => one.Places[0].Paths.Contains("complaints.txt"));
        MappingPlace place = suggestion.Places[0];
        using Workspace workspace = Workspace.OpenExisting(_folder.At("out/.csemapper"))!;
        EvidenceAnchor anchor = new AnchorMaker(workspace).Make(
            "complaints.txt",
            place.Document,
            place.Passage,
            suggestion.Quote
        );
        Append(
            new Decision($"{action}-1", DateTimeOffset.UnixEpoch, "ann", Element, action)
            {
                Anchor = anchor,
                Target = target,
            }
        );
        return suggestion.Id;
    }

    private void Append(Decision decision)
    {
        using DecisionLog log = new(_folder.At("out/" + DecisionLog.FileName), TimeProvider.System);
        Assert.Null(log.AppendAsync([decision], TestContext.Current.CancellationToken).GetAwaiter().GetResult());
    }

    private MappingEntry Entry() => Mapping().Elements.Single(entry => entry.Number == Element);

    private MappingFile Mapping()
    {
        using FileStream stream = File.OpenRead(_folder.At("out/mapping.json"));
        return MappingJsonReader.Read(stream);
    }

    private MapSummary Run()
    {
        DocumentIngest ingest = new([new PlainTextReader()], ReadOptions.Default, TimeProvider.System);
        MappingPipeline pipeline = new(
            ingest,
            new PassageSplitter(PassageOptions.Default),
            new EvidenceRanker(),
            "CseMapper 0.0.0",
            TimeProvider.System
        );
        return pipeline.Run(
            new MapOptions(_folder.At("policies"), _folder.At("out"))
            {
                CriteriaFile = RepositoryFiles.Path("criteria", "cse.json"),
                Jobs = 2,
            },
            new Progress<MapProgress>(),
            TestContext.Current.CancellationToken
        );
    }
}
