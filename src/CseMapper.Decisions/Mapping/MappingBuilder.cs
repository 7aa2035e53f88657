using System.Security.Cryptography;
using System.Text;
using CseMapper.Documents;
using CseMapper.Matching.Criteria;
using CseMapper.Matching.Remarks;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Decisions.Mapping;

/// <summary>Joins a standard, the files of a folder and the evidence found in them to a mapping.</summary>
public static class MappingBuilder
{
    /// <summary>Builds the mapping; the same input gives the same mapping whatever the order of
    /// <paramref name="documents"/>.</summary>
    /// <param name="standard">The standard: its elements become the rows.</param>
    /// <param name="documents">Every file of the folder, read or not.</param>
    /// <param name="evidence">What matching found, an entry an element; an element without entry has no
    /// evidence.</param>
    /// <param name="generator">Program and version, "CseMapper 0.1.0".</param>
    /// <param name="decided">What was decided; what is about elements the standard does not have is left out. Null for
    /// nothing.</param>
    /// <exception cref="ArgumentException">Evidence names an element or a content that is not there.</exception>
    public static MappingFile Build(
        Standard standard,
        IReadOnlyList<DocumentRecord> documents,
        IReadOnlyList<ElementEvidence> evidence,
        string generator,
        DecidedEvidence? decided = null
    )
    {
        List<DocumentRecord> ordered = Ordered(documents);
        Dictionary<string, IReadOnlyList<string>> paths = PathsByContent(ordered);
        Dictionary<string, PrintedPages> pages = DecisionJoin.PagesOf(ordered);
        List<MappingEntry> entries = Decided(
            Entries(standard, evidence, paths),
            decided ?? DecidedEvidence.None,
            pages
        );
        Recalibration? learnt = Recalibration.Learn(entries);
        if (learnt is not null)
        {
            entries = learnt.WithExperience(
                Decided(Entries(standard, learnt.Apply(evidence), paths), decided!, pages),
                entries
            );
        }

        return new MappingFile(
            generator,
            new MappedStandard(standard.Id, standard.Title, standard.Fingerprint),
            entries,
            DocumentsOf(ordered, paths, entries)
        )
        {
            Recalibration = learnt,
        };
    }

    /// <summary>By path; a folder of any size comes in this order already.</summary>
    private static List<DocumentRecord> Ordered(IReadOnlyList<DocumentRecord> documents)
    {
        for (int i = 1; i < documents.Count; i++)
        {
            if (string.CompareOrdinal(documents[i - 1].Path, documents[i].Path) > 0)
                return [.. documents.OrderBy(record => record.Path, StringComparer.Ordinal)];
        }

        return [.. documents];
    }

    /// <summary>The files of each content, by path; nearly every content has one.</summary>
    private static Dictionary<string, IReadOnlyList<string>> PathsByContent(List<DocumentRecord> ordered)
    {
        Dictionary<string, IReadOnlyList<string>> paths = new(ordered.Count, StringComparer.Ordinal);
        foreach (DocumentRecord record in ordered)
        {
            if (record.Hash.Length == 0 || paths.TryAdd(record.Hash, new[] { record.Path }))
                continue;
            if (paths[record.Hash] is not List<string> several)
                paths[record.Hash] = several = [.. paths[record.Hash]];
            several.Add(record.Path);
        }

        return paths;
    }

    private static List<MappingEntry> Decided(
        List<MappingEntry> entries,
        DecidedEvidence decided,
        Dictionary<string, PrintedPages> pages
    )
    {
        ILookup<string, MappingDecision> decisions = decided
            .Items.Where(found => found.Item.IsShown)
            .ToLookup(
                found => found.Item.Element,
                found => DecisionJoin.DecisionOf(found, pages),
                StringComparer.Ordinal
            );
        return entries.ConvertAll(entry =>
            DecisionJoin.Apply(
                entry,
                [.. decisions[entry.Number]],
                DecisionJoin.CommentaryOf(decided.Commentaries.GetValueOrDefault(entry.Number, []))
            )
        );
    }

