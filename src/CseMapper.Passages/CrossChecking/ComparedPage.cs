namespace CseMapper.Passages.CrossChecking;

/// <summary>A page while two readings of it are compared.</summary>
internal sealed class ComparedPage
{
    /// <summary>Lost words of a page whose letters are looked for; where more are lost, the readings differ whatever
    /// becomes of the rest.</summary>
    private const int MostTried = 2_000;

    private readonly PrintedWords _second;
    private readonly List<int> _lost = [];

    /// <summary>Compares.</summary>
    /// <param name="used">The words of the text that is used.</param>
    /// <param name="second">Those of the second reader.</param>
    public ComparedPage(PrintedWords used, PrintedWords second)
    {
        _second = second;
        UsedCount = used.Count;
        WordMatching matching = new(used, second);
        Left = new LeftOver(used, matching.IsFoundLeft);
        int tried = 0;
        // Long sequences first: a short one might take the letters that one of them needs.
        foreach (
            Range range in WordMatching
                .Lost(matching.IsFoundRight)
                .OrderByDescending(range => range.End.Value - range.Start.Value)
                .ThenBy(range => range.Start.Value)
        )
        {
            int[] words = [.. Enumerable.Range(range.Start.Value, range.End.Value - range.Start.Value)];
            if (tried < MostTried && Left.Take(string.Concat(words.Select(i => second[i]))))
                continue;
            // Single letters and figures come and go with marks of lists and with formulas.
            foreach (int i in words.Where(i => second[i].Length > 1))
            {
                if (tried++ >= MostTried || !Left.TakeAnyhow(second[i]))
                    _lost.Add(i);
            }
        }
        _lost.Sort();
    }

    /// <summary>Words of the text that is used.</summary>
    public int UsedCount { get; }

    /// <summary>Words of the second reader.</summary>
    public int SecondCount => _second.Count;

    /// <summary>How many words the second reader found and the text used lacks.</summary>
    public int Lost => _lost.Count;

    /// <summary>Where these stand in the second reader's text.</summary>
    public IEnumerable<WordPlace> LostPlaces => _lost.Select(_second.PlaceOf);

    /// <summary>Words of the text used that the second reader did not find.</summary>
    public LeftOver Left { get; }

    /// <summary>Looks for what is lost beside the page.</summary>
    public void LookIn(LeftOver? beside)
    {
        if (beside is not null && Lost <= MostTried)
            _lost.RemoveAll(word => beside.Take(_second[word]));
    }
}
