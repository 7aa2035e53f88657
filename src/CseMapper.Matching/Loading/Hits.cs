using System.Runtime.CompilerServices;

namespace CseMapper.Matching.Loading;

/// <summary>The hits of one passage, in ascending order of their features.</summary>
/// <param name="words">As <see cref="PassageHits"/> keeps them.</param>
internal ref struct Hits(ReadOnlySpan<ushort> words)
{
    /// <summary>The step with no hit at its end.</summary>
    public const int LongStep = 255;

    private readonly ReadOnlySpan<ushort> _words = words;
    private int _at;

    public int Feature { get; private set; }

    /// <summary>Occurrences in the body, in twentieths.</summary>
    public int Body { get; private set; }

    /// <summary>Occurrences in the headings, in twentieths.</summary>
    public int Heading { get; private set; }

    /// <summary>Moves to the next hit.</summary>
    /// <returns>False when there is none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        while ((uint)_at < (uint)_words.Length)
        {
            int word = _words[_at++];
            int step = word & 0xFF;
            Feature += step;
            if (step == LongStep)
                continue;
            Body = word >> 8;
            Heading = 0;
            if (Body == 0)
            {
                int counts = _words[_at++];
                Body = counts & 0xFF;
                Heading = counts >> 8;
            }

            return true;
        }

        return false;
    }
}
