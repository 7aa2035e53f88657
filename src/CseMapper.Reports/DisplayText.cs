using System.Globalization;
using CseMapper.Decisions.Mapping;
using CseMapper.Documents;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Reports;

/// <summary>Texts and names from foreign documents made fit to be shown: what would break a line, a file or the reading
/// direction is taken out.</summary>
public static class DisplayText
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// The text with '\n' and tabs kept, other white space as blanks, and control characters, marks that turn the
    /// reading direction, lone surrogates and non-characters as U+FFFD. Every character keeps its place, so that
    /// offsets stay true.
    /// </summary>
    /// <param name="text">A text or name as its document has it.</param>
    public static string Clean(string text)
    {
        int first = FirstUnfit(text);
        return first < 0
            ? text
            : string.Create(
                text.Length,
                text,
                static (target, source) =>
                {
                    for (int i = 0; i < source.Length; i++)
                        target[i] = IsUnfit(source, i) ? Substitute(source[i]) : source[i];
                }
            );
    }

    /// <summary>Like <see cref="Clean"/>, on one line.</summary>
    /// <param name="text">A text or name as its document has it.</param>
    public static string OneLine(string text)
    {
        string clean = Clean(text);
        return clean.AsSpan().ContainsAny('\n', '\t') ? clean.Replace('\n', ' ').Replace('\t', ' ') : clean;
    }

    /// <summary>Where a passage stands, short: "page 4, clause 3.2".</summary>
    /// <param name="place">The place of a suggestion or decision.</param>
    public static string Where(MappingPlace place)
    {
        List<string> parts = [];
        if (place.Page is not null)
            parts.Add(PageCitation.Brief(place.Page, place.PageLabel, place.IsPageApproximate));
        if (!string.IsNullOrWhiteSpace(place.Clause))
            parts.Add("clause " + OneLine(place.Clause));
        return string.Join(", ", parts);
    }

    /// <summary>The headings above a passage on one line: "4 Complaints › 4.2 Stage one".</summary>
    /// <param name="place">The place of a suggestion or decision.</param>
    public static string Section(MappingPlace place) => string.Join(" › ", place.Headings.Select(OneLine));

    /// <summary>The parts of its element that a suggestion speaks of: "part 1 of 2", "both parts", "parts 1 and 3 of
    /// 3"; empty where there are no halves.</summary>
    /// <param name="entry">The element.</param>
    /// <param name="suggestion">One of its suggestions.</param>
    public static string Parts(MappingEntry entry, MappingSuggestion suggestion)
    {
        int all = entry.Parts.Count;
        if (all < 2 || suggestion.Parts.Count == 0)
            return "";
        string numbers = string.Join(
            " and ",
            suggestion.Parts.Select(part => part.ToString(CultureInfo.InvariantCulture))
        );
        return suggestion.Parts.Count == all
            ? all == 2
                ? "both parts"
                : FormattableString.Invariant($"all {all} parts")
            : FormattableString.Invariant($"part{(suggestion.Parts.Count == 1 ? "" : "s")} {numbers} of {all}");
    }

    /// <summary>"close in meaning to: “you said, we did”"; empty where it is close to nothing, or words alone were
    /// compared.</summary>
    /// <param name="entry">The element.</param>
    /// <param name="suggestion">One of its suggestions.</param>
    public static string Meaning(MappingEntry entry, MappingSuggestion suggestion) =>
        suggestion.CloseTo is not { } text ? ""
        : text == entry.Wording ? "close in meaning to the element’s wording"
        : $"close in meaning to: “{OneLine(text)}”";

    /// <summary>"of 38 like this, 27 were accepted"; empty where too few were decided.</summary>
    /// <param name="suggestion">A suggestion, with what was decided of those like it.</param>
    public static string Like(MappingSuggestion suggestion) =>
        suggestion.Like is { } like
            ? FormattableString.Invariant($"of {like.Decided:N0} like this, {like.Accepted:N0} were accepted")
            : "";

    /// <summary>Where confidences come from: the program alone, or the organisation's own decisions as well.</summary>
    /// <param name="mapping">The mapping that is shown.</param>
    public static string Calibration(MappingFile mapping) =>
        mapping.Recalibration is { } learnt
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"It was adjusted to the {learnt.Decided:N0} decisions of your reviewers, of which "
                    + $"{learnt.Accepted:N0} accepted."
            )
            : FormattableString.Invariant(
                $"From {Recalibration.LeastDecided} decisions of your reviewers on it is adjusted to them."
            );

    /// <summary>What was searched, and what could not be: "101 documents, 693 pages, 4,454 passages; 2 files could not
    /// be read, or not whole".</summary>
    /// <param name="mapping">The mapping that is shown.</param>
    public static string Searched(MappingFile mapping)
    {
        MappingCounts counts = mapping.Counts;
        string searched = string.Create(
            CultureInfo.InvariantCulture,
            $"{counts.Passages:N0} passages in {counts.Read + counts.PartlyRead:N0} documents, "
                + $"{counts.Pages:N0} pages where pages are counted"
        );
        int missed = mapping.NotSearched.Count;
        return missed == 0
            ? searched
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{searched}; {Plural.Count(missed, "file")} could not be read, or not whole, "
                    + $"and may hold what is missing"
            );
    }

    /// <summary>The words looked for with the number of passages that hold each: "ombudsman (0), stage one
    /// (3)".</summary>
    /// <param name="gap">What an element lacks, and what was looked for.</param>
    public static string SearchedFor(MappingGap gap) =>
        string.Join(
            ", ",
            gap.SearchedFor.Select(searched =>
                FormattableString.Invariant($"{OneLine(searched.Words)} ({searched.Passages:N0})")
            )
        );

    /// <summary>"Known: an old scan"; empty for a document whose trouble nobody has said to be known.</summary>
    /// <param name="known">What was said of a document.</param>
    public static string KnownBecause(KnownTrouble? known) => known is null ? "" : "Known: " + OneLine(known.Reason);

    private static int FirstUnfit(string text)
    {
        int first = text.AsSpan().IndexOfAnyExceptInRange(' ', '~');
        for (int i = first; i >= 0 && i < text.Length; i++)
        {
            if (IsUnfit(text, i))
                return i;
        }

        return -1;
    }

    private static bool IsUnfit(string text, int index)
    {
        char c = text[index];
        if (c < 0x7F)
            return c < ' ' && c is not ('\n' or '\t');
        if (char.IsHighSurrogate(c))
            return index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]);
        if (char.IsLowSurrogate(c))
            return index == 0 || !char.IsHighSurrogate(text[index - 1]);
        return c <= 0x9F
            || IsDirectionControl(c)
            || c is '\u2028' or '\u2029' or '\uFEFF' or (>= '\uFDD0' and <= '\uFDEF') or >= '\uFFFE';
    }

    /// <summary>Embeddings, overrides and isolates (Unicode Standard Annex 9): an unclosed one would turn all that
    /// follows on the line.</summary>
    private static bool IsDirectionControl(char c) =>
        c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static char Substitute(char c) =>
        c switch
        {
            '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' => ' ',
            _ => Replacement,
        };
}
