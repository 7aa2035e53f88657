using System.Security.Cryptography;
using CseMapper.Passages.Splitting;

namespace CseMapper.Passages.Workspaces;

/// <summary>Passages as bytes: a count, then for each its fields; the heading path only where it differs from the one
/// before; a checksum at the end.</summary>
internal static class PassageCodec
{
    private const int ChecksumBytes = 8;

    /// <summary>Set in the byte of the kind, since that of <see cref="Has"/> is full.</summary>
    private const byte Covered = 0x80;

    [Flags]
    private enum Has
    {
        Nothing = 0,
        Clause = 1,
        Page = 2,
        LeadIn = 4,
        ApproximatePage = 8,
        UnacceptedChanges = 16,
        Recognised = 32,
        SameHeadings = 64,
        PageLabel = 128,
    }

    public static byte[] Encode(IReadOnlyList<Passage> passages)
    {
        using MemoryStream bytes = new();
        using (BinaryWriter writer = new(bytes, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write7BitEncodedInt(passages.Count);
            IReadOnlyList<string>? headings = null;
            foreach (Passage passage in passages)
            {
                Write(writer, passage, headings);
                headings = passage.Headings;
            }
        }
        bytes.Write(Checksum(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are not what was written.</exception>
    public static IReadOnlyList<Passage> Decode(byte[] bytes)
    {
        int length = Check(bytes);
        using BinaryReader reader = new(new MemoryStream(bytes, 0, length, writable: false), System.Text.Encoding.UTF8);
        Passage[] passages = new Passage[reader.Read7BitEncodedInt()];
        IReadOnlyList<string> headings = [];
        for (int i = 0; i < passages.Length; i++)
        {
            passages[i] = Read(reader, i, headings);
            headings = passages[i].Headings;
        }
        return passages;
    }

    /// <summary>Compares the checksum, so that bytes can be passed on without being decoded.</summary>
    /// <returns>The length without the checksum.</returns>
    /// <exception cref="InvalidDataException">The bytes are not what was written.</exception>
    public static int Check(byte[] bytes)
    {
        int length = bytes.Length - ChecksumBytes;
        return length >= 0 && Checksum(bytes.AsSpan(0, length)).AsSpan().SequenceEqual(bytes.AsSpan(length))
            ? length
            : throw new InvalidDataException("The passages are damaged.");
    }

    private static void Write(BinaryWriter writer, Passage passage, IReadOnlyList<string>? headings)
    {
        bool isSame = headings is not null && headings.SequenceEqual(passage.Headings, StringComparer.Ordinal);
        Has has =
            (passage.Clause is null ? Has.Nothing : Has.Clause)
            | (passage.Page is null ? Has.Nothing : Has.Page)
            | (passage.LeadIn is null ? Has.Nothing : Has.LeadIn)
            | (passage.IsPageApproximate ? Has.ApproximatePage : Has.Nothing)
            | (passage.HasUnacceptedChanges ? Has.UnacceptedChanges : Has.Nothing)
            | (passage.IsRecognised ? Has.Recognised : Has.Nothing)
            | (passage.PageLabel is null ? Has.Nothing : Has.PageLabel)
            | (isSame ? Has.SameHeadings : Has.Nothing);
        writer.Write((byte)has);
        writer.Write((byte)((byte)passage.Kind | (passage.IsCovered ? Covered : 0)));
        writer.Write(passage.Key);
        writer.Write(passage.Text);
        if (!isSame)
        {
            writer.Write7BitEncodedInt(passage.Headings.Count);
            foreach (string heading in passage.Headings)
                writer.Write(heading);
        }
        if (passage.Clause is not null)
            writer.Write(passage.Clause);
        if (passage.Page is { } page)
            writer.Write7BitEncodedInt(page);
        if (passage.PageLabel is not null)
            writer.Write(passage.PageLabel);
        if (passage.LeadIn is not null)
            writer.Write(passage.LeadIn);
    }

    private static Passage Read(BinaryReader reader, int ordinal, IReadOnlyList<string> headings)
    {
        Has has = (Has)reader.ReadByte();
        byte kind = reader.ReadByte();
        string key = reader.ReadString();
        string text = reader.ReadString();
        if (!has.HasFlag(Has.SameHeadings))
        {
            string[] own = new string[reader.Read7BitEncodedInt()];
            for (int i = 0; i < own.Length; i++)
                own[i] = reader.ReadString();
            headings = own;
        }
        return new Passage(key, ordinal, text, headings)
        {
            Clause = has.HasFlag(Has.Clause) ? reader.ReadString() : null,
            Page = has.HasFlag(Has.Page) ? reader.Read7BitEncodedInt() : null,
            PageLabel = has.HasFlag(Has.PageLabel) ? reader.ReadString() : null,
            LeadIn = has.HasFlag(Has.LeadIn) ? reader.ReadString() : null,
            Kind = (PassageKind)(kind & ~Covered),
            IsCovered = (kind & Covered) != 0,
            IsPageApproximate = has.HasFlag(Has.ApproximatePage),
            HasUnacceptedChanges = has.HasFlag(Has.UnacceptedChanges),
            IsRecognised = has.HasFlag(Has.Recognised),
        };
    }

    private static byte[] Checksum(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes)[..ChecksumBytes];
}
