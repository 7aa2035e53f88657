using CseMapper.App.ReviewPage.Drawing;
using CseMapper.Decisions.Mapping;
using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Passages.Workspaces;

namespace CseMapper.App.Tests.ReviewPage;

public sealed class PolicyFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csemapper-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void DocumentsOfFoldersThatLieApartAreOpenedInTheirOwn()
    {
        string one = Write("one", "inner/a.txt", "first"),
            two = Write("two", "inner/a.txt", "second");
        PolicyFiles files = new(PolicyFolders.Apart([one, two]));

        Assert.Equal("first", Text(files, PolicyFolders.NameOf(one) + "/inner/a.txt"));
        Assert.Equal("second", Text(files, PolicyFolders.NameOf(two) + "/inner/a.txt"));
    }

    [Theory]
    [InlineData("/../two/inner/a.txt")]
    [InlineData("//etc/hostname")]
    [InlineData("/inner")]
    [InlineData("er/inner/a.txt")]
    public void NothingElseIsOpened(string path)
    {
        string one = Write("one", "inner/a.txt", "first");
        Write("two", "inner/a.txt", "second");
        PolicyFiles files = new(PolicyFolders.Apart([one]));

        Assert.Null(Text(files, PolicyFolders.NameOf(one) + path));
    }

    private static string? Text(PolicyFiles files, string path)
    {
        using Stream? stream = files.Open(
            new MappingDocument(new DocumentRecord(path, FileFormat.PlainText, 1, ""), [], [])
        );
        return stream is null ? null : new StreamReader(stream).ReadToEnd();
    }

    private string Write(string part, string path, string text)
    {
        string folder = Path.Combine(_folder.FullName, part),
            file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return folder;
    }
}
