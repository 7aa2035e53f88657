using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CseMapper.Documents;

/// <summary>Writes what a reader made of a document: all text, or one block a line with its place.</summary>
public static class ExtractWriter
{
    private static readonly JsonWriterOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Writes all text in reading order, running headers and footers at their place on the page; those of a format
    /// without pages belong to no place in the text and are left to <see cref="WriteJsonLines"/>. Pages of a paged
    /// format are ended by a form feed.
    /// </summary>
    /// <param name="document">The document; read with <see cref="ReadOptions.KeepsPageTexts"/> for lines as
    /// printed.</param>
    /// <param name="output">Takes the text; lines end with '\n'.</param>
    public static void WriteText(SourceDocument document, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);
        if (document.PageTexts.Count > 0)
        {
            foreach (string page in document.PageTexts)
            {
                output.Write(page);
                output.Write('\f');
            }

            return;
        }

        int? open = null;
        foreach (Block block in document.Blocks)
        {
            if (block is { Role: BlockRole.Header or BlockRole.Footer, Location.Page: null })
                continue;
            if (!block.Location.IsPageApproximate && block.Location.Page is { } page)
            {
                for (int ended = open ?? 1; ended < page; ended++)
                    output.Write('\f');
                open = page;
            }

            WriteText(block, output);
        }

        if (open is not null)
            output.Write('\f');
    }

    /// <summary>Writes a JSON object a line for each block: its type, place and text.</summary>
    /// <param name="document">The document.</param>
    /// <param name="output">Takes the lines; they end with '\n'.</param>
    public static void WriteJsonLines(SourceDocument document, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);
        using MemoryStream line = new();
        foreach (Block block in document.Blocks)
        {
            line.SetLength(0);
            using (Utf8JsonWriter json = new(line, _json))
                WriteJson(block, json);
            output.Write(Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length));
            output.Write('\n');
        }
    }

    private static void WriteText(Block block, TextWriter output)
    {
        string? line = block switch
        {
            HeadingBlock heading => heading.Number is { } number ? $"{number} {heading.Text}" : heading.Text,
            TextBlock text => text.Number is { } number ? $"{number} {text.Text}" : text.Text,
            ListItemBlock { Text: "" } item => item.Label,
            ListItemBlock item => $"{item.Label} {item.Text}",
            _ => null,
        };
        if (line is not null)
            output.Write(line + "\n");
        if (block is not TableBlock table)
            return;
        foreach (TableRow row in table.Rows)
            output.Write(string.Join('\t', row.Cells) + "\n");
    }

    private static void WriteJson(Block block, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", TypeOf(block));
        if (block.Role != BlockRole.Body)
            json.WriteString("role", JsonNamingPolicy.CamelCase.ConvertName(block.Role.ToString()));
        WriteContent(block, json);
        WritePlace(block, json);
        if (block.HasUnacceptedChanges)
            json.WriteBoolean("unacceptedChanges", true);
        if (block.IsRecognised)
            json.WriteBoolean("recognised", true);
        if (block.IsCovered)
            json.WriteBoolean("covered", true);
        json.WriteEndObject();
    }

    private static string TypeOf(Block block) =>
        block switch
        {
            HeadingBlock => "heading",
            ListItemBlock => "listItem",
            TableBlock => "table",
            _ => "text",
        };

    private static void WriteContent(Block block, Utf8JsonWriter json)
    {
        switch (block)
        {
            case HeadingBlock heading:
                json.WriteNumber("level", heading.Level);
                WriteNumber(heading.Number, json);
                json.WriteString("text", heading.Text);
                break;
            case TextBlock text:
                WriteNumber(text.Number, json);
                json.WriteString("text", text.Text);
                break;
            case ListItemBlock item:
                json.WriteNumber("depth", item.Depth);
                json.WriteString("label", item.Label);
                WriteNumber(item.Number, json);
                json.WriteString("text", item.Text);
                break;
            case TableBlock table:
                json.WriteNumber("headerRows", table.HeaderRows);
                json.WriteStartArray("rows");
                foreach (TableRow row in table.Rows)
                    WriteRow(row, json);
                json.WriteEndArray();
                break;
            default:
                break;
        }
    }

    private static void WriteNumber(string? number, Utf8JsonWriter json)
    {
        if (number is not null)
            json.WriteString("number", number);
    }

    private static void WriteRow(TableRow row, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (string cell in row.Cells)
            json.WriteStringValue(cell);
        json.WriteEndArray();
    }

    private static void WritePlace(Block block, Utf8JsonWriter json)
    {
        if (block.Location.Page is { } page)
            json.WriteNumber("page", page);
        if (block.Location.IsPageApproximate)
            json.WriteBoolean("pageIsApproximate", true);
        WritePageStarts(block, json);
        if (block.Location.Box is not { } box)
            return;
        json.WriteStartArray("box");
        foreach (float edge in (ReadOnlySpan<float>)[box.Left, box.Top, box.Right, box.Bottom])
            json.WriteNumberValue(MathF.Round(edge, 1));
        json.WriteEndArray();
    }

    private static void WritePageStarts(Block block, Utf8JsonWriter json)
    {
        if (block.PageStarts.Count == 0)
            return;
        json.WriteStartArray("pageStarts");
        foreach (PageStart start in block.PageStarts)
        {
            json.WriteStartObject();
            json.WriteNumber("offset", start.Offset);
            json.WriteNumber("page", start.Page);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
