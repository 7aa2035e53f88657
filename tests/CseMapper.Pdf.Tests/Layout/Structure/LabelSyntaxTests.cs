using CseMapper.Pdf.Layout.Structure;

namespace CseMapper.Pdf.Tests.Layout.Structure;

public sealed class LabelSyntaxTests
{
    [Theory]
    [InlineData("• Listen first", "Bullet", 1, "Listen first")]
    [InlineData("- Listen first", "Bullet", 1, "Listen first")]
    [InlineData("-listen", "None", 0, "-listen")]
    [InlineData("o\tListen first", "Bullet", 1, "Listen first")]
    [InlineData("1. Scope", "Decimal", 2, "Scope")]
    [InlineData("(12) Scope", "Decimal", 4, "Scope")]
    [InlineData("4 Scope", "BareDecimal", 1, "Scope")]
    [InlineData("2024 was a good year", "None", 0, "2024 was a good year")]
    [InlineData("2019. The council", "None", 0, "2019. The council")]
    [InlineData("2640. Correspondence", "Decimal", 5, "Correspondence")]
    [InlineData("2640 Correspondence", "None", 0, "2640 Correspondence")]
    [InlineData("2.8.The council", "Sectioned", 4, "The council")]
    [InlineData("2.8.5the council", "None", 0, "2.8.5the council")]
    [InlineData("4.3.2 The council", "Sectioned", 5, "The council")]
    [InlineData("A.2 The council", "Sectioned", 3, "The council")]
    [InlineData("(b) a reply", "Letter", 3, "a reply")]
    [InlineData("a reply", "None", 0, "a reply")]
    [InlineData("(iv) a reply", "Roman", 4, "a reply")]
    [InlineData("I agree", "None", 0, "I agree")]
    [InlineData("Appendix B: Charges", "Named", 10, "Charges")]
    [InlineData("Part of the plan", "None", 0, "Part of the plan")]
    [InlineData("3.5 per cent", "Sectioned", 3, "per cent")]
    public void LabelsAreReadFromTheStartOfALine(string line, string kind, int length, string text)
    {
        Label label = LabelSyntax.Read(line);
        Assert.Equal((kind, length, text), (label.Kind.ToString(), label.Length, line[label.TextStart..]));
    }

    [Theory]
    [InlineData("4.", 4, 1)]
    [InlineData("(c)", 3, 1)]
    [InlineData("(ix)", 9, 1)]
    [InlineData("7.2.11", 11, 3)]
    public void LabelsKnowTheirNumberAndDepth(string label, int value, int depth)
    {
        Label read = LabelSyntax.Read(label + " text");
        Assert.Equal((value, depth), (read.Value, read.Depth));
    }
}
