using System.Runtime.InteropServices;

namespace CseMapper.Passages.CrossChecking;

/// <summary>Which words of two readings of a page are the same, wherever on the page they stand.</summary>
/// <remarks>Long sequences first, single words last, so that what is left over stands together: greedy string tiling
/// (Wise 1993) with three lengths of tile, in linear time. A word of one reading answers for one of the other.</remarks>
internal sealed class WordMatching
{
    private readonly int[] _left;
    private readonly int[] _right;

    /// <summary>Matches them.</summary>
    /// <param name="left">The words of one reading.</param>
    /// <param name="right">Those of the other.</param>
    public WordMatching(PrintedWords left, PrintedWords right)
    {
        Dictionary<string, int> vocabulary = new(StringComparer.Ordinal);
        _left = Numbers(left, vocabulary);
        _right = Numbers(right, vocabulary);
        IsFoundLeft = new bool[_left.Length];
        IsFoundRight = new bool[_right.Length];
        foreach (int length in (ReadOnlySpan<int>)[8, 3, 1])
            Match(length);
    }

    /// <summary>For each word of the one reading, whether the other has it.</summary>
    public bool[] IsFoundLeft { get; }

    /// <summary>For each word of the other reading, whether the one has it.</summary>
    public bool[] IsFoundRight { get; }

    /// <summary>The words that were not found, those that stand together as one range.</summary>
    public static IEnumerable<Range> Lost(bool[] found)
    {
        for (int start = 0; start < found.Length; start++)
        {
            if (found[start])
                continue;
            int end = Array.IndexOf(found, true, start);
            end = end < 0 ? found.Length : end;
            yield return start..end;
            start = end;
        }
    }

    private static int[] Numbers(PrintedWords words, Dictionary<string, int> vocabulary)
    {
        int[] numbers = new int[words.Count];
        for (int i = 0; i < numbers.Length; i++)
        {
            ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(vocabulary, words[i], out bool isKnown);
            if (!isKnown)
                number = vocabulary.Count;
            numbers[i] = number;
        }
        return numbers;
    }

    private void Match(int length)
    {
        Dictionary<int, Queue<int>> places = [];
        for (int i = 0; i + length <= _left.Length; i++)
        {
            if (!IsFree(IsFoundLeft, i, length))
                continue;
            int key = Key(_left, i, length);
            if (!places.TryGetValue(key, out Queue<int>? starts))
                places.Add(key, starts = new Queue<int>());
            starts.Enqueue(i);
        }

        for (int j = 0; j + length <= _right.Length; j++)
        {
            if (IsFree(IsFoundRight, j, length) && places.TryGetValue(Key(_right, j, length), out Queue<int>? starts))
                Take(starts, j, length);
        }
    }

    private void Take(Queue<int> starts, int j, int length)
    {
        while (starts.TryDequeue(out int i))
        {
            if (!IsFree(IsFoundLeft, i, length))
                continue;
            // Keys are hashes; another sequence may have the same.
            if (!_left.AsSpan(i, length).SequenceEqual(_right.AsSpan(j, length)))
                return;
            for (
                int k = 0;
                i + k < _left.Length
                    && j + k < _right.Length
                    && _left[i + k] == _right[j + k]
                    && !IsFoundLeft[i + k]
                    && !IsFoundRight[j + k];
                k++
            )
            {
                IsFoundLeft[i + k] = true;
                IsFoundRight[j + k] = true;
            }
            return;
        }
    }

    private static bool IsFree(bool[] found, int start, int length) => !found.AsSpan(start, length).Contains(true);

    private static int Key(int[] words, int start, int length)
    {
        HashCode key = new();
        for (int i = start; i < start + length; i++)
            key.Add(words[i]);
        return key.ToHashCode();
    }
}
