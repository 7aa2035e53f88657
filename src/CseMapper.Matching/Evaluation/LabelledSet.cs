using System.Globalization;
using System.Text.Json;
using CseMapper.Matching.Criteria;
using CseMapper.Matching.Loading;
using CseMapper.Passages.Splitting;

namespace CseMapper.Matching.Evaluation;

/// <summary>A labelled folder in the layout of BEIR: corpus.jsonl, queries.jsonl, qrels/test.tsv.</summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Scopes">One where nothing names a scope; each is ranked by itself, with its own statistics.</param>
public sealed record LabelledSet(string Name, IReadOnlyList<LabelledScope> Scopes)
{
    /// <summary>Reads a labelled folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="criteria">A query whose id is an element of it gets that element's vocabulary; null for
    /// none.</param>
    /// <exception cref="InvalidDataException">A line is not what the layout asks for; the message names file and
    /// line.</exception>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    public static LabelledSet Load(string folder, Standard? criteria)
    {
        Dictionary<string, LabelledScope> scopes = new(StringComparer.Ordinal);
        LabelledLine[] passages = [.. LabelledLine.ReadAll(Path.Combine(folder, "corpus.jsonl"))];
        LabelledLine[] queries = [.. LabelledLine.ReadAll(Path.Combine(folder, "queries.jsonl"))];
        ILookup<string, (string Passage, int Grade)> labels = ReadLabels(Path.Combine(folder, "qrels", "test.tsv"));
        Dictionary<string, StandardElement> known =
            criteria?.Elements.ToDictionary(element => element.Number, StringComparer.Ordinal) ?? [];
        return new LabelledSet(
            Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)),
            [
                .. queries
                    .GroupBy(query => query.Scope, StringComparer.Ordinal)
                    .Select(scope => new LabelledScope(
                        StandardOf(scope, known),
                        [
                            .. DocumentsOf(
                                passages.Where(passage => scope.Key.Length == 0 || passage.Scope == scope.Key)
                            ),
                        ],
                        scope.ToDictionary(
                            query => query.Id,
                            query => GradesOf(labels[query.Id]),
                            StringComparer.Ordinal
                        )
                    )),
            ]
        );
    }

    private static Dictionary<string, int> GradesOf(IEnumerable<(string Passage, int Grade)> labels)
    {
        Dictionary<string, int> grades = new(StringComparer.Ordinal);
        foreach ((string passage, int grade) in labels.Where(label => label.Grade > 0))
            grades[passage] = grade;
        return grades;
    }

    private static Standard StandardOf(IEnumerable<LabelledLine> queries, Dictionary<string, StandardElement> known)
    {
        StandardElement[] elements =
        [
            .. queries.Select(query =>
                known.TryGetValue(query.Id, out StandardElement? element)
                    ? element with
                    {
                        Wording = query.Text,
                    }
                    : new StandardElement(query.Id, query.Text, "")
            ),
        ];
        return new Standard(
            "labelled",
            "Labelled queries",
            [new Criterion("", "", [new SubCriterion("", "", elements)])],
            ""
        );
    }

    /// <summary>Passages of one document are those that name the same one, in the order of the file; a passage that
    /// names none is a document of its own.</summary>
    private static IEnumerable<LabelledDocument> DocumentsOf(IEnumerable<LabelledLine> passages)
    {
        int alone = 0;
        foreach (
            IGrouping<string, LabelledLine> document in passages.GroupBy(
                passage => passage.Document ?? $"\0{alone++}",
                StringComparer.Ordinal
            )
        )
        {
            LabelledLine[] lines = [.. document];
            Passage[] texts =
            [
                .. lines.Select(
                    (line, i) => new Passage(line.Id, i, line.Text, line.Title.Length == 0 ? [] : [line.Title])
                ),
            ];
            yield return new LabelledDocument(new IndexedDocument(document.Key, "") { Passages = texts }, texts);
        }
    }

    private static ILookup<string, (string Passage, int Grade)> ReadLabels(string file)
    {
        List<(string Query, string Passage, int Grade)> labels = [];
        int number = 0;
        foreach (string line in File.ReadLines(file))
        {
            number++;
            if (number == 1 && line.StartsWith("query-id", StringComparison.Ordinal))
                continue;
            string[] cells = line.Split('\t');
            if (line.Length == 0)
                continue;
            if (cells.Length != 3 || !int.TryParse(cells[2], CultureInfo.InvariantCulture, out int grade))
                throw new InvalidDataException($"{file}({number}): expected query, passage and grade between tabs.");
            labels.Add((cells[0], cells[1], grade));
        }

        return labels.ToLookup(label => label.Query, label => (label.Passage, label.Grade), StringComparer.Ordinal);
    }
}

/// <summary>Queries and passages that are ranked together.</summary>
/// <param name="Standard">The queries as elements, in the order of the file.</param>
/// <param name="Documents">The passages by document.</param>
/// <param name="Grades">By query, then by passage: how good it is, from 1.</param>
public sealed record LabelledScope(
    Standard Standard,
    IReadOnlyList<LabelledDocument> Documents,
    IReadOnlyDictionary<string, Dictionary<string, int>> Grades
);

/// <summary>A document of a labelled set.</summary>
/// <param name="Indexed">As matching needs it.</param>
/// <param name="Passages">Its passages; their keys are the labelled ids.</param>
public sealed record LabelledDocument(IndexedDocument Indexed, IReadOnlyList<Passage> Passages);

/// <summary>A line of corpus.jsonl or queries.jsonl.</summary>
/// <param name="Id">_id.</param>
/// <param name="Title">title, or empty.</param>
/// <param name="Text">text.</param>
/// <param name="Scope">metadata.scope, or empty.</param>
/// <param name="Document">metadata.doc, or null.</param>
internal sealed record LabelledLine(string Id, string Title, string Text, string Scope, string? Document)
{
    public static IEnumerable<LabelledLine> ReadAll(string file)
    {
        int number = 0;
        foreach (string line in File.ReadLines(file))
        {
            number++;
            if (line.Length > 0)
                yield return Read(line, file, number);
        }
    }

    private static LabelledLine Read(string line, string file, int number)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement root = json.RootElement;
            JsonElement metadata =
                root.TryGetProperty("metadata", out JsonElement found) && found.ValueKind == JsonValueKind.Object
                    ? found
                    : default;
            return new LabelledLine(
                TextOf(root, "_id") ?? throw new InvalidDataException($"{file}({number}): \"_id\" is missing."),
                TextOf(root, "title") ?? "",
                TextOf(root, "text") ?? "",
                TextOf(metadata, "scope") ?? "",
                TextOf(metadata, "doc")
            );
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{file}({number}): not JSON: {fault.Message}", fault);
        }
    }

    private static string? TextOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : null;
}
