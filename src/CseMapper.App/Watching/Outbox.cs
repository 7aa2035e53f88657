using System.Globalization;
using System.Text.Json.Serialization;
using CseMapper.Decisions.Changes;
using CseMapper.Passages.Storage;
using CseMapper.Reports;

namespace CseMapper.App.Watching;

/// <summary>
/// Notices that have not been delivered yet, a folder each under <c>.csemapper/outbox</c>, by number. A notice is put
/// there before its run is remembered and taken out once everybody has it, so that whatever the program dies of, it is
/// delivered at least once.
/// </summary>
/// <param name="cacheFolder">The cache of the output folder.</param>
internal sealed class Outbox(string cacheFolder)
{
    private const string FolderName = "outbox";
    private const string Unfinished = "new";

    /// <summary>Who has not listened to this many changes is told of the latest ones only.</summary>
    private const int Most = 20;

    private string Folder => Path.Combine(cacheFolder, FolderName);

    /// <summary>How many wait.</summary>
    public int Count => Numbers().Count;

    /// <summary>Puts a notice in.</summary>
    /// <param name="changes">What it tells.</param>
    /// <param name="state">Whom it is for.</param>
    /// <returns>How many old ones had to make room.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public int Put(MappingChanges changes, NoticeState state)
    {
        string unfinished = Path.Combine(Folder, Unfinished);
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(unfinished);
        DurableFile.Write(
            Path.Combine(unfinished, Notice.TextName),
            stream => ChangesReport.WriteText(changes, stream)
        );
        DurableFile.Write(
            Path.Combine(unfinished, Notice.JsonName),
            stream => ChangesReport.WriteJson(changes, stream)
        );
        // Without it the notice would wait for nobody.
        StateFile.WriteOrThrow(Path.Combine(unfinished, Notice.StateName), state);
        List<int> numbers = Numbers();
        string place = At(numbers.Count == 0 ? 1 : numbers[^1] + 1);
        DurableFile.RenameFolder(unfinished, place);
        int tooMany = Math.Max(0, numbers.Count + 1 - Most);
        foreach (int number in numbers.Take(tooMany))
            Remove(At(number));
        return tooMany;
    }

    /// <summary>Those that wait, the oldest first.</summary>
    public IReadOnlyList<Notice> Waiting() =>
        [
            .. Numbers()
                .Select(At)
                .Select(folder => (folder, StateFile.Read<NoticeState>(Path.Combine(folder, Notice.StateName))))
                .Where(one => one.Item2 is not null)
                .Select(one => new Notice(one.folder, one.Item2!)),
        ];

    /// <summary>Notes who has it, or takes it out when nobody needs it any more.</summary>
    public static void Update(Notice notice, NoticeState state)
    {
        if (state.IsDone)
            Remove(notice.Folder);
        else
            StateFile.Write(Path.Combine(notice.Folder, Notice.StateName), state);
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // Told twice at worst.
        }
    }

    private string At(int number) => Path.Combine(Folder, number.ToString("D8", CultureInfo.InvariantCulture));

    private List<int> Numbers()
    {
        try
        {
            return
            [
                .. Directory
                    .EnumerateDirectories(Folder)
                    .Select(folder =>
                        int.TryParse(
                            Path.GetFileName(folder),
                            NumberStyles.None,
                            CultureInfo.InvariantCulture,
                            out int number
                        )
                            ? number
                            : 0
                    )
                    .Where(number => number > 0)
                    .Order(),
            ];
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}

/// <summary>A notice that waits.</summary>
/// <param name="Folder">Holds what it tells.</param>
/// <param name="State">Whom it is for.</param>
internal sealed record Notice(string Folder, NoticeState State)
{
    public const string TextName = "changes.md";
    public const string JsonName = "changes.json";
    public const string StateName = "notice.json";
}

/// <summary>Who has not got a notice yet.</summary>
/// <param name="NeedsAction">True when somebody must act.</param>
/// <param name="ToCommand">True while the command has not ended well.</param>
/// <param name="ToWebhook">True while the webhook has not taken it.</param>
/// <param name="Failures">How often it could not be delivered.</param>
internal sealed record NoticeState(bool NeedsAction, bool ToCommand, bool ToWebhook, int Failures)
{
    /// <summary>True when everybody has it.</summary>
    [JsonIgnore]
    public bool IsDone => !ToCommand && !ToWebhook;
}
