using System.Globalization;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Documents;
using CseMapper.Matching.Criteria;

namespace CseMapper.Reports.Pack;

/// <summary>A document that is cited, once however many files hold it.</summary>
/// <param name="Reference">"D1", in the order of the paths.</param>
/// <param name="Path">Its path below the policy folder.</param>
/// <param name="Hash">SHA-256 of its content.</param>
/// <param name="Entry">Its name in the pack.</param>
/// <param name="Title">Its title, or its file name.</param>
internal sealed record PackDocument(string Reference, string Path, string Hash, string Entry, string Title);

/// <summary>A piece of evidence.</summary>
/// <param name="Document">Where it stands.</param>
/// <param name="Decision">What was decided.</param>
internal sealed record PackQuote(PackDocument Document, MappingDecision Decision)
{
    /// <summary>"D1, page 3, clause 4.2".</summary>
    public string Reference =>
        string.Join(
            ", ",
            new[]
            {
                Document.Reference,
                PageCitation.Brief(Decision.Place?.Page, Decision.Place?.PageLabel, IsPageApproximate),
                Clause.Length > 0 ? "clause " + Clause : "",
            }.Where(part => part.Length > 0)
        );

    /// <summary>"3", "about 3"; "iv (6th of the file)", since the documents of a pack are opened by hand.</summary>
    public string Page =>
        Decision.Place?.Page is { } page
            ? (IsPageApproximate ? "about " : "") + PageCitation.Full(page, Decision.Place.PageLabel)
            : "";

    private bool IsPageApproximate => Decision.Place is { IsPageApproximate: true };

    public string Clause => DisplayText.OneLine(Decision.Place?.Clause ?? "");

    public string Section => string.Join(" › ", (Decision.Place?.Headings ?? []).Select(DisplayText.OneLine));
}

/// <summary>An element with what the assessor is shown.</summary>
/// <param name="Entry">The element.</param>
/// <param name="Quotes">Accepted evidence, in the order of the documents.</param>
internal sealed record PackElement(MappingEntry Entry, IReadOnlyList<PackQuote> Quotes)
{
    public static IReadOnlyList<string> Bands { get; } =
    ["Compliance Plus", "Compliant", "Partially Compliant", "Non-Compliant"];

    /// <summary>
    /// A proposal for the applicant's own band, from what reviewers said their evidence proves: the whole element, or
    /// all of its parts, is "Compliant", less is "Partially Compliant". Empty where nobody said; nothing is proposed
    /// without evidence.
    /// </summary>
    public string Band
    {
        get
        {
            HashSet<int> parts = [.. Quotes.SelectMany(quote => quote.Decision.Parts)];
            bool isWhole =
                Quotes.Any(quote => quote.Decision.Extent == EvidenceExtent.Full)
                || (Entry.Parts.Count > 0 && Enumerable.Range(1, Entry.Parts.Count).All(parts.Contains));
            bool isPart = parts.Count > 0 || Quotes.Any(quote => quote.Decision.Extent == EvidenceExtent.Partial);
            return isWhole ? Bands[1]
                : isPart ? Bands[2]
                : "";
        }
    }

    /// <summary>What kind of evidence the assessor looks for.</summary>
    public string Guidance =>
        Entry.Kind switch
        {
            EvidenceKind.Results => "Results that show it: figures over time, with source and date.",
            EvidenceKind.Observed => "What the assessor sees and hears on the day.",
            _ => "A document that says it, and an example of it being done.",
        };
}

/// <summary>What goes into a pack, and what does not.</summary>
internal sealed class PackContent
{
    private const int LongestName = 100;

    /// <summary>A sentence for each thing that is wrong with the decision log it was made from.</summary>
    public IReadOnlyList<string> Damage { get; init; } = [];

