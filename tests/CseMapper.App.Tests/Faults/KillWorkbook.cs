using System.IO.Compression;
using System.Xml.Linq;

namespace CseMapper.App.Tests.Faults;

/// <summary>Fills in the workbook as a reviewer does.</summary>
internal static class KillWorkbook
{
    private const string Evidence = "xl/worksheets/sheet2.xml";
    private const int FirstRow = 4;
    private static readonly XNamespace _sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Writes a copy of a workbook with decisions in some of its rows.</summary>
    /// <param name="workbook">The workbook as the program wrote it.</param>
    /// <param name="filled">The copy.</param>
    /// <param name="reviewer">Who decides.</param>
    /// <param name="comments">What they remark, a row each.</param>
    /// <param name="random">Chooses rows and decisions.</param>
    /// <returns>False where the workbook has not so many rows.</returns>
    public static bool Fill(
        string workbook,
        string filled,
        string reviewer,
        IReadOnlyList<string> comments,
        Random random
    )
    {
        File.Copy(workbook, filled, overwrite: true);
        using ZipArchive archive = ZipFile.Open(filled, ZipArchiveMode.Update);
        ZipArchiveEntry entry = archive.GetEntry(Evidence)!;
        XDocument sheet;
        using (Stream read = entry.Open())
            sheet = XDocument.Load(read);
        XElement[] rows =
        [
            .. sheet
                .Descendants(_sheet + "row")
                .Where(row => (int)row.Attribute("r")! >= FirstRow && IdOf(row).Length > 0),
        ];
        random.Shuffle(rows);
        // One passage may stand in several rows; two answers to one question are refused.
        rows = [.. rows.DistinctBy(IdOf).Take(comments.Count)];
        if (rows.Length < comments.Count)
            return false;
        foreach ((XElement row, string comment) in rows.Zip(comments))
        {
            Set(row, "J", random.Next(2) == 0 ? "accept" : "no");
            Set(row, "L", comment);
            Set(row, "M", reviewer);
        }

        entry.Delete();
        using Stream write = archive.CreateEntry(Evidence).Open();
        sheet.Save(write);
        return true;
    }

    private static string IdOf(XElement row) => Cell(row, "N")?.Value ?? "";

    private static XElement? Cell(XElement row, string column) =>
        row.Elements(_sheet + "c")
            .FirstOrDefault(cell => (string?)cell.Attribute("r") == column + (string?)row.Attribute("r"));

    private static void Set(XElement row, string column, string text)
    {
        XElement cell = Cell(row, column)!;
        cell.SetAttributeValue("t", "inlineStr");
        cell.ReplaceNodes(new XElement(_sheet + "is", new XElement(_sheet + "t", text)));
    }
}
