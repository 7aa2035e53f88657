namespace CseMapper.App;

/// <summary>The names of the engines, and which of them this program was built with.</summary>
internal static class Engines
{
    /// <summary>What is always there, and used unless another is asked for.</summary>
    public const string Embedded = "embedded";

    /// <summary>Reads PDF files.</summary>
    public const string PdfPig = "pdfpig";

    /// <summary>Finds passages.</summary>
    public const string Lucene = "lucene";

    /// <summary>What --pdf-reader takes.</summary>
    public static string[] PdfReaders { get; } = [Embedded, PdfPig];

    /// <summary>What --index takes.</summary>
    public static string[] Indexes { get; } = [Embedded, Lucene];

    /// <summary>Says how to build in an engine that is missing; null for one that is there.</summary>
    public static string? WhyMissing(string engine) =>
        engine switch
        {
#if !WITH_PDFPIG
            PdfPig => HowToBuildIn("PdfPig", "WithPdfPig"),
#endif
#if !WITH_LUCENE
            Lucene => HowToBuildIn("Lucene.Net", "WithLucene"),
#endif
            _ => null,
        };

#if !(WITH_PDFPIG && WITH_LUCENE)
    private static string HowToBuildIn(string name, string property) =>
        $"This csemapper was built without {name}. Build it in with: dotnet build -c Release -p:{property}=true. Your package feed must carry {name}; README.md says more under \"Engines\".";
#endif
}
