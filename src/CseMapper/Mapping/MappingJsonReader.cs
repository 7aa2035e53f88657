using System.Globalization;
using System.Text.Json;
using CseMapper.Ingest;
using CseMapper.Matching;
using CseMapper.Workspaces;

namespace CseMapper.Mapping;

/// <summary>Reads mapping.json back, whole.</summary>
public static class MappingJsonReader
{
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = MappingJsonWriter.MaxDepth };

    /// <summary>Reads a mapping.</summary>
    /// <param name="stream">The file's content.</param>
    /// <exception cref="InvalidDataException">It is no mapping, is damaged, or was written by a later version; the message says which.</exception>
    public static MappingFile Read(Stream stream)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(stream, s_options);
            return Mapping(document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"The file is no mapping or is damaged: {fault.Message}", fault);
        }
    }

    private static MappingFile Mapping(JsonElement root)
    {
        if (Text(root, "format") != MappingJsonWriter.Format)
            throw new InvalidDataException("The file is no mapping.");
        int version = root.GetProperty("version").GetInt32();
        if (version > MappingFile.FormatVersion)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"The mapping was written by a later version of the program (format {version}; this one reads up to {MappingFile.FormatVersion})."));
        }

        JsonElement standard = root.GetProperty("standard");
        return new MappingFile(
            Text(root, "generator"),
            new MappedStandard(Text(standard, "id"), Text(standard, "title"), Text(standard, "fingerprint")),
            List(root, "elements", Entry),
            List(root, "documents", Document))
        {
            Recalibration = RecalibrationJson.Read(root),
        };
    }

    private static MappingEntry Entry(JsonElement json) =>
        new(Text(json, "number"), Text(json, "wording"), Heading(json, "criterion"), Heading(json, "subCriterion"), List(json, "suggestions", Suggestion))
        {
            Kind = MappingNames.Kind(Text(json, "kind")),
            Parts = Strings(json, "parts"),
            Damage = Optional(json, "damage"),
            Gap = GapJson.Read(json),
            Decisions = DecidedJsonReader.Decisions(json),
            Commentary = DecidedJsonReader.Commentary(json),
        };

    private static MappedHeading Heading(JsonElement json, string name)
    {
        JsonElement heading = json.GetProperty(name);
        return new MappedHeading(Text(heading, "number"), Text(heading, "title"));
    }

    private static MappingSuggestion Suggestion(JsonElement json) => new(
        Text(json, "id"),
        MappingNames.Strength(Text(json, "strength")),
        json.GetProperty("confidence").GetDouble(),
        json.GetProperty("score").GetDouble(),
        Text(json, "quote"),
        List(json, "matches", Match),
        List(json, "places", Place),
        Why(json.GetProperty("why")))
    {
        Flags = Strings(json, "flags"),
        Parts = List(json, "parts", part => part.GetInt32()),
        Like = RecalibrationJson.Like(json),
        Rejected = json.TryGetProperty("rejected", out _) ? Strings(json, "rejected") : [],
        MorePlaces = Number(json, "morePlaces") ?? 0,
        Revision = Text(json, "revision"),
        Decision = DecidedJsonReader.OfSuggestion(json),
    };

    private static MatchedWord Match(JsonElement json) => new(
        new TextSpan(json.GetProperty("start").GetInt32(), json.GetProperty("length").GetInt32()),
        MappingNames.Match(Text(json, "kind")),
        Text(json, "term"));

    private static MappingPlace Place(JsonElement json) =>
        new(Text(json, "document"), Strings(json, "paths"), Text(json, "passage"), Strings(json, "headings"))
        {
            Page = Number(json, "page"),
            IsPageApproximate = json.TryGetProperty("pageIsApproximate", out JsonElement approximate) && approximate.GetBoolean(),
            Clause = Optional(json, "clause"),
            IsNearlySame = json.TryGetProperty("nearlySame", out JsonElement nearly) && nearly.GetBoolean(),
        };

    private static ScoreExplanation Why(JsonElement json) => new(
        json.GetProperty("value").GetDouble(),
        Text(json, "description"),
        json.TryGetProperty("details", out _) ? List(json, "details", Why) : []);

    private static MappingDocument Document(JsonElement json) => new(Record(json), Strings(json, "sameContent"), List(json, "supports", Supported));

    private static DocumentRecord Record(JsonElement json) =>
        new(Text(json, "path"), MappingNames.Format(Text(json, "format")), json.GetProperty("bytes").GetInt64(), Text(json, "hash"))
        {
            Status = MappingNames.Status(Text(json, "status")),
            Problems = List(json, "problems", problem => new IngestProblem(Text(problem, "message"), Number(problem, "page"))),
            Pages = Number(json, "pages"),
            PassageCount = json.GetProperty("passages").GetInt32(),
            Facts = Facts(json.GetProperty("facts")),
            CommentCount = json.GetProperty("comments").GetInt32(),
            UnacceptedChangeCount = json.GetProperty("unacceptedChanges").GetInt32(),
            IsReviewOverdue = json.GetProperty("reviewOverdue").GetBoolean(),
        };

    private static DocumentFacts Facts(JsonElement json) => new()
    {
        Title = Fact(json, "title"),
        Version = Fact(json, "version"),
        Owner = Fact(json, "owner"),
        Approved = Fact(json, "approved"),
        Review = Fact(json, "review"),
    };

    private static DocumentFact? Fact(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement fact)
        ? new DocumentFact(
            Text(fact, "text"),
            Text(fact, "foundIn"),
            Optional(fact, "date") is { } date ? DateOnly.ParseExact(date, MappingJsonWriter.DateFormat, CultureInfo.InvariantCulture) : null)
        : null;

    private static SupportedElement Supported(JsonElement json) =>
        new(Text(json, "element"), MappingNames.Strength(Text(json, "strength")), Strings(json, "suggestions"));

    private static T[] List<T>(JsonElement json, string name, Func<JsonElement, T> read) => [.. json.GetProperty(name).EnumerateArray().Select(read)];

    private static string[] Strings(JsonElement json, string name) => List(json, name, item => item.GetString() ?? "");

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";

    private static string? Optional(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static int? Number(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? value.GetInt32() : null;
}
