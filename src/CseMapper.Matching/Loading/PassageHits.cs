using System.Runtime.CompilerServices;

namespace CseMapper.Matching.Loading;

/// <summary>Which features stand in which passages, flat: no object a passage, about two bytes a hit.</summary>
/// <remarks>
/// The hits of a passage are 16-bit words in ascending order of their features. Low byte: the step from the feature
/// before (the first from 0); 255 is a step with no hit at its end. High byte: occurrences in the body, in twentieths;
/// where it is 0 a word follows with those in the body (low) and in the headings (high). Passages lie one after the
/// other in chunks, and none goes over the end of one.
/// </remarks>
/// <param name="featureCount">How many features there are.</param>
internal sealed class PassageHits(int featureCount)
{
    private const int ChunkBits = 20;
    private const int Chunk = 1 << ChunkBits;

    private readonly List<ushort[]> _chunks = [];
    private readonly ushort[] _passage = new ushort[(featureCount * 2) + (featureCount / Hits.LongStep) + 2];
    private int[] _documentStarts = new int[64];
    private Entry[] _passages = new Entry[256];
    private ulong[] _exact = new ulong[64];
    private int _exactCount;
    private int _passageLength;
    private int _lastFeature;
    private long _end;
    private long _bodyWords;
    private long _headingWords;

    public int Passages { get; private set; }

    public int Documents { get; private set; }

    public int Features => featureCount;

    /// <summary>In how many passages each feature stands as it is.</summary>
    public int[] Frequency { get; } = new int[featureCount];

    /// <summary>In how many passages a derivation or synonym of it stands; serves where the word itself stands
    /// nowhere.</summary>
    public int[] SoftFrequency { get; } = new int[featureCount];

    public double MeanBodyLength => Math.Max(1, _bodyWords / (double)Math.Max(1, Passages));

    public double MeanHeadingLength => Math.Max(1, _headingWords / (double)Math.Max(1, Passages));

    /// <summary>Of the hits of the document begun last, which stand there as they are and not only by what may stand
    /// for them: a bit each.</summary>
    public Span<ulong> Exact => _exact.AsSpan(0, (_exactCount + 63) / 64);

    /// <summary>The hits of a passage.</summary>
    public Hits this[int passage] => new(WordsOf(passage));

    /// <summary>The hits of a passage as they are stored.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<ushort> WordsOf(int passage)
    {
        Entry entry = _passages[passage];
        return _chunks[(int)(entry.Start >> ChunkBits)].AsSpan((int)(entry.Start & (Chunk - 1)), entry.Length);
    }

    public int FirstOf(int document) => _documentStarts[document];

    public int EndOf(int document) => document + 1 < Documents ? _documentStarts[document + 1] : Passages;

    public int BodyLength(int passage) => _passages[passage].BodyLength;

    public int HeadingLength(int passage) => _passages[passage].HeadingLength;

    public void BeginDocument()
    {
        if (Documents == _documentStarts.Length)
            Array.Resize(ref _documentStarts, Documents * 2);
        _documentStarts[Documents++] = Passages;
        Exact.Clear();
        _exactCount = 0;
    }

    /// <summary>Begins the next passage of the document begun last.</summary>
    public void BeginPassage()
    {
        _passageLength = 0;
        _lastFeature = 0;
        if ((_exact.Length * 64) - _exactCount < featureCount)
            Array.Resize(ref _exact, (_exact.Length * 2) + (featureCount / 64));
    }

