using System.Text;

namespace CseMapper.Passages.CrossChecking;

/// <summary>What came of a cross-check as bytes, for the workspace and between processes of one build.</summary>
internal static class CrossCheckCodec
{
    /// <summary>Result and counts, which lists of documents show.</summary>
    public static byte[] Encode(CrossCheck check) =>
        Encode(writer =>
        {
            writer.Write(check.Failure ?? "");
            writer.Write7BitEncodedInt(check.Pages);
            writer.Write7BitEncodedInt(check.Differences.Count);
            foreach (PageDifference difference in check.Differences)
            {
                writer.Write7BitEncodedInt(difference.Page);
                writer.Write7BitEncodedInt(difference.Lacking);
                writer.Write7BitEncodedInt(difference.Surplus);
                writer.Write(difference.IsLack);
                writer.Write(difference.Words);
            }
        });

    /// <summary>The texts of the pages that differ.</summary>
    public static byte[] Encode(IReadOnlyList<PageTexts> texts) =>
        Encode(writer =>
        {
            writer.Write7BitEncodedInt(texts.Count);
            foreach (PageTexts text in texts)
            {
                writer.Write7BitEncodedInt(text.Page);
                writer.Write(text.Used);
                writer.Write(text.Second);
                Write(writer, text.UsedMarks);
                Write(writer, text.SecondMarks);
            }
        });

    /// <exception cref="InvalidDataException">The bytes are not what was written.</exception>
    public static CrossCheck DecodeResult(byte[] bytes) =>
        Decode(
            bytes,
            reader =>
            {
                string failure = reader.ReadString();
                int pages = reader.Read7BitEncodedInt();
                PageDifference[] differences = new PageDifference[Count(reader, bytes)];
                for (int i = 0; i < differences.Length; i++)
                {
                    differences[i] = new PageDifference(
                        reader.Read7BitEncodedInt(),
                        reader.Read7BitEncodedInt(),
                        reader.Read7BitEncodedInt(),
                        reader.ReadBoolean()
                    )
                    {
                        Words = reader.ReadString(),
                    };
                }
                return new CrossCheck(pages, differences) { Failure = failure.Length > 0 ? failure : null };
            }
        );

    /// <exception cref="InvalidDataException">The bytes are not what was written.</exception>
    public static IReadOnlyList<PageTexts> DecodeTexts(byte[] bytes) =>
        Decode(
            bytes,
            reader =>
            {
                PageTexts[] texts = new PageTexts[Count(reader, bytes)];
                for (int i = 0; i < texts.Length; i++)
                {
                    texts[i] = new PageTexts(reader.Read7BitEncodedInt(), reader.ReadString(), reader.ReadString())
                    {
                        UsedMarks = ReadPlaces(reader, bytes),
                        SecondMarks = ReadPlaces(reader, bytes),
                    };
                }
                return texts;
            }
        );

    private static void Write(BinaryWriter writer, IReadOnlyList<WordPlace> places)
    {
        writer.Write7BitEncodedInt(places.Count);
        foreach (WordPlace place in places)
        {
            writer.Write7BitEncodedInt(place.Start);
            writer.Write7BitEncodedInt(place.Length);
        }
    }

    private static WordPlace[] ReadPlaces(BinaryReader reader, byte[] bytes)
    {
        WordPlace[] places = new WordPlace[Count(reader, bytes)];
        for (int i = 0; i < places.Length; i++)
            places[i] = new WordPlace(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        return places;
    }

    private static byte[] Encode(Action<BinaryWriter> write)
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes, Encoding.UTF8);
        write(writer);
        writer.Flush();
        return bytes.ToArray();
    }

    private static T Decode<T>(byte[] bytes, Func<BinaryReader, T> read)
    {
        try
        {
            using BinaryReader reader = new(new MemoryStream(bytes, writable: false), Encoding.UTF8);
            return read(reader);
        }
        catch (Exception fault) when (fault is EndOfStreamException or FormatException or OverflowException)
        {
            throw new InvalidDataException("The cross-check of a document is damaged.", fault);
        }
    }

    /// <summary>Nothing is written that takes less than a byte.</summary>
    private static int Count(BinaryReader reader, byte[] bytes) =>
        reader.Read7BitEncodedInt() is int count and >= 0 && count <= bytes.Length
            ? count
            : throw new FormatException("There cannot be so many.");
}
