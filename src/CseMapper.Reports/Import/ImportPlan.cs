using CseMapper.Decisions.Log;

namespace CseMapper.Reports.Import;

/// <summary>What an import would add to the log.</summary>
/// <param name="Lines">The lines, in the order of the workbook.</param>
/// <param name="Conflicts">What could not simply be taken over.</param>
/// <param name="Faults">A sentence for each cell that cannot be understood; when there are any, nothing may be
/// added.</param>
public sealed record ImportPlan(
    IReadOnlyList<Decision> Lines,
    IReadOnlyList<ImportConflict> Conflicts,
    IReadOnlyList<string> Faults
)
{
    /// <summary>Rows that carry a decision or commentary which the log has already.</summary>
    public int Known { get; init; }
}
