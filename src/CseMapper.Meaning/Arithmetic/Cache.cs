using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace CseMapper.Meaning.Arithmetic;

/// <summary>Asks for memory before it is needed; changes speed only, and does nothing where that cannot be asked.
/// </summary>
/// <remarks>A tenth of the time on x64: all weights, 10 MB, go past the processor for every text.</remarks>
internal static class Cache
{
    private const int Line = 64;

    /// <summary>The next number of bytes that fills whole lines of the cache.</summary>
    public static int WholeLines(int bytes) => (bytes + Line - 1) / Line * Line;

    /// <summary>Asks for a stretch of memory.</summary>
    /// <returns>How long it is.</returns>
    public static unsafe int Fetch(ReadOnlySpan<sbyte> memory)
    {
        if (!Sse.IsSupported)
            return memory.Length;
        // The address is only asked for: that it may be old, should the memory be moved meanwhile, does no harm.
        ref sbyte first = ref MemoryMarshal.GetReference(memory);
        for (int place = 0; place < memory.Length; place += Line)
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref first, place)));
        return memory.Length;
    }
}
