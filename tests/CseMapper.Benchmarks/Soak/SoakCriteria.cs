using System.Text.Json.Nodes;

namespace CseMapper.Benchmarks.Soak;

/// <summary>A standard of five elements: a run then spends its time on files, processes and the database, which is
/// where things are left open, and less on ranking.</summary>
internal static class SoakCriteria
{
    /// <summary>Writes the first element of the last sub-criterion of each criterion.</summary>
    public static void Write(string whole, string small)
    {
        JsonNode standard = JsonNode.Parse(File.ReadAllBytes(whole))!;
        foreach (JsonNode? criterion in standard["criteria"]!.AsArray())
        {
            JsonArray parts = criterion!["subCriteria"]!.AsArray();
            while (parts.Count > 1)
                parts.RemoveAt(0);
            JsonArray elements = parts[0]!["elements"]!.AsArray();
            while (elements.Count > 1)
                elements.RemoveAt(1);
        }

        File.WriteAllText(small, standard.ToJsonString());
    }
}
