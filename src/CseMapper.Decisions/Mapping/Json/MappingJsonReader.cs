using System.Globalization;
using System.Text.Json;
using CseMapper.Documents;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Decisions.Mapping.Json;

/// <summary>Reads mapping.json back, whole.</summary>
public static class MappingJsonReader
{
    private static readonly JsonReaderOptions _options = new() { MaxDepth = MappingJsonWriter.MaxDepth };

    /// <summary>Reads a mapping.</summary>
    /// <param name="stream">The file's content.</param>
    /// <exception cref="InvalidDataException">It is no mapping, is damaged, or was written by a later version; the
    /// message says which.</exception>
    public static MappingFile Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            return Mapping(Content(stream));
        }
        catch (Exception fault)
            when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"The file is no mapping or is damaged: {fault.Message}", fault);
        }
    }

    private static ReadOnlySpan<byte> Content(Stream stream)
    {
        using MemoryStream content = new(
            stream.CanSeek ? (int)Math.Min(stream.Length - stream.Position, Array.MaxLength) : 0
        );
        stream.CopyTo(content);
        ReadOnlySpan<byte> bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        return bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
    }

    /// <summary>Elements and documents are read one by one: of a large mapping the whole as a tree would take several
    /// times its size.</summary>
    private static MappingFile Mapping(ReadOnlySpan<byte> content)
    {
        Utf8JsonReader reader = new(content, _options);
        Dictionary<string, JsonElement> parts = new(StringComparer.Ordinal);
        List<MappingEntry>? elements = null;
        List<MappingDocument>? documents = null;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new InvalidDataException("The file is no mapping.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            if (name == "elements")
                elements = List(ref reader, parts, Entry);
            else if (name == "documents")
                documents = List(ref reader, parts, Document);
            else
                parts[name] = JsonElement.ParseValue(ref reader);
        }

        // Whatever stands behind the end is no mapping.
        reader.Read();
        CheckVersion(parts);
        JsonElement standard = parts["standard"];
        return new MappingFile(
            parts["generator"].GetString() ?? "",
            new MappedStandard(Text(standard, "id"), Text(standard, "title"), Text(standard, "fingerprint")),
            elements ?? throw new KeyNotFoundException("it has no elements"),
            documents ?? throw new KeyNotFoundException("it has no documents")
        )
        {
            Recalibration = parts.TryGetValue("recalibration", out JsonElement learnt)
                ? RecalibrationJson.Read(learnt)
                : null,
        };
    }

    /// <summary>Format and version stand first, so that a later version is told from a damaged file.</summary>
    private static List<T> List<T>(
        ref Utf8JsonReader reader,
        Dictionary<string, JsonElement> parts,
        Func<JsonElement, T> read
    )
    {
        CheckVersion(parts);
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new FormatException("a list was expected");
        List<T> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            using JsonDocument item = JsonDocument.ParseValue(ref reader);
            items.Add(read(item.RootElement));
        }

        return items;
    }

    private static void CheckVersion(Dictionary<string, JsonElement> parts)
    {
        if (!parts.TryGetValue("format", out JsonElement format) || format.GetString() != MappingJsonWriter.Format)
            throw new InvalidDataException("The file is no mapping.");
        int version = parts["version"].GetInt32();
        if (version > MappingFile.FormatVersion)
        {
            throw new InvalidDataException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The mapping was written by a later version of the program (format {version}; this one "
                        + $"reads up to {MappingFile.FormatVersion})."
                )
            );
        }
    }

    private static MappingEntry Entry(JsonElement json) =>
        new(
            Text(json, "number"),
            Text(json, "wording"),
            Heading(json, "criterion"),
            Heading(json, "subCriterion"),
            List(json, "suggestions", Suggestion)
        )
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

    private static MappingSuggestion Suggestion(JsonElement json) =>
        new(
            Text(json, "id"),
            MappingNames.Strength(Text(json, "strength")),
            json.GetProperty("confidence").GetDouble(),
            json.GetProperty("score").GetDouble(),
            Text(json, "quote"),
            List(json, "matches", Match),
            List(json, "places", Place),
            Why(json.GetProperty("why"))
        )
        {
            Flags = Strings(json, "flags"),
            Parts = List(json, "parts", part => part.GetInt32()),
            Like = RecalibrationJson.Like(json),
            CloseTo = Optional(json, "closeTo"),
            Rejected = json.TryGetProperty("rejected", out _) ? Strings(json, "rejected") : [],
            MorePlaces = Number(json, "morePlaces") ?? 0,
            Revision = Text(json, "revision"),
            Decision = DecidedJsonReader.OfSuggestion(json),
        };

    private static MatchedWord Match(JsonElement json) =>
        new(
            new TextSpan(json.GetProperty("start").GetInt32(), json.GetProperty("length").GetInt32()),
            MappingNames.Match(Text(json, "kind")),
            Text(json, "term")
        );

    private static MappingPlace Place(JsonElement json) =>
        new(Text(json, "document"), Strings(json, "paths"), Text(json, "passage"), Strings(json, "headings"))
        {
            Page = Number(json, "page"),
            PageLabel = Optional(json, "pageLabel"),
            IsPageApproximate =
                json.TryGetProperty("pageIsApproximate", out JsonElement approximate) && approximate.GetBoolean(),
            Clause = Optional(json, "clause"),
            IsNearlySame = json.TryGetProperty("nearlySame", out JsonElement nearly) && nearly.GetBoolean(),
        };

    private static ScoreExplanation Why(JsonElement json) =>
        new(
            json.GetProperty("value").GetDouble(),
            Text(json, "description"),
            json.TryGetProperty("details", out _) ? List(json, "details", Why) : []
        );

    private static MappingDocument Document(JsonElement json) =>
        new(Record(json), Strings(json, "sameContent"), List(json, "supports", Supported));

    private static DocumentRecord Record(JsonElement json) =>
        new(
            Text(json, "path"),
            MappingNames.Format(Text(json, "format")),
            json.GetProperty("bytes").GetInt64(),
            Text(json, "hash")
        )
        {
            Status = MappingNames.Status(Text(json, "status")),
            Problems = List(
                json,
                "problems",
                problem => new IngestProblem(Text(problem, "message"), Number(problem, "page"))
            ),
            Pages = Number(json, "pages"),
            PrintedPages = json.TryGetProperty("pageLabels", out _)
                ? PrintedPages.From(Strings(json, "pageLabels"))
                : PrintedPages.None,
            PassageCount = json.GetProperty("passages").GetInt32(),
            Facts = Facts(json.GetProperty("facts")),
            CommentCount = json.GetProperty("comments").GetInt32(),
            UnacceptedChangeCount = json.GetProperty("unacceptedChanges").GetInt32(),
            IsReviewOverdue = json.GetProperty("reviewOverdue").GetBoolean(),
        };

    private static DocumentFacts Facts(JsonElement json) =>
        new()
        {
            Title = Fact(json, "title"),
            Version = Fact(json, "version"),
            Owner = Fact(json, "owner"),
            Approved = Fact(json, "approved"),
            Review = Fact(json, "review"),
        };

    private static DocumentFact? Fact(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement fact)
            ? new DocumentFact(
                Text(fact, "text"),
                Text(fact, "foundIn"),
                Optional(fact, "date") is { } date
                    ? DateOnly.ParseExact(date, MappingJsonWriter.DateFormat, CultureInfo.InvariantCulture)
                    : null
            )
            : null;

    private static SupportedElement Supported(JsonElement json) =>
        new(Text(json, "element"), MappingNames.Strength(Text(json, "strength")), Strings(json, "suggestions"));

    private static T[] List<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        [.. json.GetProperty(name).EnumerateArray().Select(read)];

    private static string[] Strings(JsonElement json, string name) => List(json, name, item => item.GetString() ?? "");

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";

    private static string? Optional(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static int? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) ? value.GetInt32() : null;
}
