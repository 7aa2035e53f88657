using System.Buffers;
using System.Text;

namespace CseMapper.Pdf.Syntax;

/// <summary>
/// Turns the bytes of names into strings, the same bytes always into the same string, so that reading a name costs no
/// allocation after the first time. A byte becomes the character of the same number (Latin-1), which loses nothing.
/// </summary>
internal sealed class NameTable
{
    /// <summary>Files that make up names without end are not kept in memory; beyond this names are made anew each
    /// time.</summary>
    private const int Most = 1 << 16;

    /// <summary>The same for names that are no names.</summary>
    private const int Longest = 128;

    private string?[] _slots = new string?[512];
    private int _count;

    /// <param name="raw">The name as written, without its slash.</param>
    /// <param name="hasEscapes">Whether #xx has to be resolved.</param>
    public string Get(ReadOnlySpan<byte> raw, bool hasEscapes)
    {
        if (!hasEscapes)
            return Get(raw);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(raw.Length);
        string name = Get(buffer.AsSpan(0, StringSyntax.UnescapeName(raw, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
        return name;
    }

    /// <param name="bytes">The name's bytes, escapes resolved.</param>
    public string Get(ReadOnlySpan<byte> bytes)
    {
        uint hash = Hash(bytes);
        for (uint i = hash; ; i++)
        {
            ref string? slot = ref _slots[i & (uint)(_slots.Length - 1)];
            if (slot is null)
            {
                string name = Encoding.Latin1.GetString(bytes);
                if (_count < Most && name.Length <= Longest)
                    Add(ref slot, name);
                return name;
            }

            if (IsSame(slot, bytes))
                return slot;
        }
    }

    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        uint hash = 2166136261;
        foreach (byte b in bytes)
            hash = (hash ^ b) * 16777619;
        return hash ^ hash >> 15;
    }

    private static uint Hash(string name)
    {
        uint hash = 2166136261;
        foreach (char c in name)
            hash = (hash ^ (byte)c) * 16777619;
        return hash ^ hash >> 15;
    }

    private static bool IsSame(string name, ReadOnlySpan<byte> bytes)
    {
        if (name.Length != bytes.Length)
            return false;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (name[i] != bytes[i])
                return false;
        }

        return true;
    }

    private void Add(ref string? slot, string name)
    {
        slot = name;
        if (++_count * 2 < _slots.Length)
            return;
        string?[] old = _slots;
        _slots = new string?[old.Length * 2];
        foreach (string? kept in old)
        {
            if (kept is null)
                continue;
            uint i = Hash(kept);
            while (_slots[i & (uint)(_slots.Length - 1)] is not null)
                i++;
            _slots[i & (uint)(_slots.Length - 1)] = kept;
        }
    }
}
