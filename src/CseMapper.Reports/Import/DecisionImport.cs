using System.Security.Cryptography;
using System.Text;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;

namespace CseMapper.Reports.Import;

/// <summary>
/// Takes decisions and commentaries out of a workbook that people have worked in: what they changed is compared with
/// what the workbook said when it was written and with what was decided meanwhile.
/// </summary>
/// <param name="reviewed">The mapping with the decisions of now.</param>
/// <param name="maker">Makes the lines.</param>
/// <param name="reviewer">Who, where the workbook does not say.</param>
public sealed class DecisionImport(ReviewedMapping reviewed, DecisionMaker maker, string reviewer)
{
    private readonly List<Decision> _lines = [];
    private readonly List<ImportConflict> _conflicts = [];
    private readonly List<string> _faults = [];
    private HashSet<string>? _reviewers;
    private int _known;

    /// <summary>Plans the import of a file; nothing is written.</summary>
    /// <param name="path">The .xlsx or .csv file.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="WorkbookException">It cannot be read.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public ImportPlan Plan(string path, CancellationToken cancellation)
    {
        ImportedRows read = new(WorkbookFile.Read(path, cancellation));
        _faults.AddRange(read.Faults);
        foreach (IGrouping<(bool, string), ImportedRow> same in read.Rows.GroupBy(row => (row.IsCommentary, row.Key)))
        {
            cancellation.ThrowIfCancellationRequested();
            ImportedRow[] touched = [.. same.Where(row => !row.IsUntouched).DistinctBy(row => row.Said.Base)];
            if (touched.Length == 1)
                Take(touched[0]);
            if (touched.Length > 1)
            {
                _faults.Add(
                    $"{string.Join(" and ", touched.Select(row => row.Cell))} say different things of the same "
                        + $"{(same.Key.Item1 ? "element" : "passage")}. Keep one of them."
                );
            }
        }

        return new ImportPlan(_faults.Count > 0 ? [] : _lines, _conflicts, _faults) { Known = _known };
    }

    private void Take(ImportedRow row)
    {
        if (row.IsCommentary)
            TakeCommentary(row);
        else
            TakeDecision(row);
    }

    private void TakeCommentary(ImportedRow row)
    {
        if (reviewed.Mapping.Elements.FirstOrDefault(entry => entry.Number == row.Key) is not { } entry)
        {
            _faults.Add($"{row.Cell}: the standard has no element '{DisplayText.OneLine(row.Key)}'.");
            return;
        }

        RowDecision now = RowCommentary.Of(entry);
        string who = row.Said.Reviewer.Length > 0 ? row.Said.Reviewer : reviewer;
        if (RowCommentary.Of(row.Said.Comment, now.Reviewer).Says(now))
        {
            _known++;
        }
        else if (row.Base is null ? entry.Commentary is null : now.Base == row.Base)
        {
            _lines.Add(maker.Comment(CommentaryId(row, who, entry.Number), who, entry.Number, row.Said.Comment));
        }
        else
        {
            _conflicts.Add(
                new ImportConflict(
                    row.Cell,
                    entry.Number,
                    "",
                    row.Said.Comment,
                    $"{now.Reviewer}: {now.Comment}",
                    "The commentary was changed meanwhile: the log's stands. Put both together and import again."
                )
            );
        }
    }

    private void TakeDecision(ImportedRow row)
    {
        if (Find(row.Key) is not { } found)
        {
            _conflicts.Add(
                new ImportConflict(
                    row.Cell,
                    "",
                    "",
                    Words(row.Said),
                    "",
                    "This passage is not in the mapping any more, because its document was edited or taken away: "
                        + "it was not imported. Decide about what stands there now."
                )
            );
            return;
        }

        RowDecision now = found.Now;
        string who = WhoOf(row, found);
        if (AreSeveral(who))
        {
            _faults.Add(
                $"{row.Cell}: {DisplayText.OneLine(who)} are several reviewers. Put the name of the one who "
                    + "decides here into the column Reviewer."
            );
            return;
        }

        bool isKnown =
            row.Said.Says(now)
            || found.Said.Any(said =>
                ReviewerNames.Folded.Equals(said.Reviewer, who)
                && RowDecision.Of(said).Says(row.Said with { Reviewer = who })
            );
        if (isKnown && found.Decided is null or { HasChanged: false })
            _known++;
        else if (row.Base is null ? now.Says(RowDecision.None) : now.Base == row.Base)
            Apply(row, found, who);
        else
            Merge(row, found, who);
    }

