using System.Globalization;
using System.Text.Json;
using CseMapper.Passages.Indexing;

namespace CseMapper.App.Commands;

/// <summary>Shows how a score came about, for the commands that explain one.</summary>
internal static class ScoreTree
{
    /// <summary>A line for each part of the score, further in the deeper it lies.</summary>
    public static void Print(ScoreExplanation node, int depth, TextWriter output)
    {
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{new string(' ', depth * 3)}{node.Value:F4}  {node.Description}"
            )
        );
        foreach (ScoreExplanation detail in node.Details)
            Print(detail, depth + 1, output);
    }

    /// <summary>The same as objects inside one another.</summary>
    public static void Write(Utf8JsonWriter json, ScoreExplanation node)
    {
        json.WriteStartObject();
        json.WriteNumber("value", Math.Round(node.Value, 4));
        json.WriteString("description", node.Description);
        json.WriteStartArray("details");
        foreach (ScoreExplanation detail in node.Details)
            Write(json, detail);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
