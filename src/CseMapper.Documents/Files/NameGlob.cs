namespace CseMapper.Documents.Files;

/// <summary>One name between two '/' of a pattern, with its wildcards: '*', '?', "[a-z]", "[!a-z]", and '\' before a
/// sign that is meant itself.</summary>
/// <remarks>Capitals do not count, on any system: a folder names the same files wherever it is read.</remarks>
internal sealed class NameGlob
{
    private readonly List<Token> _tokens = [];

    private NameGlob() { }

    /// <summary>Reads a name.</summary>
    /// <param name="text">The name without '/'.</param>
    /// <returns>Null for one that can fit nothing: a bracket without end, a '\' at the end.</returns>
    public static NameGlob? Parse(string text)
    {
        NameGlob glob = new();
        for (int at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '*':
                    // Several stand for one: what they let through is the same.
                    if (glob._tokens is not [.., { Kind: TokenKind.AnyRun }])
                        glob._tokens.Add(new Token(TokenKind.AnyRun));
                    break;
                case '?':
                    glob._tokens.Add(new Token(TokenKind.AnyOne));
                    break;
                case '[':
                    if (SetAt(text, ref at) is not { } set)
                        return null;
                    glob._tokens.Add(set);
                    break;
                case '\\' when at + 1 == text.Length:
                    return null;
                case '\\':
                    glob._tokens.Add(new Token(TokenKind.Letter) { From = text[++at] });
                    break;
                default:
                    glob._tokens.Add(new Token(TokenKind.Letter) { From = text[at] });
                    break;
            }
        }

        return glob;
    }

    /// <summary>True where the whole name fits. Takes time in proportion to both lengths multiplied, whatever the
    /// pattern.</summary>
    public bool Fits(ReadOnlySpan<char> name)
    {
        (int token, int at, int run, int tried) = (0, 0, -1, 0);
        while (at < name.Length)
        {
            if (token < _tokens.Count && _tokens[token].Kind == TokenKind.AnyRun)
            {
                (run, tried) = (token++, at);
            }
            else if (token < _tokens.Count && _tokens[token].Takes(name[at]))
            {
                (token, at) = (token + 1, at + 1);
            }
            else if (run >= 0)
            {
                // Only the last run need be longer: what an earlier one could take, this one can.
                (token, at) = (run + 1, ++tried);
            }
            else
            {
                return false;
            }
        }

        while (token < _tokens.Count && _tokens[token].Kind == TokenKind.AnyRun)
            token++;
        return token == _tokens.Count;
    }

    private static Token? SetAt(string text, ref int at)
    {
        int next = at + 1;
        bool isNegated = next < text.Length && text[next] is '!' or '^';
        if (isNegated)
            next++;
        List<(char From, char To)> ranges = [];
        // A bracket that stands first is meant itself.
        for (bool isFirst = true; next < text.Length && (isFirst || text[next] != ']'); isFirst = false)
        {
            if (NextOf(text, ref next) is not { } from)
                return null;
            char? to = from;
            if (next + 1 < text.Length && text[next] == '-' && text[next + 1] != ']')
            {
                next++;
                to = NextOf(text, ref next);
            }

            if (to is null)
                return null;
            ranges.Add((from, to.Value));
        }

        if (next >= text.Length)
            return null;
        at = next;
        return new Token(TokenKind.Set) { IsNegated = isNegated, Ranges = ranges };
    }

    private static char? NextOf(string text, ref int at)
    {
        if (text[at] == '\\' && ++at == text.Length)
            return null;
        return text[at++];
    }

    private enum TokenKind
    {
        Letter,
        AnyOne,
        AnyRun,
        Set,
    }

    private sealed record Token(TokenKind Kind)
    {
        public char From { get; init; }

        public bool IsNegated { get; init; }

        public List<(char From, char To)> Ranges { get; init; } = [];

        public bool Takes(char letter) =>
            Kind switch
            {
                TokenKind.Letter => char.ToUpperInvariant(From) == char.ToUpperInvariant(letter),
                TokenKind.AnyOne => true,
                TokenKind.Set => IsNegated != (Holds(letter) || Holds(Other(letter))),
                _ => false,
            };

        private bool Holds(char letter) => Ranges.Exists(range => letter >= range.From && letter <= range.To);

        private static char Other(char letter) =>
            char.IsUpper(letter) ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter);
    }
}
