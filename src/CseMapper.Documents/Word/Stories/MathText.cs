using System.Text;
using System.Xml;
using CseMapper.Documents.Word.Packages;

namespace CseMapper.Documents.Word.Stories;

/// <summary>Writes a formula on one line: "(a+b)/2", "x^2", "√(n)" (ECMA-376 part 1 §22.1).</summary>
internal sealed class MathText
{
    // Deeper formulas are written without their structure.
    private const int MaxDepth = 64;

    private readonly Stack<Node> _open = new();

    private MathText() => _open.Push(new Node("oMath", -1));

    /// <summary>Reads <c>oMath</c>; the reader ends on its last tag.</summary>
    internal static string Read(XmlReader reader, DocumentLimits limits)
    {
        if (reader.IsEmptyElement)
            return "";
        MathText text = new MathText();
        int depth = reader.Depth;
        while (limits.MayGoOn() && WordXml.ReadInside(reader, depth))
            text.Take(reader, limits);
        while (text._open.Count > 1)
            text.Close();
        return text._open.Peek().All().Trim();
    }

    private void Take(XmlReader reader, DocumentLimits limits)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element when reader.LocalName is "del" or "moveFrom" or "delText" or "rPr" or "ctrlPr":
                WordXml.SkipInside(reader);
                break;
            case XmlNodeType.Element
                when IsStructure(reader.LocalName) && _open.Count < MaxDepth && !reader.IsEmptyElement:
                _open.Push(new Node(reader.LocalName, reader.Depth));
                break;
            case XmlNodeType.Element:
                TakeProperty(reader);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                string value = reader.Value;
                _open.Peek().Append(value.AsSpan(0, limits.TakeText(value.Length)));
                break;
            case XmlNodeType.EndElement when _open.Peek().Depth == reader.Depth:
                Close();
                break;
        }
    }

    private void TakeProperty(XmlReader reader)
    {
        if (reader.LocalName is "chr" or "begChr" or "endChr" or "sepChr")
        {
            foreach (Node node in _open)
            {
                if (!node.HasProperties)
                    continue;
                node.Set(reader.LocalName, WordXml.Value(reader) ?? "");
                return;
            }
        }
        else if (reader.LocalName == "br")
        {
            _open.Peek().Append("\n");
        }
    }

    private static bool IsStructure(string name) =>
        name
            is "f"
                or "num"
                or "den"
                or "sSup"
                or "sSub"
                or "sSubSup"
                or "sPre"
                or "sup"
                or "sub"
                or "e"
                or "rad"
                or "deg"
                or "nary"
                or "d"
                or "m"
                or "mr"
                or "func"
                or "fName"
                or "limLow"
                or "limUpp"
                or "lim"
                or "eqArr"
                or "acc"
                or "bar"
                or "groupChr"
                or "box"
                or "borderBox"
                or "phant";

    private void Close()
    {
        Node closed = _open.Pop();
        _open.Peek().Add(closed.Name, closed.Write());
    }

    /// <summary>A structure whose parts are being collected; a part such as a numerator is one too.</summary>
    private sealed class Node(string name, int depth)
    {
        private readonly StringBuilder _text = new();
        private readonly List<(string Name, string Text)> _parts = [];
        private readonly Dictionary<string, string> _properties = new(StringComparer.Ordinal);

        internal string Name { get; } = name;

        internal int Depth { get; } = depth;

        internal bool HasProperties => Name is "d" or "nary" or "acc" or "groupChr";

        internal void Append(ReadOnlySpan<char> text) => _text.Append(text);

        internal void Set(string property, string value) => _properties[property] = value;

        internal void Add(string part, string text)
        {
            if (HasText)
                _text.Append(text);
            else
                _parts.Add((part, text));
        }

        private bool HasText => Name is "num" or "den" or "e" or "sup" or "sub" or "deg" or "fName" or "lim" or "oMath";

        internal string All() => _text.ToString();

        /// <summary>The structure on one line; letters that stand where none should are kept behind it.</summary>
        internal string Write() => HasText ? _text.ToString() : Compose() + _text;

        private string Compose() =>
            Name switch
            {
                "f" => $"{Grouped("num")}/{Grouped("den")}",
                "sSup" => $"{Part("e")}^{Grouped("sup")}",
                "sSub" => $"{Part("e")}_{Grouped("sub")}",
                "sSubSup" => $"{Part("e")}_{Grouped("sub")}^{Grouped("sup")}",
                "sPre" => $"{Script()}{Part("e")}",
                "rad" => Part("deg").Length > 0 ? $"{Part("deg")}√({Part("e")})" : $"√({Part("e")})",
                "nary" => $"{_properties.GetValueOrDefault("chr", "∫")}{Script()} {Part("e")}",
                "d" => Property("begChr", "(")
                    + string.Join(Property("sepChr", "|"), Parts("e"))
                    + Property("endChr", ")"),
                "m" => "[" + string.Join("; ", Parts("mr")) + "]",
                "mr" => string.Join(" ", Parts("e")),
                "eqArr" => string.Join("\n", Parts("e")),
                "func" => $"{Part("fName")} {Part("e")}",
                "limLow" => $"{Part("e")}_{Grouped("lim")}",
                "limUpp" => $"{Part("e")}^{Grouped("lim")}",
                _ => Part("e"),
            };

        private string Property(string name, string fallback) => _properties.GetValueOrDefault(name, fallback);

        private string Script() =>
            (Part("sub").Length > 0 ? "_" + Grouped("sub") : "") + (Part("sup").Length > 0 ? "^" + Grouped("sup") : "");

        private IEnumerable<string> Parts(string name) =>
            _parts.Where(part => part.Name == name).Select(part => part.Text);

        private string Part(string name) => string.Concat(Parts(name));

        /// <summary>A part in brackets, unless it is one word or number.</summary>
        private string Grouped(string name)
        {
            string text = Part(name).Trim();
            return text.All(char.IsLetterOrDigit) ? text : $"({text})";
        }
    }
}
