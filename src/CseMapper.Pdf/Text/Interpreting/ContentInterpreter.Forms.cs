using CseMapper.Pdf.Fonts;
using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Text.Interpreting;

/// <summary>Resources and form XObjects (ISO 32000-2, 7.8.3 and 8.10).</summary>
internal sealed partial class ContentInterpreter
{
    private readonly Dictionary<string, PdfFont?> _fontsByName = new(StringComparer.Ordinal);
    private int _fontsVersion;

    /// <summary>The resources of the page and the forms around the one that runs: forms of careless writers use them
    /// (7.8.3).</summary>
    private readonly List<PdfDictionary?> _outerResources = [];
    private const int MostKnown = 256;

    private readonly Dictionary<PdfDictionary, Transparency> _known = new(ReferenceEqualityComparer.Instance);
    private int _savedFloor;
    private int _markFloor;

    /// <summary>Runs the appearance of an annotation (12.5.5) with its letters marked as belonging to it.</summary>
    /// <param name="form">The appearance stream.</param>
    /// <param name="toPage">From the form's space to the page as shown, the form's own matrix not included.</param>
    /// <param name="mark">Index of the context of its letters.</param>
    /// <param name="covers">Whether what it paints may hide text.</param>
    /// <param name="cancellation">Looked at now and then.</param>
    public void RunAppearance(PdfStream form, in Matrix toPage, int mark, bool covers, CancellationToken cancellation)
    {
        Run([], null, toPage, cancellation);
        _mark = mark;
        _covers = covers;
        RunForm(form, 0);
        _builder.End();
        _covers = true;
    }

    private void UseResources(PdfDictionary? resources)
    {
        if (ReferenceEquals(resources, _resources) && _fontsVersion == _source.Fonts.Version)
            return;
        _fontsVersion = _source.Fonts.Version;
        _resources = resources;
        _fonts = resources?["Font"].AsDictionary();
        _fontsByName.Clear();
    }

    private void UseFont(string? name, double size)
    {
        _state.FontSize = double.IsFinite(size) ? size : 0;
        if (name is null)
            return;
        if (!_fontsByName.TryGetValue(name, out PdfFont? font))
        {
            font = FindFont(_fonts, name);
            for (int i = _outerResources.Count - 1; font is null && i >= 0; i--)
                font = FindFont(_outerResources[i]?["Font"].AsDictionary(), name);
            _fontsByName.Add(name, font);
        }

        _state.Font = font;
    }

    private PdfFont? FindFont(PdfDictionary? fonts, string name) =>
        fonts is null ? null : _source.Fonts.Get(fonts.Raw(name), fonts[name].AsDictionary());

    private void UseGraphicsState(string? name)
    {
        if (name is null || _resources?["ExtGState"].AsDictionary()?[name].AsDictionary() is not { } state)
            return;
        // Browsers set the same few states for every word.
        if (!_known.TryGetValue(state, out Transparency? known))
        {
            if (_known.Count >= MostKnown)
                _known.Clear();
            _known.Add(state, known = Transparency.Read(state));
        }

        known.ApplyTo(ref _state);
        if (state["Font"].AsArray() is not { } font)
            return;
        _state.Font = _source.Fonts.Get(font.Raw(0), font[0].AsDictionary());
        _state.FontSize = font[1].AsNumber();
        _runIsStale = true;
    }

    private void DrawXObject(string? name)
    {
        if (name is null)
            return;
        PdfDictionary? objects = _resources?["XObject"].AsDictionary();
        for (int i = _outerResources.Count - 1; objects?.Contains(name) != true && i >= 0; i--)
            objects = _outerResources[i]?["XObject"].AsDictionary();
        if (objects?[name].AsStream() is not { } stream)
            return;
        PdfDictionary dictionary = stream.Dictionary;
        if (dictionary.Contains("OC") && _source.Layers.IsHidden(dictionary.Raw("OC"), dictionary["OC"].AsDictionary()))
            return;
        switch (dictionary["Subtype"].AsName())
        {
            case "Image":
                NoteImage(stream, dictionary);
                break;
            case "Form":
            case null when dictionary.Contains("BBox"):
                RunForm(stream, objects.Raw(name).AsReference()?.Number ?? 0);
                break;
            default:
                break;
        }
    }

    private void RunForm(PdfStream form, int number)
    {
        if (_forms.Count >= DeepestForm || _forms.Contains(form.Dictionary) || IsTooMuch())
            return;
        Frame frame = new(_state, _resources, _textMatrix, _lineMatrix, _stream, _mark, _savedFloor, _markFloor);
        _forms.Push(form.Dictionary);
        _outerResources.Add(_resources);
        _savedFloor = _savedCount;
        _markFloor = _marks.Count;
        _stream = number;
        EnterForm(form.Dictionary);
        _source.ReadContent(form, Execute);
        _builder.End();
        while (_marks.Count > _markFloor)
            EndMark();
        _forms.Pop();
        _outerResources.RemoveAt(_outerResources.Count - 1);
        Leave(frame);
    }

    private void EnterForm(PdfDictionary form)
    {
        if (form["Matrix"].AsArray() is { Count: >= 6 } m)
        {
            Concatenate(
                new(
                    m[0].AsNumber(),
                    m[1].AsNumber(),
                    m[2].AsNumber(),
                    m[3].AsNumber(),
                    m[4].AsNumber(),
                    m[5].AsNumber()
                )
            );
        }

        if (form["BBox"].AsArray() is { Count: >= 4 } box)
        {
            _paths.Rectangle(
                _state.Ctm,
                box[0].AsNumber(),
                box[1].AsNumber(),
                box[2].AsNumber() - box[0].AsNumber(),
                box[3].AsNumber() - box[1].AsNumber()
            );
            Clip();
            _paths.Paint(false, false);
        }

        // A group is painted as a whole with what was set outside (11.6.6), whatever is set inside.
        if (form.Contains("Group"))
            _state.IsGroupTransparent |= _state.IsFillTransparent;

        if (form["Resources"].AsDictionary() is { } resources)
            UseResources(resources);
        _runIsStale = true;
    }

    private void Leave(in Frame frame)
    {
        (_state, _textMatrix, _lineMatrix, _stream, _mark) = (
            frame.State,
            frame.TextMatrix,
            frame.LineMatrix,
            frame.Stream,
            frame.Mark
        );
        _clipIsStale = true;
        _savedCount = _savedFloor;
        (_savedFloor, _markFloor) = (frame.SavedFloor, frame.MarkFloor);
        UseResources(frame.Resources);
        _runIsStale = true;
    }

    /// <summary>What a form must leave as it was.</summary>
    private readonly record struct Frame(
        GraphicsState State,
        PdfDictionary? Resources,
        Matrix TextMatrix,
        Matrix LineMatrix,
        int Stream,
        int Mark,
        int SavedFloor,
        int MarkFloor
    );
}
