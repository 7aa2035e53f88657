using System.Text.Json;

namespace CseMapper.Passages.Storage;

/// <summary>Shapes that recur in the JSON that is written.</summary>
public static class JsonWriting
{
    /// <summary>Writes a property that holds a list of texts.</summary>
    /// <param name="json">Takes the property.</param>
    /// <param name="name">Its name, as UTF-8.</param>
    /// <param name="values">The texts.</param>
    public static void WriteStrings(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>Writes a property that holds a list of numbers, nothing where the list is empty.</summary>
    /// <param name="json">Takes the property.</param>
    /// <param name="name">Its name, as UTF-8.</param>
    /// <param name="values">The numbers.</param>
    public static void WriteNumbers(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<int> values)
    {
        json.WriteStartArray(name);
        foreach (int value in values)
            json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    /// <summary>Writes a text, nothing where there is none.</summary>
    /// <param name="json">Takes the property.</param>
    /// <param name="name">Its name, as UTF-8.</param>
    /// <param name="value">The text.</param>
    public static void WriteOptional(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    /// <summary>Writes a number, nothing where there is none.</summary>
    /// <param name="json">Takes the property.</param>
    /// <param name="name">Its name, as UTF-8.</param>
    /// <param name="value">The number.</param>
    public static void WriteOptional(this Utf8JsonWriter json, ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
    }
}
