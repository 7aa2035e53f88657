using System.Numerics;
using System.Runtime.CompilerServices;

namespace CseMapper.Matching.Loading;

/// <summary>How often the features stand in one passage, in twentieths; emptied and used again for the next.</summary>
/// <remarks>Four counts a feature: the feature itself and what may stand for it (a derivation, a synonym), in the body
/// and in the headings. A bit tells which were touched.</remarks>
/// <param name="features">How many features there are.</param>
internal sealed class FeatureCounts(int features)
{
    private const int Fields = 4;
    private const int Soft = 1;
    private const int SoftCap = 10;

    private readonly int[] _counts = new int[features * Fields];
    private readonly ulong[] _touched = new ulong[(features + 63) / 64];

    /// <summary>Adds to the count of a feature.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Field field, int feature, int parts, bool isExact)
    {
        _counts[(feature * Fields) + (int)field + (isExact ? 0 : Soft)] += parts;
        _touched[feature >> 6] |= 1UL << feature;
    }

    /// <summary>Moves the counts to the hits as a passage of its own.</summary>
    public void MoveTo(PassageHits hits, int bodyLength, int headingLength)
    {
        hits.BeginPassage();
        for (int i = 0; i < _touched.Length; i++)
        {
            for (ulong left = _touched[i]; left != 0; left &= left - 1)
            {
                int feature = (i << 6) + BitOperations.TrailingZeroCount(left);
                Span<int> counts = _counts.AsSpan(feature * Fields, Fields);
                int body = counts[(int)Field.Body];
                int heading = counts[(int)Field.Heading];
                bool isExact = body + heading > 0;
                body += Math.Min(counts[(int)Field.Body + Soft], SoftCap);
                heading += Math.Min(counts[(int)Field.Heading + Soft], SoftCap);
                counts.Clear();
                hits.AddHit(feature, body, heading, isExact);
            }

            _touched[i] = 0;
        }

        hits.EndPassage(bodyLength, headingLength);
    }
}

/// <summary>Where a feature stands.</summary>
internal enum Field
{
    Body = 0,
    Heading = 2,
}
