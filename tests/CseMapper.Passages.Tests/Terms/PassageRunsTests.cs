using System.Text;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Terms;
using CseMapper.Testing;

namespace CseMapper.Passages.Tests.Terms;

public sealed class PassageRunsTests
{
    private static readonly Passage[] _two =
    [
        new("a", 0, "We acknowledge complaints within three days.", ["Complaints Policy", "2 Timescales"])
        {
            LeadIn = "We promise to:",
        },
        new("b", 1, "Complaints are answered.", ["Complaints Policy", "2 Timescales"]),
    ];

    [Fact]
    public void GivesTitleHeadingsLeadInsAndBodiesInOrder()
    {
        PassageRuns runs = new();
        runs.Begin("Complaints");
        Assert.Equal("complaint", Words(runs.Title, runs));
        runs.Read(_two[0]);
        Assert.Equal("complaint polici 2 timescal", Words(runs.Heading, runs));
        Assert.Equal("we promis to", Words(runs.LeadIn, runs));
        Assert.Equal("we acknowledg complaint within three day", Words(runs.Body, runs));
        runs.Read(_two[1]);
        Assert.Equal("complaint polici 2 timescal", Words(runs.Heading, runs));
        Assert.Equal(0, runs.LeadIn.Length);
        Assert.Equal("complaint are answer", Words(runs.Body, runs));
    }

    [Fact]
    public void LengthsCountNeitherStopWordsNorTitleWordsThatTheHeadingsHold()
    {
        PassageRuns runs = new();
        runs.Begin("Complaints and Care of the Customer");
        runs.Read(_two[0]);

        Assert.Equal(5, runs.BodyLength);
        Assert.Equal(4 + (2 / 2), runs.HeadingLength);
    }

    [Fact]
    public void WhatIsReadDoesNotDependOnTheDocumentsBefore() =>
        PropertyTest.Holds(
            (string[] texts) =>
            {
                PassageRuns runs = new();
                return texts
                    .Append("He haves, they have. I.e. the ies, ons and on; no's 2,000.5 e-mails")
                    .All(text =>
                    {
                        Passage passage = new("a", 0, $"Complaint {text}", [text ?? "", "Complaints"])
                        {
                            LeadIn = text,
                        };
                        PassageRuns fresh = new();
                        foreach (PassageRuns one in (PassageRuns[])[runs, fresh])
                        {
                            one.Begin(text ?? "");
                            one.Read(passage);
                        }

                        return Words(runs.Title, runs) == Words(fresh.Title, fresh)
                            && Words(runs.Heading, runs) == Words(fresh.Heading, fresh)
                            && Words(runs.Body, runs) == Words(fresh.Body, fresh)
                            && runs.BodyLength == fresh.BodyLength
                            && runs.HeadingLength == fresh.HeadingLength;
                    });
            }
        );

    [Fact]
    public void BodiesHoldTheTermsOfTheirTexts() =>
        PropertyTest.Holds(
            (string text) =>
            {
                PassageRuns runs = new();
                runs.Begin("");
                runs.Read(new Passage("a", 0, text ?? "", []));
                return Words(runs.Body, runs)
                    == string.Join(' ', TextAnalyzer.Analyze(text ?? "").Select(word => word.Term));
            }
        );

    private static string Words(ReadOnlySpan<int> run, PassageRuns runs)
    {
        List<string> words = [];
        foreach (int code in run)
            words.Add(Encoding.UTF8.GetString(runs.Terms.BytesOf(TermRuns.NumberOf(code))));
        return string.Join(' ', words);
    }
}
