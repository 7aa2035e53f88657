using System.Buffers;
using System.Text;

namespace CseMapper.Documents.Files;

/// <summary>File names as text that every file format can hold: what is no text stands as \xE9 or \uD800.</summary>
internal static class PrintableName
{
    /// <summary>Windows lets half a surrogate pair stand in a name; no text file could hold it.</summary>
    public static string Of(string name)
    {
        if (!name.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return name;
        StringBuilder text = new();
        for (int at = 0; at < name.Length; at++)
        {
            bool isPair = char.IsHighSurrogate(name[at]) && at + 1 < name.Length && char.IsLowSurrogate(name[at + 1]);
            if (isPair)
                text.Append(name[at++]).Append(name[at]);
            else if (char.IsSurrogate(name[at]))
                text.Append($"\\u{(int)name[at]:X4}");
            else
                text.Append(name[at]);
        }
        return text.ToString();
    }

    /// <summary>Linux lets any bytes stand in a name.</summary>
    public static string Of(ReadOnlySpan<byte> name)
    {
        StringBuilder text = new();
        while (!name.IsEmpty)
        {
            bool isValid = Rune.DecodeFromUtf8(name, out Rune rune, out int length) == OperationStatus.Done;
            if (isValid)
            {
                text.Append(rune);
            }
            else
            {
                foreach (byte odd in name[..length])
                    text.Append($"\\x{odd:X2}");
            }

            name = name[length..];
        }
        return text.ToString();
    }
}
