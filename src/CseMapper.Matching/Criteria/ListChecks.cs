namespace CseMapper.Matching.Criteria;

/// <summary>Looks for what the lines of a list alone do not show: lost wordings, numbers that stand twice, stray words
/// in headings.</summary>
internal static class ListChecks
{
    /// <summary>Fewer words than this are equal by chance.</summary>
    private const int CopyWords = 3;

    public static void Run(ListLines list)
    {
        bool beginsWithCapitals =
            ElementsOf(list).Count(entry => !ListText.BeginsInSentence(entry.Text)) * 2 > ElementsOf(list).Count();
        bool endsSentences =
            ElementsOf(list).Count(entry => ListText.EndsSentence(entry.Text)) * 4 > ElementsOf(list).Count() * 3;
        Dictionary<string, ListEntry> seen = [];
        for (int at = 0; at < list.Entries.Count; at++)
        {
            ListEntry entry = list.Entries[at];
            CheckRepeated(list, entry, seen);
            if (ListImport.IsHeading(list.Entries, at))
                CheckHeading(list, at);
            else
                CheckWording(list, at, beginsWithCapitals, endsSentences);
        }

        list.Entries.RemoveAll(entry => seen[entry.Number.Text] != entry);
    }

    private static IEnumerable<ListEntry> ElementsOf(ListLines list) =>
        list.Entries.Where((_, at) => !ListImport.IsHeading(list.Entries, at));

    private static void CheckRepeated(ListLines list, ListEntry entry, Dictionary<string, ListEntry> seen)
    {
        if (seen.TryAdd(entry.Number.Text, entry))
            return;
        ListEntry first = seen[entry.Number.Text];
        first.Damage ??=
            $"{entry.Number.Text} stands on line {first.Line} and again on line {entry.Line} with \"{entry.Text}\"";
        list.Add(
            entry.Line,
            ListDamageKind.RepeatedNumber,
            entry.Number.Text,
            $"{entry.Number.Text} stands already on line {first.Line}; the second, \"{entry.Text}\", is left out, "
                + "and the element is marked as damaged."
        );
    }

    private static void CheckWording(ListLines list, int at, bool beginsWithCapitals, bool endsSentences)
    {
        ListEntry entry = list.Entries[at];
        string? damage =
            entry.Text.Length == 0 ? "its wording is missing"
            : CopiedFrom(list, at) is { } source ? $"its wording is lost under a copy of {source}"
            : beginsWithCapitals && ListText.BeginsInSentence(entry.Text) ? "it begins in the middle of a sentence"
            : endsSentences && !ListText.EndsSentence(entry.Text) && EndsOpen(entry.Text)
                ? "it ends in the middle of a sentence"
            : null;
        if (damage is null)
            return;
        entry.Damage = $"{damage}; found: \"{entry.Text}\"";
        list.Add(
            entry.Line,
            ListDamageKind.LostWording,
            entry.Number.Text,
            $"{entry.Number.Text}: {entry.Damage}. Marked as damaged; take the wording from another copy of the list."
        );
    }

    /// <summary>A missing full stop is a slip of the pen; a sentence that stops at a comma or a small word was
    /// cut.</summary>
    private static bool EndsOpen(string text) =>
        text[^1] == ','
        || ListText.Words(text)
            is [
                ..,
                "and"
                or "or"
                or "of"
                or "the"
                or "to"
                or "for"
                or "with"
                or "in"
                or "a"
                or "an"
                or "our"
                or "that"
                or "which",
            ];

    private static string? CopiedFrom(ListLines list, int at)
    {
        ListEntry entry = list.Entries[at];
        if (ListText.Words(entry.Text).Length < CopyWords)
            return null;
        for (int other = 0; other < list.Entries.Count; other++)
        {
            ListEntry source = list.Entries[other];
            if (other == at || source.Number.Text == entry.Number.Text)
                continue;
            foreach ((int line, string text) in source.Joined)
            {
                if (text == entry.Text)
                    return $"line {line}, which is the end of {source.Number.Text}";
            }

            if (source.Text == entry.Text && other < at)
                return $"line {source.Line}, the wording of {source.Number.Text}";
            if (
                ListText.BeginsInSentence(entry.Text)
                && source.Text.EndsWith(" " + entry.Text, StringComparison.Ordinal)
            )
            {
                return $"the end of {source.Number.Text}";
            }
        }

        return null;
    }

    /// <summary>
    /// A heading that is a phrase of its elements, word for word, and a word beside it that stands nowhere else in the
    /// whole list: that word came from somewhere else.
    /// </summary>
    private static void CheckHeading(ListLines list, int at)
    {
        ListEntry heading = list.Entries[at];
        string[] words = ListText.Words(heading.Text);
        HashSet<string> all =
        [
            .. list.Entries.Where(entry => entry != heading).SelectMany(entry => ListText.Words(entry.Text)),
        ];
        List<string> own =
        [
            .. list
                .Entries.Skip(at + 1)
                .TakeWhile(entry => entry.Number.Extends(heading.Number))
                .Select(entry => $" {string.Join(' ', ListText.Words(entry.Text))} "),
        ];
        string[] strays = [.. words.Where(word => !all.Contains(word))];
        string[] kept = [.. words.Where(all.Contains)];
        string phrase = $" {string.Join(' ', kept)} ";
        bool isPhrase = kept.Length > 1 && own.Count(text => text.Contains(phrase, StringComparison.Ordinal)) > 1;
        if (strays.Length == 0 || !isPhrase)
            return;
        string found = string.Join(
            ' ',
            heading.Text.Split(' ').Where(word => strays.Contains(ListText.Words(word).FirstOrDefault()))
        );
        list.Add(
            heading.Line,
            ListDamageKind.StrayHeadingWord,
            heading.Number.Text,
            $"the heading {heading.Number.Text} \"{heading.Text}\" holds \"{found}\", which stands nowhere else "
                + "in the list: probably not part of it; kept as found."
        );
    }
}
