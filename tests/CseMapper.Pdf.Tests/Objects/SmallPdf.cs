using System.Globalization;
using System.Text;
using CseMapper.Pdf.Files;

namespace CseMapper.Pdf.Tests.Objects;

/// <summary>Writes small PDF files out of objects given as text; a character is a byte (Latin-1).</summary>
internal sealed class SmallPdf
{
    private readonly StringBuilder _text = new("%PDF-1.7\n");
    private readonly SortedDictionary<int, int> _offsets = [];

    public int Length => _text.Length;

    public IReadOnlyDictionary<int, int> Offsets => _offsets;

    /// <summary>A file of one page with this content.</summary>
    public static SmallPdf OnePage(string content = "BT (Hello) Tj ET") =>
        new SmallPdf()
            .Add(1, "<</Type/Catalog/Pages 2 0 R>>")
            .Add(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>")
            .Add(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R>>")
            .AddStream(4, "", content);

    public SmallPdf Add(int number, string value)
    {
        _offsets[number] = _text.Length;
        _text.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{value}\nendobj\n");
        return this;
    }

    /// <param name="number">The object's number.</param>
    /// <param name="entries">Entries of the dictionary; Length is added where it is missing.</param>
    /// <param name="data">The stored data.</param>
    public SmallPdf AddStream(int number, string entries, string data)
    {
        if (!entries.Contains("/Length", StringComparison.Ordinal))
            entries += $"/Length {data.Length}";
        return Add(number, $"<<{entries}>>\nstream\n{data}\nendstream");
    }

    public SmallPdf Append(string text)
    {
        _text.Append(text);
        return this;
    }

    /// <summary>Ends the file with a table of all objects and a trailer.</summary>
    public SmallPdf End(string trailer = "/Root 1 0 R")
    {
        int start = _text.Length;
        int size = _offsets.Keys.Max() + 1;
        _text.Append("xref\n0 1\n0000000000 65535 f \n");
        foreach ((int number, int offset) in _offsets)
            _text.Append(CultureInfo.InvariantCulture, $"{number} 1\n{offset:D10} 00000 n \n");
        _text.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {size}{trailer}>>\nstartxref\n{start}\n%%EOF\n");
        return this;
    }

    public byte[] Bytes() => Encoding.Latin1.GetBytes(_text.ToString());

    public PdfFile Open(PdfProblemLog? log = null, PdfLimits? limits = null, params string[] passwords) =>
        PdfFile.Open(Bytes(), passwords, log ?? new PdfProblemLog(), limits ?? PdfLimits.Default);
}
