using CseMapper.Decisions.Mapping;
using CseMapper.Matching.Suggestions;

namespace CseMapper.Reports.Xlsx.Sheets;

/// <summary>The sheet reviewers work in: one row a suggestion, with the cells for their decision.</summary>
internal sealed class EvidenceSheet
{
    public const string Name = "Evidence";
    public const string RowIdHeading = "Row id";
    public const string BaseHeading = "As exported";
    public const int HeaderRow = 3;

    /// <summary>Rows of a sheet, less a few for safety.</summary>
    private const int MostRows = 1_048_000;

    private const int WordingColumn = 1;
    private const int StrengthColumn = 2;
    private const int DecisionColumn = 9;
    private const int CoverColumn = 10;
    private const int LastVisibleColumn = 12;

    private static readonly SheetColumn[] _columns =
    [
        new("Element", 10),
        new("What it asks for", 30),
        new("Strength", 10),
        new("Confidence", 13),
        new("Document", 26),
        new("Open at page", 9),
        new("Clause and section", 21),
        new("Quote (matched words in bold)", 64),
        new("Notes", 18),
        new("Decision", 11) { IsInput = true },
        new("Full or partial", 11) { IsInput = true },
        new("Comment", 24) { IsInput = true },
        new("Reviewer", 13) { IsInput = true },
        new(RowIdHeading, 18) { IsHidden = true },
        new("Revision", 10) { IsHidden = true },
        new(BaseHeading, 10) { IsHidden = true },
    ];

    private readonly MappingFile _mapping;
    private readonly DocumentLinks _links;
    private readonly IReadOnlyList<ExtraColumn> _extra;
    private readonly Dictionary<string, int> _firstRows = new(StringComparer.Ordinal);

    /// <param name="mapping">What to write.</param>
    /// <param name="links">Where the documents are.</param>
    /// <param name="extra">Columns that people have added.</param>
    public EvidenceSheet(MappingFile mapping, DocumentLinks links, IReadOnlyList<ExtraColumn> extra)
    {
        _extra = extra;
        _mapping = mapping;
        _links = links;
        HasWeak = mapping.Counts.WeakSuggestions > 0;
        LastRow = HeaderRow + Math.Min(MostRows, mapping.Counts.Suggestions + mapping.Counts.WeakSuggestions);
        Layout = new SheetLayout(
            Name,
            [.. _columns, .. extra.Select(column => new SheetColumn(column.Heading, column.Width))]
        )
        {
            HeaderRow = HeaderRow,
            FrozenColumns = 1,
            HasFilter = true,
            IsFiltered = HasWeak,
            IsLandscape = true,
            TabColour = "FF0F7A55",
        };
    }

    public SheetLayout Layout { get; }

    /// <summary>True where weak suggestions stand in it, left out by the filter.</summary>
    public bool HasWeak { get; }

    /// <summary>The last row with a suggestion; the header's where there is none.</summary>
    public int LastRow { get; }

    /// <summary>The table's cells with its headings, "$A$3:$O$90".</summary>
    public string Range =>
        $"$A${HeaderRow}:${SheetLayout.Letters(Layout.Columns.Count - 1)}${Math.Max(LastRow, HeaderRow + 1)}";

    /// <summary>The cells that are printed, from the sheet's title to the last visible column.</summary>
    public string PrintRange => $"$A$1:${SheetLayout.Letters(LastVisibleColumn)}${Math.Max(LastRow, HeaderRow + 1)}";

    /// <summary>The headings of its own columns.</summary>
    public static IEnumerable<string> OwnHeadings => _columns.Select(column => column.Heading);

    /// <summary>A formula that counts the rows of an element with a decision.</summary>
    /// <param name="elementCell">The cell that holds the element's number.</param>
    /// <param name="decision">"Accept", "Reject" or "Unsure".</param>
    public string CountFormula(string elementCell, string decision) =>
        LastRow == HeaderRow ? "0" : $"SUMPRODUCT(({Cells(0)}={elementCell})*({Cells(DecisionColumn)}=\"{decision}\"))";

    /// <summary>Where an element's suggestions begin, or null; known after writing.</summary>
    public string? PlaceOf(string element) =>
        _firstRows.TryGetValue(element, out int row) ? FormattableString.Invariant($"{Name}!A{row}") : null;

