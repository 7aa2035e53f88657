namespace CseMapper.Pdf;

/// <summary>The kinds of file a picture is handed out as.</summary>
public enum PdfPictureFormat
{
    /// <summary>JPEG, as stored in the PDF.</summary>
    Jpeg,

    /// <summary>JPEG 2000, as stored in the PDF.</summary>
    Jpeg2000,

    /// <summary>TIFF: fax and JPEG data as stored with a new head, other pictures uncompressed.</summary>
    Tiff,
}

/// <summary>A picture that covers a page, as a file that programs for text recognition read.</summary>
/// <param name="Page">The page, counted from 1.</param>
/// <param name="Format">What kind of file it is.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Width">Width in pixels, the picture turned as the page shows it.</param>
/// <param name="Height">Height in pixels, the picture turned as the page shows it.</param>
/// <param name="DotsPerInch">Pixels to the inch on the page.</param>
public sealed record PdfPicture(
    int Page,
    PdfPictureFormat Format,
    ReadOnlyMemory<byte> Bytes,
    int Width,
    int Height,
    int DotsPerInch
);

/// <summary>A word that text recognition found in a picture; places are in pixels from the picture's top left
/// corner.</summary>
/// <param name="Text">The word.</param>
/// <param name="Line">Number of its line; words of one line share it and stand together.</param>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Bottom">Lower edge.</param>
/// <param name="Confidence">How sure the recognition is, 0 to 1.</param>
public sealed record PdfRecognisedWord(
    string Text,
    int Line,
    int Left,
    int Top,
    int Right,
    int Bottom,
    float Confidence
);
