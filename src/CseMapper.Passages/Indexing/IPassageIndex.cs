using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Passages.Indexing;

/// <summary>Finds passages: by words that a person types, and for all elements of a standard at once.</summary>
/// <remarks>One thread may update it while others search; a search sees what had been added when it began.</remarks>
public interface IPassageIndex : IDisposable
{
    /// <summary>Brings the index to what was read. All of it is durable when this returns, none of it when it was
    /// stopped.</summary>
    /// <param name="documents">The keys of all documents that are to be found, and of each what names the reading its
    /// text came from; others are dropped.</param>
    /// <param name="textOf">Yields a document's text; called only for those that the index does not hold, or holds from
    /// another reading.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="IOException">It cannot be written, or another process is updating it.</exception>
    void Update(
        IReadOnlyDictionary<string, string> documents,
        Func<string, DocumentText> textOf,
        CancellationToken cancellation
    );

    /// <summary>The passages that a person searches for, best first; of equal ones the first by document and
    /// place.</summary>
    /// <param name="search">What is searched for.</param>
    /// <param name="limit">How many at most.</param>
    IReadOnlyList<FoundPassage> Search(PassageSearch search, int limit);

    /// <summary>Why a passage was found.</summary>
    /// <param name="search">What was searched for.</param>
    /// <param name="passage">One of the passages found.</param>
    SearchExplanation Explain(PassageSearch search, FoundPassage passage);

    /// <summary>The passages worth a close look, for every element.</summary>
    /// <param name="queries">What is looked for.</param>
    /// <param name="depth">How many passages for each element at most.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>By element, best first; only passages that hold something of what is looked for.</returns>
    IReadOnlyList<IReadOnlyList<FoundPassage>> Candidates(
        ElementQueries queries,
        int depth,
        CancellationToken cancellation
    );
}

/// <summary>What a person searches for.</summary>
/// <param name="Words">Words in any inflection; several in one text are a phrase. Those that stand everywhere ("the")
/// count for nothing.</param>
/// <param name="NeedsAll">True to find only passages that hold all of them; by default any of them is enough.</param>
public sealed record PassageSearch(IReadOnlyList<string> Words, bool NeedsAll = false);

/// <summary>The text of a document, to be indexed.</summary>
/// <param name="Title">Its title, or empty.</param>
/// <param name="Passages">Its passages, in order.</param>
public sealed record DocumentText(string Title, IReadOnlyList<Passage> Passages);

/// <summary>Why a passage was found.</summary>
/// <param name="Words">Those of the words searched for that stand in it.</param>
/// <param name="Reason">Its score, taken apart.</param>
public sealed record SearchExplanation(IReadOnlyList<string> Words, ScoreExplanation Reason);
