using System.Text;

namespace CseMapper.Documents.Text;

/// <summary>Text in which struck out letters stand between "~~", so that they neither read as if they stood nor join
/// the next word.</summary>
internal sealed class StruckText
{
    private const string Mark = "~~";

    private readonly StringBuilder _text = new();
    private bool _isStruck;

    /// <summary>Characters so far.</summary>
    public int Length => _text.Length;

    /// <summary>Adds letters; white space alone neither begins nor ends a struck stretch.</summary>
    /// <param name="text">The letters.</param>
    /// <param name="isStruck">True where a line goes through them.</param>
    public void Append(ReadOnlySpan<char> text, bool isStruck)
    {
        if (isStruck != _isStruck && !text.IsWhiteSpace())
        {
            if (isStruck)
            {
                ReadOnlySpan<char> letters = text.TrimStart();
                _text.Append(text[..^letters.Length]).Append(Mark);
                _isStruck = true;
                text = letters;
            }
            else
            {
                Close();
            }
        }

        _text.Append(text);
    }

    /// <summary>Adds a sign that no line goes through or ends: a break, a tab.</summary>
    public void Append(char sign) => _text.Append(sign);

    /// <summary>Gives the text, and begins anew.</summary>
    public string Take()
    {
        if (_isStruck)
            Close();
        string text = _text.ToString();
        _text.Clear();
        return text;
    }

    private void Close()
    {
        int end = _text.Length;
        while (end > 0 && char.IsWhiteSpace(_text[end - 1]))
            end--;
        _text.Insert(end, Mark);
        _isStruck = false;
    }
}
