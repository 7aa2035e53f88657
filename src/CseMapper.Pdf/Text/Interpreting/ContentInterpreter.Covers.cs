using CseMapper.Documents;
using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Text.Interpreting;

/// <summary>What is painted opaque over text (ISO 32000-2, 11.3), and pictures.</summary>
internal sealed partial class ContentInterpreter
{
    /// <summary>Nothing lower hides a line of text.</summary>
    private const float LowestCover = 3f;

    private const int MostCovers = 4_096;
    private const int MostImages = 1_000;

    /// <summary>A picture of a larger share of the page is the page itself: text below it is the text layer of a
    /// scan.</summary>
    private const float LargestPicture = 0.4f;

    /// <summary>Whether what is painted may hide text: not what remarks draw that are seen through.</summary>
    private bool _covers = true;

    private void CoverByPath(bool isFilled, bool isStroked)
    {
        if (!_covers || _builder.PieceCount == 0 || _state.IsGroupTransparent || _state.IsClipShaped)
            return;
        if (isFilled && !_state.IsFillTransparent && !_state.IsFillPattern)
        {
            if (_paths.FillsBounds && _paths.Bounds is { } box)
                Cover(box);
            else
                CoverEach(_paths.Rectangles, 0);
        }

        double width =
            _state.LineWidth * Math.Sqrt(Math.Abs((_state.Ctm.A * _state.Ctm.D) - (_state.Ctm.B * _state.Ctm.C)));
        if (isStroked && !_state.IsStrokeTransparent && width >= LowestCover)
            CoverEach(_paths.Segments, (float)width);
    }

    private void CoverEach(IReadOnlyList<(float X0, float Y0, float X1, float Y1)> areas, float width)
    {
        float half = width / 2;
        foreach ((float x0, float y0, float x1, float y1) in areas)
        {
            bool isLevel = x1 - x0 >= y1 - y0;
            Cover(
                new(
                    x0 - (isLevel ? 0 : half),
                    y0 - (isLevel ? half : 0),
                    x1 + (isLevel ? 0 : half),
                    y1 + (isLevel ? half : 0)
                )
            );
        }
    }

    private void Cover(in BlockBox area)
    {
        BlockBox clip = _state.Clip;
        BlockBox box = new(
            Math.Max(area.Left, clip.Left),
            Math.Max(area.Top, clip.Top),
            Math.Min(area.Right, clip.Right),
            Math.Min(area.Bottom, clip.Bottom)
        );
        if (box.Width < LowestCover || box.Height < LowestCover || _page.Covers.Count >= MostCovers)
            return;
        PageCover cover = new(box, _builder.CountUnder(box));
        if (_page.Covers.Count > 0 && _page.Covers[^1].Box == box)
            _page.Covers[^1] = cover;
        else
            _page.Covers.Add(cover);
    }

    private void NoteImage(PdfStream? stream, PdfDictionary? dictionary)
    {
        (double x0, double y0) = _state.Ctm.Apply(0, 0);
        (double x1, double y1) = _state.Ctm.Apply(1, 1);
        BlockBox box = new(
            (float)Math.Min(x0, x1),
            (float)Math.Min(y0, y1),
            (float)Math.Max(x0, x1),
            (float)Math.Max(y0, y1)
        );
        if (_page.Images.Count < MostImages)
            _page.Images.Add(new(box, stream, PageImage.OrientationOf(_state.Ctm)));
        if (!_covers || _state.IsGroupTransparent || _state.IsFillTransparent)
            return;
        if (Math.Min(box.Width, box.Height) <= LowestCover && _page.Bars.Count < MostCovers)
            _page.Bars.Add(box);
        bool isPicture = box.Width * box.Height > LargestPicture * _page.Width * _page.Height;
        if (_builder.PieceCount > 0 && !_state.IsClipShaped && !isPicture && IsOpaque(dictionary))
            Cover(box);
    }

    /// <summary>A stencil has holes unless it is a single dot.</summary>
    private static bool IsOpaque(PdfDictionary? image)
    {
        if (image is null)
            return false;
        bool isStencil = image.Any("ImageMask", "IM").AsBoolean();
        bool isDot = image.Any("Width", "W").AsInt() == 1 && image.Any("Height", "H").AsInt() == 1;
        return isStencil
            ? isDot
            : !image.Contains("SMask") && !image.Contains("Mask") && image["SMaskInData"].AsInt() == 0;
    }
}
