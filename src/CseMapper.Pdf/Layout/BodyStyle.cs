namespace CseMapper.Pdf.Layout;

/// <summary>The look of most of a document's running text, against which headings stand out.</summary>
/// <param name="Size">Type size in points.</param>
/// <param name="IsBold">True when even the running text is bold.</param>
internal readonly record struct BodyStyle(float Size, bool IsBold)
{
    public static BodyStyle Of(DocumentText document)
    {
        Dictionary<(int Size, bool IsBold), int> letters = [];
        foreach (ref PrintedLine line in document.Lines)
        {
            if (line.Role is not LineRole.Body || line.Direction != 0) continue;
            (int, bool) key = ((int)MathF.Round(line.Size * 2), line.Is(LineFlags.Bold));
            letters[key] = letters.GetValueOrDefault(key) + line.TextLength;
        }

        (int Size, bool IsBold) best = (22, false);
        int most = 0;
        foreach (((int, bool) key, int count) in letters)
        {
            if (count <= most) continue;
            most = count;
            best = key;
        }

        return new(best.Size / 2f, best.IsBold);
    }
}
