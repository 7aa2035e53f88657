using System.Buffers.Binary;

namespace CseMapper.Documents.Doc;

/// <summary>Where the text cites notes, and where their texts stand among all notes (MS-DOC 2.8.16 and
/// 2.8.17).</summary>
/// <param name="citations">The characters that cite, in order.</param>
/// <param name="starts">Where each note begins, counted from the first note; one more than notes.</param>
internal sealed class DocNotes(IReadOnlyList<int> citations, IReadOnlyList<int> starts)
{
    private readonly Dictionary<int, int> _byPlace = citations
        .Select((place, note) => (place, note))
        .DistinctBy(pair => pair.place)
        .ToDictionary(pair => pair.place, pair => pair.note);

    /// <summary>How many notes there are.</summary>
    public int Count { get; } = Math.Min(citations.Count, Math.Max(0, starts.Count - 1));

    /// <summary>Reads both tables.</summary>
    /// <param name="table">The table stream.</param>
    /// <param name="references">The table of citations; two bytes each.</param>
    /// <param name="texts">The table of texts.</param>
    /// <param name="length">Characters of all notes.</param>
    public static DocNotes Read(
        byte[] table,
        (int Start, int Length) references,
        (int Start, int Length) texts,
        int length
    )
    {
        ReadOnlySpan<byte> cited = DocInformation.Slice(table, references);
        ReadOnlySpan<byte> stored = DocInformation.Slice(table, texts);
        int count = Math.Max(0, (cited.Length - 4) / 6);
        int[] starts = Numbers(stored, stored.Length / 4);
        // Places that do not go forwards are damage: then the notes are read as one text, at the end.
        bool isSound =
            starts.Length > count
            && starts
                .Zip(starts.Skip(1))
                .Take(count)
                .All(pair => pair.First >= 0 && pair.First <= pair.Second && pair.Second <= length);
        return isSound ? new DocNotes(Numbers(cited, count), starts[..(count + 1)]) : new DocNotes([], []);
    }

    /// <summary>The note cited at a character, counted from 0, or null.</summary>
    public int? CitedAt(int place) => _byPlace.TryGetValue(place, out int note) && note < Count ? note : null;

    /// <summary>A note's characters, counted from the first note's.</summary>
    public (int From, int To) TextOf(int note) => (starts[note], starts[note + 1]);

    private static int[] Numbers(ReadOnlySpan<byte> bytes, int count)
    {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++)
            numbers[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes[(i * 4)..]);
        return numbers;
    }
}