    /// <param name="mapping">The mapping with its decisions.</param>
    /// <param name="takesCovered">True where somebody has looked at the documents that hold text under drawn
    /// boxes.</param>
    public PackContent(MappingFile mapping, bool takesCovered = false)
    {
        Mapping = mapping;
        if (!takesCovered)
        {
            _covered =
            [
                .. mapping
                    .Documents.Where(document => document.Record.Problems.Any(problem => problem.TellsOfCoveredText))
                    .Select(document => document.Record.Hash),
            ];
        }

        (MappingEntry Entry, MappingDecision Decision)[] accepted =
        [
            .. mapping.Elements.SelectMany(entry =>
                entry
                    .Decisions.Where(decision => decision is { Counts: true, Place: not null } && !IsCovered(decision))
                    .Select(decision => (entry, decision))
            ),
        ];
        (string Hash, string Path)[] cited =
        [
            .. accepted
                .Select(one => one.Decision.Place!)
                .GroupBy(place => place.ContentHash, place => place.Path, StringComparer.Ordinal)
                .Select(same => (same.Key, same.Order(StringComparer.Ordinal).First()))
                .OrderBy(one => one.Item2, StringComparer.Ordinal),
        ];
        // Numbers of one width, so that folders list them in their order.
        int digits = cited.Length.ToString(CultureInfo.InvariantCulture).Length;
        Documents =
        [
            .. cited.Select(
                (one, at) =>
                    DocumentOf(one.Hash, one.Path, (at + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0'))
            ),
        ];
        Dictionary<string, PackDocument> byHash = Documents.ToDictionary(
            document => document.Hash,
            StringComparer.Ordinal
        );
        ILookup<string, PackQuote> quotes = accepted.ToLookup(
            one => one.Entry.Number,
            one => new PackQuote(byHash[one.Decision.Place!.ContentHash], one.Decision),
            StringComparer.Ordinal
        );
        Elements =
        [
            .. mapping.Elements.Select(entry => new PackElement(
                entry,
                [
                    .. quotes[entry.Number]
                        .OrderBy(quote => quote.Document.Path, StringComparer.Ordinal)
                        .ThenBy(quote => quote.Decision.Place!.Page)
                        .ThenBy(quote => quote.Decision.Id, StringComparer.Ordinal),
                ]
            )),
        ];
        Waiting =
        [
            .. mapping.Elements.SelectMany(entry =>
                entry
                    .Decisions.Where(decision =>
                        decision.Verdict is Verdict.AwaitsApproval or Verdict.Conflict
                        || (decision is { HasChanged: true, Verdict: Verdict.Accepted })
                        || (decision.Counts && IsCovered(decision))
                    )
                    .Select(decision => (entry.Number, decision))
            ),
        ];
    }

    private readonly HashSet<string> _covered = [];

    public MappingFile Mapping { get; }

    /// <summary>True where its document holds text under a drawn box, which goes out with the file.</summary>
    public bool IsCovered(MappingDecision decision) =>
        decision.Place is { } place && _covered.Contains(place.ContentHash);

    public IReadOnlyList<PackElement> Elements { get; }

    public IReadOnlyList<PackDocument> Documents { get; }

    /// <summary>What is left out until somebody has decided: accepted and changed since, not yet approved, judged
    /// differently, from a document with text under a drawn box.</summary>
    public IReadOnlyList<(string Element, MappingDecision Decision)> Waiting { get; }

    private PackDocument DocumentOf(string hash, string path, string number)
    {
        string file = path[(path.LastIndexOf('/') + 1)..];
        string? title = Mapping
            .Documents.FirstOrDefault(document => document.Record.Path == path)
            ?.Record.Facts.Title?.Text;
        return new PackDocument(
            "D" + number,
            path,
            hash,
            $"documents/D{number} {SafeName(file)}",
            DisplayText.OneLine(title is { Length: > 0 } ? title : file)
        );
    }

    /// <summary>A file name that every system takes, with its extension.</summary>
    private static string SafeName(string name)
    {
        string extension = Path.GetExtension(name);
        string safe = string.Concat(
                DisplayText
                    .OneLine(Path.GetFileNameWithoutExtension(name))
                    .Select(c =>
                        "<>:\"/\\|?*\uFFFD".Contains(c, StringComparison.Ordinal) || char.IsControl(c) ? '_' : c
                    )
            )
            .Trim(' ', '.');
        if (safe.Length > LongestName)
        {
            safe = safe[..(char.IsHighSurrogate(safe[LongestName - 1]) ? LongestName - 1 : LongestName)]
                .TrimEnd(' ', '.');
        }

        return safe + (extension.All(c => c == '.' || char.IsAsciiLetterOrDigit(c)) ? extension : "");
    }
}
