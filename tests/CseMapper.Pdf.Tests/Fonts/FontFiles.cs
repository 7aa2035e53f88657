using System.Buffers.Binary;
using System.Text;

namespace CseMapper.Pdf.Tests.Fonts;

/// <summary>Small font programs made by hand: as much of each format as names or places its letters.</summary>
internal static class FontFiles
{
    /// <summary>A TrueType font of the given tables, in an offset table.</summary>
    public static byte[] TrueType(params (string Tag, byte[] Data)[] tables)
    {
        List<byte> file = [0, 1, 0, 0, .. Short(tables.Length), 0, 0, 0, 0, 0, 0];
        int offset = 12 + (16 * tables.Length);
        foreach ((string tag, byte[] data) in tables)
        {
            file.AddRange([.. Encoding.ASCII.GetBytes(tag), 0, 0, 0, 0, .. Long(offset), .. Long(data.Length)]);
            offset += data.Length;
        }

        foreach ((_, byte[] data) in tables)
            file.AddRange(data);
        return [.. file];
    }

    public static (string Tag, byte[] Data) Maxp(int glyphs) => ("maxp", [0, 1, 0, 0, .. Short(glyphs)]);

    /// <summary>A cmap table of one map.</summary>
    public static (string Tag, byte[] Data) Cmap(int platform, int encoding, byte[] map) =>
        ("cmap", [0, 0, .. Short(1), .. Short(platform), .. Short(encoding), .. Long(12), .. map]);

    /// <summary>A map in format 4 of one segment.</summary>
    public static byte[] Segment(int first, int last, int glyph) =>
        [
            .. Short(4),
            .. Short(32),
            .. Short(0),
            .. Short(4),
            .. Short(4),
            .. Short(1),
            .. Short(0),
            .. Short(last),
            .. Short(0xFFFF),
            .. Short(0),
            .. Short(first),
            .. Short(0xFFFF),
            .. Short(glyph - first),
            .. Short(1),
            .. Short(0),
            .. Short(0),
        ];

    /// <summary>A map in format 0, glyph numbers by code.</summary>
    public static byte[] Bytes(params (int Code, int Glyph)[] entries)
    {
        byte[] map = new byte[262];
        map[3] = 6;
        foreach ((int code, int glyph) in entries)
            map[6 + code] = (byte)glyph;
        map[1] = 0;
        return map;
    }

    /// <summary>A map in format 6.</summary>
    public static byte[] Trimmed(int first, params int[] glyphs) =>
        [
            .. Short(6),
            .. Short(10 + (2 * glyphs.Length)),
            .. Short(0),
            .. Short(first),
            .. Short(glyphs.Length),
            .. glyphs.SelectMany(Short),
        ];

    /// <summary>A map in format 12 of one group.</summary>
    public static byte[] Group(int first, int last, int glyph) =>
        [.. Short(12), .. Short(0), .. Long(28), .. Long(0), .. Long(1), .. Long(first), .. Long(last), .. Long(glyph)];

    /// <summary>A post table in format 2 that names every glyph itself.</summary>
    public static (string Tag, byte[] Data) Post(params string[] names)
    {
        List<byte> table = [0, 2, 0, 0, .. new byte[28], .. Short(names.Length)];
        for (int i = 0; i < names.Length; i++)
            table.AddRange(Short(258 + i));
        foreach (string name in names)
            table.AddRange([(byte)name.Length, .. Encoding.ASCII.GetBytes(name)]);
        return ("post", [.. table]);
    }

    /// <summary>A CFF font with a charset of own names and, where codes are given, an encoding of format 0.</summary>
    public static byte[] Cff(string[] names, byte[]? codes = null)
    {
        byte[] strings = Index([.. names.Select(Encoding.ASCII.GetBytes)]);
        byte[] charStrings = Index([.. Enumerable.Repeat(new byte[] { 14 }, names.Length + 1)]);
        byte[] charset = [0, .. Enumerable.Range(391, names.Length).SelectMany(Short)];
        byte[] encoding = codes is null ? [] : [0, (byte)codes.Length, .. codes];
        int start =
            4
            + Index([
                [65],
            ]).Length
            + Index([new byte[18]]).Length
            + strings.Length
            + 2;
        byte[] top =
        [
            .. Operand(start),
            15,
            .. Operand(codes is null ? 0 : start + charset.Length),
            16,
            .. Operand(start + charset.Length + encoding.Length),
            17,
        ];
        return
        [
            1,
            0,
            4,
            1,
            .. Index([
                [65],
            ]),
            .. Index([top]),
            .. strings,
            0,
            0,
            .. charset,
            .. encoding,
            .. charStrings,
        ];
    }

    /// <summary>A Type 1 font whose clear part or, on wish, encrypted part holds the encoding.</summary>
    public static byte[] Type1(string encoding, bool encrypted)
    {
        string clear = "%!PS-AdobeFont-1.0: Foo\n" + (encrypted ? "" : encoding) + "\ncurrentfile eexec\n";
        byte[] secret = Encoding.ASCII.GetBytes("0000" + (encrypted ? encoding : "/CharStrings 1 dict"));
        ushort key = 55665;
        for (int i = 0; i < secret.Length; i++)
        {
            secret[i] ^= (byte)(key >> 8);
            key = (ushort)(((secret[i] + key) * 52845) + 22719);
        }

        return [.. Encoding.ASCII.GetBytes(clear), .. secret];
    }

    public static byte[] Short(int value) => [(byte)(value >> 8), (byte)value];

    public static byte[] Long(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Operand(int value) => [29, .. Long(value)];

    private static byte[] Index(byte[][] items)
    {
        List<byte> index = [.. Short(items.Length), 2, .. Short(1)];
        int offset = 1;
        foreach (byte[] item in items)
            index.AddRange(Short(offset += item.Length));
        foreach (byte[] item in items)
            index.AddRange(item);
        return [.. index];
    }
}
