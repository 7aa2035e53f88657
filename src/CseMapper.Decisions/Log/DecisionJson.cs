using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CseMapper.Decisions.Anchors;
using CseMapper.Passages.Storage;

namespace CseMapper.Decisions.Log;

/// <summary>A decision as a line of <c>decisions.jsonl</c>: UTF-8 JSON without line breaks, carrying the hash of the
/// line before.</summary>
internal static class DecisionJson
{
    /// <summary>The version of the line's format; lines of every earlier version stay readable.</summary>
    public const int Version = 1;

    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    private static readonly JsonWriterOptions _compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The line without its line end.</summary>
    public static byte[] Write(Decision decision, string previousHash)
    {
        ArrayBufferWriter<byte> buffer = new(1024);
        using (Utf8JsonWriter json = new(buffer, _compact))
        {
            json.WriteStartObject();
            json.WriteNumber("v", Version);
            json.WriteString("id", decision.Id);
            json.WriteString("time", decision.Time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
            json.WriteString("reviewer", decision.Reviewer);
            json.WriteString("element", decision.Element);
            json.WriteString("action", Name(decision.Action));
            if (decision.Extent != EvidenceExtent.Unstated)
                json.WriteString("strength", decision.Extent == EvidenceExtent.Full ? "full" : "partial");
            if (decision.Parts.Count > 0)
                json.WriteNumbers("parts"u8, decision.Parts);
            if (decision.Reason is not null)
                json.WriteString("reason", decision.Reason);
            if (decision.Comment.Length > 0)
                json.WriteString("comment", decision.Comment);
            if (decision.Target is not null)
                json.WriteString("target", decision.Target);
            if (decision.Anchor is { } anchor)
                WriteAnchor(json, anchor);
            json.WriteString("previous", previousHash);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line without its line end.</param>
    /// <param name="previousHash">The hash it carries.</param>
    /// <exception cref="FormatException">It is no line of the log; the message says why.</exception>
    public static Decision Read(ReadOnlyMemory<byte> line, out string previousHash)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            int version = root.GetProperty("v").GetInt32();
            if (version is < 1 or > Version)
                throw new FormatException($"it was written by a later version (format {version})");
            previousHash = Text(root, "previous");
            return new Decision(
                Text(root, "id"),
                Time(Text(root, "time")),
                Text(root, "reviewer"),
                Text(root, "element"),
                Action(Text(root, "action"))
            )
            {
                Extent = Optional(root, "strength") switch
                {
                    "full" => EvidenceExtent.Full,
                    "partial" => EvidenceExtent.Partial,
                    _ => EvidenceExtent.Unstated,
                },
                Parts = root.TryGetProperty("parts", out JsonElement parts)
                    ? [.. parts.EnumerateArray().Select(part => part.GetInt32())]
                    : [],
                Reason = Optional(root, "reason"),
                Comment = Optional(root, "comment") ?? "",
                Target = Optional(root, "target"),
                Anchor = root.TryGetProperty("anchor", out JsonElement anchor) ? ReadAnchor(anchor) : null,
            };
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("it is not a decision: " + fault.Message, fault);
        }
    }

    private static void WriteAnchor(Utf8JsonWriter json, EvidenceAnchor anchor)
    {
        json.WriteStartObject("anchor");
        json.WriteString("quote", anchor.Quote);
        json.WriteString("before", anchor.Before);
        json.WriteString("after", anchor.After);
        json.WriteStrings("headings"u8, anchor.Headings);
        if (anchor.Clause is not null)
            json.WriteString("clause", anchor.Clause);
        if (anchor.Page is { } page)
            json.WriteNumber("page", page);
        json.WriteString("path", anchor.Path);
        json.WriteString("hash", anchor.ContentHash);
        if (anchor.Copies.Count > 0)
            json.WriteStrings("copies"u8, anchor.Copies);
        json.WriteEndObject();
    }

    private static EvidenceAnchor ReadAnchor(JsonElement anchor) =>
        new(Text(anchor, "quote"), Text(anchor, "path"), Text(anchor, "hash"))
        {
            Before = Text(anchor, "before"),
            After = Text(anchor, "after"),
            Headings = Texts(anchor.GetProperty("headings")),
            Copies = anchor.TryGetProperty("copies", out JsonElement copies) ? Texts(copies) : [],
            Clause = Optional(anchor, "clause"),
            Page = anchor.TryGetProperty("page", out JsonElement page) ? page.GetInt32() : null,
        };

    private static string[] Texts(JsonElement list) =>
        [.. list.EnumerateArray().Select(item => item.GetString() ?? "")];

    private static string Text(JsonElement from, string name) =>
        from.GetProperty(name).GetString() ?? throw new FormatException($"\"{name}\" is null");

    private static string? Optional(JsonElement from, string name) =>
        from.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            TimeFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset time
        )
            ? time
            : throw new FormatException($"\"{text}\" is no time");

    private static string Name(DecisionAction action) =>
        action switch
        {
            DecisionAction.Accept => "accept",
            DecisionAction.Reject => "reject",
            DecisionAction.Unsure => "unsure",
            DecisionAction.Withdraw => "withdraw",
            DecisionAction.Approve => "approve",
            DecisionAction.Comment => "comment",
            _ => "commentary",
        };

    private static DecisionAction Action(string name) =>
        name switch
        {
            "accept" => DecisionAction.Accept,
            "reject" => DecisionAction.Reject,
            "unsure" => DecisionAction.Unsure,
            "withdraw" => DecisionAction.Withdraw,
            "approve" => DecisionAction.Approve,
            "comment" => DecisionAction.Comment,
            "commentary" => DecisionAction.Commentary,
            _ => throw new FormatException($"the action \"{name}\" is not known"),
        };
}
