using System.Text;

namespace CseMapper.Documents.Word.Stories;

/// <summary>The fields that are open at a place of a story: a field's code is not printed, its result is (ECMA-376 part
/// 1 §17.16.18).</summary>
internal sealed class FieldStack
{
    // Deeper fields are counted, so that their ends are found, but keep nothing.
    private const int MaxKept = 256;
    private const int MaxCode = 4096;

    private readonly List<Field> _open = [];
    private int _codes;
    private int _contents;
    private int _beyond;

    /// <summary>True where text is part of a code, not of what is printed.</summary>
    internal bool IsCode => _codes > 0;

    /// <summary>True inside a table of contents or an index.</summary>
    internal bool IsContents => _contents > 0;

    /// <summary>True while any field is open.</summary>
    internal bool IsOpen => _open.Count > 0;

    /// <summary>The innermost field, or null.</summary>
    internal Field? Current => _open.Count > 0 && _beyond == 0 ? _open[^1] : null;

    /// <summary>A field begins, with its code.</summary>
    /// <param name="place">How many paragraphs and tables of its story stand before it.</param>
    internal void Begin(int place)
    {
        if (_open.Count >= MaxKept)
        {
            _beyond++;
            return;
        }

        _open.Add(new Field { Place = place });
        _codes++;
    }

    /// <summary>The innermost field's code is over and its result begins.</summary>
    internal void Separate()
    {
        if (_beyond > 0 || _open.Count == 0 || _open[^1].HasResult)
            return;
        Field field = _open[^1];
        field.HasResult = true;
        _codes--;
        if (IsListOfPlaces(field.Code))
            _contents++;
    }

    /// <summary>The innermost field ends; gives it, or null where none was open.</summary>
    internal Field? End()
    {
        if (_beyond > 0)
        {
            _beyond--;
            return null;
        }

        if (_open.Count == 0)
            return null;
        Field field = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        if (!field.HasResult)
            _codes--;
        else if (IsListOfPlaces(field.Code))
            _contents--;
        return field;
    }

    /// <summary>Adds to the innermost field's code.</summary>
    internal void AppendCode(ReadOnlySpan<char> text)
    {
        if (_open.Count > 0 && !_open[^1].HasResult)
            _open[^1].Append(text[..Math.Min(text.Length, Math.Max(0, MaxCode - _open[^1].Length))]);
    }

    /// <summary>Keeps text that stands in a code, where none of it is printed, in case the field turns out never to
    /// end.</summary>
    internal void AppendLost(ReadOnlySpan<char> text)
    {
        if (_open.Find(field => !field.HasResult) is { } outermost)
            outermost.Lost.Append(text);
    }

    /// <summary>At the story's end: the text that fields without an end would have swallowed, with the place where each
    /// began.</summary>
    internal IEnumerable<(int Place, string Text)> TakeLost()
    {
        foreach (Field field in _open.Where(field => field.Lost.Length > 0).Reverse())
            yield return (field.Place, field.Lost.ToString());
        _open.Clear();
        _codes = _contents = _beyond = 0;
    }

    /// <summary>Tables of contents, of authorities, and indexes.</summary>
    internal static bool IsListOfPlaces(string code) =>
        NameOf(code).ToUpperInvariant() is "TOC" or "TOA" or "INDEX" or "RD";

    /// <summary>The first word of a field's code.</summary>
    internal static string NameOf(string code)
    {
        string trimmed = code.TrimStart();
        int end = trimmed.AsSpan().IndexOfAny(' ', '\t', '\\');
        return end < 0 ? trimmed : trimmed[..end];
    }

    /// <summary>One field.</summary>
    internal sealed class Field
    {
        private readonly StringBuilder _code = new();

        internal StringBuilder Lost { get; } = new();

        internal int Place { get; init; }

        internal string Code => _code.ToString();

        internal int Length => _code.Length;

        internal bool HasResult { get; set; }

        /// <summary>How long its paragraph was when its result began.</summary>
        internal int ResultStart { get; set; }

        /// <summary>What a form field shows that has no result: a box, a chosen entry.</summary>
        internal string? Shown { get; set; }

        internal void Append(ReadOnlySpan<char> text) => _code.Append(text);
    }
}
