using System.Text.RegularExpressions;
using CseMapper.Documents;

namespace CseMapper.Pdf.Tests.Layout;

/// <summary>Documents printed by LibreOffice and Chromium or written by hand, against what their sources say.</summary>
public sealed partial class LayoutSamplesTests
{
    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "Samples", "Layout");

    public static TheoryData<string> Samples =>
        [
            .. Directory
                .GetFiles(_folder, "*.pdf")
                .Select(path => Path.GetFileNameWithoutExtension(path))
                .Order(StringComparer.Ordinal),
        ];

    [Fact]
    public void AtLeastFortySamplesAreThere() => Assert.True(Samples.Count >= 40);

    [Theory]
    [MemberData(nameof(Samples))]
    public void BlocksAreThoseOfTheSource(string sample)
    {
        string expected = File.ReadAllText(Path.Combine(_folder, sample + ".expected")).ReplaceLineEndings("\n");
        Assert.Equal(expected, BlockNotation.Write(Read(sample).Blocks));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void EveryWordOfTheBlocksStandsInTheTextOfThePages(string sample)
    {
        PdfContent content = Read(sample);
        HashSet<string> words =
        [
            .. Words().Matches(string.Join('\n', content.Pages.Select(page => page.Text))).Select(match => match.Value),
        ];
        string blocks = string.Join(
            '\n',
            content.Blocks.Where(IsPrinted).Select(block => BlockNotation.Write([block])[2..])
        );
        Assert.DoesNotContain(
            Words().Matches(ContentOf(blocks)).Select(match => match.Value),
            word => !words.Contains(word)
        );
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void EveryWordHasItsPlaceOnThePage(string sample)
    {
        PdfDocument document = PdfDocument.Open(File.ReadAllBytes(Path.Combine(_folder, sample + ".pdf")));
        for (int number = 1; number <= document.PageCount; number++)
        {
            PdfPage page = document.ReadPage(number, TestContext.Current.CancellationToken);
            Assert.All(
                page.Lines.SelectMany(line => line.Words),
                word =>
                {
                    Assert.InRange(word.Box.Left, -1, page.Width);
                    Assert.InRange(word.Box.Bottom, 0, page.Height + 10);
                    Assert.True(word.Box is { Width: > 0, Height: > 0 } && word.FontSize > 0, word.Text);
                }
            );
        }
    }

    private static PdfContent Read(string sample) =>
        PdfDocument
            .Open(File.ReadAllBytes(Path.Combine(_folder, sample + ".pdf")))
            .ReadContent(TestContext.Current.CancellationToken);

    /// <summary>Remarks and ticks of boxes are no letters of the page.</summary>
    private static bool IsPrinted(Block block) =>
        block.Role is not (BlockRole.Annotation or BlockRole.FormField or BlockRole.Aside);

    /// <summary>The words of blocks without the notation around them.</summary>
    private static string ContentOf(string notation) => Notation().Replace(notation, " ");

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Words();

    [GeneratedRegex(
        @"^ *\d* *(header |footer |note |contents )?(heading \d|text|item \d|table \d) *",
        RegexOptions.Multiline
    )]
    private static partial Regex Notation();
}
