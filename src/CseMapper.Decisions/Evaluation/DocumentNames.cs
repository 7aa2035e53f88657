using System.Text.RegularExpressions;

namespace CseMapper.Decisions.Evaluation;

/// <summary>Finds the file that people mean: "Complaints Policy v3 (p. 4)" is
/// "Complaints/complaints_policy_v3.docx".</summary>
internal sealed partial class DocumentNames
{
    private const int LeastLetters = 6;
    private static readonly HashSet<string> _anyDocument = new(
        ["policy", "procedure", "strategy", "report", "minutes", "document", "evidence", "standard", "standards"],
        StringComparer.Ordinal
    );
    private readonly (string Path, HashSet<string> Words)[] _files;

    public DocumentNames(IEnumerable<string> paths) =>
        _files = [
            .. paths.Select(path => (path, WordsOf(Noise().Replace(Path.GetFileNameWithoutExtension(path), " ")))),
        ];

    /// <summary>
    /// The files whose name has the words of the text, or whose words the text has; of several those with the fewest
    /// other words. One word alone must have six letters and be none that any document bears. Pages, clauses, versions
    /// and extensions do not count.
    /// </summary>
    public IReadOnlyList<string> Find(string text)
    {
        HashSet<string> wanted = WordsOf(Noise().Replace(text, " "));
        (string Path, int Common, int Others)[] found =
        [
            .. _files
                .Select(file =>
                    (
                        file.Path,
                        Common: file.Words.Count(wanted.Contains),
                        Others: Math.Abs(file.Words.Count - wanted.Count),
                        file.Words
                    )
                )
                .Where(file =>
                    file.Common > 0
                    && file.Common == Math.Min(file.Words.Count, wanted.Count)
                    && (
                        file.Common > 1
                        || file.Words.Where(wanted.Contains)
                            .All(word => word.Length >= LeastLetters && !_anyDocument.Contains(word))
                    )
                )
                .Select(file => (file.Path, file.Common, file.Others)),
        ];
        if (found.Length == 0)
            return [];
        int fewest = found.Min(file => file.Others);
        return [.. found.Where(file => file.Others == fewest).Select(file => file.Path)];
    }

    private static HashSet<string> WordsOf(string name) =>
        [
            .. Word()
                .Matches(name)
                .Select(match => match.Value.ToLowerInvariant())
                .Where(word => word is not ("the" or "and" or "of" or "for" or "a")),
        ];

    [GeneratedRegex(
        """
            \.(?:docx?|pdf|xlsx?|pptx?|rtf|odt|txt|md|html?)\b
            | \bv(?:ersion)?[ .]?\d+(?:\.\d+)* # "v3", "version 2.1"
            | \b(?:draft|final)\b
            # "(pp. 4–6)", ", clause 4.3"
            | [(,–-]?\s*
              \b(?:pp?|pages?|clauses?|sections?|paras?|paragraphs?)\b\.?
              \s*\d+(?:\.\d+)*(?:\s*[-–,&]\s*\d+)*\)?
            """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Noise();

    [GeneratedRegex(@"\d+(?:\.\d+)*|[\p{L}\p{M}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