    /// <summary>
    /// Who decides in a row. An empty cell, or one that still names all who had decided, is whoever imports; one that
    /// was emptied, the one who stood there. A remark that somebody else has made changes nothing of that.
    /// </summary>
    private string WhoOf(ImportedRow row, Found found)
    {
        string typed = row.Said.Reviewer;
        if (typed.Length > 0)
            return found.Names > 1 && typed == found.Now.Reviewer ? reviewer : typed;
        bool wasEmptied = row.Base is not null && row.Base != RowDecision.None.Base;
        return wasEmptied && found.Names == 1 ? found.Now.Reviewer : reviewer;
    }

    /// <summary>"Ann, Bob" where Ann and Bob have decided; "Hill, Ann" is one name.</summary>
    private bool AreSeveral(string who)
    {
        string[] names = who.Split(',', StringSplitOptions.TrimEntries);
        if (names.Length == 1)
            return false;
        _reviewers ??=
        [
            .. reviewed
                .Mapping.Elements.SelectMany(entry => reviewed.LinesOf(entry.Number))
                .Select(line => line.Reviewer),
        ];
        return !_reviewers.Contains(who) && Array.TrueForAll(names, _reviewers.Contains);
    }

    /// <summary>Decided meanwhile by somebody else: both answers are kept. By the same person: the later one in the log
    /// stands.</summary>
    private void Merge(ImportedRow row, Found found, string who)
    {
        bool isOthers =
            row.Said.Decision is "Accept" or "Reject" or "Unsure"
            && found.Decided?.Reviewers.Contains(who, ReviewerNames.Folded) != true;
        if (isOthers)
            Apply(row, found, who);
        if (isOthers && row.Said.Decision == found.Now.Decision)
            return;
        _conflicts.Add(
            new ImportConflict(
                row.Cell,
                found.Element,
                found.Quote,
                $"{who}: {Words(row.Said)}",
                $"{found.Now.Reviewer}: {Words(found.Now)}",
                isOthers
                    ? "It was decided otherwise meanwhile: both answers are kept."
                    : "It was decided anew meanwhile: the log's decision stands. Change it there if the workbook "
                        + "is right."
            )
        );
    }

    private void Apply(ImportedRow row, Found found, string who)
    {
        if (IdOf(row, found.Element) is not { } id)
        {
            _known++;
            return;
        }

        DecisionAction? action = row.Said.Decision switch
        {
            "Accept" => DecisionAction.Accept,
            "Reject" => DecisionAction.Reject,
            "Unsure" => DecisionAction.Unsure,
            _ => null,
        };
        if (action is null && found.Now.Decision.Length > 0 && row.Said.Decision.Length == 0)
        {
            // A cleared cell takes back what it said.
            _lines.AddRange(
                found.Decided!.Judgements.Select(
                    (judgement, at) =>
                        maker.Withdraw(FormattableString.Invariant($"{id}-{at}"), who, found.Element, judgement.Id)
                )
            );
            return;
        }

        if (action is null && row.Said.Comment.Length == 0)
        {
            _lines.AddRange(
                (found.Decided?.Remarks ?? []).Select(
                    (remark, at) =>
                        maker.Withdraw(FormattableString.Invariant($"{id}-{at}"), who, found.Element, remark.Id)
                )
            );
            return;
        }

        // A remark that stood in the cell before is not repeated as that of whoever decides now.
        string comment =
            found.Now.Decision.Length > 0 && row.Said.KeepsComment(found.Now)
                ? found.Said.LastOrDefault(said => ReviewerNames.Folded.Equals(said.Reviewer, who))?.Comment ?? ""
                : row.Said.Comment;
        EvidenceExtent extent = row.Said.Extent switch
        {
            "Full" => EvidenceExtent.Full,
            "Partial" => EvidenceExtent.Partial,
            _ => EvidenceExtent.Unstated,
        };
        Judgement judgement = new(action ?? DecisionAction.Comment)
        {
            Extent = action == DecisionAction.Accept ? extent : EvidenceExtent.Unstated,
            Comment = comment,
        };
        if (maker.Judge(id, who, found.Element, row.Key, judgement) is { } line)
        {
            _lines.Add(line);
        }
        else
        {
            _conflicts.Add(
                new ImportConflict(
                    row.Cell,
                    found.Element,
                    found.Quote,
                    Words(row.Said),
                    "",
                    "Its words are gone from all documents: it was not imported."
                )
            );
        }
    }

