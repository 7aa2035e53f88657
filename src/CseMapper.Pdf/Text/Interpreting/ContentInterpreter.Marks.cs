using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Syntax;

namespace CseMapper.Pdf.Text.Interpreting;

/// <summary>Marked content (ISO 32000-2, 14.6): tags, artifacts, layers and replacement text.</summary>
internal sealed partial class ContentInterpreter
{
    private const int DeepestMark = 1_000;

    /// <summary>Characters of a replacement text: a long paragraph.</summary>
    private const int LongestActualText = 20_000;

    /// <summary>Reading so many characters of replacement text takes as long as an operator.</summary>
    private const int LettersAnOperator = 64;

    private readonly List<OpenMark> _marks = [];
    private int _mark;

    /// <summary>How many of the open sequences are replaced by another text.</summary>
    private int _replacing;

    /// <summary>A sequence that has begun: the context to go back to, and the replacement text for what it
    /// holds.</summary>
    private readonly record struct OpenMark(int Outer, string? ActualText, int FirstPiece);

    private void ResetMarks()
    {
        _marks.Clear();
        _mark = 0;
        _replacing = 0;
    }

    private (PdfDictionary? Properties, PdfValue Raw) ReadProperties(ref ContentScanner scanner)
    {
        if (scanner.Kind(1) != PdfKind.Name)
            return (scanner.Dictionary(1, _source.Resolver), default);
        PdfDictionary? named = _resources?["Properties"].AsDictionary();
        string? name = scanner.Name(1);
        return named is null || name is null ? default : (named[name].AsDictionary(), named.Raw(name));
    }

    private void BeginMark(string? tag, (PdfDictionary? Properties, PdfValue Raw) content)
    {
        if (_marks.Count >= DeepestMark)
            return;
        MarkedContent outer = _page.Marks[_mark];
        PdfDictionary? properties = content.Properties;
        int id = properties is null ? -1 : properties["MCID"].AsInt(-1);
        bool isHidden = outer.IsHidden || (tag == "OC" && _source.Layers.IsHidden(content.Raw, properties));
        ArtifactKind artifact =
            outer.Artifact != ArtifactKind.None ? outer.Artifact
            : tag == "Artifact" ? KindOf(properties)
            : ArtifactKind.None;
        MarkedContent mark = new(
            tag ?? "",
            id >= 0 ? id : outer.Id,
            id >= 0 ? _stream : outer.Stream,
            artifact,
            isHidden
        );
        string? actual = properties is null ? null : TextString.Decode(properties["ActualText"], LongestActualText);
        // One long text may replace any number of sequences.
        if (actual is not null)
            _operators += actual.Length / LettersAnOperator;
        if (actual is not null)
            _replacing++;
        _builder.End();
        _marks.Add(new OpenMark(_mark, actual, _page.PieceCount));
        bool isSame = mark with { Tag = outer.Tag } == outer;
        if (isSame)
            return;
        _mark = _page.Marks.Count;
        _page.Marks.Add(mark);
        _runIsStale = true;
    }

    private void EndMark()
    {
        if (_marks.Count <= _markFloor)
            return;
        OpenMark open = _marks[^1];
        _marks.RemoveAt(_marks.Count - 1);
        if (open.ActualText is { } actual)
        {
            _replacing--;
            _builder.End();
            ReplacementText.Apply(_page, open.FirstPiece, actual);
        }

        if (_mark != open.Outer)
            _runIsStale = true;
        _mark = open.Outer;
    }

    private static ArtifactKind KindOf(PdfDictionary? properties)
    {
        if (properties is null)
            return ArtifactKind.Other;
        switch (properties["Subtype"].AsName())
        {
            case "Header":
                return ArtifactKind.Header;
            case "Footer":
                return ArtifactKind.Footer;
            case null when properties["Type"].AsName() == "Pagination":
                PdfArray? attached = properties["Attached"].AsArray();
                for (int i = 0; i < attached?.Count; i++)
                {
                    if (attached[i].AsName() is "Top")
                        return ArtifactKind.Header;
                    if (attached[i].AsName() is "Bottom")
                        return ArtifactKind.Footer;
                }

                return ArtifactKind.Pagination;
            default:
                return properties["Type"].AsName() == "Pagination" ? ArtifactKind.Pagination : ArtifactKind.Other;
        }
    }
}
