using CseMapper.Matching.Suggestions;

namespace CseMapper.Reports.Tests;

public sealed class MarkedTextTests
{
    [Theory]
    [InlineData("", "0+4-")]
    [InlineData("0+2", "0+2M 2+2-")]
    [InlineData("1+1 3+1", "0+1- 1+1M 2+1- 3+1M")]
    [InlineData("0+1 1+1", "0+1M 1+1M 2+2-")]
    [InlineData("0+3 1+3", "0+4M")]
    [InlineData("0+3 1+1", "0+3M 3+1-")]
    [InlineData("2+9", "0+2- 2+2M")]
    [InlineData("7+2", "0+4-")]
    [InlineData("1+0", "0+4-")]
    public void RunsFollowTheMarks(string marks, string expected)
    {
        MatchedWord[] matches =
        [
            .. marks
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(mark => mark.Split('+'))
                .Select(pair => new MatchedWord(new TextSpan(pair[0][0] - '0', pair[1][0] - '0'), MatchKind.Word, "w")),
        ];

        List<TextRun> runs = MarkedText.Runs("text", matches);

        Assert.Equal(
            expected,
            string.Join(' ', runs.Select(run => $"{run.Start}+{run.Length}{(run.IsMarked ? 'M' : '-')}"))
        );
    }

    [Fact]
    public void NoCharacterIsCutInHalf()
    {
        List<TextRun> runs = MarkedText.Runs("a😀b😀c", [new MatchedWord(new TextSpan(2, 3), MatchKind.Word, "w")]);

        Assert.Equal([(0, 1), (1, 5), (6, 1)], runs.Select(run => (run.Start, run.Length)));
    }

    [Fact]
    public void RunsAlwaysCoverTheTextOnceWhateverTheMarks()
    {
        Random random = new(20240601);
        for (int round = 0; round < 2_000; round++)
        {
            string text = new('x', random.Next(0, 12));
            MatchedWord[] matches =
            [
                .. Enumerable
                    .Range(0, random.Next(0, 6))
                    .Select(_ => new MatchedWord(
                        new TextSpan(random.Next(0, 14), random.Next(0, 8)),
                        MatchKind.Word,
                        "w"
                    ))
                    .OrderBy(match => match.Span.Start),
            ];

            List<TextRun> runs = MarkedText.Runs(text, matches);

            int next = 0;
            foreach (TextRun run in runs)
            {
                Assert.Equal(next, run.Start);
                next += run.Length;
            }

            Assert.Equal(text.Length, next);
            for (int i = 0; i < text.Length; i++)
            {
                bool isMarked = runs.Single(run => run.Start <= i && i < run.Start + run.Length).IsMarked;
                Assert.Equal(matches.Any(match => match.Span.Start <= i && i < match.Span.End), isMarked);
            }
        }
    }
}
