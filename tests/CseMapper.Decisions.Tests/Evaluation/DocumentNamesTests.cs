using CseMapper.Decisions.Evaluation;

namespace CseMapper.Decisions.Tests.Evaluation;

public sealed class DocumentNamesTests
{
    [Theory]
    [InlineData("Complaints Handling.docx")]
    [InlineData("Complaints Handling.doc")]
    [InlineData("Complaints Handling.pdf")]
    [InlineData("Complaints Handling.xlsx")]
    [InlineData("Complaints Handling.xls")]
    [InlineData("Complaints Handling.pptx")]
    [InlineData("Complaints Handling.ppt")]
    [InlineData("Complaints Handling.rtf")]
    [InlineData("Complaints Handling.odt")]
    [InlineData("Complaints Handling.txt")]
    [InlineData("Complaints Handling.md")]
    [InlineData("Complaints Handling.html")]
    [InlineData("Complaints Handling.htm")]
    [InlineData("Complaints Handling v3")]
    [InlineData("Complaints Handling version 2.1")]
    [InlineData("Complaints Handling v.2")]
    [InlineData("Complaints Handling draft")]
    [InlineData("Complaints Handling final")]
    [InlineData("Complaints Handling p 4")]
    [InlineData("Complaints Handling (p. 4)")]
    [InlineData("Complaints Handling, pp 4-5")]
    [InlineData("Complaints Handling – page 4")]
    [InlineData("Complaints Handling pages 4, 5 & 6")]
    [InlineData("Complaints Handling clause 4.3.2")]
    [InlineData("Complaints Handling clauses 4–5")]
    [InlineData("Complaints Handling section 4")]
    [InlineData("Complaints Handling sections 4")]
    [InlineData("Complaints Handling para 4")]
    [InlineData("Complaints Handling paras 4")]
    [InlineData("Complaints Handling paragraph 4")]
    [InlineData("Complaints Handling paragraphs 4")]
    public void ExtensionsVersionsAndPlacesDoNotCount(string text) =>
        Assert.Equal(
            ["complaints_handling.docx"],
            new DocumentNames(["complaints_handling.docx", "complaints_handling_4.docx"]).Find(text)
        );

    [Fact]
    public void OfSeveralTheFileWithTheFewestOtherWordsIsMeant()
    {
        DocumentNames names = new(["HR/Complaints Policy.docx", "Complaints Policy for Schools.docx"]);

        Assert.Equal(["HR/Complaints Policy.docx"], names.Find("Complaints Policy"));
        Assert.Equal(["Complaints Policy for Schools.docx"], names.Find("the schools complaints policy"));
    }

    [Fact]
    public void FilesOfTheSameWordsAreAllMeant() =>
        Assert.Equal(
            ["a/Complaints Policy.docx", "b/complaints-policy.pdf"],
            new DocumentNames(["a/Complaints Policy.docx", "b/complaints-policy.pdf"]).Find("Complaints Policy v2")
        );

    [Theory]
    [InlineData("policy")]
    [InlineData("fees")]
    [InlineData("")]
    [InlineData("Complaints 2019")]
    public void OneWordThatAnyDocumentBearsNamesNone(string text) =>
        Assert.Empty(new DocumentNames(["Fees Policy.docx", "Complaints Report.docx"]).Find(text));
}
