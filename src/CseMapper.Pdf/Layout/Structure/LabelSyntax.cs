namespace CseMapper.Pdf.Layout.Structure;

/// <summary>What a label at the start of a line looks like.</summary>
internal enum LabelKind : byte
{
    None,

    /// <summary>A bullet or dash.</summary>
    Bullet,

    /// <summary>"1.", "1)", "(1)".</summary>
    Decimal,

    /// <summary>"1" alone: a label only before a wide gap or a heading's words.</summary>
    BareDecimal,

    /// <summary>"a.", "a)", "(a)", also in capitals.</summary>
    Letter,

    /// <summary>"i.", "(iv)": also a letter where it could be one.</summary>
    Roman,

    /// <summary>"1.2", "A.3.1.".</summary>
    Sectioned,

    /// <summary>"Appendix A", "Section 4:".</summary>
    Named,
}

/// <summary>A label found at the start of a line.</summary>
/// <param name="Kind">What it looks like.</param>
/// <param name="Length">How many characters it has.</param>
/// <param name="TextStart">Where the words behind it begin.</param>
/// <param name="Depth">Parts of a sectioned number, 1 for others.</param>
/// <param name="Value">Its number, or the number of its letter; 0 for bullets.</param>
internal readonly record struct Label(LabelKind Kind, int Length, int TextStart, int Depth, int Value)
{
    public bool IsBullet => Kind == LabelKind.Bullet;

    public bool IsNumber => Kind > LabelKind.Bullet;
}

/// <summary>Reads the labels of list items, clauses and headings.</summary>
internal static class LabelSyntax
{
    private const string Bullets = "•◦▪▫●○■□‣⁃∙·➢➤►▶❖✓✔✗★☐☑☒➔→»\u00A7*";
    private const string Dashes = "-–—−";

    /// <summary>A larger number is a label only with a dot or bracket.</summary>
    private const int MostBare = 999;

    private static readonly string[] _names =
    [
        "Appendix",
        "Annex",
        "Annexe",
        "Section",
        "Part",
        "Chapter",
        "Article",
        "Schedule",
        "Clause",
        "Stage",
        "Step",
    ];

    public static Label Read(ReadOnlySpan<char> line)
    {
        if (line.Length < 2)
            return line.Length == 1 && Bullets.Contains(line[0]) ? new(LabelKind.Bullet, 1, 1, 1, 0) : default;
        if (IsBullet(line))
            return new(LabelKind.Bullet, 1, SkipBlanks(line, 1), 1, 0);
        if (char.IsAsciiLetter(line[0]) && line.Length > 5 && ReadNamed(line) is { Kind: LabelKind.Named } named)
            return named;
        int at = line[0] is '(' or '[' ? 1 : 0;
        int start = at;
        Label core = ReadCore(line, ref at);
        if (core.Kind == LabelKind.None)
            return default;
        bool isClosed = at < line.Length && line[at] is ')' or ']';
        bool isDotted = at < line.Length && line[at] is '.' or ':';
        if (start == 1 && !isClosed)
            return default;
        if (isClosed || isDotted)
            at++;
        else if (core.Kind is LabelKind.Letter or LabelKind.Roman || (core.Depth == 1 && core.Value > MostBare))
            return default;
        // Minutes are counted over years ("2640. Correspondence"); years are not.
        if (core.Kind == LabelKind.Decimal && core.Value is >= 1900 and < 2100)
            return default;
        bool isTight = core.Kind == LabelKind.Sectioned && isDotted && at < line.Length && char.IsUpper(line[at]);
        bool ends = at == line.Length || char.IsWhiteSpace(line[at]) || isTight;
        if (!ends)
            return default;
        LabelKind kind = core.Kind == LabelKind.Decimal && !isClosed && !isDotted ? LabelKind.BareDecimal : core.Kind;
        return core with { Kind = kind, Length = at, TextStart = SkipBlanks(line, at) };
    }

    private static bool IsBullet(ReadOnlySpan<char> line)
    {
        char first = line[0];
        bool isParted = char.IsWhiteSpace(line[1]);
        if (Bullets.Contains(first))
            return first != '*' || isParted;
        if (first is >= '\uE000' and <= '\uF8FF')
            return isParted;
        if (Dashes.Contains(first))
            return isParted;
        return first == 'o' && line[1] == '\t';
    }

