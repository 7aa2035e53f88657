using CseMapper.Documents;

namespace CseMapper.Pdf.Text;

/// <summary>Words typed onto a page: the value of a form field, or text set where there is no field. They are drawn
/// after all else.</summary>
/// <param name="Box">The field.</param>
/// <param name="First">Its first piece.</param>
/// <param name="Count">How many pieces it has.</param>
internal readonly record struct TypedText(BlockBox Box, int First, int Count);
