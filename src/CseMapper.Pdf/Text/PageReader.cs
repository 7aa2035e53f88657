using CseMapper.Pdf.Catalog;
using CseMapper.Pdf.Files;
using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Text.Interpreting;

namespace CseMapper.Pdf.Text;

/// <summary>Runs a page's content and the appearances of its annotations into a <see cref="PageText"/>.</summary>
internal sealed class PageReader
{
    /// <summary>The largest page the specification knows, in points (annex C.2): what is beyond is damage.</summary>
    private const double MostPoints = 14_400 * 10;

    /// <summary>How often a page is read again with mended fonts: once for each way of mending, and once to take a vain
    /// one back.</summary>
    private const int MostMends = 4;

    /// <summary>So many letters nobody knows are worth a word, fewer are ornaments.</summary>
    private const int NoticeableLoss = 40;

    private readonly TextSource _source;
    private readonly ContentInterpreter _interpreter;
    private readonly AnnotationReader _annotations;
    private readonly DuplicateFilter _duplicates = new();
    private readonly CoveredText _covered = new();
    private readonly StrikeThrough _struck = new();
    private readonly TypedTextPlacer _typed = new();
    private readonly LetterCheck _letters;

    public PageReader(PdfFile file, StyleTable styles)
    {
        _source = new TextSource(file);
        Text = new PageText(styles);
        _interpreter = new ContentInterpreter(Text, _source);
        _annotations = new AnnotationReader(_source, Text, _interpreter);
        _letters = new LetterCheck(_source.Fonts);
    }

    /// <summary>What the last page read draws.</summary>
    public PageText Text { get; }

    public void Read(PageObject page, CancellationToken cancellation)
    {
        ReadOnce(page, cancellation);
        for (int i = 0; i < MostMends && _letters.MendsFonts(Text); i++)
            ReadOnce(page, cancellation);
        _letters.Clean(Text);
        if (Text.UnknownLetters >= NoticeableLoss && Text.UnknownLetters <= Text.KnownLetters)
        {
            _source.Problems.Add(
                PdfProblemKind.UnknownLetters,
                "Part of the text on this page cannot be read: the file does not say which letters its fonts show."
            );
        }

        _covered.Apply(Text);
        _duplicates.Apply(Text);
        _struck.Apply(Text);
        _typed.Apply(Text);
    }

    private void ReadOnce(PageObject page, CancellationToken cancellation)
    {
        Text.Clear();
        Matrix toPage = ToPage(page, out float width, out float height);
        Text.Width = width;
        Text.Height = height;
        _source.ReadContents(page.Contents, content => _interpreter.Run(content, page.Resources, toPage, cancellation));
        _annotations.Read(page, toPage, cancellation);
    }

    /// <summary>From default user space (8.3.2.3) to the page as shown: crop box, turn and unit undone, y
    /// downwards.</summary>
    public static Matrix ToPage(PageObject page, out float width, out float height)
    {
        double unit = Math.Clamp(page.Dictionary["UserUnit"].AsNumber(1), 0.1, 100);
        PageBox box = page.CropBox;
        double w = Math.Min(box.Width * unit, MostPoints),
            h = Math.Min(box.Height * unit, MostPoints);
        Matrix shift = new(unit, 0, 0, unit, -box.Left * unit, -box.Bottom * unit);
        Matrix turn = page.Rotate switch
        {
            90 => new(0, 1, 1, 0, 0, 0),
            180 => new(-1, 0, 0, 1, w, 0),
            270 => new(0, -1, -1, 0, h, w),
            _ => new(1, 0, 0, -1, 0, h),
        };
        bool isSideways = page.Rotate is 90 or 270;
        (width, height) = isSideways ? ((float)h, (float)w) : ((float)w, (float)h);
        return shift.Then(turn);
    }
}
