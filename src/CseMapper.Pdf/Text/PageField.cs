namespace CseMapper.Pdf.Text;

/// <summary>What stands on a page without being part of its content: a remark, or what was filled into a form field.</summary>
/// <param name="Box">Where it stands.</param>
/// <param name="Text">Its words.</param>
/// <param name="IsFormField">True for a form field, false for a remark.</param>
internal readonly record struct PageField(PdfBox Box, string Text, bool IsFormField);
