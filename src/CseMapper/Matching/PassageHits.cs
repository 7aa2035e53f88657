namespace CseMapper.Matching;

/// <summary>Which features stand in which passages, flat: one number a hit, no object a passage.</summary>
/// <param name="featureCount">How many features there are.</param>
internal sealed class PassageHits(int featureCount)
{
    private readonly List<int> _documentStarts = [];
    private readonly List<long> _starts = [];
    private readonly List<ushort> _bodyLengths = [];
    private readonly List<ushort> _headingLengths = [];
    private readonly List<uint[]> _chunks = [];
    private long _end;
    private long _bodyWords;
    private long _headingWords;

    private const int ChunkBits = 20;

    public int Passages => _starts.Count;

    public int Documents => _documentStarts.Count;

    /// <summary>In how many passages each feature stands as it is.</summary>
    public int[] Frequency { get; } = new int[featureCount];

    /// <summary>In how many passages a derivation or synonym of it stands; serves where the word itself stands nowhere.</summary>
    public int[] SoftFrequency { get; } = new int[featureCount];

    public double MeanBodyLength => Math.Max(1, _bodyWords / (double)Math.Max(1, Passages));

    public double MeanHeadingLength => Math.Max(1, _headingWords / (double)Math.Max(1, Passages));

    public static int FeatureOf(uint hit) => (int)(hit >> 16);

    /// <summary>Occurrences in the body, in twentieths.</summary>
    public static int BodyOf(uint hit) => (int)(hit >> 8) & 0xFF;

    /// <summary>Occurrences in the headings, in twentieths.</summary>
    public static int HeadingOf(uint hit) => (int)hit & 0xFF;

    public int FirstOf(int document) => _documentStarts[document];

    public int EndOf(int document) => document + 1 < _documentStarts.Count ? _documentStarts[document + 1] : Passages;

    public int BodyLength(int passage) => _bodyLengths[passage];

    public int HeadingLength(int passage) => _headingLengths[passage];

    public ReadOnlySpan<uint> this[int passage]
    {
        get
        {
            long start = _starts[passage];
            uint[] chunk = _chunks[(int)(start >> ChunkBits)];
            int offset = (int)(start & ((1 << ChunkBits) - 1));
            return chunk.AsSpan(offset + 1, (int)chunk[offset]);
        }
    }

    public void BeginDocument() => _documentStarts.Add(_starts.Count);

    /// <summary>Adds the next passage of the document begun last. Its hits lie within one chunk, their count in front.</summary>
    public void Add(ReadOnlySpan<uint> hits, int bodyLength, int headingLength)
    {
        int room = (1 << ChunkBits) - (int)(_end & ((1 << ChunkBits) - 1));
        if (room <= hits.Length) _end += room;
        if (_end >> ChunkBits == _chunks.Count) _chunks.Add(new uint[1 << ChunkBits]);
        uint[] chunk = _chunks[^1];
        int offset = (int)(_end & ((1 << ChunkBits) - 1));
        chunk[offset] = (uint)hits.Length;
        hits.CopyTo(chunk.AsSpan(offset + 1));
        _starts.Add(_end);
        _end += hits.Length + 1;
        _bodyLengths.Add((ushort)Math.Min(bodyLength, ushort.MaxValue));
        _headingLengths.Add((ushort)Math.Min(headingLength, ushort.MaxValue));
        _bodyWords += bodyLength;
        _headingWords += headingLength;
    }
}
