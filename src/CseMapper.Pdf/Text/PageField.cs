using CseMapper.Documents;
using CseMapper.Pdf.Text.Interpreting;

namespace CseMapper.Pdf.Text;

/// <summary>What stands on a page without being part of its content: a remark, what was filled into a form field, or
/// what a picture shows in words.</summary>
/// <param name="Box">Where it stands.</param>
/// <param name="Text">Its words.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct PageField(BlockBox Box, string Text, FieldKind Kind);
