namespace CseMapper.App;

/// <summary>Finds what somebody meant who mistyped a name.</summary>
internal static class Likeness
{
    /// <summary>The most alike of the known names, or null where none is near enough.</summary>
    public static string? Nearest(string given, IEnumerable<string> known)
    {
        string? nearest = null;
        int least = Math.Max(2, given.Length / 3) + 1;
        foreach (string name in known)
        {
            int distance = Distance(given.ToLowerInvariant(), name.ToLowerInvariant());
            if (distance < least)
                (nearest, least) = (name, distance);
        }
        return nearest;
    }

    /// <summary>Edit distance with swapped neighbours (Damerau, 1964, restricted).</summary>
    private static int Distance(string left, string right)
    {
        int[,] cost = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
            cost[i, 0] = i;
        for (int j = 0; j <= right.Length; j++)
            cost[0, j] = j;
        for (int i = 1; i <= left.Length; i++)
        {
            for (int j = 1; j <= right.Length; j++)
            {
                int change = left[i - 1] == right[j - 1] ? 0 : 1;
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j] + 1, cost[i, j - 1] + 1), cost[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }
        return cost[left.Length, right.Length];
    }
}
