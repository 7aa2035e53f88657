using CseMapper.Documents.Word.Lists;

namespace CseMapper.Documents.Tests.Word;

public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("1 Purpose", "1", "Purpose")]
    [InlineData("1. Purpose", "1.", "Purpose")]
    [InlineData("1) Purpose", "1)", "Purpose")]
    [InlineData("2640. Correspondence", "2640.", "Correspondence")]
    [InlineData("4.3.2 Purpose", "4.3.2", "Purpose")]
    [InlineData("4.3.2.1.1.1. Purpose", "4.3.2.1.1.1.", "Purpose")]
    [InlineData("A. Purpose", "A.", "Purpose")]
    [InlineData("A) Purpose", "A)", "Purpose")]
    [InlineData("B.1.2 Purpose", "B.1.2", "Purpose")]
    [InlineData("IV. Purpose", "IV.", "Purpose")]
    [InlineData("Appendix 1: Purpose", "Appendix 1", ": Purpose")]
    [InlineData("Annex B – Purpose", "Annex B", "– Purpose")]
    [InlineData("Schedule IV Purpose", "Schedule IV", "Purpose")]
    [InlineData("Section 2 “Purpose”", "Section 2", "“Purpose”")]
    [InlineData("Part 3 (Purpose)", "Part 3", "(Purpose)")]
    [InlineData("Chapter 12 - Purpose", "Chapter 12", "- Purpose")]
    [InlineData("2 \"Purpose\"", "2", "\"Purpose\"")]
    [InlineData("2 ‘Purpose’", "2", "‘Purpose’")]
    public void AHeadingIsSplitIntoItsNumberAndItsWords(string text, string number, string words)
    {
        (string? foundNumber, string foundWords) = TypedNumber.SplitHeading(text);

        Assert.Equal((number, words), (foundNumber, foundWords));
    }

    [Theory]
    [InlineData("2 weeks")]
    [InlineData("2024 Budget")]
    [InlineData("Purpose")]
    [InlineData("appendix 1 Purpose")]
    [InlineData("ABC. Purpose")]
    [InlineData("1Purpose")]
    [InlineData("Section 2b Purpose")]
    [InlineData("1.")]
    public void AHeadingWithoutANumberStaysWhole(string text) =>
        Assert.Equal((null, text), TypedNumber.SplitHeading(text));

    [Theory]
    [InlineData("4.3 Purpose", "4.3", "Purpose")]
    [InlineData("4.3. Purpose", "4.3.", "Purpose")]
    [InlineData("4.3.2.1.1.1 Purpose", "4.3.2.1.1.1", "Purpose")]
    [InlineData("4.3\tpurpose", "4.3", "purpose")]
    [InlineData("4.3 \t purpose", "4.3", "purpose")]
    [InlineData("4.3 “Purpose”", "4.3", "“Purpose”")]
    [InlineData("4.3 ‘Purpose’", "4.3", "‘Purpose’")]
    [InlineData("4.3 (Purpose)", "4.3", "(Purpose)")]
    public void ANumberOfSeveralPartsIsAClause(string text, string number, string words) =>
        Assert.Equal(new TypedLabel(number, words, IsBullet: false, IsClause: true), TypedNumber.Split(text));

    [Theory]
    [InlineData("1. purpose", "1.", "purpose")]
    [InlineData("12) purpose", "12)", "purpose")]
    [InlineData("(a) purpose", "(a)", "purpose")]
    [InlineData("b) purpose", "b)", "purpose")]
    [InlineData("(iv) purpose", "(iv)", "purpose")]
    [InlineData("(3) purpose", "(3)", "purpose")]
    [InlineData("A.\tpurpose", "A.", "purpose")]
    public void ANumberOrLetterIsAnItem(string text, string number, string words) =>
        Assert.Equal(new TypedLabel(number, words, IsBullet: false, IsClause: false), TypedNumber.Split(text));

    [Theory]
    [InlineData("• purpose", "•")]
    [InlineData("–\tpurpose", "–")]
    public void ASignIsABullet(string text, string sign) =>
        Assert.Equal(new TypedLabel(sign, "purpose", IsBullet: true, IsClause: false), TypedNumber.Split(text));

    [Theory]
    [InlineData("")]
    [InlineData("4.3 per cent")]
    [InlineData("A. purpose")]
    [InlineData("purpose")]
    [InlineData("1.purpose")]
    [InlineData("(ab) purpose")]
    [InlineData("-purpose")]
    public void OtherWordsHaveNoLabel(string text) => Assert.Null(TypedNumber.Split(text));
}
