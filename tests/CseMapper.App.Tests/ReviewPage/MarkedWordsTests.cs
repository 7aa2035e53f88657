using CseMapper.App.ReviewPage.Drawing;

namespace CseMapper.App.Tests.ReviewPage;

public sealed class MarkedWordsTests
{
    [Theory]
    [InlineData(
        "We answer every complaint within ten working days .",
        "every complaint within ten working days",
        "every complaint within ten working days"
    )]
    [InlineData(
        "We answer every com- plaint within ten work- ing days",
        "answer every complaint within ten working days.",
        "answer every com plaint within ten work ing days"
    )]
    [InlineData("4.1 • EVERY complaint, “within” ten", "every complaint “within” ten", "EVERY complaint within ten")]
    [InlineData("Nothing of it stands here", "every complaint within ten working days", "")]
    [InlineData("ten days", "ten days", "ten days")]
    [InlineData("", "ten days", "")]
    [InlineData("ten days", "", "")]
    public void TheWordsOfAQuoteAreMarkedWhereverLinesEnd(string page, string quote, string expected)
    {
        string[] words = page.Split(' ');
        MarkedWords text = new();
        for (int i = 0; i < words.Length; i++)
            text.Add(i, words[i]);

        IReadOnlyDictionary<int, List<(int Start, int End)>> marked = text.Find(quote);

        Assert.Equal(
            expected,
            string.Join(
                ' ',
                marked
                    .OrderBy(pair => pair.Key)
                    .SelectMany(pair => pair.Value.Select(range => words[pair.Key][range.Start..range.End]))
            )
        );
    }

    [Fact]
    public void AQuoteThatGoesOnOnTheNextPageIsMarkedAsFarAsItStandsHere()
    {
        MarkedWords text = new();
        text.Add(0, "and the head of service replies within fifteen");

        IReadOnlyDictionary<int, List<(int Start, int End)>> marked = text.Find(
            "The head of service replies within fifteen working days of the complaint."
        );

        (int start, int end) = Assert.Single(marked[0]);
        Assert.Equal(
            "the head of service replies within fifteen",
            "and the head of service replies within fifteen"[start..end]
        );
    }
}
