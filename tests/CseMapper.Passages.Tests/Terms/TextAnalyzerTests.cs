using CseMapper.Passages.Terms;

namespace CseMapper.Passages.Tests.Terms;

public sealed class TextAnalyzerTests
{
    private static string Terms(string text) =>
        string.Join(' ', TextAnalyzer.Analyze(text).Where(term => !term.IsStopWord).Select(term => term.Term));

    [Theory]
    [InlineData("We consulted 1,250 tenants.", "consult 1250 tenant")]
    [InlineData("Rooms 2,3 and section 4.3.2", "room 2 3 section 4.3.2")]
    [InlineData("the end.Next sentence", "end next sentenc")]
    [InlineData("The U.K. and the N.H.S. trust", "uk nhs trust")]
    [InlineData("customers' needs, the customer’s needs", "custom need custom need")]
    [InlineData("co-ordinated e-mail re-use, face-to-face", "coordin email reus face face")]
    [InlineData("Café RÉSUMÉ naïve Æther", "cafe resum naiv aether")]
    [InlineData("a satis\u00ADfied cafe\u0301", "satisfi cafe")]
    [InlineData("ﬁnance oﬃce ＣＳＥ", "financ offic cse")]
    [InlineData("we've they'll", "")]
    [InlineData("don't cannot without shouldn’t never", "not not not not not")]
    [InlineData("24/7 on £3.50 at 95%", "24 7 3.50 95")]
    [InlineData("顧客 service", "顧 客 servic")]
    public void FindsWordsAndBringsThemToTheirStems(string text, string expected) =>
        Assert.Equal(expected, Terms(text));

    [Theory]
    [InlineData("organisation", "organization")]
    [InlineData("organised", "organized")]
    [InlineData("prioritise", "prioritizing")]
    [InlineData("behaviours", "behavioral")]
    [InlineData("centre", "centers")]
    [InlineData("programme", "programs")]
    [InlineData("enquiry", "inquiries")]
    [InlineData("enquire", "inquiry")]
    [InlineData("analyse", "analyzing")]
    [InlineData("analysis", "analysed")]
    [InlineData("licence", "license")]
    [InlineData("travelled", "traveled")]
    [InlineData("co-operation", "cooperation")]
    public void BringsBritishAndAmericanSpellingTogether(string british, string american) =>
        Assert.Equal(Terms(american), Terms(british));

    [Theory]
    [InlineData("advise")]
    [InlineData("exercised")]
    [InlineData("supervise")]
    [InlineData("promises")]
    [InlineData("raising")]
    public void LeavesVerbsThatAreAlwaysSpeltWithSAlone(string word) => Assert.DoesNotContain('z', Terms(word));

    [Fact]
    public void TellsWhereEachWordStands()
    {
        const string text = "Our customers’ Charter";
        Assert.Equal(
            ["Our", "customers", "Charter"],
            TextAnalyzer.Analyze(text).Select(term => text.Substring(term.Start, term.Length))
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t—…")]
    [InlineData("\uD800 \uDC00\uD83D\uDE00 \u0301")]
    public void TextWithoutWordsHasNoTerms(string text) => Assert.Empty(TextAnalyzer.Analyze(text));

    [Fact]
    public void AnEndlessWordIsCut() =>
        Assert.True(TextAnalyzer.Analyze(new string('x', 1_000_000)).Single().Term.Length < 100);
}