    public void Write(SheetWriter sheet)
    {
        sheet.Begin();
        sheet.Write([Cell.Of(CellStyle.Title, "Evidence found, element by element")], height: 24);
        sheet.Write([Cell.Of(CellStyle.Hint, Hint())], height: 18);
        sheet.WriteHeadings();
        foreach (MappingEntry entry in _mapping.Elements)
        {
            foreach (MappingSuggestion suggestion in entry.Suggestions)
            {
                if (sheet.Row == LastRow)
                    break;
                _firstRows.TryAdd(entry.Number, sheet.Row + 1);
                sheet.Write(Cells(entry, suggestion), hidden: suggestion.Strength <= EvidenceStrength.Weak);
            }
        }

        sheet.EndData();
        sheet.Add(
            HasWeak ? SheetRules.Filter(Range, StrengthColumn, ["Strong", "Possible"]) : SheetRules.Filter(Range)
        );
        WriteRules(sheet);
        sheet.End($"{_mapping.Standard.Title} · {_mapping.Generator}");
    }

    private string Hint()
    {
        string hint =
            "Fill in the pale yellow columns; Decision and Full or partial offer a list. A blue page number "
            + "opens the document there, where the viewer can.";
        return HasWeak ? hint + " Weak suggestions are filtered out: the arrow at Strength shows them." : hint;
    }

    private Cell[] Cells(MappingEntry entry, MappingSuggestion suggestion)
    {
        MappingPlace place = suggestion.Places[0];
        RowDecision decision = RowDecision.Of(entry, suggestion);
        return
        [
            Cell.Of(CellStyle.Strong, entry.Number),
            Cell.Of(CellStyle.Text, entry.Wording),
            StrengthCell(suggestion.Strength),
            Cell.Share(suggestion.Confidence),
            SheetCells.Document(place.Paths[0]),
            SheetCells.Open(_links, place.Paths[0], place.Page, place.PageLabel),
            Cell.Of(CellStyle.Text, SheetCells.Place(place)),
            Cell.Quote(CellStyle.Text, suggestion.Quote, suggestion.Matches),
            Cell.Of(CellStyle.Text, SheetCells.Notes(entry, suggestion)),
            .. SheetCells.Inputs(decision),
            Cell.Of(CellStyle.Hidden, suggestion.Id),
            Cell.Of(CellStyle.Hidden, suggestion.Revision),
            Cell.Of(CellStyle.Hidden, decision.Base),
            .. _extra.Select(column => Cell.Of(CellStyle.Text, column.ByRow.GetValueOrDefault(suggestion.Id, ""))),
        ];
    }

    private static Cell StrengthCell(EvidenceStrength strength) =>
        strength switch
        {
            EvidenceStrength.Strong => Cell.Of(CellStyle.Good, "Strong"),
            EvidenceStrength.Possible => Cell.Of(CellStyle.Fair, "Possible"),
            _ => Cell.Of(CellStyle.Faint, "Weak"),
        };

    private string Cells(int column)
    {
        string letters = SheetLayout.Letters(column);
        return FormattableString.Invariant($"{Name}!${letters}${HeaderRow + 1}:${letters}${LastRow}");
    }

    private void WriteRules(SheetWriter sheet)
    {
        if (LastRow == HeaderRow)
            return;
        string decisions = SheetRules.Below(DecisionColumn, HeaderRow, LastRow);
        string covers = SheetRules.Below(CoverColumn, HeaderRow, LastRow);
        string first = FormattableString.Invariant($"{SheetLayout.Letters(DecisionColumn)}{HeaderRow + 1}");
        string[] words = ["Accept", "Reject", "Unsure"];
        sheet.Add(
            SheetRules.Rules(
                decisions,
                words.Select((word, at) => SheetRules.Rule(Highlight.Accepted + at, at + 1, $"{first}=\"{word}\""))
            )
        );
        // The number of the element in the first row, and in the row above it.
        string here = FormattableString.Invariant($"$A{HeaderRow + 1}");
        string above = FormattableString.Invariant($"$A{HeaderRow}");
        sheet.Add(
            SheetRules.Rules(
                SheetRules.Below(WordingColumn, HeaderRow, LastRow),
                SheetRules.Rule(Highlight.Repeated, 4, $"{here}={above}")
            )
        );
        sheet.Add(
            SheetRules.Rules(
                FormattableString.Invariant($"A{HeaderRow + 1}:M{LastRow}"),
                SheetRules.Rule(Highlight.GroupStart, 5, $"{here}<>{above}")
            )
        );
        sheet.Add(
            SheetRules.Lists(
                SheetRules.List(
                    decisions,
                    words,
                    "Accept it as evidence, reject it, or mark it as unsure for a second look."
                ),
                SheetRules.List(covers, ["Full", "Partial"], "Does it prove the whole element, or a part of it?")
            )
        );
    }
}
