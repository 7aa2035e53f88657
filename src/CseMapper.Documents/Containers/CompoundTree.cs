using System.Buffers.Binary;

namespace CseMapper.Documents.Containers;

/// <summary>Which storage each entry of a compound file lies in (MS-CFB 2.6: siblings form a tree below their
/// storage).</summary>
internal static class CompoundTree
{
    private const int EntryLength = 128;

    /// <summary>The storage of each entry, both by their place in the directory; the root is 0. Entries that no storage
    /// leads to are left out.</summary>
    /// <param name="directory">The directory's content, damaged or not.</param>
    internal static Dictionary<int, int> ParentsOf(byte[] directory)
    {
        Dictionary<int, int> parents = [];
        for (int storage = 0; storage < directory.Length / EntryLength; storage++)
        {
            if (directory[(storage * EntryLength) + 66] is not (1 or 5))
                continue;
            Stack<uint> rest = new([Link(storage, 76)]);
            while (rest.TryPop(out uint next))
            {
                if (next >= directory.Length / EntryLength || next == 0 || !parents.TryAdd((int)next, storage))
                    continue;
                rest.Push(Link((int)next, 68));
                rest.Push(Link((int)next, 72));
            }
        }

        return parents;

        uint Link(int entry, int at) =>
            BinaryPrimitives.ReadUInt32LittleEndian(directory.AsSpan((entry * EntryLength) + at));
    }
}
