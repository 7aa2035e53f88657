using CseMapper.App.ReviewPage.Access;

namespace CseMapper.App.Tests.ReviewPage;

public sealed class UserFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("csemapper-users-");

    private string At => Path.Combine(_folder.FullName, UserFile.FileName);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task ARoleThatChangesWithinTheSameSecondAndToAsManyLettersIsSeen()
    {
        UserFile users = new(At);
        await users.PutAsync(new User("Vera", Role.Reviewer, Hash(1)), default);
        Assert.Equal(Role.Reviewer, users.Find("Vera")!.Role);
        DateTime written = File.GetLastWriteTimeUtc(At);

        string text = await File.ReadAllTextAsync(At);
        await File.WriteAllTextAsync(At, text.Replace("reviewer", "approver", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(At, written);

        Assert.Equal(Role.Approver, users.Find("Vera")!.Role);
    }

    [Fact]
    public async Task PeopleAddedAtOnceAreAllThere()
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(i =>
                    Task.Run(() => new UserFile(At).PutAsync(new User("User " + i, Role.Viewer, Hash(i)), default))
                )
        );

        Assert.Equal(12, new UserFile(At).All().Count);
    }

    [Fact]
    public async Task NobodyElseMayReadItAtAnyMoment()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has the rights of the folder.");
        UnixFileMode seen = 0;
        using CancellationTokenSource stop = new();
        Task watching = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                foreach (
                    FileInfo file in _folder
                        .EnumerateFiles("*users.json*")
                        .Where(file => !file.Name.EndsWith(".lock", StringComparison.Ordinal))
                )
                {
                    try
                    {
                        seen |= ModeOf(file.FullName);
                    }
                    catch (IOException)
                    {
                        // Renamed meanwhile.
                    }
                }
            }
        });
        UserFile users = new(At);
        for (int i = 0; i < 200; i++)
            await users.PutAsync(new User("Vera", Role.Viewer, Hash(i)), default);
        await stop.CancelAsync();
        await watching;

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, seen);
    }

    private static UnixFileMode ModeOf(string path) =>
        OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);

    private static PasswordHash Hash(int number) => new(1, [(byte)number], [(byte)number]);
}
