using System.Net;
using System.Text;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.Word.Packages;

/// <summary>Takes the text out of the rest of a part that is no longer XML: words, tabs and paragraph ends, nothing of
/// lists and tables.</summary>
internal sealed class LooseText
{
    private const int LongestTag = 1 << 16;

    private readonly TextReader _content;
    private readonly DocumentLimits _limits;
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _tag = new();
    private bool _isText;
    private int _skipped;

    private LooseText(TextReader content, DocumentLimits limits)
    {
        _content = content;
        _limits = limits;
    }

    /// <summary>Reads on from where XML broke off.</summary>
    /// <param name="stream">The part from its start.</param>
    /// <param name="line">The line of the damage, from 1.</param>
    /// <param name="column">Its place in the line, from 1.</param>
    /// <param name="limits">What may still be taken.</param>
    /// <returns>Paragraphs; the first may be the rest of one.</returns>
    internal static IEnumerable<string> ReadFrom(Stream stream, int line, int column, DocumentLimits limits)
    {
        using StreamReader reader = new StreamReader(stream, Encoding.UTF8);
        LooseText loose = new LooseText(reader, limits);
        string tail = loose.GoTo(line, column);
        foreach (string paragraph in loose.Read(tail))
            yield return paragraph;
    }

    /// <summary>Passes over what was read before, and gives what stands between the last tag's beginning and the
    /// damage.</summary>
    private string GoTo(int line, int column)
    {
        StringBuilder tail = new StringBuilder();
        int atLine = 1,
            atColumn = 1,
            read;
        bool isAfterReturn = false;
        while (
            (atLine < line || (atLine == line && atColumn < column))
            && _limits.MayGoOn()
            && (read = _content.Read()) >= 0
        )
        {
            char c = (char)read;
            if (c == '<')
                tail.Clear();
            if (tail.Length < LongestTag)
                tail.Append(c);
            bool isSecondHalf = c == '\n' && isAfterReturn;
            isAfterReturn = c == '\r';
            if (isSecondHalf)
                continue;
            if (c is '\n' or '\r')
                (atLine, atColumn) = (atLine + 1, 1);
            else
                atColumn++;
        }

        return tail.ToString();
    }

    private IEnumerable<string> Read(string tail)
    {
        int at = 0;
        while (_limits.MayGoOn())
        {
            int read = at < tail.Length ? tail[at++] : _content.Read();
            if (read < 0)
                break;
            if (read != '<')
            {
                if (_isText && _skipped == 0 && _limits.TakeText(1) == 1)
                    _text.Append(char.IsControl((char)read) ? ' ' : (char)read);
                continue;
            }

            _tag.Clear();
            while ((read = at < tail.Length ? tail[at++] : _content.Read()) >= 0 && read != '>')
            {
                if (_tag.Length < LongestTag)
                    _tag.Append((char)read);
            }

            if (TakeTag() && Finish() is { } paragraph)
                yield return paragraph;
        }

        if (Finish() is { } last)
            yield return last;
    }

    /// <summary>Acts on a tag; true where a paragraph ends.</summary>
    private bool TakeTag()
    {
        ReadOnlySpan<char> tag = _tag.ToString();
        bool isEnd = tag.StartsWith('/'),
            isEmpty = tag.EndsWith('/');
        ReadOnlySpan<char> name = tag.Trim('/');
        int end = name.IndexOfAny(" \t\r\n/");
        if (end >= 0)
            name = name[..end];
        name = name[(name.IndexOf(':') + 1)..];
        switch (name)
        {
            case "t":
                _isText = !isEnd && !isEmpty;
                return false;
            case "tab" or "ptab":
                if (_skipped == 0)
                    _text.Append('\t');
                return false;
            case "br" or "cr":
                if (_skipped == 0)
                    _text.Append(' ');
                return false;
            case "noBreakHyphen":
                if (_skipped == 0)
                    _text.Append('-');
                return false;
            case "del" or "moveFrom" or "Fallback":
                if (!isEmpty)
                    _skipped = Math.Max(0, _skipped + (isEnd ? -1 : 1));
                return false;
            case "p":
                _isText = false;
                return isEnd;
            default:
                return false;
        }
    }

    private string? Finish()
    {
        string text = WebUtility.HtmlDecode(_text.ToString()).Trim();
        _text.Clear();
        return text.Length > 0 ? text : null;
    }
}
