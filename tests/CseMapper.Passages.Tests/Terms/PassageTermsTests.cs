using System.Text;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Terms;
using CseMapper.Testing;

namespace CseMapper.Passages.Tests.Terms;

public sealed class PassageTermsTests
{
    private static readonly Passage[] _two =
    [
        new("a", 0, "We acknowledge complaints within three days.", ["Complaints Policy", "2 Timescales"])
        {
            LeadIn = "We promise to:",
        },
        new("b", 1, "Complaints are answered.", ["Complaints Policy", "2 Timescales"]),
    ];

    private static string Words(ReadOnlySpan<int> run, string[] terms)
    {
        List<string> words = [];
        foreach (int number in run)
            words.Add(terms[number]);
        return string.Join(' ', words);
    }

    [Fact]
    public void GivesBackTitleHeadingsLeadInsAndBodiesInOrder()
    {
        PassageTermsReader reader = new();
        reader.Open(PassageTerms.Encode("Complaints", _two));
        string[] terms =
        [
            .. Enumerable.Range(0, reader.TermCount).Select(i => Encoding.UTF8.GetString(reader.Term(i))),
        ];
        Assert.Equal("complaint", Words(reader.Title, terms));
        Assert.Equal(2, reader.PassagesLeft);
        reader.ReadPassage();
        Assert.Equal("complaint polici 2 timescal", Words(reader.Heading, terms));
        Assert.Equal("we promis to", Words(reader.LeadIn, terms));
        Assert.Equal("we acknowledg complaint within three day", Words(reader.Body, terms));
        reader.ReadPassage();
        Assert.Equal("complaint polici 2 timescal", Words(reader.Heading, terms));
        Assert.Equal(0, reader.LeadIn.Length);
        Assert.Equal("complaint are answer", Words(reader.Body, terms));
        Assert.Equal(0, reader.PassagesLeft);
    }

    [Fact]
    public void EveryBrokenEncodingEndsInAReasonAndNeverInACrash()
    {
        byte[] sound = PassageTerms.Encode("Complaints", _two);
        for (int i = 0; i < sound.Length; i++)
        {
            foreach (byte value in new byte[] { 0, 0x7F, 0x80, 0xFF })
            {
                byte[] broken = [.. sound];
                broken[i] = value;
                ReadAll(broken);
            }

            ReadAll(sound[..i]);
        }

        Assert.Throws<InvalidDataException>(() =>
            new PassageTermsReader().Open(new byte[] { PassageTerms.FormatVersion + 1, 0, 0, 0 })
        );
    }

    [Fact]
    public void TakesLessRoomThanItsText()
    {
        Passage[] passages =
        [
            .. Enumerable
                .Range(0, 50)
                .Select(i => new Passage(
                    $"{i}",
                    i,
                    "Complaints about our service are acknowledged within three working days by the team that "
                        + "provides it.",
                    []
                )),
        ];
        Assert.True(
            PassageTerms.Encode("Complaints", passages).Length < passages.Sum(passage => passage.Text.Length) / 4
        );
    }

    private static void ReadAll(byte[] bytes)
    {
        try
        {
            PassageTermsReader reader = new();
            reader.Open(bytes);
            while (reader.PassagesLeft > 0)
                reader.ReadPassage();
        }
        catch (InvalidDataException) { }
    }

    [Fact]
    public void WhatIsWrittenDoesNotDependOnTheDocumentsBefore() =>
        PropertyTest.Holds(
            (string[] texts) =>
            {
                PassageTermsWriter writer = new();
                return texts
                    .Append("He haves, they have. I.e. the ies, ons and on; no's 2,000.5 e-mails")
                    .All(text =>
                    {
                        Passage[] passages =
                        [
                            new("a", 0, $"Complaint {text}", [text ?? "", "Complaints"]) { LeadIn = text },
                        ];
                        return writer
                            .Write(text ?? "", passages)
                            .AsSpan()
                            .SequenceEqual(PassageTerms.Encode(text ?? "", passages));
                    });
            }
        );

    [Fact]
    public void BodiesHoldTheTermsOfTheirTexts() =>
        PropertyTest.Holds(
            (string text) =>
            {
                PassageTermsReader reader = new();
                reader.Open(PassageTerms.Encode("", [new Passage("a", 0, text ?? "", [])]));
                reader.ReadPassage();
                return reader
                    .Body.ToArray()
                    .Select(term => Encoding.UTF8.GetString(reader.Term(term)))
                    .SequenceEqual(TextAnalyzer.Analyze(text ?? "").Select(word => word.Term));
            }
        );
}
