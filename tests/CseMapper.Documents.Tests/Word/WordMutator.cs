using System.IO.Compression;
using System.Text;

namespace CseMapper.Documents.Tests.Word;

/// <summary>Damages Word files the same way for the same seed: bytes of the archive, parts swapped, cut and lost,
/// markup broken, relationships bent.</summary>
internal sealed class WordMutator(int seed)
{
    private static readonly string[] _snippets =
    [
        "<w:tbl>",
        "</w:tbl>",
        "<w:tr>",
        "</w:p>",
        "<w:p>",
        "<w:del>",
        "</w:del>",
        "&",
        "&#0;",
        "<![CDATA[",
        "]]>",
        "<!--",
        "<w:sdt><w:sdtContent>",
        "<w:txbxContent>",
        "<mc:Fallback>",
        "<w:fldChar w:fldCharType=\"begin\"/>",
        "<w:fldChar w:fldCharType=\"end\"/>",
        "<w:gridSpan w:val=\"99999999\"/>",
        "<w:numId w:val=\"-2147483648\"/>",
        "<w:ilvl w:val=\"77\"/>",
        "<w:altChunk r:id=\"c1\"/>",
        "<w:footnoteReference w:id=\"2\"/>",
        "<w:vMerge/>",
        "<m:oMath><m:d>",
        "<w:rt>",
        "\0\u0001",
        "\uD800",
        "<w:sectPr/>",
        "<w:t xml:space=\"preserve\">",
    ];

    private readonly Random _random = new(seed);

    internal byte[] Mutate(byte[] file)
    {
        if (_random.Next(4) == 0)
            return MutateBytes(file);
        List<(string Name, byte[] Content)> parts = Unpack(file);
        for (int i = _random.Next(1, 4); i > 0; i--)
            MutateParts(parts);
        byte[] packed = Pack(parts);
        return _random.Next(8) == 0 ? MutateBytes(packed) : packed;
    }

    private byte[] MutateBytes(byte[] file)
    {
        byte[] damaged = [.. file];
        for (int i = _random.Next(1, 1 + Math.Max(1, damaged.Length / 50)); i > 0; i--)
            damaged[_random.Next(damaged.Length)] = (byte)_random.Next(256);
        return _random.Next(3) == 0 ? damaged[.._random.Next(1, damaged.Length)] : damaged;
    }

    private void MutateParts(List<(string Name, byte[] Content)> parts)
    {
        if (parts.Count == 0)
            return;
        int one = _random.Next(parts.Count),
            other = _random.Next(parts.Count);
        switch (_random.Next(7))
        {
            case 0:
                (parts[one], parts[other]) = (
                    (parts[one].Name, parts[other].Content),
                    (parts[other].Name, parts[one].Content)
                );
                break;
            case 1:
                parts[one] = (parts[one].Name, parts[one].Content[.._random.Next(parts[one].Content.Length + 1)]);
                break;
            case 2:
                parts.RemoveAt(one);
                break;
            case 3:
                parts[one] = (parts[one].Name, Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(parts[one].Content)));
                break;
            case 4:
                parts[one] = (parts[one].Name, BendNames(parts[one].Content));
                break;
            default:
                parts[one] = (parts[one].Name, Insert(parts[one].Content));
                break;
        }
    }

    private byte[] Insert(byte[] content)
    {
        string text = Encoding.UTF8.GetString(content);
        int at = text.Length == 0 ? 0 : text.IndexOf('<', _random.Next(text.Length));
        string snippet = _snippets[_random.Next(_snippets.Length)];
        return Encoding.UTF8.GetBytes(
            text.Insert(Math.Max(0, at), string.Concat(Enumerable.Repeat(snippet, _random.Next(10) == 0 ? 500 : 1)))
        );
    }

    /// <summary>Puts one name or number of a part in the place of another: ids, targets, types.</summary>
    private byte[] BendNames(byte[] content)
    {
        string[] pieces = Encoding.UTF8.GetString(content).Split('"');
        if (pieces.Length < 4)
            return content;
        int one = _random.Next(pieces.Length / 2) * 2 + 1,
            other = _random.Next(pieces.Length / 2) * 2 + 1;
        pieces[Math.Min(one, pieces.Length - 1)] = pieces[Math.Min(other, pieces.Length - 1)];
        return Encoding.UTF8.GetBytes(string.Join('"', pieces));
    }

    private static List<(string Name, byte[] Content)> Unpack(byte[] file)
    {
        using ZipArchive zip = new ZipArchive(new MemoryStream(file));
        List<(string Name, byte[] Content)> parts = new List<(string Name, byte[] Content)>();
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            using MemoryStream content = new MemoryStream();
            using (Stream packed = entry.Open())
                packed.CopyTo(content);
            parts.Add((entry.FullName, content.ToArray()));
        }

        return parts;
    }

    private static byte[] Pack(List<(string Name, byte[] Content)> parts)
    {
        using MemoryStream stream = new MemoryStream();
        using (ZipArchive zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in parts)
            {
                using Stream entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
