using System.Text;
using CseMapper.Documents.Text;
using CseMapper.Testing;

namespace CseMapper.Documents.Tests.Text;

public sealed class PlainTextReaderTests
{
    [Fact]
    public void ParagraphsArePartedByEmptyLinesAndWrappedLinesAreJoined()
    {
        Assert.Equal(
            [
                "text: We answer every complaint within ten working days and say how it was looked into.",
                "text: Short one.",
            ],
            Read(
                "We answer every complaint within ten\nworking days and say how it was looked\ninto.\n\n\nShort one.\n"
            )
        );
    }

    [Fact]
    public void NumberedAndUnderlinedAndCapitalLinesAreHeadings()
    {
        Assert.Equal(
            [
                "1 [] Customer Care Policy",
                "1 [1.] Purpose",
                "2 [2.1] Scope of this policy",
                "1 [] SERVICE STANDARDS",
                "text: They are published.",
            ],
            Read(
                "Customer Care Policy\n====================\n\n1. Purpose\n\n2.1 Scope of this policy\n\nSERVICE "
                    + "STANDARDS\n\nThey are published.\n"
            )
        );
    }

    [Fact]
    public void ClausesKeepTheirNumbersApartFromTheirWords()
    {
        Assert.Equal(
            ["text [4.3.1]: We reply in writing.", "text [4.3.2]: We say what comes next."],
            Read("4.3.1 We reply in writing.\n4.3.2 We say what comes next.")
        );
    }

    [Fact]
    public void ListItemsHaveTheirLabelAndDepth()
    {
        Assert.Equal(
            [
                "text: You can contact us:",
                "1 • by telephone",
                "2 - on weekdays until eight in the evening",
                "1 • in person",
                "1 (b) [(b] by letter",
            ],
            Read(
                "You can contact us:\n• by telephone\n   - on weekdays until\n     eight in the evening\n• in "
                    + "person\n\n(b) by letter"
            )
        );
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    public void EveryUsualEncodingIsUnderstood(string name, bool hasMark)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        byte[] bytes =
        [
            .. hasMark ? encoding.GetPreamble() : [],
            .. encoding.GetBytes("The café’s complaints – 20 € each"),
        ];

        Assert.Equal(["text: The café’s complaints – 20 € each"], Read(bytes));
    }

    [Fact]
    public void BytesThatAreNoUtf8AreWindows1252()
    {
        byte[] bytes = [.. "The caf"u8, 0xE9, 0x92, .. "s complaints "u8, 0x96, .. " 20 "u8, 0x80];

        Assert.Equal(["text: The café’s complaints – 20 €"], Read(bytes));
    }

    [Theory]
    [InlineData("The customer’s view – “always” heard, £20 at the café…")]
    [InlineData("Élan and Über, naïve façade: 5 € • “quoted”")]
    [InlineData("DON’T SHOUT – EVER again.")]
    public void TheTwoEncodingsOfWesternProgramsAreToldByTheirWords(string text)
    {
        foreach (int codePage in (int[])[1252, 10000])
        {
            Assert.Equal(
                ["text: " + text],
                Read(CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes(text))
            );
        }
    }

    [Fact]
    public void ItemsHaveNumbersOfThousandsAndSentencesEndInYears() =>
        Assert.Equal(
            [
                "1 999. [999] Calls",
                "1 1000. [1000] Visits",
                "1 2640. [2640] letters",
                "text: We changed this in May 2019. We did so again in 2020. It is kept.",
            ],
            Read(
                "999. Calls\n1000. Visits\n\n2640. letters\n\nWe changed this in May 2019. We did so again in\n2020. It is kept."
            )
        );

    [Fact]
    public void ACharacterAcrossTheReadersPiecesIsStillUtf8()
    {
        string text = new string('a', 65534) + "é " + new string('b', 65530) + "文";

        Assert.Equal(["text: " + text], Read(text));
    }

    [Fact]
    public void WhatIsBeyondTheLimitIsLeftOutWithAProblem()
    {
        using MemoryStream stream = new("one two three"u8.ToArray());
        IngestResult result = new PlainTextReader().Read(
            stream,
            new ReadOptions { MaxTextLength = 7 },
            CancellationToken.None
        );

        Assert.Equal(ReadStatus.PartlyRead, result.Status);
        Assert.Equal("one two", Assert.IsType<TextBlock>(Assert.Single(result.Document!.Blocks)).Text);
        Assert.Contains("longer than 7 characters", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileWithoutWordsSaysSo()
    {
        using MemoryStream stream = new(" \n\n\t\n"u8.ToArray());

        Assert.Equal(
            ReadStatus.Unreadable,
            new PlainTextReader().Read(stream, ReadOptions.Default, CancellationToken.None).Status
        );
    }

    private static string[] Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static string[] Read(byte[] bytes)
    {
        using MemoryStream stream = new(bytes);
        return ShownBlocks.Of(new PlainTextReader().Read(stream, ReadOptions.Default, CancellationToken.None));
    }
}
