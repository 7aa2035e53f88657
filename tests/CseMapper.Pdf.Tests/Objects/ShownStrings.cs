using System.Text;
using CseMapper.Pdf.Files;
using CseMapper.Pdf.Objects.Filters;
using CseMapper.Pdf.Syntax;

namespace CseMapper.Pdf.Tests.Objects;

/// <summary>The strings that a page shows, read without fonts: enough to see that the right content was
/// found.</summary>
internal static class ShownStrings
{
    public static string Of(PdfFile file, int page = 0)
    {
        using DecodedStream content = file.Decoder.DecodeContents(file.Pages[page].Contents);
        return Of(content.Span, file.Names);
    }

    public static string Of(ReadOnlySpan<byte> content, NameTable names)
    {
        StringBuilder text = new();
        ContentScanner scanner = new(content, new ContentOperands(), names);
        while (scanner.Next())
        {
            if (scanner.Operator is not (ContentOperator.ShowText or ContentOperator.ShowTextAdjusted))
                continue;
            foreach (ContentOperand item in scanner.Items(0))
                text.Append(Encoding.Latin1.GetString(scanner.Bytes(item)));
        }

        return text.ToString();
    }
}
