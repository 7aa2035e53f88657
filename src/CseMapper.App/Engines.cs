namespace CseMapper.App;

/// <summary>The names of the engines.</summary>
internal static class Engines
{
    /// <summary>What is always there, and used unless another is asked for.</summary>
    public const string Embedded = "embedded";

    /// <summary>Reads PDF files.</summary>
    public const string PdfPig = "pdfpig";

    /// <summary>What --pdf-reader takes.</summary>
    public static string[] PdfReaders { get; } = [Embedded, PdfPig];
}
