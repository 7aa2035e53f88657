using System.Buffers.Binary;
using System.Text;
using CseMapper.Documents.Containers;

namespace CseMapper.Documents.Tests.Containers;

/// <summary>Makes compound files of up to three streams of 4096 bytes or more, in sectors of 512 bytes
/// (MS-CFB).</summary>
internal static class SmallCompoundFile
{
    private const int Sector = 512;
    private const uint End = 0xFFFFFFFE;

    internal static byte[] With(string name, byte[] content) => With((name, content));

    internal static byte[] With(params (string Name, byte[] Content)[] streams)
    {
        int sectors = streams.Sum(stream => SectorsOf(stream.Content));
        byte[] file = new byte[(3 + sectors) * Sector];
        CompoundFile.Signature.CopyTo(file);
        U16(26, 3);
        U16(28, 0xFFFE);
        U16(30, 9);
        U16(32, 6);
        U32(44, 1);
        U32(48, 1);
        U32(56, 4096);
        U32(60, End);
        U32(68, End);
        file.AsSpan(76, 109 * 4).Fill(0xFF);
        U32(76, 0);
        // Sector 0 is the allocation table, 1 the directory, the streams follow.
        file.AsSpan(Sector, Sector).Fill(0xFF);
        U32(Sector, 0xFFFFFFFD);
        U32(Sector + 4, End);
        Entry(0, "Root Entry", 5, End, 0);
        int first = 2;
        for (int i = 0; i < streams.Length; i++)
        {
            int count = SectorsOf(streams[i].Content);
            for (int sector = first; sector < first + count; sector++)
                U32(Sector + sector * 4, sector == first + count - 1 ? End : (uint)(sector + 1));
            Entry(i + 1, streams[i].Name, 2, (uint)first, (uint)streams[i].Content.Length);
            streams[i].Content.CopyTo(file, (first + 1) * Sector);
            first += count;
        }

        return file;

        void U16(int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), value);

        void U32(int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);

        void Entry(int index, string entryName, byte kind, uint start, uint length)
        {
            int at = 2 * Sector + index * 128;
            Encoding.Unicode.GetBytes(entryName).CopyTo(file, at);
            U16(at + 64, (ushort)(entryName.Length * 2 + 2));
            file[at + 66] = kind;
            U32(at + 116, start);
            U32(at + 120, length);
        }
    }

    private static int SectorsOf(byte[] content) => (content.Length + Sector - 1) / Sector;
}
