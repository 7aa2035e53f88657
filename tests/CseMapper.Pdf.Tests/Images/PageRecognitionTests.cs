using System.Buffers.Binary;
using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Images;

public class PageRecognitionTests
{
    private const string Gray = "/ColorSpace/DeviceGray/BitsPerComponent 8";

    [Fact]
    public void WordsOfAScannedPageStandWhereThePictureShowsThem()
    {
        PdfContent content = Read(
            Scan($"/Width 4/Height 2{Gray}", "abcdefgh"),
            picture =>
                [
                    new PdfRecognisedWord("Answer", 1, 0, 0, 1, 1, 0.9f),
                    new PdfRecognisedWord("letters", 1, 1, 0, 2, 1, 0.7f),
                    new PdfRecognisedWord("promptly", 2, 0, 1, 2, 2, 0.5f),
                ]
        );
        Assert.Equal("Answer letters\npromptly\n", content.Pages[0].Text);
        Assert.Equal(PdfPageState.Recognised, content.Pages[0].State);
        Assert.Equal(0.68f, content.Pages[0].Confidence!.Value, 0.02f);
        Assert.All(content.Blocks, block => Assert.InRange(block.Location.Box!.Value.Right, 150, 300));
    }

    [Fact]
    public void WithoutRecognitionTheScanIsNamedAsOne()
    {
        PdfDocument document = PdfDocument.Open(Scan($"/Width 4/Height 2{Gray}", "abcdefgh").Bytes());
        PdfContent content = document.ReadContent(TestContext.Current.CancellationToken);
        Assert.Equal(PdfPageState.NeedsRecognition, content.Pages[0].State);
        Assert.Null(content.Pages[0].Confidence);
    }

    [Fact]
    public void WhereNothingIsRecognisedThePageStaysAScan() =>
        Assert.Equal(
            PdfPageState.NeedsRecognition,
            Read(Scan($"/Width 4/Height 2{Gray}", "abcdefgh"), static _ => []).Pages[0].State
        );

    [Fact]
    public void APageWithTextIsNotHandedOver()
    {
        SmallPdf pdf = Scan($"/Width 4/Height 2{Gray}", "abcdefgh", "BT /F1 9 Tf 20 20 Td (Printed words) Tj ET");
        PdfContent content = Read(pdf, static _ => throw new InvalidOperationException("Nobody asked for this."));
        Assert.Equal(PdfPageState.HasText, content.Pages[0].State);
    }

    [Fact]
    public void JpegAndFaxDataAreHandedOverAsStored()
    {
        PdfPicture jpeg = Picture(Scan($"/Width 4/Height 2{Gray}/Filter/DCTDecode", "\u00FF\u00D8stored"));
        Assert.Equal(PdfPictureFormat.Jpeg, jpeg.Format);
        Assert.Equal("\u00FF\u00D8stored", System.Text.Encoding.Latin1.GetString(jpeg.Bytes.Span));
        PdfPicture fax = Picture(
            Scan(
                "/Width 16/Height 2/ColorSpace/DeviceGray/BitsPerComponent "
                    + "1/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 16>>",
                "fax data"
            )
        );
        Assert.Equal((4, 0, 16), (Tag(fax, 259), Tag(fax, 262), Tag(fax, 256)));
        Assert.Equal("fax data"u8, fax.Bytes.Span.Slice(Tag(fax, 273), Tag(fax, 279)));
    }

    [Theory]
    [InlineData(
        "/Width 2/Height 1/ColorSpace/DeviceRGB/BitsPerComponent 8",
        "\u00FF\u00FF\u00FF\0\0\0",
        new byte[] { 255, 0 }
    )]
    [InlineData(
        "/Width 2/Height 1/ColorSpace/DeviceCMYK/BitsPerComponent 8",
        "\0\0\0\0\0\0\0\u00FF",
        new byte[] { 255, 0 }
    )]
    [InlineData(
        "/Width 2/Height 1/ColorSpace[/Indexed/DeviceGray 1<00FF>]/BitsPerComponent 4",
        "\u0010",
        new byte[] { 255, 0 }
    )]
    [InlineData(
        "/Width 2/Height 1/ColorSpace/DeviceGray/BitsPerComponent 4/Decode[1 0]",
        "\u00F0",
        new byte[] { 0, 255 }
    )]
    [InlineData(
        "/Width 2/Height 1/ColorSpace[/Separation/Black/DeviceGray null]/BitsPerComponent 8",
        "\u00FF\0",
        new byte[] { 0, 255 }
    )]
    [InlineData(
        "/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8",
        "\u0007\u0008",
        new byte[] { 7, 8, 255, 255 }
    )]
    public void OtherPicturesBecomeShadesOfGrey(string entries, string data, byte[] shades)
    {
        PdfPicture picture = Picture(Scan(entries, data));
        Assert.Equal(shades, picture.Bytes.Slice(Tag(picture, 273), Tag(picture, 279)).ToArray());
    }