    private Found? Find(string key)
    {
        foreach (MappingEntry entry in reviewed.Mapping.Elements)
        {
            if (entry.Suggestions.FirstOrDefault(suggestion => suggestion.Id == key) is { } suggestion)
            {
                MappingDecision? own = suggestion.Decision is { IsCopy: false } decision
                    ? entry.Decisions.FirstOrDefault(one => one.Id == decision.Item)
                    : null;
                return new Found(entry.Number, suggestion.Quote, RowDecision.Of(entry, suggestion), own);
            }

            if (entry.Decisions.FirstOrDefault(decision => decision.Id == key) is { } decided)
                return new Found(entry.Number, decided.Quote, RowDecision.Of(decided), decided);
        }

        return null;
    }

    /// <summary>
    /// The same row, imported by the same person, makes the same line, which the log takes once, also when the import
    /// was broken off after it was saved and whatever others have said since; once that line was taken back it makes
    /// another. Null while the line stands.
    /// </summary>
    private string? IdOf(ImportedRow row, string element)
    {
        string all = $"{row.Key}\0{row.Base}\0{row.Said.Base}\0{reviewer}";
        string made = "x" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..27] + "-";
        IReadOnlyList<Decision> lines = reviewed.LinesOf(element);
        Decision[] earlier =
        [
            .. lines.Where(line =>
                line.Id.StartsWith(made, StringComparison.Ordinal) && line.Action != DecisionAction.Withdraw
            ),
        ];
        bool stands =
            earlier is [.., var last]
            && !lines.Any(line => line.Action == DecisionAction.Withdraw && line.Target == last.Id);
        return stands
            ? null
            : FormattableString.Invariant(
                $"{made}{lines.Count(line => line.Id.StartsWith(made, StringComparison.Ordinal))}"
            );
    }

    /// <summary>An earlier text may be written again after another: what stands now was compared already.</summary>
    private string CommentaryId(ImportedRow row, string who, string element)
    {
        string all = FormattableString.Invariant(
            $"{row.Key}\0{row.Base}\0{row.Said.Base}\0{who}\0{reviewed.LinesOf(element).Count}"
        );
        return "x" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..31];
    }

    private static string Words(RowDecision said) =>
        string.Join(
            ", ",
            new[] { said.Decision.Length > 0 ? said.Decision : "nothing", said.Extent, said.Comment }.Where(text =>
                text.Length > 0
            )
        );

    private sealed record Found(string Element, string Quote, RowDecision Now, MappingDecision? Decided)
    {
        /// <summary>Everything that stands: judgements, and remarks by themselves.</summary>
        public IReadOnlyList<MappingJudgement> Said =>
            Decided is null ? [] : [.. Decided.Judgements, .. Decided.Remarks];

        /// <summary>How many names stand in its cell: of those who decided, or where nobody did, of those who
        /// remarked.</summary>
        public int Names =>
            Decided is null
                ? 0
                : (Decided.Judgements.Count > 0 ? Decided.Judgements : Decided.Remarks)
                    .DistinctBy(said => said.Reviewer, ReviewerNames.Folded)
                    .Count();
    }
}
