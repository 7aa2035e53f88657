using System.Text.RegularExpressions;
using CseMapper.Matching.Suggestions;

namespace CseMapper.Matching.Remarks;

/// <summary>Reads from a suggestion's wording whether it denies, hopes, reports or only says so, is a list of contents,
/// or a form to be filled in.</summary>
internal static partial class WordingFlags
{
    private const int LongestFragment = 30;

    /// <summary>True for a title, a date, an owner's name: a few words without an end of a sentence and without a verb
    /// that says something. A list's items and a table's rows speak together with what introduces them.</summary>
    /// <param name="passage">The passage's text.</param>
    public static bool IsFragment(string passage) =>
        !SentenceEnd().IsMatch(passage) && !Verb().IsMatch(passage) && passage.AsSpan().Count(' ') < LongestFragment;

    /// <summary>The flags of a quote and of the passage it is cut from.</summary>
    public static IReadOnlyList<EvidenceRemark> Find(string passage, TextSpan quote)
    {
        List<EvidenceRemark> flags = [];
        ReadOnlySpan<char> shown = passage.AsSpan(quote.Start, quote.Length);
        bool isNegated = Negated().IsMatch(shown);
        bool isFuture = Future().IsMatch(shown);
        if (isNegated)
            flags.Add(EvidenceRemark.Negated);
        if (isFuture)
            flags.Add(EvidenceRemark.Future);
        if (HasDigit(shown) && GivesFigures(shown))
            flags.Add(EvidenceRemark.ShowsFigures);
        else if (Done().IsMatch(shown))
            flags.Add(EvidenceRemark.ShowsDone);
        else if (!isNegated && !isFuture)
            flags.Add(EvidenceRemark.SaysOnly);
        if (StatesLaw().IsMatch(shown) && !Done().IsMatch(shown))
            flags.Add(EvidenceRemark.StatesLaw);
        if (Template().IsMatch(passage))
            flags.Add(EvidenceRemark.Template);
        if (ContentsLines.AreIn(passage))
            flags.Add(EvidenceRemark.ContentsPage);
        return flags;
    }

    /// <summary>A target is no result: figures that are only asked for show nothing.</summary>
    private static bool GivesFigures(ReadOnlySpan<char> text) =>
        (Percentage().IsMatch(text) || OutOf().IsMatch(text) || Figure().Count(text) >= 3)
        && (!Target().IsMatch(text) || Result().IsMatch(text) || Done().IsMatch(text));

