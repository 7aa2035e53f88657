using System.Text;

namespace CseMapper.Documents.Word.Packages;

/// <summary>Takes the page out of a web archive (MHTML, RFC 2557), as generators of Word files embed them.</summary>
internal static class WebArchive
{
    private const int MaxLines = 1_000_000;

    /// <summary>The first web page inside, decoded, or null where the bytes are no archive or hold none.</summary>
    internal static byte[]? FindPage(byte[] archive)
    {
        using StringReader reader = new StringReader(Encoding.Latin1.GetString(archive));
        Dictionary<string, string> headers = ReadHeaders(reader);
        if (!headers.ContainsKey("mime-version") || !headers.TryGetValue("content-type", out string? type))
            return null;
        if (IsPage(type))
            return Decode(headers, ReadBody(reader, null));
        if (BoundaryOf(type) is not { } boundary)
            return null;
        string mark = "--" + boundary;
        for (int i = 0; i < MaxLines && reader.ReadLine() is { } line; i++)
        {
            if (!line.StartsWith(mark, StringComparison.Ordinal))
                continue;
            Dictionary<string, string> part = ReadHeaders(reader);
            if (part.TryGetValue("content-type", out string? partType) && IsPage(partType))
                return Decode(part, ReadBody(reader, mark));
        }

        return null;
    }

    private static bool IsPage(string type) =>
        type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase)
        || type.StartsWith("application/xhtml", StringComparison.OrdinalIgnoreCase);

    private static string? BoundaryOf(string type)
    {
        int at = type.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        string value = type[(at + 9)..].Trim();
        if (value.StartsWith('"'))
            return value.IndexOf('"', 1) is > 1 and var end ? value[1..end] : null;
        value = value.Split(';')[0].Trim();
        return value.Length > 0 ? value : null;
    }

    /// <summary>Header lines up to the empty one; a line that begins with white space goes on from the one
    /// before.</summary>
    private static Dictionary<string, string> ReadHeaders(StringReader reader)
    {
        Dictionary<string, string> headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string last = "";
        for (int i = 0; i < 1000 && reader.ReadLine() is { Length: > 0 } line; i++)
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (char.IsWhiteSpace(line[0]) && headers.ContainsKey(last))
                headers[last] += " " + line.Trim();
            else if (colon > 0)
                headers[last = line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }

        return headers;
    }

    private static string ReadBody(StringReader reader, string? mark)
    {
        StringBuilder body = new StringBuilder();
        while (reader.ReadLine() is { } line && (mark is null || !line.StartsWith(mark, StringComparison.Ordinal)))
            body.Append(line).Append('\n');
        return body.ToString();
    }

    private static byte[] Decode(Dictionary<string, string> headers, string body) =>
        headers.GetValueOrDefault("content-transfer-encoding", "").ToUpperInvariant() switch
        {
            "BASE64" => DecodeBase64(body),
            "QUOTED-PRINTABLE" => DecodeQuoted(body),
            _ => Encoding.Latin1.GetBytes(body),
        };

    private static byte[] DecodeBase64(string body)
    {
        string letters = string.Concat(body.Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/'));
        letters =
            letters[..(letters.Length / 4 * 4)]
            + (letters.Length % 4) switch
            {
                2 => letters[^2..] + "==",
                3 => letters[^3..] + "=",
                _ => "",
            };
        return Convert.FromBase64String(letters);
    }

    private static byte[] DecodeQuoted(string body)
    {
        MemoryStream bytes = new MemoryStream(body.Length);
        for (int i = 0; i < body.Length; i++)
        {
            if (body[i] != '=')
            {
                bytes.WriteByte((byte)body[i]);
            }
            else if (i + 2 < body.Length && char.IsAsciiHexDigit(body[i + 1]) && char.IsAsciiHexDigit(body[i + 2]))
            {
                bytes.WriteByte(Convert.FromHexString(body.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else if (i + 1 < body.Length && body[i + 1] == '\n')
            {
                i++;
            }
        }

        return bytes.ToArray();
    }
}
