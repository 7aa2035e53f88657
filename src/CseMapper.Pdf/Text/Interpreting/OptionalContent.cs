using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Text.Interpreting;

/// <summary>Which layers are switched off in the document's default configuration (ISO 32000-2, 8.11).</summary>
internal sealed class OptionalContent
{
    private const int DeepestExpression = 16;

    private readonly HashSet<int> _named = [];
    private readonly bool _isOffUnlessNamed;

    /// <param name="catalog">The document's catalog.</param>
    public OptionalContent(PdfDictionary catalog)
    {
        PdfDictionary? configuration = catalog["OCProperties"].AsDictionary()?["D"].AsDictionary();
        if (configuration is null)
            return;
        _isOffUnlessNamed = configuration["BaseState"].AsName() == "OFF";
        PdfArray? named = configuration[_isOffUnlessNamed ? "ON" : "OFF"].AsArray();
        for (int i = 0; i < named?.Count; i++)
        {
            if (named.Raw(i).AsReference() is { } group)
                _named.Add(group.Number);
        }
    }

    /// <summary>True when a group or membership dictionary hides the content that names it.</summary>
    /// <param name="value">The entry as it stands, usually a reference.</param>
    /// <param name="resolved">The dictionary behind it.</param>
    public bool IsHidden(PdfValue value, PdfDictionary? resolved)
    {
        if (resolved is null)
            return false;
        if (resolved["Type"].AsName() != "OCMD")
            return IsGroupOff(value);
        if (resolved["VE"].AsArray() is { } expression)
            return !Evaluate(expression, 0);
        PdfValue groups = resolved.Raw("OCGs");
        PdfArray? list = resolved["OCGs"].AsArray();
        if (list is null)
            return groups.AsReference() is not null && Hides(resolved["P"].AsName(), IsGroupOff(groups) ? 1 : 0, 1);
        int off = 0;
        for (int i = 0; i < list.Count; i++)
        {
            if (IsGroupOff(list.Raw(i)))
                off++;
        }

        return list.Count > 0 && Hides(resolved["P"].AsName(), off, list.Count);
    }

    private static bool Hides(string? policy, int off, int count) =>
        policy switch
        {
            "AllOn" => off > 0,
            "AnyOff" => off == 0,
            "AllOff" => off < count,
            _ => off == count,
        };

    private bool IsGroupOff(PdfValue group) =>
        group.AsReference() is { } reference && _named.Contains(reference.Number) != _isOffUnlessNamed;

    /// <summary>A visibility expression (8.11.2.2, table 97).</summary>
    private bool Evaluate(PdfArray expression, int depth)
    {
        if (depth > DeepestExpression)
            return true;
        string? op = expression[0].AsName();
        bool result = op != "Or";
        for (int i = 1; i < expression.Count; i++)
        {
            bool operand = expression[i].AsArray() is { } inner
                ? Evaluate(inner, depth + 1)
                : !IsGroupOff(expression.Raw(i));
            if (op == "Not")
                return !operand;
            result = op == "Or" ? result || operand : result && operand;
        }

        return result || expression.Count <= 1;
    }
}
