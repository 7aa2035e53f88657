using CseMapper.Documents;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;
using PrintedBlock = UglyToad.PdfPig.DocumentLayoutAnalysis.TextBlock;

namespace CseMapper.PdfPig;

/// <summary>The blocks and lines of a page in reading order.</summary>
internal sealed class PageContent
{
    /// <summary>Order is found by comparing every block with every other: beyond this many the order of drawing
    /// serves.</summary>
    private const int MostBlocksCompared = 400;

    /// <summary>The share of the page's height at its top, and at its bottom, in which running text is
    /// printed.</summary>
    private const double Margin = 0.12;

    private const int LongestRunningText = 200;

    private static readonly NearestNeighbourWordExtractor _words = new(
        new NearestNeighbourWordExtractor.NearestNeighbourWordExtractorOptions { MaxDegreeOfParallelism = 1 }
    );
    private static readonly DocstrumBoundingBoxes _segmenter = new(
        new DocstrumBoundingBoxes.DocstrumBoundingBoxesOptions
        {
            MaxDegreeOfParallelism = 1,
            // A gap of two blanks parts: with the three of the default the cells of a table run together.
            WithinLineMultiplier = 2,
        }
    );

    private readonly HashSet<PrintedBlock> _running = [];
    private readonly double _height;

    private PageContent(int number, IReadOnlyList<PrintedBlock> blocks, double height, bool isPicture)
    {
        Number = number;
        Blocks = blocks;
        _height = height;
        IsPicture = isPicture;
        Lines = [.. blocks.SelectMany(block => block.TextLines.Select((line, i) => new PageLine(line, block, i == 0)))];
    }

    /// <summary>Counted from 1.</summary>
    public int Number { get; }

    public IReadOnlyList<PrintedBlock> Blocks { get; }

    public IReadOnlyList<PageLine> Lines { get; }

    /// <summary>True for a page that shows pictures and no words.</summary>
    public bool IsPicture { get; }

    /// <summary>Its lines as printed, blocks apart by an empty line.</summary>
    public string Text =>
        string.Concat(Lines.Select((line, i) => (line.IsFirst && i > 0 ? "\n" : "") + line.Text + "\n"));

    public static PageContent Empty(int number) => new(number, [], 0, isPicture: false);

    public static PageContent Read(Page page)
    {
        Word[] words = [.. _words.GetWords(page.Letters).Where(word => !string.IsNullOrWhiteSpace(word.Text))];
        if (words.Length == 0)
            return new PageContent(page.Number, [], page.Height, isPicture: page.NumberOfImages > 0);
        IReadOnlyList<PrintedBlock> blocks = _segmenter.GetBlocks(words);
        IReadingOrderDetector order =
            blocks.Count > MostBlocksCompared
                ? RenderingReadingOrderDetector.Instance
                : UnsupervisedReadingOrderDetector.Instance;
        return new PageContent(page.Number, [.. order.Get(blocks)], page.Height, isPicture: false);
    }

    /// <summary>Short blocks at the upper and lower edge; further in, numbers of clauses resemble each other from page
    /// to page.</summary>
    public IReadOnlyList<PrintedBlock> Edges =>
        [
            .. Blocks.Where(block =>
                block.Text.Length <= LongestRunningText
                && (block.BoundingBox.Bottom > _height * (1 - Margin) || block.BoundingBox.Top < _height * Margin)
            ),
        ];

    /// <summary>Marks a block that other pages repeat.</summary>
    public void MarkRunning(PrintedBlock block) => _running.Add(block);

    public BlockRole RoleOf(PrintedBlock block) =>
        !_running.Contains(block) ? BlockRole.Body
        : block.BoundingBox.Centroid.Y > _height / 2 ? BlockRole.Header
        : BlockRole.Footer;

    /// <summary>The place of lines on the page.</summary>
    public BlockLocation Locate(IReadOnlyList<PageLine> lines)
    {
        PdfRectangle[] boxes = [.. lines.Select(line => line.Line.BoundingBox)];
        return new BlockLocation(
            Number,
            Box: new BlockBox(
                (float)boxes.Min(box => box.Left),
                (float)(_height - boxes.Max(box => box.Top)),
                (float)boxes.Max(box => box.Right),
                (float)(_height - boxes.Min(box => box.Bottom))
            )
        );
    }
}

/// <summary>A printed line.</summary>
/// <param name="line">The line.</param>
/// <param name="block">The block it stands in.</param>
/// <param name="isFirst">True for the block's first.</param>
internal sealed class PageLine(TextLine line, PrintedBlock block, bool isFirst)
{
    public TextLine Line { get; } = line;

    public PrintedBlock Block { get; } = block;

    public bool IsFirst { get; } = isFirst;

    public string Text { get; } = string.Join(' ', line.Words.Select(word => word.Text)).Trim();

    /// <summary>Type size in points of its largest letters.</summary>
    public double Size { get; } =
        Math.Round(
            line.Words.SelectMany(word => word.Letters).Select(letter => letter.PointSize).DefaultIfEmpty().Max(),
            1
        );

    public bool IsBold { get; } =
        line.Words.All(word => word.FontName?.Contains("bold", StringComparison.OrdinalIgnoreCase) == true);
}