    /// <summary>Adds a hit to the passage begun last; features ascend.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="body">Occurrences in the body in twentieths; more than 255 count as 255.</param>
    /// <param name="heading">The same in the headings.</param>
    /// <param name="isExact">True where the feature itself stands there, not only what may stand for it.</param>
    public void AddHit(int feature, int body, int heading, bool isExact)
    {
        int step = feature - _lastFeature;
        for (; step >= Hits.LongStep; step -= Hits.LongStep)
            _passage[_passageLength++] = Hits.LongStep;
        body = Math.Min(body, byte.MaxValue);
        heading = Math.Min(heading, byte.MaxValue);
        bool isPlain = heading == 0 && body > 0;
        _passage[_passageLength++] = (ushort)(step | (isPlain ? body << 8 : 0));
        if (!isPlain)
            _passage[_passageLength++] = (ushort)(body | (heading << 8));
        _lastFeature = feature;
        (isExact ? Frequency : SoftFrequency)[feature]++;
        if (isExact)
            _exact[_exactCount >> 6] |= 1UL << _exactCount;
        _exactCount++;
    }

    /// <summary>Stores the passage begun last.</summary>
    public void EndPassage(int bodyLength, int headingLength)
    {
        AddPassage(
            _passage.AsSpan(0, _passageLength),
            (ushort)Math.Min(bodyLength, ushort.MaxValue),
            (ushort)Math.Min(headingLength, ushort.MaxValue)
        );
        AddLengths(bodyLength, headingLength);
    }

    /// <summary>Adds a passage to the document begun last, its hits being counted by the caller.</summary>
    public void AddPassage(ReadOnlySpan<ushort> words, ushort bodyLength, ushort headingLength)
    {
        int room = Chunk - (int)(_end & (Chunk - 1));
        if (room < words.Length)
            _end += room;
        if (_end >> ChunkBits == _chunks.Count)
            _chunks.Add(new ushort[Chunk]);
        words.CopyTo(_chunks[^1].AsSpan((int)(_end & (Chunk - 1))));
        if (Passages == _passages.Length)
            Array.Resize(ref _passages, Passages * 2);
        _passages[Passages++] = new Entry(_end, words.Length, bodyLength, headingLength);
        _end += words.Length;
    }

    /// <summary>Adds the only document of others.</summary>
    public void Add(PassageHits other)
    {
        BeginDocument();
        int hit = 0;
        for (int passage = 0; passage < other.Passages; passage++)
        {
            Hits own = other[passage];
            for (; own.MoveNext(); hit++)
                ((other._exact[hit >> 6] & (1UL << hit)) != 0 ? Frequency : SoftFrequency)[own.Feature]++;
            Entry entry = other._passages[passage];
            AddPassage(other.WordsOf(passage), entry.BodyLength, entry.HeadingLength);
        }

        AddLengths(other._bodyWords, other._headingWords);
    }

    /// <summary>Forgets all documents, and keeps the room.</summary>
    public void Empty()
    {
        if (_chunks.Count > 1)
            _chunks.RemoveRange(1, _chunks.Count - 1);
        (Passages, Documents, _end, _bodyWords, _headingWords) = (0, 0, 0, 0, 0);
    }

    /// <summary>Adds to the words of all passages.</summary>
    public void AddLengths(long bodyWords, long headingWords)
    {
        _bodyWords += bodyWords;
        _headingWords += headingWords;
    }

    /// <summary>Puts the documents into another order than the one in which they were added.</summary>
    /// <param name="arrivals">By document: its number so far.</param>
    public void Arrange(int[] arrivals)
    {
        int[] starts = new int[arrivals.Length];
        Entry[] passages = new Entry[Passages];
        int at = 0;
        for (int document = 0; document < arrivals.Length; document++)
        {
            int first = FirstOf(arrivals[document]);
            int count = EndOf(arrivals[document]) - first;
            starts[document] = at;
            _passages.AsSpan(first, count).CopyTo(passages.AsSpan(at));
            at += count;
        }

        (_documentStarts, _passages) = (starts, passages);
    }

    /// <summary>Where the hits of a passage lie, and how many words of it are no stop words.</summary>
    private readonly struct Entry(long start, int length, ushort bodyLength, ushort headingLength)
    {
        public readonly long Start = start;
        public readonly int Length = length;
        public readonly ushort BodyLength = bodyLength;
        public readonly ushort HeadingLength = headingLength;
    }
}
