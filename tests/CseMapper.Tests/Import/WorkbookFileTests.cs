using System.Diagnostics;
using CseMapper.Reports;
using CseMapper.Reports.Import;
using CseMapper.Testing;

namespace CseMapper.Tests.Import;

public sealed class WorkbookFileTests(MappedFolder folder) : IClassFixture<MappedFolder>
{
    private static readonly (string Cell, string Text)[] _typed =
    [
        ("Evidence!J4", "Accepted "),
        ("Evidence!K4", "full"),
        ("Evidence!L4", "Checked with Ann & Bob"),
        ("Evidence!M4", "Ann Hill"),
        ("Evidence!J5", "rej"),
        ("Evidence!M5", "Bob Ray"),
        ("Evidence!J7", "?"),
        ("Commentary!D4", "We hold three years of profile data."),
        ("Commentary!E4", "Ann Hill"),
    ];

    /// <summary>The samples' workbook, filled in and saved by LibreOffice 7.4.</summary>
    [Fact]
    public void WhatLibreOfficeSavedIsReadAsItWasTypedAndTheRestIsUntouched()
    {
        ImportedRows rows = Read(
            RepositoryFiles.Path("tests", "CseMapper.Tests", "Import", "Saved", "by-libreoffice.xlsx")
        );

        Assert.Empty(rows.Faults);
        Assert.True(rows.Rows.Count(row => row.IsUntouched) > 500);
        ImportedRow[] touched = [.. rows.Rows.Where(row => !row.IsUntouched)];
        Assert.Equal(["Evidence!J4", "Evidence!J5", "Evidence!J7", "Commentary!D4"], touched.Select(row => row.Cell));
        Assert.Equal(new RowDecision("Accept", "Full", "Checked with Ann & Bob", "Ann Hill"), touched[0].Said);
        Assert.Equal(new RowDecision("Reject", "", "", "Bob Ray"), touched[1].Said);
        Assert.Equal("Unsure", touched[2].Said.Decision);
        Assert.Equal(
            ("We hold three years of profile data.", "Ann Hill", "1.1.1"),
            (touched[3].Said.Comment, touched[3].Said.Reviewer, touched[3].Key)
        );
    }

    [Fact]
    public void LibreOfficeSavesWhatTheImportReads()
    {
        string? office = new[]
        {
            "/usr/bin/soffice",
            "/usr/local/bin/soffice",
            "/opt/libreoffice/program/soffice",
        }.FirstOrDefault(File.Exists);
        Assert.SkipWhen(
            office is null,
            "LibreOffice is not installed; the workbook it saved earlier is read by the test above."
        );
        string edited = folder.Write("office/edited.xlsx", EditedCells.Set(folder.Workbook([]), _typed));
        foreach (
            string format in (string[])
                ["xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2"]
        )
        {
            Convert(office!, edited, format);
        }

        ImportedRow[] touched = [.. Read(folder.At("saved/edited.xlsx")).Rows.Where(row => !row.IsUntouched)];
        Assert.Equal(["Accept", "Reject", "Unsure", ""], touched.Select(row => row.Said.Decision));
        string csv = Assert.Single(Directory.GetFiles(folder.At("saved"), "*.csv"));
        Assert.Equal(
            touched.Take(3).Select(row => (row.Key, row.Said)),
            Read(csv).Rows.Where(row => !row.IsUntouched).Select(row => (row.Key, row.Said))
        );
    }

    [Fact]
    public void WhatIsNoWorkbookIsRefusedInWords()
    {
        string text = folder.Write("broken/a.xlsx", "no workbook"u8.ToArray());
        string cut = folder.Write("broken/b.xlsx", folder.Workbook([])[..5000]);

        Assert.Contains(
            "Save it as .xlsx or .csv",
            Assert.Throws<WorkbookException>(() => Read(text)).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<WorkbookException>(() => Read(cut));
        Assert.Same(WorkbookExtras.None, WorkbookExtras.Collect(cut));
    }

    [Fact]
    public void OnlyWhatWasAddedIsReadForTheNextWorkbook()
    {
        byte[] edited = EditedCells.AddSheet(
            EditedCells.Set(folder.Workbook([]), ("Evidence!Q3", "Who to ask"), ("Evidence!Q5", "Mrs Hill")),
            "My notes",
            "Line one"
        );
        string cut = folder.Write("own/documents cut.xlsx", EditedCells.Cut(edited, "Documents"));

        WorkbookExtras kept = WorkbookExtras.Collect(cut);

        Assert.Equal(["Mrs Hill"], Assert.Single(kept.Columns).ByRow.Values);
        Assert.Equal("My notes", Assert.Single(kept.Sheets).Name);
        Assert.Throws<WorkbookException>(() => Read(cut));
    }

    private static ImportedRows Read(string path) =>
        new(WorkbookFile.Read(path, TestContext.Current.CancellationToken));

    private void Convert(string office, string file, string format)
    {
        string profile = new Uri(folder.At("profile")).AbsoluteUri;
        ProcessStartInfo start = new(
            office,
            [
                $"-env:UserInstallation={profile}",
                "--headless",
                "--convert-to",
                format,
                "--outdir",
                folder.At("saved"),
                file,
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), "LibreOffice did not end.");
    }
}
