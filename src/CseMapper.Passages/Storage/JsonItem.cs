using System.Text.Json;

namespace CseMapper.Passages.Storage;

/// <summary>A JSON value that knows its line, so that a fault in a hand-edited file can be named where it
/// stands.</summary>
public sealed class JsonItem
{
    /// <summary>Deeper files were not written by a person.</summary>
    private const int MaxDepth = 32;

    private const int LongestFault = 160;

    private readonly List<JsonItem> _items = [];
    private readonly List<KeyValuePair<string, JsonItem>> _properties = [];

    /// <summary>What is wrong with a text that is no JSON, without the place, and without the whole text where it is
    /// one long line.</summary>
    /// <param name="fault">What the parser threw.</param>
    public static string Describe(JsonException fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        string message = fault.Message.Split(" LineNumber", 2)[0];
        return message.Length <= LongestFault ? message : message[..LongestFault] + "…";
    }

    private JsonItem(JsonValueKind kind, int line)
    {
        Kind = kind;
        Line = line;
    }

    /// <summary>What it is.</summary>
    public JsonValueKind Kind { get; }

    /// <summary>The line on which it begins, counted from 1.</summary>
    public int Line { get; }

    /// <summary>A string's text; empty for others.</summary>
    public string Text { get; private init; } = "";

    /// <summary>A number's value; 0 for others.</summary>
    public double Number { get; private init; }

    /// <summary>A list's items; empty for others.</summary>
    public IReadOnlyList<JsonItem> Items => _items;

    /// <summary>An object's properties in the order of the file; empty for others.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonItem>> Properties => _properties;

    /// <summary>The first property of a name, or null.</summary>
    public JsonItem? this[string name] => Properties.FirstOrDefault(property => property.Key == name).Value;

    /// <summary>Reads a text; comments and closing commas are allowed.</summary>
    /// <param name="utf8">The whole text, without a byte order mark.</param>
    /// <exception cref="JsonException">The text is no JSON; the exception knows the line.</exception>
    public static JsonItem Parse(ReadOnlySpan<byte> utf8)
    {
        ReadOnlySpan<byte> bom = [0xEF, 0xBB, 0xBF];
        if (utf8.StartsWith(bom))
            utf8 = utf8[bom.Length..];
        JsonReaderOptions options = new()
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = MaxDepth,
        };
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
                    record._properties.Add(new(name, Read(ref reader, ref lines)));
                }

                return record;
            case JsonTokenType.StartArray:
                JsonItem list = new(JsonValueKind.Array, line);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    list._items.Add(Read(ref reader, ref lines));
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
