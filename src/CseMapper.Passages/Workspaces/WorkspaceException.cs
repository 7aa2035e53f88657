using System.Globalization;
using CseMapper.Passages.Storage;
using Microsoft.Data.Sqlite;

namespace CseMapper.Passages.Workspaces;

/// <summary>The workspace cannot be used. It is a cache: nothing is lost but time.</summary>
public sealed class WorkspaceException : IOException
{
    private const int ErrorBusy = 5;
    private const int ErrorReadOnly = 8;
    private const int ErrorIo = 10;
    private const int ErrorCorrupt = 11;
    private const int ErrorFull = 13;
    private const int ErrorCantOpen = 14;
    private const int ErrorNotADatabase = 26;

    internal WorkspaceException(string path, SqliteException cause)
        : base(Describe(path, CodeOf(path, cause)), cause) =>
        IsDamage = cause.SqliteErrorCode is ErrorCorrupt or ErrorNotADatabase;

    internal WorkspaceException(string path, InvalidDataException cause)
        : base(Describe(path, ErrorCorrupt), cause) => IsDamage = true;

    /// <summary>The folder of the workspace cannot be made.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="cause">What hinders it.</param>
    public WorkspaceException(string folder, Exception cause)
        : base(
            $"The folder {folder} cannot be made: "
                + (
                    cause is UnauthorizedAccessException ? "the folder above it is read-only or not yours"
                    : FullDisk.IsCauseOf(cause) ? "the disk is full"
                    : "a file of that name is in the way"
                )
                + ". Choose another folder with --out.",
            cause
        ) { }

    /// <summary>True when the file is damaged, so that a new one has to be begun.</summary>
    public bool IsDamage { get; }

    /// <summary>Whether the file may not be written, though it may perhaps be read.</summary>
    internal static bool IsReadOnly(SqliteException fault) => fault.SqliteErrorCode is ErrorReadOnly or ErrorCantOpen;

    /// <summary>SQLite says of some of its files that are short of room (the one that readers share) only that they
    /// failed.</summary>
    private static int CodeOf(string path, SqliteException cause) =>
        cause.SqliteErrorCode is ErrorIo or ErrorCantOpen && FullDisk.IsAt(Path.GetDirectoryName(path)!)
            ? ErrorFull
            : cause.SqliteErrorCode;

    private static string Describe(string path, int code) =>
        code switch
        {
            ErrorBusy => $"{path} is in use by another run of csemapper. Wait until it has ended and run again.",
            ErrorReadOnly or ErrorCantOpen =>
                $"{path} cannot be written: the folder is read-only or not yours. Choose another folder with --out.",
            ErrorFull =>
                $"{path} cannot be written: the disk is full. Make room and run again; what was read so far is kept.",
            ErrorIo =>
                $"{path} cannot be read or written: the disk or the share it lies on has failed. Look to it and run again, or choose another folder with --out.",
            ErrorCorrupt or ErrorNotADatabase => $"{path} is damaged. It is only a cache: run again with --rebuild.",
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"{path} cannot be used (SQLite error {code}). It is only a cache: delete the folder "
                    + $".csemapper and run again."
            ),
        };
}
