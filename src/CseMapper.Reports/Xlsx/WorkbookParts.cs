using CseMapper.Reports.Packages;
using CseMapper.Reports.Xlsx.Sheets;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CseMapper.Reports.Xlsx;

/// <summary>Writes a workbook: its sheets and the parts around them (ISO/IEC 29500-1, 12.3 and 18.2).</summary>
internal static class WorkbookParts
{
    /// <summary>The namespace of relationship ids inside parts.</summary>
    public const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Main = "xl/workbook.xml";
    private const string Drawing = "xl/drawings/drawing1.xml";
    private const string Chart = "xl/charts/chart1.xml";

    /// <summary>Writes a workbook.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="sheets">The sheets, in their order.</param>
    /// <param name="properties">What the workbook says of itself.</param>
    /// <param name="charted">The sheet that the chart is made from; null where there is no chart.</param>
    /// <param name="first">The sheet to write first, because others point to its rows; null where none does.</param>
    public static void Write(
        Stream stream,
        IReadOnlyList<WrittenSheet> sheets,
        PackageProperties properties,
        SummarySheet? charted = null,
        string? first = null
    ) =>
        OfficePackage.Write(
            stream,
            properties,
            [
                new(Main, "spreadsheetml.sheet.main"),
                .. Enumerable.Range(0, sheets.Count).Select(at => new PackagePart(Name(at), "spreadsheetml.worksheet")),
                new("xl/styles.xml", "spreadsheetml.styles"),
                .. charted is null
                    ? (PackagePart[])[]
                    : [new(Drawing, "drawing"), new PackagePart(Chart, "drawingml.chart")],
            ],
            package =>
            {
                AddWorkbook(package, sheets);
                package.Add("xl/styles.xml", WorkbookStyles.Build());
                foreach (int at in Enumerable.Range(0, sheets.Count).OrderBy(at => sheets[at].Layout.Name != first))
                    AddSheet(package, at, sheets[at]);
                if (charted is not null)
                    AddChart(package, charted);
            }
        );

    private static string Name(int sheet) => FormattableString.Invariant($"xl/worksheets/sheet{sheet + 1}.xml");

    private static void AddWorkbook(OfficePackage package, IReadOnlyList<WrittenSheet> sheets)
    {
        Workbook workbook = new(
            new BookViews(
                new WorkbookView
                {
                    WindowWidth = 28_800,
                    WindowHeight = 15_000,
                    TabRatio = 700,
                }
            ),
            new DocumentFormat.OpenXml.Spreadsheet.Sheets(
                sheets.Select(
                    (sheet, at) =>
                        new Sheet
                        {
                            Name = sheet.Layout.Name,
                            SheetId = (uint)at + 1,
                            Id = FormattableString.Invariant($"rId{at + 1}"),
                        }
                )
            ),
            Names(sheets)
        );
        workbook.AddNamespaceDeclaration("r", Relationships);
        package.Add(Main, workbook);
        package.AddRelationships(
            Main,
            [
                .. Enumerable
                    .Range(0, sheets.Count)
                    .Select(at => PackageRelationship.To("worksheet", Name(at)["xl/".Length..])),
                PackageRelationship.To("styles", "styles.xml"),
            ]
        );
    }

    private static void AddSheet(OfficePackage package, int at, WrittenSheet written)
    {
        IReadOnlyList<string> targets = [];
        package.Add(
            Name(at),
            (xml, stream) =>
            {
                SheetWriter sheet = new(xml, stream, written.Layout);
                written.Write(sheet);
                targets = sheet.Targets;
            }
        );
        PackageRelationship[] after = written.HasDrawing
            ? [PackageRelationship.To("drawing", "../drawings/drawing1.xml")]
            : [];
        if (targets.Count + after.Length > 0)
            package.AddRelationships(Name(at), targets.Select(PackageRelationship.Link).Concat(after));
    }

    private static void AddChart(OfficePackage package, SummarySheet charted)
    {
        package.Add(Drawing, new ChartDrawing(charted).Build());
        package.AddRelationships(Drawing, [PackageRelationship.To("chart", "../charts/chart1.xml")]);
        package.Add(Chart, new CriteriaChart(charted).Build());
    }

    private static DefinedNames Names(IReadOnlyList<WrittenSheet> sheets)
    {
        // In the order of their names, then sheets, as Excel writes them. A print area keeps hidden columns' texts from
        // counting as something to print.
        return new DefinedNames([
            .. Of("_xlnm._FilterDatabase", sheet => sheet.FilterRange, isHidden: true),
            .. Of("_xlnm.Print_Area", sheet => sheet.PrintRange),
            .. Of(
                "_xlnm.Print_Titles",
                sheet =>
                    sheet.Layout.HeaderRow > 0
                        ? FormattableString.Invariant($"${sheet.Layout.HeaderRow}:${sheet.Layout.HeaderRow}")
                        : null
            ),
        ]);

        IEnumerable<DefinedName> Of(string name, Func<WrittenSheet, string?> range, bool isHidden = false)
        {
            for (int at = 0; at < sheets.Count; at++)
            {
                if (range(sheets[at]) is { } cells)
                {
                    DefinedName defined = new($"{sheets[at].Layout.Name}!{cells}")
                    {
                        Name = name,
                        LocalSheetId = (uint)at,
                    };
                    if (isHidden)
                        defined.Hidden = true;
                    yield return defined;
                }
            }
        }
    }
}
