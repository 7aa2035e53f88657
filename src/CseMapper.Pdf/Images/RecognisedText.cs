using CseMapper.Documents;
using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Images;

/// <summary>Puts recognised words on a page as if they had been drawn there.</summary>
internal sealed class RecognisedText(PageText page)
{
    /// <summary>The em of a line is this much of the height of its tallest letters with tails.</summary>
    private const float EmOfHeight = 0.95f;

    /// <summary>The tails below the baseline are this much of a line's height.</summary>
    private const float Tail = 0.22f;

    /// <summary>Lines whose height differs less than this from the page's usual one have its size: recognition measures
    /// loosely.</summary>
    private const float SameSize = 0.25f;

    private readonly List<(BlockBox Line, List<(PdfRecognisedWord Word, BlockBox Box)> Words)> _lines = [];

    /// <param name="picture">The picture read.</param>
    /// <param name="box">Where it stands on the page.</param>
    /// <param name="words">What was read in it.</param>
    public void Add(PdfPicture picture, BlockBox box, IReadOnlyList<PdfRecognisedWord> words)
    {
        float across = box.Width / picture.Width;
        float down = box.Height / picture.Height;
        int line = -1;
        foreach (PdfRecognisedWord word in words)
        {
            if (string.IsNullOrWhiteSpace(word.Text))
                continue;
            BlockBox place = new(
                box.Left + (word.Left * across),
                box.Top + (word.Top * down),
                box.Left + (word.Right * across),
                box.Top + (word.Bottom * down)
            );
            if (word.Line != line || _lines.Count == 0)
                _lines.Add((place, []));
            line = word.Line;
            _lines[^1].Words.Add((word, place));
            _lines[^1] = (_lines[^1].Line.Union(place), _lines[^1].Words);
        }
    }

    /// <summary>Writes the words to the page, with the mean confidence of their letters.</summary>
    public void Finish()
    {
        if (_lines.Count == 0)
            return;
        float[] heights = [.. _lines.Select(line => line.Line.Height).Order()];
        float usual = heights[heights.Length / 2];
        double sum = 0;
        int letters = 0;
        foreach ((BlockBox line, List<(PdfRecognisedWord Word, BlockBox Box)> words) in _lines)
        {
            float height = Math.Abs(line.Height - usual) < SameSize * usual ? usual : line.Height;
            bool isFirst = true;
            foreach ((PdfRecognisedWord word, BlockBox box) in words)
            {
                AddWord(
                    word.Text,
                    box,
                    line.Bottom - (Tail * line.Height),
                    Math.Max(1, MathF.Round(height * EmOfHeight * 2) / 2),
                    !isFirst
                );
                sum += word.Confidence * word.Text.Length;
                letters += word.Text.Length;
                isFirst = false;
            }
        }

        page.Confidence = (float)(sum / letters);
    }

    private void AddWord(string text, BlockBox box, float baseline, float size, bool followsSpace)
    {
        ref TextPiece piece = ref page.AddPiece();
        piece.U0 = box.Left;
        piece.U1 = piece.Pen = Math.Max(box.Right, box.Left);
        piece.V = baseline;
        piece.Size = size;
        piece.Style = page.Styles.Add(new TextStyle("", size, false, false, false, 0.8f, 0.2f, 0));
        piece.Font = PageText.NoFont;
        piece.TextStart = page.TextLength;
        piece.TextLength = text.Length;
        piece.Flags = followsSpace ? PieceFlags.SpaceBefore : PieceFlags.None;
        page.Append(text);
    }
}
