using CseMapper.Passages.Storage;
using Lucene.Net.Store;

namespace CseMapper.Passages.Indexing;

/// <summary>Lets one process write an index at a time: a file that the system holds and lets go when the process dies,
/// and that is never deleted.</summary>
/// <remarks>Lucene's own lock of this kind let a second process in on Linux, and two writers destroy an index within
/// seconds.</remarks>
/// <param name="folder">Where the file is made.</param>
internal sealed class IndexLockFactory(string folder) : LockFactory
{
    public override Lucene.Net.Store.Lock MakeLock(string lockName) => new HeldFile(Path.Combine(folder, lockName));

    public override void ClearLock(string lockName) { }

    private sealed class HeldFile(string path) : Lucene.Net.Store.Lock
    {
        private FileLock? _held;

        public override bool Obtain()
        {
            if (_held is null)
            {
                System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                _held = FileLock.TryTake(path);
            }

            return _held is not null;
        }

        public override bool IsLocked()
        {
            if (_held is not null)
                return true;
            if (!File.Exists(path))
                return false;
            using FileLock? taken = FileLock.TryTake(path);
            return taken is null;
        }

        protected override void Dispose(bool disposing)
        {
            _held?.Dispose();
            _held = null;
        }
    }
}
