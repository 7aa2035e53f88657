using CseMapper.Decisions.Mapping;

namespace CseMapper.Reports.Xlsx.Sheets;

/// <summary>How the workbook was made, what its words mean, and how to work with it.</summary>
internal sealed class AboutSheet(MappingFile mapping)
{
    public const string Name = "About";

    public SheetLayout Layout { get; } = new(Name, [new SheetColumn("", 24), new SheetColumn("", 96)]);

    public void Write(SheetWriter sheet)
    {
        sheet.Begin();
        sheet.Write([Cell.Of(CellStyle.Title, "About this workbook")], height: 24);
        sheet.Skip();
        Part(sheet, "How it was made", Made());
        Part(
            sheet,
            "How to use it",
            [
                (
                    "Summary",
                    "Where each criterion stands. The counts under Accepted follow what you decide on the sheet "
                        + "Evidence."
                ),
                (
                    "Evidence",
                    "One row for each passage that may be evidence for an element, best first. Read the quote, "
                        + "open the document if in doubt, then choose Accept, Reject or Unsure; "
                        + "say whether it proves the element in full or in part; add a comment and your name. "
                        + "Filter and sort as you like: every row carries a hidden id, so please do not delete "
                        + "the hidden columns."
                ),
                ("Commentary", "One row for each element: what the assessor is to read about it."),
                (
                    "Back to the program",
                    "Save the workbook and run: csemapper decisions import mapping.xlsx. What somebody else has "
                        + "decided meanwhile is kept and listed on the sheet Conflicts. "
                        + "Columns and sheets that you add are taken over into the next workbook."
                ),
                (
                    "Decided",
                    "Only where there are any: passages whose words have changed since they were decided about, "
                        + "or that are no longer suggested. What has changed waits for a new decision."
                ),
                (
                    "Gaps",
                    "None found: no strong or possible passage; the words looked for, the closest candidate and "
                        + "why it was rejected stand beside it. Thin: a part of the sentence has no evidence, or it is "
                        + "one weak document, or all of it is draft, planned, replaced, overdue for review or without "
                        + "figures. Nothing strong: possible passages only. With each, what to attach."
                ),
                (
                    "Documents",
                    "Every file of the folder: whether it could be read, what it says about itself, and which "
                        + "elements it supports."
                ),
                (
                    "Links",
                    "A blue page number, or Open, opens the document. Keep this workbook and the documents' "
                        + "folder where they are to each other. PDF files open at the page in viewers that understand "
                        + "#page; others open at the start. Page numbers of Word documents are approximate."
                ),
            ]
        );
        Part(
            sheet,
            "What the words mean",
            [
                ("Strong", "Most suggestions like it are accepted by reviewers."),
                ("Possible", "Worth a look: some like it are accepted."),
                ("Weak", "Most like it are rejected; shown on demand."),
                (
                    "None found",
                    "No strong or possible passage in the documents that could be read. It does not mean that "
                        + "the element is not met."
                ),
                (
                    "Confidence",
                    "The estimated probability that a reviewer accepts the passage. It comes from word "
                        + "statistics, so read the strength first: single percentages are honest within some points of "
                        + "a hundred. "
                        + DisplayText.Calibration(mapping)
                        + " A person decides."
                ),
                (
                    "Speaks of part 1 of 2",
                    "Most elements ask for two things in one sentence; this tells which of them the quote's "
                        + "words are about. It is read from words, like all the rest."
                ),
                (
                    "Bold words",
                    "The words of the quote that matched the element: its own words and their forms, related "
                        + "words, words of the same meaning, and its vocabulary."
                ),
            ]
        );
        sheet.EndData();
        sheet.End($"{mapping.Standard.Title} · {mapping.Generator}");
    }

    private (string Label, string Text)[] Made()
    {
        MappingCounts counts = mapping.Counts;
        return
        [
            ("Made by", mapping.Generator),
            (
                "Standard",
                FormattableString.Invariant(
                    $"{mapping.Standard.Title} ({mapping.Standard.Id}), {counts.Elements:N0} elements"
                )
            ),
            ("Fingerprint of its file", mapping.Standard.Fingerprint),
            (
                "Documents",
                FormattableString.Invariant(
                    $"{counts.Documents:N0} files: {counts.Read:N0} read, {counts.PartlyRead:N0} partly read, {counts.NotRead:N0} not read; {counts.Pages:N0} pages where pages are counted; {counts.Passages:N0} passages searched"
                )
            ),
            (
                "Elements",
                FormattableString.Invariant(
                    $"{counts.Strong:N0} with strong evidence, {counts.Possible:N0} with possible evidence, {counts.None:N0} with none found"
                )
            ),
            (
                "Suggestions",
                FormattableString.Invariant(
                    $"{counts.Suggestions:N0} strong or possible, {counts.WeakSuggestions:N0} weak"
                )
            ),
            (
                "Where the work was done",
                "On the machine that made this workbook. Nothing was sent anywhere and no document was changed."
            ),
        ];
    }

    private static void Part(SheetWriter sheet, string heading, (string Label, string Text)[] lines)
    {
        sheet.Write([Cell.Of(CellStyle.Section, heading)], height: 20);
        foreach ((string label, string text) in lines)
            sheet.Write([Cell.Of(CellStyle.Strong, label), Cell.Of(CellStyle.Text, text)]);
        sheet.Skip();
    }
}
