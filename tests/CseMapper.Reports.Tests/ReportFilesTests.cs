using System.IO.Compression;
using System.Text;
using CseMapper.Testing;

namespace CseMapper.Reports.Tests;

public sealed class ReportFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csemapper-");

    private string Workbook => Path.Combine(_folder.FullName, "mapping.xlsx");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void AllFilesAreWritten()
    {
        ReportResult result = Write();

        Assert.Equal(
            ["mapping.json", "mapping.csv", "mapping.xlsx", "report.html"],
            result.Written.Select(Path.GetFileName)
        );
        Assert.Equal(
            result.Written.Order(StringComparer.Ordinal),
            Directory.GetFiles(_folder.FullName).Order(StringComparer.Ordinal)
        );
        Assert.Empty(result.Problems);
    }

    [Fact]
    public void AnUntouchedWorkbookIsReplaced()
    {
        Write();

        Assert.False(EditedWorkbook.Is(Workbook));
        Assert.Empty(Write().Notices);
        Assert.Equal(4, Directory.GetFiles(_folder.FullName).Length);
    }

    [Fact]
    public void AWorkbookThatExcelHasSavedIsKept()
    {
        Write();
        byte[] first = SaveAsExcelDoes();

        ReportResult result = Write();

        Assert.Equal(
            [
                "mapping.xlsx had been saved by another program since it was made and may hold decisions: it is "
                    + "kept as 'mapping (edited).xlsx'.",
            ],
            result.Notices
        );
        Assert.Equal(first, File.ReadAllBytes(Path.Combine(_folder.FullName, "mapping (edited).xlsx")));
        SaveAsExcelDoes();
        Write();
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "mapping (edited 2).xlsx")));
    }

    [Fact]
    public void AFileThatIsNoWorkbookIsKeptToo()
    {
        File.WriteAllText(Workbook, "my notes");

        Assert.Single(Write().Notices);
        Assert.Equal("my notes", File.ReadAllText(Path.Combine(_folder.FullName, "mapping (edited).xlsx")));
    }

    [Fact]
    public void OneFileThatCannotBeWrittenDoesNotStopTheOthers()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "mapping.csv", "in the way"));

        ReportResult result = Write();

        Assert.Equal(["mapping.json", "mapping.xlsx", "report.html"], result.Written.Select(Path.GetFileName));
        Assert.Contains("mapping.csv", Assert.Single(result.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void ACancelledRunChangesNoFile()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "mapping.csv"), "old");
        using CancellationTokenSource stop = new();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            ReportFiles.Write(SampleMapping.Build(), Path.GetTempPath(), _folder.FullName, stop.Token)
        );

        Assert.Equal(["mapping.csv"], Directory.GetFiles(_folder.FullName).Select(Path.GetFileName));
        Assert.Equal("old", File.ReadAllText(Path.Combine(_folder.FullName, "mapping.csv")));
    }

    private byte[] SaveAsExcelDoes()
    {
        using (ZipArchive zip = ZipFile.Open(Workbook, ZipArchiveMode.Update))
        {
            zip.GetEntry("docProps/app.xml")!.Delete();
            using Stream part = zip.CreateEntry("docProps/app.xml").Open();
            part.Write(
                Encoding.UTF8.GetBytes(
                    "<Properties "
                        + "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                        + "<Application>Microsoft "
                        + "Excel</Application></Properties>"
                )
            );
        }

        return File.ReadAllBytes(Workbook);
    }

    private ReportResult Write() =>
        ReportFiles.Write(
            SampleMapping.Build(),
            Path.GetTempPath(),
            _folder.FullName,
            TestContext.Current.CancellationToken
        );
}
