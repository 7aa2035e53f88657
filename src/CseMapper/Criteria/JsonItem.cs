using System.Text.Json;

namespace CseMapper.Criteria;

/// <summary>A JSON value that knows its line, so that a fault in a hand-edited file can be named where it stands.</summary>
internal sealed class JsonItem
{
    /// <summary>Deeper files are nobody's criteria.</summary>
    private const int MaxDepth = 32;

    private JsonItem(JsonValueKind kind, int line)
    {
        Kind = kind;
        Line = line;
    }

    public JsonValueKind Kind { get; }

    /// <summary>The line on which it begins, counted from 1.</summary>
    public int Line { get; }

    public string Text { get; private init; } = "";

    public double Number { get; private init; }

    public List<JsonItem> Items { get; } = [];

    /// <summary>Properties in the order of the file.</summary>
    public List<KeyValuePair<string, JsonItem>> Properties { get; } = [];

    public JsonItem? this[string name] => Properties.FirstOrDefault(property => property.Key == name).Value;

    /// <exception cref="JsonException">The text is no JSON; the exception knows the line.</exception>
    public static JsonItem Parse(ReadOnlySpan<byte> utf8)
    {
        ReadOnlySpan<byte> bom = [0xEF, 0xBB, 0xBF];
        if (utf8.StartsWith(bom)) utf8 = utf8[bom.Length..];
        JsonReaderOptions options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth };
        Utf8JsonReader reader = new(utf8, options);
        LineCounter lines = new(utf8);
        reader.Read();
        JsonItem root = Read(ref reader, ref lines);
        while (reader.Read())
        {
            // Whatever follows the value is the reader's to refuse.
        }

        return root;
    }

    private static JsonItem Read(ref Utf8JsonReader reader, ref LineCounter lines)
    {
        int line = lines.At((int)reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                JsonItem record = new(JsonValueKind.Object, line);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    string name = reader.GetString()!;
                    reader.Read();
                    record.Properties.Add(new(name, Read(ref reader, ref lines)));
                }

                return record;
            case JsonTokenType.StartArray:
                JsonItem list = new(JsonValueKind.Array, line);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) list.Items.Add(Read(ref reader, ref lines));
                return list;
            case JsonTokenType.String:
                return new JsonItem(JsonValueKind.String, line) { Text = reader.GetString()! };
            case JsonTokenType.Number:
                return new JsonItem(JsonValueKind.Number, line) { Number = reader.GetDouble() };
            case JsonTokenType.True:
                return new JsonItem(JsonValueKind.True, line);
            case JsonTokenType.False:
                return new JsonItem(JsonValueKind.False, line);
            default:
                return new JsonItem(JsonValueKind.Null, line);
        }
    }

    /// <summary>Counts lines up to a growing place.</summary>
    private ref struct LineCounter(ReadOnlySpan<byte> utf8)
    {
        private readonly ReadOnlySpan<byte> _utf8 = utf8;
        private int _at;
        private int _line = 1;

        public int At(int place)
        {
            _line += _utf8[_at..place].Count((byte)'\n');
            _at = place;
            return _line;
        }
    }
}
