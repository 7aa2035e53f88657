using System.Text;

namespace CseMapper.Meaning.Weights;

/// <summary>A field of a message that has content of its own length.</summary>
/// <param name="Number">The field's number.</param>
/// <param name="Content">Its bytes.</param>
internal readonly record struct MessageField(int Number, ReadOnlyMemory<byte> Content)
{
    /// <summary>The content as text.</summary>
    public string Text => Encoding.UTF8.GetString(Content.Span);
}

/// <summary>Walks through a message of Protocol Buffers; plain numbers are passed over.</summary>
internal static class MessageFields
{
    /// <summary>The fields in the order in which they stand.</summary>
    /// <exception cref="InvalidDataException">The message is not well formed.</exception>
    public static IEnumerable<MessageField> Of(ReadOnlyMemory<byte> message)
    {
        int place = 0;
        while (place < message.Length)
        {
            ulong key = Number(message.Span, ref place);
            int length = (key & 7) switch
            {
                0 => SkipNumber(message.Span, ref place),
                1 => 8,
                2 => checked((int)Number(message.Span, ref place)),
                5 => 4,
                _ => throw new InvalidDataException("The network's file is not a message of Protocol Buffers."),
            };
            if (length > message.Length - place)
                throw new InvalidDataException("The network's file is cut short.");
            if ((key & 7) == 2)
                yield return new MessageField((int)(key >> 3), message.Slice(place, length));
            place += length;
        }
    }

    private static int SkipNumber(ReadOnlySpan<byte> message, ref int place)
    {
        Number(message, ref place);
        return 0;
    }

    private static ulong Number(ReadOnlySpan<byte> message, ref int place)
    {
        ulong number = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            if (place >= message.Length)
                throw new InvalidDataException("The network's file is cut short.");
            byte next = message[place++];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return number;
        }

        throw new InvalidDataException("A number of the network's file is too long.");
    }
}
