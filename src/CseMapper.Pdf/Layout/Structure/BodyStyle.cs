using CseMapper.Pdf.Layout.Lines;

namespace CseMapper.Pdf.Layout.Structure;

/// <summary>The look of most of a document's running text, against which headings stand out.</summary>
/// <param name="Size">Type size in points.</param>
/// <param name="IsBold">True when even the running text is bold.</param>
internal readonly record struct BodyStyle(float Size, bool IsBold)
{
    private const int FewLetters = 300;

    public static BodyStyle Measure(DocumentText document)
    {
        Dictionary<(int Size, bool IsBold), int> outside = [],
            inside = [];
        foreach (ref PrintedLine line in document.Lines)
        {
            if (line.Role is not LineRole.Body || line.Direction != 0)
                continue;
            Dictionary<(int, bool), int> letters = line.Table < 0 ? outside : inside;
            (int, bool) key = ((int)MathF.Round(line.Size * 2), line.Is(LineFlags.Bold));
            letters[key] = letters.GetValueOrDefault(key) + line.TextLength;
        }

        // Tables are often set smaller than the text around them, and may hold more of it.
        bool hasText = outside.Values.Sum() >= FewLetters;
        (int size, bool isBold) = Most(hasText ? outside : inside);
        return new(size / 2f, isBold);
    }

    private static (int Size, bool IsBold) Most(Dictionary<(int Size, bool IsBold), int> letters)
    {
        (int, bool) best = (22, false);
        int most = 0;
        foreach (((int, bool) key, int count) in letters)
        {
            if (count <= most)
                continue;
            most = count;
            best = key;
        }

        return best;
    }
}
