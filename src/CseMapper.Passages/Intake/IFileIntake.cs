using CseMapper.Documents.Files;

namespace CseMapper.Passages.Intake;

/// <summary>Takes in files, in this process or in others. May be used by several threads at once.</summary>
public interface IFileIntake : IDisposable
{
    /// <summary>Gets ready: called as soon as it is certain that there is something to read.</summary>
    void Begin();

    /// <summary>Reads one file, cuts it into passages and analyses these.</summary>
    /// <param name="file">The file.</param>
    /// <param name="claim">Asked for the hash of its content: false when another file has brought it or is bringing it,
    /// so that it need not be read.</param>
    /// <param name="cancellation">Stops the reading.</param>
    FileReading Read(FoundFile file, Func<string, bool> claim, CancellationToken cancellation);
}