    private static bool HasDigit(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsDigit(c))
                return true;
        }

        return false;
    }

    /// <summary>Only what denies that a thing exists; "not later than" and "if you are not satisfied" deny
    /// nothing.</summary>
    [GeneratedRegex(
        """
            \bnot\ (?:yet|currently|at\ present|at\ the\ moment|so\ far)\b # "not yet measured"
            | n['’]t\ (?:yet|currently)\b # "we haven't yet"
            | \bnot\ at\ present\b
            | \bthere\ (?:is|are|was|were)\ (?:currently\ |at\ present\ |as\ yet\ )?no\b # "there is currently no"
            | \b(?:has|have|had)\ no # "has no written policy"
              \ (?:formal|agreed|written|current|published|plans?|polic|procedure|standards?|targets?)
            | \bno\ longer\b
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Negated();

    /// <summary>"We will answer within ten days" is a standard and no mere plan: only verbs of making and hoping
    /// count.</summary>
    [GeneratedRegex(
        """
            # "aims to", "is working towards"
            \b(?:aims?|intends?|plans?|planned|hopes?|aspires?|proposes?|seeks?|working|work)\ (?:to|towards)\b
            # "will also be developed"
            | \bwill\ (?:also\ |soon\ |then\ )?(?:be\ )?
              (?:develop|introduc|establish|creat|launch|explor|consider|design|pilot|set\ up|look\ (?:at|into))\w*
            | \bto\ be\ (?:developed|agreed|confirmed|introduced|published|decided)\b
            # A time to come
            | \bin\ (?:the\ )?future\b
            | \bin\ due\ course\b
            | \bover\ the\ next\ (?:\w+\ )?(?:years?|months?)\b
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Future();

    /// <summary>A past deed with its time, or a change with its cause; "approved in 2024" is the document's own history
    /// and shows nothing.</summary>
    [GeneratedRegex(
        """
            # A time that is over: "in March 2024", "during 2023/24", "in the last two years"
            \b(?:in|since|during|by|from|on\ \d{1,2})
              \ (?:
                (?:
                  early|late|the\ (?:spring|summer|autumn|winter)\ of|spring|summer|autumn|winter
                  |january|february|march|april|may|june|july|august|september|october|november|december
                )\ )?
              (?:19|20)\d\d\b
            | \b(?:19|20)\d\d[–/-]\d\d\b
            | \b(?:last|this\ past|the\ past)\ (?:year|quarter|month|\w+\ (?:years|months))\b
            # A cause and what came of it: "following your complaint", "led to"
            | \b(?:
                as\ a\ result
                |because\ of\ (?:this|these|your)
                |following\ (?:this|these|your|the)\ (?:feedback|survey|review|consultation|complaints?|comments)
              )\b
            | \bled\ to\b
            # A deed: "we have since extended"
            | \b(?:we|has|have)\ (?:also\ |now\ |since\ |therefore\ )?
              (?:
                changed|introduced|extended|improved|reduced|simplified|rewritten
                |redesigned|opened|replaced|launched|added|won|achieved
              )\b
            # A change in figures: "fell from 12"
            | \b(?:rose|fell|risen|fallen|increased|improved|reduced|down|up)\ (?:from|by|to)\ \d
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Done();

    [GeneratedRegex(@"[.!?:;](?:\s|$)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(
        @"\b(?:is|are|was|were|has|have|had|will|shall|must|may|can|could|should|would|does|do|did|we|you|they|i)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Verb();

    /// <summary>"The Equality Act 2010 forbids", "these duties oblige us": duties of everybody, not deeds of
    /// ours.</summary>
    [GeneratedRegex(
        """
            \b(?:Act|Acts|Regulations|duty|duties|the\ law|legislation|statute)\b
            [^.;\n]{0,60}?
            \b(?:
                requires?|forbids?|prohibits?|obliges?|says|states|defines?|entitles?
                |makes?\ it\ (?:unlawful|illegal|an\ offence)|places?\ a\ (?:legal\ )?duty|gives?\ (?:people|everyone|individuals)
              )\b
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex StatesLaw();

    [GeneratedRegex(@"\d\s?(?:%|per ?cent\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Percentage();

    /// <summary>"61 of 98", "61 out of the 98", and neither "4.3.2 of 2024" nor "3 of May".</summary>
    [GeneratedRegex(
        @"(?<![\d.])\d[\d,]*\ (?:out\ )?of\ (?:the\ )?(?!(?:19|20)\d\d\b)\d[\d,]*\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OutOf();

    [GeneratedRegex(
        @"\b(?:targets?|at least|no (?:more|less|fewer) than|minimum|maximum|must|should|shall)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Target();

    [GeneratedRegex(
        @"\b(?:actual|achieved|reached|results?|performance was|outturn|were|was|met|exceeded|rose|fell)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Result();

    /// <summary>A number that is no year, clause number, or time, none that numbers an item of a list, and none that is a
    /// name: "No. 12", "page 3", "stage 2".</summary>
    [GeneratedRegex(
        @"(?<![\d.:/(])(?<!^\s*)(?<!\b(?:no|page|section|paragraph|appendix|clause|stage|form|step|part|table|annex)s?[.]?\s)"
            + @"(?!(?:19|20)\d\d\b)\d{1,3}(?:,\d{3})*(?![\d:/)]|\.\d)",
        RegexOptions.IgnoreCase | RegexOptions.Multiline
    )]
    private static partial Regex Figure();

    [GeneratedRegex(
        """
            # "[insert name]", "<your address>"
            \[
              (?:insert|enter|add|name|date|organisation|organization|company|your|address|telephone|xx)
              [^\]\n]{0,60}
            \]
            | <(?:insert|enter|name\ of|organisation|your)[^>\n]{0,60}>
            # What Word shows in an empty field
            | \bclick\ (?:here|or\ tap\ here)\ to\ enter\b
            # Words in place of words
            | \blorem\ ipsum\b
            | \bx{4,}\b
            | \bdd/mm/yy
            # Merge fields: "«Name»", "{{name}}"
            | «[^»\n]{1,40}»
            | \{\{[^}\n]{1,40}\}\}
            # A line to write on
            | _{6,}
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Template();
}
