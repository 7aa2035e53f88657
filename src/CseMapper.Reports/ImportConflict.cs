namespace CseMapper.Reports;

/// <summary>Something of a workbook that could not simply be taken over, because it was decided otherwise meanwhile or
/// is no longer there.</summary>
/// <param name="Cell">Where it stood: "mapping.xlsx, Evidence!J12".</param>
/// <param name="Element">The element's number.</param>
/// <param name="Passage">The passage's words, or empty for a commentary.</param>
/// <param name="Workbook">What the workbook said.</param>
/// <param name="Now">What the log says.</param>
/// <param name="Outcome">What was done, as a sentence.</param>
public sealed record ImportConflict(
    string Cell,
    string Element,
    string Passage,
    string Workbook,
    string Now,
    string Outcome
);
