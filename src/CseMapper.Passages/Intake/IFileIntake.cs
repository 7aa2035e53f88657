using CseMapper.Documents.Files;
using CseMapper.Passages.CrossChecking;

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

    /// <summary>Reads one file with a second reader as well, and compares.</summary>
    /// <param name="file">The file.</param>
    /// <param name="hash">Its content as it was read for use; empty for whatever it is.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null where the file cannot be opened or its content is another.</returns>
    CrossCheckReading? CrossCheck(FoundFile file, string hash, CancellationToken cancellation);
}
