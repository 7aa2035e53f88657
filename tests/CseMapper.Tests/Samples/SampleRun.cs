using System.Text.Json;
using CseMapper.Documents;
using CseMapper.Documents.Html;
using CseMapper.Documents.Markdown;
using CseMapper.Documents.Pdf;
using CseMapper.Documents.Text;
using CseMapper.Documents.Word;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;
using CseMapper.Testing;

namespace CseMapper.Tests.Samples;

/// <summary>The samples, mapped once by the whole pipeline for all tests of a class.</summary>
public class SampleRun : IDisposable
{
    private readonly DirectoryInfo _output = Directory.CreateTempSubdirectory("csemapper-samples-");
    private readonly JsonDocument _mapping;
    private readonly Dictionary<(string Document, string Passage), string> _texts = [];

    public SampleRun()
        : this(new PdfReader()) { }

    /// <param name="pdfReader">What reads PDF files.</param>
    protected SampleRun(IDocumentReader pdfReader)
    {
        DocumentIngest ingest = new(
            [new WordReader(), pdfReader, new PlainTextReader(), new MarkdownReader(), new HtmlReader()],
            ReadOptions.Default,
            TimeProvider.System
        );
        MappingPipeline pipeline = new(
            ingest,
            new PassageSplitter(PassageOptions.Default),
            new EvidenceRanker(),
            "CseMapper tests",
            TimeProvider.System
        );
        MapOptions options = new(RepositoryFiles.Path("corpus-samples"), _output.FullName)
        {
            CriteriaFile = RepositoryFiles.Path("criteria", "cse.json"),
            AsOf = new DateOnly(2025, 7, 1),
        };
        pipeline.Run(options, new Heard(null), CancellationToken.None);
        _mapping = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_output.FullName, "mapping.json")));
        using Workspace workspace =
            Workspace.OpenExisting(options.CacheFolder)
            ?? throw new InvalidOperationException("The run left no workspace.");
        Documents = workspace.Documents().ToDictionary(document => document.Path, StringComparer.Ordinal);
        foreach (DocumentRecord document in Documents.Values)
        {
            foreach (Passage passage in workspace.PassagesOf(document.Hash))
                _texts[(document.Hash, passage.Key)] = ExpectedEvidence.Normalise(passage.Text);
        }
    }

    /// <summary>All files of the samples by path.</summary>
    internal IReadOnlyDictionary<string, DocumentRecord> Documents { get; }

    /// <summary>The passages of a document by key, normalised.</summary>
    internal IEnumerable<(string Passage, string Text)> PassagesOf(string path) =>
        _texts
            .Where(entry => entry.Key.Document == Documents[path].Hash)
            .Select(entry => (entry.Key.Passage, entry.Value));

    /// <summary>An element's suggestions, best first.</summary>
    internal IReadOnlyList<SampleSuggestion> Suggestions(string element) =>
        [
            .. Entry(element)
                .GetProperty("suggestions")
                .EnumerateArray()
                .Select(suggestion => new SampleSuggestion(
                    suggestion.GetProperty("strength").GetString()!,
                    [.. suggestion.GetProperty("flags").EnumerateArray().Select(flag => flag.GetString()!)],
                    [.. suggestion.GetProperty("places").EnumerateArray().Select(PlaceOf)]
                )),
        ];

    /// <summary>An element's state, "strong", "possible" or "none".</summary>
    internal string StateOf(string element) => Entry(element).GetProperty("state").GetString()!;

    /// <summary>The folder of the workspace.</summary>
    internal string CacheFolder => CseMapper.Documents.Files.CacheFolder.In(_output.FullName);

    /// <summary>All elements of the mapping, in printed order.</summary>
    internal IReadOnlyList<string> Elements =>
        [
            .. _mapping
                .RootElement.GetProperty("elements")
                .EnumerateArray()
                .Select(entry => entry.GetProperty("number").GetString()!),
        ];

    public void Dispose()
    {
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool isDisposing)
    {
        if (!isDisposing)
            return;
        _mapping.Dispose();
        _output.Delete(recursive: true);
    }

    private JsonElement Entry(string element) =>
        _mapping
            .RootElement.GetProperty("elements")
            .EnumerateArray()
            .Single(entry => entry.GetProperty("number").GetString() == element);

    private SamplePlace PlaceOf(JsonElement place)
    {
        string document = place.GetProperty("document").GetString()!;
        string passage = place.GetProperty("passage").GetString()!;
        return new SamplePlace(place.GetProperty("paths")[0].GetString()!, passage, _texts[(document, passage)]);
    }
}

/// <summary>A suggestion of the mapping.</summary>
/// <param name="Strength">"strong", "possible" or "weak".</param>
/// <param name="Flags">What a reviewer should mind.</param>
/// <param name="Places">Where it stands, best first.</param>
internal sealed record SampleSuggestion(
    string Strength,
    IReadOnlyList<string> Flags,
    IReadOnlyList<SamplePlace> Places
);

/// <summary>A place of a suggestion.</summary>
/// <param name="Document">Path below corpus-samples.</param>
/// <param name="Passage">Key of the passage.</param>
/// <param name="Text">The passage's whole text, normalised.</param>
internal sealed record SamplePlace(string Document, string Passage, string Text);