    private static Label ReadNamed(ReadOnlySpan<char> line)
    {
        foreach (string name in _names)
        {
            if (
                !line.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                || line.Length <= name.Length + 1
                || line[name.Length] != ' '
            )
            {
                continue;
            }

            int at = name.Length + 1;
            int numberStart = at;
            while (at < line.Length && (char.IsAsciiLetterOrDigit(line[at]) || line[at] == '.') && at - numberStart < 6)
                at++;
            ReadOnlySpan<char> number = line[numberStart..at].TrimEnd('.');
            bool isNumber =
                number.Length > 0
                && (char.IsAsciiDigit(number[0]) || number.Length == 1 || !number.ContainsAnyExcept("IVXLC"));
            bool ends = at == line.Length || char.IsWhiteSpace(line[at]) || line[at] is ':' or '-' or '–' or '—';
            if (!isNumber || !ends || char.IsAsciiLetterLower(number[0]))
                return default;
            int length = numberStart + number.Length;
            int text = at;
            while (
                text < line.Length && (char.IsWhiteSpace(line[text]) || line[text] is ':' or '-' or '–' or '—' or '.')
            )
            {
                text++;
            }

            return new(LabelKind.Named, length, text, 1, 0);
        }

        return default;
    }

    private static Label ReadCore(ReadOnlySpan<char> line, ref int at)
    {
        char first = line[at];
        if (char.IsAsciiDigit(first))
            return ReadDecimal(line, ref at);
        if (!char.IsAsciiLetter(first))
            return default;
        int roman = ReadRoman(line, at, out int length);
        if (roman > 0)
        {
            at += length;
            return new(LabelKind.Roman, 0, 0, 1, roman);
        }

        if (at + 1 < line.Length && line[at + 1] == '.' && at + 2 < line.Length && char.IsAsciiDigit(line[at + 2]))
        {
            at += 2;
            Label rest = ReadDecimal(line, ref at);
            return rest with { Kind = LabelKind.Sectioned, Depth = rest.Depth + 1 };
        }

        at++;
        return new(LabelKind.Letter, 0, 0, 1, (first | 0x20) - 'a' + 1);
    }

    private static Label ReadDecimal(ReadOnlySpan<char> line, ref int at)
    {
        int depth = 0,
            value = 0;
        while (at < line.Length && char.IsAsciiDigit(line[at]))
        {
            int start = at;
            value = 0;
            while (at < line.Length && char.IsAsciiDigit(line[at]) && at - start < 4)
                value = (value * 10) + line[at++] - '0';
            depth++;
            bool goesOn = at + 1 < line.Length && line[at] == '.' && char.IsAsciiDigit(line[at + 1]);
            if (!goesOn || depth >= 8)
                break;
            at++;
        }

        if (at < line.Length && char.IsAsciiDigit(line[at]))
            return default;
        return new(depth > 1 ? LabelKind.Sectioned : LabelKind.Decimal, 0, 0, depth, value);
    }

    /// <summary>A numeral of at least one letter in one case; a lone C, D, L or M is taken for a letter.</summary>
    private static int ReadRoman(ReadOnlySpan<char> line, int start, out int length)
    {
        bool isUpper = char.IsAsciiLetterUpper(line[start]);
        ReadOnlySpan<char> digits = isUpper ? "IVXLC" : "ivxlc";
        ReadOnlySpan<int> values = [1, 5, 10, 50, 100];
        int total = 0,
            last = 0;
        length = 0;
        for (int i = start; i < line.Length && length < 8; i++)
        {
            int digit = digits.IndexOf(line[i]);
            if (digit < 0)
                break;
            int value = values[digit];
            total += value > last ? value - (2 * last) : value;
            last = value;
            length++;
        }

        bool isAlone = start + length < line.Length && !char.IsAsciiLetterOrDigit(line[start + length]);
        bool isLetter = length == 1 && last >= 50;
        return isAlone && !isLetter ? total : 0;
    }

    private static int SkipBlanks(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && char.IsWhiteSpace(line[at]))
            at++;
        return at;
    }
}
