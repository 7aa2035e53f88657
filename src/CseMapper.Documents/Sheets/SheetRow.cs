namespace CseMapper.Documents.Sheets;

/// <summary>A row of a sheet that holds any text.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="IsHidden">True where the sheet does not show it.</param>
/// <param name="Cells">What its cells show, from the first column on; empty for a cell without text.</param>
public sealed record SheetRow(int Number, bool IsHidden, IReadOnlyList<string> Cells);
