using CseMapper.Passages.Workspaces;

namespace CseMapper;

/// <summary>Guards a mapping against a folder that is out of reach: many documents that are missing at once are not
/// taken for deleted.</summary>
internal sealed class FolderGuard
{
    private readonly RunMemory _memory;

    /// <summary>Looks at what is remembered before this run.</summary>
    /// <param name="memory">What is remembered of the last run.</param>
    /// <param name="options">The run of now.</param>
    public FolderGuard(RunMemory memory, MapOptions options)
    {
        _memory = memory;
        MostGone = memory.IsOfAnotherFolder ? 1 : options.MostGone;
    }

    /// <summary>The share of the documents, 0 to 1, that may be gone without being confirmed; 1 where the last run was
    /// of another folder.</summary>
    public double MostGone { get; }

    /// <summary>Where the cache remembers no run, compares with the last mapping instead.</summary>
    /// <param name="state">All files that were read now.</param>
    /// <param name="leavesOut">Tells files that are to be left out now.</param>
    /// <exception cref="IOException">So many documents of the last mapping are missing that the folder may be out of
    /// reach.</exception>
    public void RefuseLoss(FolderState state, Func<string, bool> leavesOut)
    {
        if (!_memory.HasLastRun)
            Deletions.RefuseLoss(_memory.LastMapping(), state.Files, leavesOut, MostGone);
    }
}
