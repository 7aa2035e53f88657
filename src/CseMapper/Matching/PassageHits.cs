using System.Runtime.CompilerServices;

namespace CseMapper.Matching;

/// <summary>Which features stand in which passages, flat: no object a passage, about two bytes a hit.</summary>
/// <remarks>
/// The hits of a passage are 16-bit words in ascending order of their features. Low byte: the step from the feature before (the first from 0); 255 is a step with
/// no hit at its end. High byte: occurrences in the body, in twentieths; where it is 0 a word follows with those in the body (low) and in the headings (high).
/// Passages lie one after the other in chunks, and none goes over the end of one.
/// </remarks>
/// <param name="featureCount">How many features there are.</param>
internal sealed class PassageHits(int featureCount)
{
    private const int ChunkBits = 20;
    private const int Chunk = 1 << ChunkBits;

    private readonly List<int> _documentStarts = [];
    private readonly List<long> _starts = [];
    private readonly List<int> _lengths = [];
    private readonly List<ushort> _bodyLengths = [];
    private readonly List<ushort> _headingLengths = [];
    private readonly List<ushort[]> _chunks = [];
    private readonly ushort[] _passage = new ushort[(featureCount * 2) + (featureCount / Hits.LongStep) + 2];
    private int _passageLength;
    private int _lastFeature;
    private long _end;
    private long _bodyWords;
    private long _headingWords;

    public int Passages => _starts.Count;

    public int Documents => _documentStarts.Count;

    /// <summary>In how many passages each feature stands as it is.</summary>
    public int[] Frequency { get; } = new int[featureCount];

    /// <summary>In how many passages a derivation or synonym of it stands; serves where the word itself stands nowhere.</summary>
    public int[] SoftFrequency { get; } = new int[featureCount];

    public double MeanBodyLength => Math.Max(1, _bodyWords / (double)Math.Max(1, Passages));

    public double MeanHeadingLength => Math.Max(1, _headingWords / (double)Math.Max(1, Passages));

    /// <summary>The hits of a passage.</summary>
    public Hits this[int passage]
    {
        get
        {
            long start = _starts[passage];
            return new Hits(_chunks[(int)(start >> ChunkBits)].AsSpan((int)(start & (Chunk - 1)), _lengths[passage]));
        }
    }

    public int FirstOf(int document) => _documentStarts[document];

    public int EndOf(int document) => document + 1 < _documentStarts.Count ? _documentStarts[document + 1] : Passages;

    public int BodyLength(int passage) => _bodyLengths[passage];

    public int HeadingLength(int passage) => _headingLengths[passage];

    public void BeginDocument() => _documentStarts.Add(_starts.Count);

    /// <summary>Begins the next passage of the document begun last.</summary>
    public void BeginPassage()
    {
        _passageLength = 0;
        _lastFeature = 0;
    }

    /// <summary>Adds a hit to the passage begun last; features ascend.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="body">Occurrences in the body in twentieths; more than 255 count as 255.</param>
    /// <param name="heading">The same in the headings.</param>
    /// <param name="isExact">True where the feature itself stands there, not only what may stand for it.</param>
    public void AddHit(int feature, int body, int heading, bool isExact)
    {
        int step = feature - _lastFeature;
        for (; step >= Hits.LongStep; step -= Hits.LongStep) _passage[_passageLength++] = Hits.LongStep;
        body = Math.Min(body, byte.MaxValue);
        heading = Math.Min(heading, byte.MaxValue);
        bool isPlain = heading == 0 && body > 0;
        _passage[_passageLength++] = (ushort)(step | (isPlain ? body << 8 : 0));
        if (!isPlain) _passage[_passageLength++] = (ushort)(body | (heading << 8));
        _lastFeature = feature;
        (isExact ? Frequency : SoftFrequency)[feature]++;
    }

    /// <summary>Stores the passage begun last.</summary>
    public void EndPassage(int bodyLength, int headingLength)
    {
        int room = Chunk - (int)(_end & (Chunk - 1));
        if (room < _passageLength) _end += room;
        if (_end >> ChunkBits == _chunks.Count) _chunks.Add(new ushort[Chunk]);
        _passage.AsSpan(0, _passageLength).CopyTo(_chunks[^1].AsSpan((int)(_end & (Chunk - 1))));
        _starts.Add(_end);
        _lengths.Add(_passageLength);
        _end += _passageLength;
        _bodyLengths.Add((ushort)Math.Min(bodyLength, ushort.MaxValue));
        _headingLengths.Add((ushort)Math.Min(headingLength, ushort.MaxValue));
        _bodyWords += bodyLength;
        _headingWords += headingLength;
    }
}

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
            if (step == LongStep) continue;
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
