using System.Globalization;
using System.Text.RegularExpressions;
using CseMapper.Matching.Loading;
using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Remarks;

/// <summary>Finds versions of one document by their content, and which of them a newer one has replaced.</summary>
/// <remarks>
/// Likeness is the share of runs of four terms that two documents have in common (Broder 1997), estimated from the 256
/// lowest of their hashes. Documents are one family from a half upwards, and from a twentieth where their titles differ
/// in figures and words such as "draft" only.
/// </remarks>
internal sealed partial class DocumentFamilies
{
    private const int Sketched = 256;
    private const double Alike = 0.5;
    private const double AlikeUnderOneTitle = 0.05;

    private readonly Dictionary<string, string> _newerOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _familyOf = new(StringComparer.Ordinal);

    /// <summary>Compares documents with one another.</summary>
    /// <param name="source">The documents.</param>
    /// <param name="isCompared">By document whether it is compared; null for all.</param>
    public DocumentFamilies(DocumentSource source, bool[]? isCompared = null)
    {
        IReadOnlyList<IndexedDocument> documents = source.Documents;
        ulong[][] sketches = new ulong[documents.Count][];
        SketchMaker maker = new(Sketched);
        isCompared ??= [.. documents.Select(_ => true)];
        foreach (DocumentPassages document in source.Texts(isCompared))
            sketches[document.Document] = maker.Make(document.Passages);
        foreach (long pair in PairsOf(sketches))
        {
            (int i, int j) = ((int)(pair >> 32), (int)pair);
            double likeness = Likeness(sketches[i], sketches[j]);
            if (likeness < AlikeUnderOneTitle || (likeness < Alike && !HaveOneTitle(documents[i], documents[j])))
                continue;
            Join(documents[i].Key, documents[j].Key);
            int order = AgeOrder(documents[i], documents[j]);
            if (order < 0)
                Replace(documents[i], documents[j]);
            if (order > 0)
                Replace(documents[j], documents[i]);
        }
    }

    /// <summary>True where a newer version of the document is among the others.</summary>
    public bool IsSuperseded(string key) => _newerOf.ContainsKey(key);

    /// <summary>What versions and copies of one document have in common.</summary>
    public string FamilyOf(string key)
    {
        while (_familyOf.TryGetValue(key, out string? above))
            key = above;
        return key;
    }

    private void Join(string one, string other)
    {
        (string first, string second) = (FamilyOf(one), FamilyOf(other));
        if (first != second)
            _familyOf.Add(second, first);
    }

    private void Replace(IndexedDocument older, IndexedDocument newer) => _newerOf.TryAdd(older.Key, newer.Key);

    /// <summary>Dates found inside come first, then version numbers; without either no order is claimed.</summary>
    private static int AgeOrder(IndexedDocument one, IndexedDocument other)
    {
        if (one.Facts.Approved?.Date is { } date && other.Facts.Approved?.Date is { } otherDate && date != otherDate)
            return date.CompareTo(otherDate);
        return VersionOf(one) is { } version && VersionOf(other) is { } otherVersion
            ? version.CompareTo(otherVersion)
            : 0;
    }

    private static double? VersionOf(IndexedDocument document) =>
        VersionNumber().Match($"{document.Facts.Version?.Text} {NameOf(document)}") is { Success: true } match
        && double.TryParse(
            match.Groups[1].Value,
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out double number
        )
            ? number
            : null;

    /// <summary>People name versions in the file's name more often than inside.</summary>
    private static string NameOf(IndexedDocument document) =>
        document.Path.Length > 0 ? Path.GetFileNameWithoutExtension(document.Path) : document.Title;

    private static bool HaveOneTitle(IndexedDocument one, IndexedDocument other) =>
        TitleWords(NameOf(one)) is { Length: > 0 } words && words == TitleWords(NameOf(other));

    private static string TitleWords(string title) =>
        string.Join(
            ' ',
            TextAnalyzer
                .Analyze(title)
                .Where(word =>
                    !word.IsStopWord
                    && !word.Term.Any(char.IsDigit)
                    && word.Term is not ("draft" or "final" or "version" or "copi" or "revis" or "updat" or "v")
                )
                .Select(word => word.Term)
        );

    /// <summary>The pairs of documents that have any of their lowest hashes in common, in order; all others are nothing
    /// alike.</summary>
    private static List<long> PairsOf(ulong[][] sketches)
    {
        Dictionary<ulong, List<int>> holders = [];
        HashSet<long> pairs = [];
        for (int document = 0; document < sketches.Length; document++)
        {
            foreach (ulong hash in sketches[document] ?? [])
            {
                if (!holders.TryGetValue(hash, out List<int>? others))
                    holders.Add(hash, others = []);
                foreach (int other in others)
                    pairs.Add(((long)other << 32) | (uint)document);
                others.Add(document);
            }
        }

        List<long> sorted = [.. pairs];
        sorted.Sort();
        return sorted;
    }

    private static double Likeness(ulong[] one, ulong[] other)
    {
        if (one.Length == 0 || other.Length == 0)
            return 0;
        // Both are sorted, so one walk through the two finds the lowest of the union and which of them are in both.
        int most = Math.Min(Sketched, Math.Max(one.Length, other.Length));
        int union = 0;
        int both = 0;
        for (int i = 0, j = 0; union < most && (i < one.Length || j < other.Length); union++)
        {
            if (j == other.Length || (i < one.Length && one[i] < other[j]))
                i++;
            else if (i == one.Length || other[j] < one[i])
                j++;
            else
                (i, j, both) = (i + 1, j + 1, both + 1);
        }

        return both / (double)union;
    }

    [GeneratedRegex(@"(?:^|\bv(?:ersion|\.)?\s*)(\d+(?:\.\d+)?)", RegexOptions.IgnoreCase)]
    private static partial Regex VersionNumber();
}
