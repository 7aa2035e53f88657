using CseMapper.Documents;
using CseMapper.Pdf.Files;
using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Images;

/// <summary>
/// Fills the text of scanned pages: hands the pictures that cover a page to text recognition and puts the words that
/// come back where they stand, so that layout finds lines, columns and headings in them as in any text.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="recognise">Reads the words of a picture.</param>
internal sealed class PageRecognition(
    PdfFile file,
    Func<PdfPicture, CancellationToken, IReadOnlyList<PdfRecognisedWord>> recognise
)
{
    /// <summary>A scan cut into more strips than this is left alone.</summary>
    private const int MostPictures = 24;

    /// <summary>A picture that covers less of the page is a seal or a signature.</summary>
    private const float LeastShare = 0.04f;

    /// <summary>Mean confidence below which the picture may lie the wrong way up: words read upside down reach 0.3,
    /// faint scans 0.6.</summary>
    private const float Doubtful = 0.5f;

    /// <summary>Fewer words than these are specks of a photograph.</summary>
    private const int FewestWords = 3;

    private readonly PictureFiles _files = new(file);

    /// <summary>Reads the pictures of a page that needs it; other pages stay as they are.</summary>
    public void Apply(int number, PageText page, CancellationToken cancellation)
    {
        if (page.State is not (PdfPageState.NeedsRecognition or PdfPageState.Unreadable))
            return;
        RecognisedText text = new(page);
        foreach (PageImage image in Pictures(page))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Read(number, image, cancellation) is { } reading)
                text.Add(reading.Picture, image.Box, reading.Words);
        }

        text.Finish();
    }

    /// <summary>Reads a picture; one that gives doubtful words may have been scanned upside down or on its side and is
    /// tried in the other positions.</summary>
    private Reading? Read(int number, PageImage image, CancellationToken cancellation)
    {
        if (_files.Make(number, image) is not { } upright)
            return null;
        Reading best = new(upright, recognise(upright, cancellation));
        if (best.Words.Count < FewestWords || best.Confidence >= Doubtful)
            return best;
        foreach (int quarters in new[] { 2, 1, 3 })
        {
            cancellation.ThrowIfCancellationRequested();
            if (_files.Make(number, image.Turned(quarters)) is not { } turned)
                continue;
            Reading other = new(turned, recognise(turned, cancellation));
            if (other.Words.Count >= FewestWords && other.Confidence > best.Confidence)
                best = other;
            if (best.Confidence >= Doubtful)
                break;
        }

        return best;
    }

    /// <summary>The pictures that make up the page, from top to bottom. Of several on top of each other the one in
    /// black and white holds the letters.</summary>
    private static List<PageImage> Pictures(PageText page)
    {
        List<PageImage> chosen = [];
        float least = LeastShare * page.Width * page.Height;
        foreach (
            PageImage image in page
                .Images.Where(image => image.Stream is not null && Area(image.Box) >= least)
                .OrderByDescending(IsBilevel)
                .ThenByDescending(image => Area(image.Box))
        )
        {
            if (
                chosen.Count < MostPictures
                && !chosen.Exists(other =>
                    Overlap(other.Box, image.Box) > 0.5f * Math.Min(Area(other.Box), Area(image.Box))
                )
            )
            {
                chosen.Add(image);
            }
        }

        return [.. chosen.OrderBy(image => image.Box.Top).ThenBy(image => image.Box.Left)];
    }

    private static bool IsBilevel(PageImage image)
    {
        PdfDictionary dictionary = image.Stream!.Dictionary;
        return dictionary.Any("ImageMask", "IM").AsBoolean() || dictionary.Any("BitsPerComponent", "BPC").AsInt() == 1;
    }

    private static float Area(BlockBox box) => Math.Max(0, box.Width) * Math.Max(0, box.Height);

    private static float Overlap(BlockBox one, BlockBox other) =>
        Area(
            new BlockBox(
                Math.Max(one.Left, other.Left),
                Math.Max(one.Top, other.Top),
                Math.Min(one.Right, other.Right),
                Math.Min(one.Bottom, other.Bottom)
            )
        );

    private sealed record Reading(PdfPicture Picture, IReadOnlyList<PdfRecognisedWord> Words)
    {
        public float Confidence { get; } =
            Words.Sum(word => word.Confidence * word.Text.Length) / Math.Max(1, Words.Sum(word => word.Text.Length));
    }
}
