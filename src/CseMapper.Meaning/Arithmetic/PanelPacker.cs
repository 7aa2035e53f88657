using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CseMapper.Meaning.Arithmetic;

/// <summary>Lays columns out in panels as a kernel reads them.</summary>
internal static class PanelPacker
{
    /// <summary>Copies one column into its panel.</summary>
    /// <param name="column">Its numbers, one after the other; their count is the depth.</param>
    /// <param name="index">Which column it is, over all panels.</param>
    /// <param name="group">The kernel's <see cref="IntegerKernel.Group"/>.</param>
    /// <param name="panels">All panels, each depth times <see cref="IntegerKernel.Columns"/> long.</param>
    public static void Pack(ReadOnlySpan<sbyte> column, int index, int group, Span<sbyte> panels)
    {
        int panel = index / IntegerKernel.Columns * IntegerKernel.Columns * column.Length;
        int place = panel + index % IntegerKernel.Columns * group;
        int needed = place + (column.Length / group - 1) * group * IntegerKernel.Columns + group;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(needed, panels.Length);
        ref sbyte from = ref MemoryMarshal.GetReference(column);
        ref sbyte to = ref Unsafe.Add(ref MemoryMarshal.GetReference(panels), place);
        int next = group * IntegerKernel.Columns;
        for (int start = 0; start < column.Length; start += group)
        {
            ref byte source = ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref from, start));
            ref byte target = ref Unsafe.As<sbyte, byte>(ref to);
            if (group == 4)
                Unsafe.WriteUnaligned(ref target, Unsafe.ReadUnaligned<int>(ref source));
            else if (group == 2)
                Unsafe.WriteUnaligned(ref target, Unsafe.ReadUnaligned<short>(ref source));
            else
                target = source;
            to = ref Unsafe.Add(ref to, next);
        }
    }
}