    private static List<MappingEntry> Entries(
        Standard standard,
        IReadOnlyList<ElementEvidence> evidence,
        Dictionary<string, IReadOnlyList<string>> paths
    )
    {
        Dictionary<string, ElementEvidence> byElement = evidence.ToDictionary(
            found => found.Element,
            StringComparer.Ordinal
        );
        List<MappingEntry> entries = [];
        foreach (Criterion criterion in standard.Criteria)
        {
            foreach (SubCriterion sub in criterion.SubCriteria)
            {
                foreach (StandardElement element in sub.Elements)
                {
                    byElement.Remove(element.Number, out ElementEvidence? found);
                    entries.Add(Entry(criterion, sub, element, found, paths));
                }
            }
        }

        return byElement.Count == 0
            ? entries
            : throw new ArgumentException(
                $"Evidence for '{byElement.Keys.First()}', which the standard does not have.",
                nameof(evidence)
            );
    }

    private static MappingEntry Entry(
        Criterion criterion,
        SubCriterion sub,
        StandardElement element,
        ElementEvidence? found,
        Dictionary<string, IReadOnlyList<string>> paths
    )
    {
        List<MappingSuggestion> suggestions = Suggestions(element.Number, found?.Suggestions ?? [], paths);
        return new MappingEntry(
            element.Number,
            element.Wording,
            new MappedHeading(criterion.Number, criterion.Title),
            new MappedHeading(sub.Number, sub.Title),
            suggestions
        )
        {
            Kind = element.Kind,
            Parts = [.. element.Parts.Select(part => part.Text)],
            Damage = element.Damage,
            Gap = GapFinder.Find(
                element,
                found,
                [
                    .. suggestions
                        .Where(suggestion =>
                            suggestion.Strength <= EvidenceStrength.Weak
                            && suggestion.Confidence >= GapFinder.LeastClose
                        )
                        .Select(suggestion => suggestion.Id),
                ]
            ),
        };
    }

    private static List<MappingSuggestion> Suggestions(
        string element,
        IReadOnlyList<Suggestion> found,
        Dictionary<string, IReadOnlyList<string>> paths
    )
    {
        List<MappingSuggestion> suggestions = [];
        Dictionary<string, int> byId = new(StringComparer.Ordinal);
        foreach (Suggestion suggestion in found)
        {
            string id = Digest(16, element, suggestion.Passage.Text);
            MappingPlace[] places = [.. PlacesOf(suggestion, paths)];
            if (byId.TryGetValue(id, out int known))
            {
                suggestions[known] = suggestions[known] with
                {
                    Places = [.. suggestions[known].Places.UnionBy(places, place => (place.Document, place.Passage))],
                };
                continue;
            }

            byId.Add(id, suggestions.Count);
            suggestions.Add(Suggestion(id, suggestion, places));
        }

        return suggestions.ConvertAll(suggestion => suggestion with { Revision = Revision(suggestion) });
    }

    private static MappingSuggestion Suggestion(string id, Suggestion suggestion, MappingPlace[] places)
    {
        TextSpan quote = Clip(suggestion.Quote, new TextSpan(0, suggestion.Passage.Text.Length));
        return new MappingSuggestion(
            id,
            suggestion.Strength,
            Rounded(suggestion.Confidence, 3),
            Rounded(suggestion.Score, 4),
            suggestion.Passage.Text.Substring(quote.Start, quote.Length),
            MatchesIn(quote, suggestion.Matches),
            places,
            Rounded(suggestion.Why)
        )
        {
            Flags = FlagsOf(suggestion),
            Parts = suggestion.Parts,
            CloseTo = suggestion.CloseTo,
            Rejected = suggestion.Rejected,
            MorePlaces = suggestion.MoreCopies,
        };
    }

    private static IEnumerable<MappingPlace> PlacesOf(
        Suggestion suggestion,
        Dictionary<string, IReadOnlyList<string>> paths
    )
    {
        yield return Place(suggestion.Document, suggestion.Passage, paths);
        foreach (SuggestionCopy copy in suggestion.Copies)
        {
            yield return Place(copy.Document, copy.Passage, paths) with
            {
                IsNearlySame = copy.Passage.Text != suggestion.Passage.Text,
            };
        }
    }

    private static MappingPlace Place(string document, Passage passage, Dictionary<string, IReadOnlyList<string>> paths)
    {
        if (!paths.TryGetValue(document, out IReadOnlyList<string>? files))
        {
            throw new ArgumentException(
                $"Evidence from content '{document}', which no document has.",
                nameof(document)
            );
        }

        return new MappingPlace(document, files, passage.Key, passage.Headings)
        {
            Page = passage.Page,
            PageLabel = passage.PageLabel,
            IsPageApproximate = passage.IsPageApproximate,
            Clause = passage.Clause,
        };
    }

