using CseMapper.Pdf.Files;
using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Objects.Filters;
using CseMapper.Pdf.Syntax;

namespace CseMapper.Pdf.Text.Interpreting;

/// <summary>What running content streams needs of the file: names, fonts, layers, unpacking.</summary>
internal sealed class TextSource(PdfFile file)
{
    public IPdfResolver Resolver => file;

    public NameTable Names => file.Names;

    public PdfProblemLog Problems => file.Log;

    public OptionalContent Layers { get; } = new(file.Catalog);

    public FontCache Fonts { get; } = new(file);

    /// <summary>Takes the unfiltered bytes of a content stream, which are gone after the call.</summary>
    internal delegate void ContentAction(ReadOnlySpan<byte> content);

    public void ReadContent(PdfStream stream, ContentAction read)
    {
        using DecodedStream content = file.Decoder.DecodePooled(stream);
        if (content.ImageFilter is null)
            read(content.Span);
    }

    /// <param name="contents">A page's /Contents: a stream, or an array of streams that together are one.</param>
    /// <param name="read">Is called once.</param>
    public void ReadContents(PdfValue contents, ContentAction read)
    {
        using DecodedStream content = file.Decoder.DecodeContents(contents);
        if (content.ImageFilter is null)
            read(content.Span);
    }
}
