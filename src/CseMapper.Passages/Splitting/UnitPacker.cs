namespace CseMapper.Passages.Splitting;

/// <summary>Puts the units under one heading together to passages of the wanted length.</summary>
internal sealed class UnitPacker(PassageOptions options)
{
    /// <summary>Groups of units in their order; every unit, or its two halves, stands in exactly one.</summary>
    public IReadOnlyList<IReadOnlyList<PassageUnit>> Pack(IReadOnlyList<PassageUnit> units)
    {
        List<List<PassageUnit>> groups = Group(units);
        for (int i = 0; i < groups.Count; i++)
        {
            if (Words(groups[i]) < options.MinWords && groups.Count > 1)
                i = Mend(groups, i);
        }
        return groups;
    }

    private static int Words(List<PassageUnit> group) => group.Sum(unit => unit.Words);

    private List<List<PassageUnit>> Group(IReadOnlyList<PassageUnit> units)
    {
        List<List<PassageUnit>> groups = [];
        List<PassageUnit> open = [];
        int words = 0;
        foreach (PassageUnit unit in units)
        {
            if (
                open.Count > 0
                && (words + unit.Words > options.MaxWords || (words >= options.MinWords && EndsBefore(unit, words)))
            )
            {
                groups.Add(open);
                open = [];
                words = 0;
            }
            open.Add(unit);
            words += unit.Words;
        }
        if (open.Count > 0)
            groups.Add(open);
        return groups;
    }

    private bool EndsBefore(PassageUnit unit, int words) =>
        unit.Joint switch
        {
            UnitJoint.Begins => true,
            UnitJoint.Free => words >= options.GoodWords || unit.Words >= options.MinWords,
            _ => words >= options.GoodWords && unit.Words >= options.MinWords,
        };

    /// <summary>Joins a group that is too short to a neighbour, or shares out with one. Gives the place to go on
    /// after.</summary>
    private int Mend(List<List<PassageUnit>> groups, int at)
    {
        bool hasBefore = at > 0;
        bool hasAfter = at + 1 < groups.Count;
        if (hasBefore && Words(groups[at - 1]) + Words(groups[at]) <= options.MaxWords)
            return Join(groups, at - 1);
        if (hasAfter && Words(groups[at]) + Words(groups[at + 1]) <= options.MaxWords)
            return Join(groups, at);
        if (hasBefore && ShareOut(groups, at - 1))
            return at;
        if (hasAfter && ShareOut(groups, at))
            return at;
        return at;
    }

    private static int Join(List<List<PassageUnit>> groups, int first)
    {
        groups[first].AddRange(groups[first + 1]);
        groups.RemoveAt(first + 1);
        return first;
    }

    /// <summary>Cuts two neighbours anew so that both are long enough: between units where that is possible, else
    /// between sentences.</summary>
    private bool ShareOut(List<List<PassageUnit>> groups, int first)
    {
        List<PassageUnit> units = [.. groups[first], .. groups[first + 1]];
        int total = Words(units);
        int middle = total / 2;
        int best = -1;
        int bestWords = 0;
        int before = 0;
        for (int i = 0; i < units.Count - 1; i++)
        {
            before += units[i].Words;
            if (AreGood(before, total) && (best < 0 || Math.Abs(before - middle) < Math.Abs(bestWords - middle)))
                (best, bestWords) = (i + 1, before);
        }
        if (best < 0)
            best = CutUnit(units, total);
        if (best < 0)
            return false;
        groups[first] = units[..best];
        groups[first + 1] = units[best..];
        return true;
    }

    /// <summary>Cuts one of the units between two sentences; gives the place of its second half, or -1 where no cut
    /// helps.</summary>
    private int CutUnit(List<PassageUnit> units, int total)
    {
        (int Unit, int At, int Off) best = (-1, 0, int.MaxValue);
        int before = 0;
        for (int i = 0; i < units.Count; i++)
        {
            int label = WordCount.Of(units[i].Label);
            foreach (int at in SentenceCutter.SentenceStarts(units[i].Text))
            {
                int words = before + label + WordCount.Of(units[i].Text.AsSpan(0, at));
                int off = Math.Abs(words - total / 2);
                if (AreGood(words, total) && off < best.Off)
                    best = (i, at, off);
            }
            before += units[i].Words;
        }
        if (best.Unit < 0)
            return -1;
        (PassageUnit first, PassageUnit second) = units[best.Unit].SplitAt(best.At);
        units[best.Unit] = first;
        units.Insert(best.Unit + 1, second);
        return best.Unit + 1;
    }

    private bool AreGood(int before, int total) =>
        before >= options.MinWords
        && total - before >= options.MinWords
        && before <= options.MaxWords
        && total - before <= options.MaxWords;
}
