using System.Globalization;
using System.Text;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Documents;
using CseMapper.Passages.Storage;

namespace CseMapper.Reports.Pack;

/// <summary>
/// The list of what a pack does not hold because somebody must decide first, for the applicant: it lies beside the pack
/// and not in it, since what is open is no business of the assessor's.
/// </summary>
internal static class LeftOut
{
    /// <summary>Writes the list, or takes an earlier one away where nothing waits.</summary>
    /// <param name="content">The pack.</param>
    /// <param name="pack">Its zip file.</param>
    /// <param name="cancellation">Leaves the list as it was.</param>
    /// <returns>The list's path, or null where nothing waits.</returns>
    /// <exception cref="OutputFileException">It cannot be written or taken away.</exception>
    public static string? Write(PackContent content, string pack, CancellationToken cancellation)
    {
        string path = Path.Combine(
            Path.GetDirectoryName(Path.GetFullPath(pack))!,
            Path.GetFileNameWithoutExtension(pack) + "-left-out.txt"
        );
        if (content.Waiting.Count > 0)
        {
            AtomicFile.Write(
                path,
                stream => stream.Write(Encoding.UTF8.GetBytes(Text(content, Path.GetFileName(pack)))),
                cancellation
            );
            return path;
        }

        try
        {
            File.Delete(path);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new OutputFileException(path, fault);
        }
    }

    private static string Text(PackContent content, string pack)
    {
        StringBuilder text = new();
        text.Append(
            CultureInfo.InvariantCulture,
            $"Left out of {pack} until somebody decides: {content.Waiting.Count:N0}\n"
        );
        text.Append("Not for the assessor: this list lies beside the pack, not in it.\n");
        foreach (
            IGrouping<string, MappingDecision> element in content.Waiting.GroupBy(
                one => one.Element,
                one => one.Decision,
                StringComparer.Ordinal
            )
        )
        {
            string wording = content.Elements.First(one => one.Entry.Number == element.Key).Entry.Wording;
            text.Append(CultureInfo.InvariantCulture, $"\n{element.Key} {DisplayText.OneLine(wording)}\n");
            foreach (MappingDecision decision in element)
                Append(text, decision, content.IsCovered(decision));
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, MappingDecision decision, bool isCovered)
    {
        string document = DisplayText.OneLine(decision.Place?.Path ?? decision.DecidedIn);
        string page = decision.Place is { Page: not null } place
            ? ", " + PageCitation.Brief(place.Page, place.PageLabel)
            : "";
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n  {Why(decision, isCovered)} ({DisplayText.OneLine(string.Join(", ", decision.Reviewers))})\n"
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"  “{DisplayText.OneLine(decision.Quote.Trim())}”\n  {document}{page}\n"
        );
    }

    private static string Why(MappingDecision decision, bool isCovered) =>
        decision switch
        {
            { Counts: true } when isCovered =>
                "Text lies under a drawn box in its document: look there, then export again with --with-covered",
            { HasChanged: true } => $"Changed since it was {VerdictWords.Verb(decision.Verdict)}: "
                + $"{DisplayText.OneLine(DecisionNotes.Changes(decision))}",
            { Verdict: Verdict.Conflict } => "Judged differently",
            _ => "Waits for a second person",
        };
}
