using CseMapper.Pdf.Layout.Lines;

namespace CseMapper.Pdf.Layout.Structure;

/// <summary>The usual step from line to line for each type size of a document.</summary>
internal sealed class Leading
{
    /// <summary>The step of type that is set once or twice, in sizes.</summary>
    private const float Usual = 1.2f;

    private const int FewSteps = 4;

    private readonly Dictionary<int, float> _bySize = [];

    public Leading(DocumentText document)
    {
        Dictionary<int, Dictionary<int, int>> steps = [];
        Span<PrintedLine> lines = document.Lines;
        for (int i = 1; i < lines.Length; i++)
        {
            ref PrintedLine above = ref lines[i - 1],
                line = ref lines[i];
            if (line.Flow != above.Flow || Key(line.Size) != Key(above.Size))
                continue;
            float step = line.V - above.V;
            if (step < 0.7f * line.Size || step > 2.6f * line.Size)
                continue;
            if (!steps.TryGetValue(Key(line.Size), out Dictionary<int, int>? counts))
                steps.Add(Key(line.Size), counts = []);
            int rounded = (int)MathF.Round(step * 4);
            counts[rounded] = counts.GetValueOrDefault(rounded) + 1;
        }

        foreach ((int size, Dictionary<int, int> counts) in steps)
            _bySize[size] = Mode(counts, size);
    }

    /// <summary>The usual step in points.</summary>
    public float Of(float size) => _bySize.TryGetValue(Key(size), out float step) ? step : Usual * size;

    /// <summary>The most frequent step; of several that are nearly as frequent the smallest, since the gaps between
    /// paragraphs repeat as well.</summary>
    private static float Mode(Dictionary<int, int> counts, int size)
    {
        int most = counts.Values.Max();
        if (most < FewSteps)
            return Math.Min(counts.Keys.Min() / 4f, 1.5f * size / 4f);
        int best = int.MaxValue;
        foreach ((int step, int count) in counts)
        {
            if (count * 2 >= most)
                best = Math.Min(best, step);
        }

        return best / 4f;
    }

    private static int Key(float size) => (int)MathF.Round(size * 4);
}
