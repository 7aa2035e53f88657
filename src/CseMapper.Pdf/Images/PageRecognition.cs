using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Images;

/// <summary>
/// Fills the text of scanned pages: hands the pictures that cover a page to text recognition and puts the words that come back where
/// they stand, so that layout finds lines, columns and headings in them as in any text.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="recognise">Reads the words of a picture.</param>
internal sealed class PageRecognition(PdfFile file, Func<PdfPicture, CancellationToken, IReadOnlyList<PdfRecognisedWord>> recognise)
{
    /// <summary>A scan cut into more strips than this is left alone.</summary>
    private const int MostPictures = 24;

    /// <summary>A picture that covers less of the page is a seal or a signature.</summary>
    private const float LeastShare = 0.04f;

    private readonly PictureFiles _files = new(file);

    /// <summary>Reads the pictures of a page that needs it; other pages stay as they are.</summary>
    public void Apply(int number, PageText page, CancellationToken cancellation)
    {
        if (page.State is not (PdfPageState.NeedsRecognition or PdfPageState.Unreadable)) return;
        RecognisedText text = new(page);
        foreach (PageImage image in Pictures(page))
        {
            cancellation.ThrowIfCancellationRequested();
            if (_files.Make(number, image) is { } picture) text.Add(picture, image.Box, recognise(picture, cancellation));
        }

        text.Finish();
    }

    /// <summary>The pictures that make up the page, from top to bottom. Of several on top of each other the one in black and white holds the letters.</summary>
    private static List<PageImage> Pictures(PageText page)
    {
        List<PageImage> chosen = [];
        float least = LeastShare * page.Width * page.Height;
        foreach (PageImage image in page.Images.Where(image => image.Stream is not null && Area(image.Box) >= least).OrderByDescending(IsBilevel).ThenByDescending(image => Area(image.Box)))
        {
            if (chosen.Count < MostPictures && !chosen.Exists(other => Overlap(other.Box, image.Box) > 0.5f * Math.Min(Area(other.Box), Area(image.Box)))) chosen.Add(image);
        }

        return [.. chosen.OrderBy(image => image.Box.Top).ThenBy(image => image.Box.Left)];
    }

    private static bool IsBilevel(PageImage image)
    {
        PdfDictionary dictionary = image.Stream!.Dictionary;
        return dictionary.Any("ImageMask", "IM").AsBoolean() || dictionary.Any("BitsPerComponent", "BPC").AsInt() == 1;
    }

    private static float Area(PdfBox box) => Math.Max(0, box.Width) * Math.Max(0, box.Height);

    private static float Overlap(PdfBox one, PdfBox other) => Area(new PdfBox(
        Math.Max(one.Left, other.Left), Math.Max(one.Top, other.Top), Math.Min(one.Right, other.Right), Math.Min(one.Bottom, other.Bottom)));
}