    [Theory]
    [InlineData(0, 1, 4, 2)]
    [InlineData(90, 6, 2, 4)]
    [InlineData(180, 3, 4, 2)]
    [InlineData(270, 8, 2, 4)]
    public void ATurnedPagesPictureSaysHowItIsTurned(int rotate, int orientation, int width, int height)
    {
        PdfPicture picture = Picture(Scan($"/Width 4/Height 2{Gray}", "abcdefgh", rotate: rotate));
        Assert.Equal((orientation, width, height), (Tag(picture, 274), picture.Width, picture.Height));
    }

    [Fact]
    public void APictureThatGivesDoubtfulWordsIsTriedTurned()
    {
        List<int> tried = [];
        PdfContent content = Read(
            Scan($"/Width 4/Height 2{Gray}", "abcdefgh"),
            picture =>
            {
                tried.Add(Tag(picture, 274));
                float confidence = tried[^1] == 6 ? 0.9f : 0.2f;
                return
                [
                    .. Enumerable
                        .Range(0, 3)
                        .Select(word => new PdfRecognisedWord("turn" + tried[^1], 1, word, 0, word + 1, 1, confidence)),
                ];
            }
        );
        Assert.Equal([1, 3, 6], tried);
        Assert.Equal("turn6 turn6 turn6\n", content.Pages[0].Text);
    }

    [Fact]
    public void APictureNothingReadsIsNamedAsAProblem()
    {
        PdfDocument document = PdfDocument.Open(
            Scan($"/Width 4/Height 2{Gray}/Filter/StrangeDecode", "x").Bytes(),
            new PdfOptions { Recognise = static (_, _) => [] }
        );
        document.ReadContent(TestContext.Current.CancellationToken);
        Assert.Contains(document.Problems, problem => problem is { Kind: PdfProblemKind.Unsupported, Page: 1 });
    }

    [Theory]
    [InlineData("/Width 2000000/Height 2000000")]
    [InlineData("/Width -4/Height 2")]
    [InlineData("")]
    public void APictureOfAbsurdSizeIsLeftAlone(string size) =>
        Assert.Equal(
            PdfPageState.NeedsRecognition,
            Read(Scan(size + Gray, "abcdefgh"), static _ => [new PdfRecognisedWord("x", 1, 0, 0, 1, 1, 1)])
                .Pages[0]
                .State
        );

    private static PdfPicture Picture(SmallPdf pdf)
    {
        PdfPicture? seen = null;
        Read(
            pdf,
            picture =>
            {
                seen = picture;
                return [];
            }
        );
        return seen ?? throw new InvalidOperationException("No picture was handed over.");
    }

    private static PdfContent Read(SmallPdf pdf, Func<PdfPicture, IReadOnlyList<PdfRecognisedWord>> recognise) =>
        PdfDocument
            .Open(pdf.Bytes(), new PdfOptions { Recognise = (picture, _) => recognise(picture) })
            .ReadContent(TestContext.Current.CancellationToken);

    private static int Tag(PdfPicture tiff, int tag)
    {
        ReadOnlySpan<byte> file = tiff.Bytes.Span;
        int directory = BinaryPrimitives.ReadInt32LittleEndian(file[4..]);
        for (int i = 0; i < file[directory]; i++)
        {
            ReadOnlySpan<byte> entry = file.Slice(directory + 2 + (12 * i), 12);
            if (BinaryPrimitives.ReadUInt16LittleEndian(entry) == tag)
                return BinaryPrimitives.ReadInt32LittleEndian(entry[8..]);
        }

        throw new ArgumentException($"The file has no tag {tag}.", nameof(tag));
    }

    /// <summary>A page that a picture covers.</summary>
    private static SmallPdf Scan(string entries, string data, string more = "", int rotate = 0) =>
        new SmallPdf()
            .Add(1, "<</Type/Catalog/Pages 2 0 R>>")
            .Add(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>")
            .Add(
                3,
                $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Rotate {rotate}/Contents 4 0 "
                    + "R/Resources<</XObject<</I 5 0 R>>/Font<</F1 6 0 R>>>>>>"
            )
            .AddStream(4, "", $"q 300 0 0 200 0 0 cm /I Do Q {more}")
            .AddStream(5, "/Type/XObject/Subtype/Image" + entries, data)
            .Add(6, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
            .End();
}
