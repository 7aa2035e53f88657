using CseMapper.Documents;
using CseMapper.Pdf.Layout.Flows;
using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Layout.Lines;

/// <summary>Makes the words of one page, for those who need their places.</summary>
internal static class PageWords
{
    public static PdfPage Make(int number, PageText page)
    {
        LineSet lines = new();
        new LineBuilder().Build(page, lines, []);
        FlowBuilder flows = new();
        flows.Build(lines, null);
        List<PdfLine> made = [];
        foreach (int flow in new ReadingOrder().Order(flows.Flows))
        {
            for (int i = flows.Flows[flow].FirstLine; i <= flows.Flows[flow].LastLine; i++)
                made.Add(MakeLine(lines.Lines[i], lines, page));
        }

        return new PdfPage(number, page.Width, page.Height, made);
    }

    private static PdfLine MakeLine(in TextLine line, LineSet lines, PageText page)
    {
        List<PdfWord> words = [];
        TextPiece last = default;
        foreach (ref TextPiece piece in lines.PiecesOf(line, page))
        {
            PdfWord word = MakeWord(piece, page);
            bool isPart = words.Count > 0 && !LineText.HasSpaceBetween(last, piece);
            if (isPart)
                words[^1] = words[^1] with { Text = words[^1].Text + word.Text, Box = words[^1].Box.Union(word.Box) };
            else
                words.Add(word);
            last = piece;
        }

        BlockBox box = words[0].Box;
        foreach (PdfWord word in words)
            box = box.Union(word.Box);
        return new PdfLine(box, words);
    }

    private static PdfWord MakeWord(in TextPiece piece, PageText page)
    {
        ref readonly TextStyle style = ref page.Styles[piece.Style];
        float top = piece.V - (style.Ascent * piece.Size);
        float bottom = piece.V + (style.Descent * piece.Size);
        return new PdfWord(
            page.TextOf(piece).ToString(),
            page.Directions[piece.Direction].ToPage(piece.U0, top, piece.U1, bottom),
            piece.Size
        )
        {
            FontName = style.FontName,
            IsBold = style.IsBold,
            IsItalic = style.IsItalic,
            IsInvisible = piece.Is(PieceFlags.Invisible),
            IsWhite = piece.Is(PieceFlags.White),
            IsClipped = piece.Is(PieceFlags.Clipped),
        };
    }
}
