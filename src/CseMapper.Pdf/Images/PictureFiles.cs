using CseMapper.Pdf.Files;
using CseMapper.Pdf.Images.Jbig2;
using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Objects.Filters;
using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Images;

/// <summary>Makes files out of a page's pictures: JPEG and fax data as stored, all else unpacked, JBIG2 too, which no
/// program takes as stored (ISO 32000-2, 8.9).</summary>
internal sealed class PictureFiles(PdfFile file)
{
    /// <summary>Larger pictures would take more memory than text is worth: a page of A4 at 1200 dots to the inch has
    /// 139 million pixels.</summary>
    private const long MostPixels = 100_000_000;

    /// <returns>The picture as a file; null where it is damaged, too large or packed in a way nothing reads, which the
    /// log then says.</returns>
    public PdfPicture? Make(int page, in PageImage image)
    {
        if (image.Stream is not { } stream)
            return null;
        int width = stream.Dictionary.Any("Width", "W").AsInt();
        int height = stream.Dictionary.Any("Height", "H").AsInt();
        if (width <= 0 || height <= 0)
            return null;
        if ((long)width * height > MostPixels)
        {
            file.Log.Add(PdfProblemKind.LimitReached, "The picture on this page is too large to recognise its text.");
            return null;
        }

        bool isTurned = image.Orientation >= 5;
        int dots = (int)Math.Clamp((isTurned ? height : width) * 72.0 / Math.Max(1, image.Box.Width), 50, 2400);
        TiffFile shape = new(width, height) { Orientation = image.Orientation, DotsPerInch = dots };
        using DecodedStream decoded = file.Decoder.DecodePooled(stream);
        (PdfPictureFormat Format, byte[] Bytes)? made = Make(decoded, stream.Dictionary, shape);
        if (made is null)
        {
            file.Log.Add(
                PdfProblemKind.Unsupported,
                "The picture on this page is packed in a way that cannot be handed to text recognition."
            );
            return null;
        }

        return new PdfPicture(
            page,
            made.Value.Format,
            made.Value.Bytes,
            isTurned ? height : width,
            isTurned ? width : height,
            dots
        );
    }

    private (PdfPictureFormat Format, byte[] Bytes)? Make(DecodedStream decoded, PdfDictionary image, TiffFile shape) =>
        decoded.ImageFilter switch
        {
            "DCTDecode" when shape.Orientation == 1 => (PdfPictureFormat.Jpeg, decoded.Bytes.ToArray()),
            "DCTDecode" => (PdfPictureFormat.Tiff, TurnedJpeg(decoded.Span, shape)),
            "JPXDecode" => (PdfPictureFormat.Jpeg2000, decoded.Bytes.ToArray()),
            "CCITTFaxDecode" => (PdfPictureFormat.Tiff, Fax(decoded.Span, image, shape)),
            "JBIG2Decode" => Jbig2(decoded.Bytes, image, shape) is { } samples
                ? (PdfPictureFormat.Tiff, PictureSamples.ToTiff(samples, image, shape, Decode))
                : null,
            null => (PdfPictureFormat.Tiff, PictureSamples.ToTiff(decoded.Span, image, shape, Decode)),
            _ => null,
        };

    private byte[]? Jbig2(ReadOnlyMemory<byte> data, PdfDictionary image, TiffFile shape)
    {
        PdfDictionary? parameters = LastParameters(image);
        ReadOnlyMemory<byte> globals = parameters?["JBIG2Globals"].AsStream() is { } stream ? Decode(stream) : default;
        return Jbig2Picture.Read(globals, data, shape.Width, shape.Height, 2 * MostPixels);
    }

    /// <summary>The parameters of the last filter, which is the picture's own.</summary>
    private static PdfDictionary? LastParameters(PdfDictionary image)
    {
        PdfValue entry = image.Any("DecodeParms", "DP");
        return entry.AsDictionary()
            ?? (entry.AsArray() is { Count: > 0 } list ? list[list.Count - 1].AsDictionary() : null);
    }

    private byte[] Decode(PdfStream stream) => file.Decoder.Decode(stream).ToArray();

    /// <summary>Fax data (7.4.6): black is what the fax calls black, unless the dictionary turns it round.</summary>
    private static byte[] Fax(ReadOnlySpan<byte> data, PdfDictionary image, TiffFile shape)
    {
        PdfDictionary? parameters = LastParameters(image);
        int k = parameters?["K"].AsInt() ?? 0;
        bool isInverted =
            image.Any("Decode", "D").AsArray() is { Count: >= 2 } range && range[0].AsNumber() > range[1].AsNumber();
        bool isNegative = isInverted != (parameters?["BlackIs1"].AsBoolean() ?? false);
        int columns = parameters?["Columns"].AsInt(1728) ?? 1728;
        return (
            shape with
            {
                Width = columns > 0 ? columns : shape.Width,
                BitsPerSample = 1,
                Compression = k < 0 ? TiffFile.FaxGroup4 : TiffFile.FaxGroup3,
                IsTwoDimensional = k > 0,
                Photometric = isNegative ? TiffFile.BlackIsZero : TiffFile.WhiteIsZero,
            }
        ).Write(data);
    }

    private static byte[] TurnedJpeg(ReadOnlySpan<byte> jpeg, TiffFile shape)
    {
        int components = JpegComponents(jpeg);
        return (
            shape with
            {
                Compression = TiffFile.JpegInside,
                SamplesPerPixel = components,
                Photometric = components switch
                {
                    1 => TiffFile.BlackIsZero,
                    4 => TiffFile.Separated,
                    _ => TiffFile.LuminanceAndColour,
                },
            }
        ).Write(jpeg);
    }

    /// <returns>The number of components that the JPEG's frame header gives (ITU-T T.81, B.2.2); 3 where there is
    /// none.</returns>
    private static int JpegComponents(ReadOnlySpan<byte> jpeg)
    {
        for (int at = 2; at + 9 < jpeg.Length && jpeg[at] == 0xFF; )
        {
            int marker = jpeg[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC)
                return jpeg[at + 9];
            at += 2 + ((jpeg[at + 2] << 8) | jpeg[at + 3]);
        }

        return 3;
    }
}
