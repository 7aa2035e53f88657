namespace CseMapper.Documents.Word.Stories;

/// <summary>Counts pages: by the breaks that Word left where it last put the text on pages, or, without those, by the
/// breaks the author set.</summary>
internal sealed class PageCounter
{
    private readonly List<bool> _breaks = [];
    private int[]? _pages;
    private int _sectionBreak = -1;
    private bool _isEstimated;

    /// <summary>The page by Word's own breaks, from 1.</summary>
    internal int Rendered { get; private set; } = 1;

    /// <summary>How many set breaks have been passed, some of which may turn out not to begin a page.</summary>
    internal int Breaks => _breaks.Count;

    /// <summary>Word began a new page here.</summary>
    internal void AddRendered() => Rendered++;

    /// <summary>The author asked for a new page here.</summary>
    internal void AddSet() => _breaks.Add(true);

    /// <summary>A section ends, and its properties say how it began; how the next begins is only known at its own
    /// end.</summary>
    internal void EndSection(bool startedPage, bool isLast)
    {
        if (_sectionBreak >= 0 && !startedPage)
            _breaks[_sectionBreak] = false;
        if (isLast)
            return;
        _sectionBreak = _breaks.Count;
        _breaks.Add(true);
    }

    /// <summary>From now on the pages that were given to paragraphs and rows count.</summary>
    internal void UseEstimate() => _isEstimated = true;

    /// <summary>The page of something, from 1.</summary>
    internal int PageOf(int rendered, int breaks) => Rendered > 1 || _isEstimated ? rendered : SetPageOf(breaks);

    /// <summary>The page of something by the breaks that the author set alone, from 1.</summary>
    internal int SetPageOf(int breaks)
    {
        if (_pages is null || _pages.Length != _breaks.Count + 1)
        {
            _pages = new int[_breaks.Count + 1];
            _pages[0] = 1;
            for (int i = 0; i < _breaks.Count; i++)
                _pages[i + 1] = _pages[i] + (_breaks[i] ? 1 : 0);
        }

        return _pages[Math.Min(breaks, _breaks.Count)];
    }
}