    private static List<MatchedWord> MatchesIn(TextSpan quote, IReadOnlyList<MatchedWord> matches)
    {
        List<MatchedWord> inside = [];
        foreach (MatchedWord match in matches)
        {
            TextSpan span = Clip(match.Span, quote);
            if (span.Length > 0)
                inside.Add(match with { Span = new TextSpan(span.Start - quote.Start, span.Length) });
        }

        inside.Sort((a, b) => (a.Span.Start, b.Span.Length).CompareTo((b.Span.Start, a.Span.Length)));
        return inside;
    }

    private static List<string> FlagsOf(Suggestion suggestion)
    {
        List<string> flags = [];
        if (suggestion.Passage.HasUnacceptedChanges)
            flags.Add("draft wording: holds tracked changes nobody has accepted");
        if (suggestion.Passage.IsRecognised)
            flags.Add("read from a picture: check the words against the page");
        if (suggestion.Passage.IsCovered)
            flags.Add("text lies under a drawn box: not to be seen on the page, perhaps kept back on purpose");
        flags.AddRange(suggestion.Remarks.Select(EvidenceRemarks.Describe));
        return flags;
    }

    private static List<MappingDocument> DocumentsOf(
        List<DocumentRecord> records,
        Dictionary<string, IReadOnlyList<string>> paths,
        List<MappingEntry> entries
    )
    {
        Dictionary<string, List<SupportedElement>> supports = SupportsByContent(entries);
        return records.ConvertAll(record => new MappingDocument(
            record,
            paths.TryGetValue(record.Hash, out IReadOnlyList<string>? same) && same.Count > 1
                ? [.. same.Where(path => path != record.Path)]
                : [],
            supports.TryGetValue(record.Hash, out List<SupportedElement>? found) ? found : []
        ));
    }

    private static Dictionary<string, List<SupportedElement>> SupportsByContent(List<MappingEntry> entries)
    {
        Dictionary<string, List<SupportedElement>> supports = new(StringComparer.Ordinal);
        foreach (MappingEntry entry in entries)
        {
            IEnumerable<IGrouping<string, MappingSuggestion>> byContent = entry
                .Suggestions.Where(suggestion => suggestion.Strength >= EvidenceStrength.Possible)
                .SelectMany(suggestion =>
                    suggestion
                        .Places.Select(place => place.Document)
                        .Distinct(StringComparer.Ordinal)
                        .Select(content => (content, suggestion))
                )
                .GroupBy(pair => pair.content, pair => pair.suggestion, StringComparer.Ordinal);
            foreach (IGrouping<string, MappingSuggestion> group in byContent)
            {
                if (!supports.TryGetValue(group.Key, out List<SupportedElement>? list))
                    supports.Add(group.Key, list = []);
                list.Add(
                    new SupportedElement(
                        entry.Number,
                        group.Max(found => found.Strength),
                        [.. group.Select(found => found.Id)]
                    )
                );
            }
        }

        return supports;
    }

    private static string Revision(MappingSuggestion suggestion)
    {
        List<string> seen = [suggestion.Quote];
        foreach (MappingPlace place in suggestion.Places)
        {
            seen.AddRange(place.Paths);
            seen.Add(FormattableString.Invariant($"{place.Page} {place.Clause}"));
            seen.AddRange(place.Headings);
        }

        return Digest(8, [.. seen]);
    }

    /// <summary>First digits of the SHA-256 of the parts, each closed by a zero byte so that ("a", "bc") and ("ab",
    /// "c") differ.</summary>
    private static string Digest(int digits, params ReadOnlySpan<string> parts)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData([0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..digits];
    }

    private static TextSpan Clip(TextSpan span, TextSpan frame)
    {
        int start = Math.Clamp(span.Start, frame.Start, frame.End);
        int end = Math.Clamp(span.End, start, frame.End);
        return new TextSpan(start, end - start);
    }

    private static ScoreExplanation Rounded(ScoreExplanation why) =>
        new(Rounded(why.Value, 4), why.Description, [.. why.Details.Select(Rounded)]);

    /// <summary>Rounded so that the last bit of a processor's arithmetic shows in no file.</summary>
    private static double Rounded(double value, int digits) =>
        double.IsFinite(value) ? Math.Round(value, digits) + 0.0 : 0;
}
