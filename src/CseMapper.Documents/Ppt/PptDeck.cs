using System.Text;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.Ppt;

/// <summary>A text of a slide with what it is there.</summary>
/// <param name="Kind">0 and 6 are titles, 1, 5, 7 and 8 bodies, 2 notes, 4 other texts (MS-PPT 2.13.33).</param>
/// <param name="Text">Its paragraphs, ended by '\r'; '\v' breaks a line.</param>
internal sealed record PptText(int Kind, string Text);

/// <summary>A slide.</summary>
/// <param name="IsHidden">True where it is not shown when the presentation is given.</param>
/// <param name="Texts">What stands on it.</param>
/// <param name="Notes">What the speaker noted.</param>
internal sealed record PptSlide(bool IsHidden, IReadOnlyList<PptText> Texts, IReadOnlyList<PptText> Notes);

/// <summary>Finds the slides of a presentation of 97 to 2003 in their order (MS-PPT 2.1.2, 2.4.14.3).</summary>
internal sealed class PptDeck
{
    private const int Document = 0x3E8;
    private const int SlideList = 0xFF0;
    private const int SlidePersist = 0x3F3;
    private const int SlideAtom = 0x3EF;
    private const int SlideShowInfo = 0x3F9;
    private const int TextHeader = 0xF9F;
    private const int TextCharacters = 0xFA0;
    private const int TextBytes = 0xFA8;
    private const int OutlineReference = 0xF9E;
    private const int TextBox = 0xF00D;
    private const int PersistDirectory = 0x1772;

    private readonly PptRecords _records;
    private readonly DocumentLimits _limits;
    private readonly Dictionary<uint, uint> _places = [];

    private PptDeck(PptRecords records, DocumentLimits limits) => (_records, _limits) = (records, limits);

    /// <summary>The slides; empty where the list of them is lost.</summary>
    public static List<PptSlide> Read(byte[] stream, DocumentLimits limits)
    {
        PptDeck deck = new(new PptRecords(stream), limits);
        deck.ReadPlaces();
        return deck.ReadSlides();
    }

    /// <summary>Where each object stands now: what was saved later goes before.</summary>
    private void ReadPlaces()
    {
        foreach (PptRecord directory in _records.Outermost().Where(record => record.Kind == PersistDirectory))
        {
            for (int at = 0; at + 4 <= directory.Length && _limits.MayGoOn(); )
            {
                uint head = _records.U32(directory, at);
                at += 4;
                for (uint i = 0; i < head >> 20 && at + 4 <= directory.Length; i++, at += 4)
                    _places[(head & 0xFFFFF) + i] = _records.U32(directory, at);
            }
        }
    }

    private List<PptSlide> ReadSlides()
    {
        PptRecord? document = _records
            .Outermost()
            .Cast<PptRecord?>()
            .LastOrDefault(record => record!.Value.Kind == Document);
        if (document is null)
            return [];
        List<(uint Reference, uint Id, List<PptText> Texts)> slides = [];
        Dictionary<uint, uint> notes = [];
        foreach (PptRecord list in _records.Inside(document.Value).Where(record => record.Kind == SlideList))
        {
            // 0 are slides, 1 masters, 2 notes.
            if (list.Instance == 0)
            {
                slides.AddRange(ReadList(list));
            }
            else if (list.Instance == 2)
            {
                foreach ((uint reference, uint id, _) in ReadList(list))
                    notes[id] = reference;
            }
        }

        return [.. slides.Select(slide => ReadSlide(slide.Reference, slide.Texts, notes))];
    }

    private List<(uint Reference, uint Id, List<PptText> Texts)> ReadList(PptRecord list)
    {
        List<(uint Reference, uint Id, List<PptText> Texts)> slides = [];
        int kind = 4;
        foreach (PptRecord record in _records.Inside(list))
        {
            if (!_limits.MayGoOn())
                break;
            if (record.Kind == SlidePersist)
                slides.Add((_records.U32(record, 0), _records.U32(record, 12), []));
            else if (record.Kind == TextHeader)
                kind = (int)_records.U32(record, 0);
            else if (TextOf(record) is { } text && slides.Count > 0)
                slides[^1].Texts.Add(new PptText(kind, text));
        }

        return slides;
    }

    private PptSlide ReadSlide(uint reference, List<PptText> outline, Dictionary<uint, uint> notes)
    {
        if (!_places.TryGetValue(reference, out uint place) || _records.At(place) is not { } slide)
            return new PptSlide(IsHidden: false, outline, []);
        bool isHidden = false;
        uint notesId = 0;
        foreach (PptRecord record in _records.Inside(slide))
        {
            if (record.Kind == SlideAtom)
                notesId = _records.U32(record, 16);
            else if (record.Kind == SlideShowInfo)
                isHidden = (_records.U32(record, 8) >> 16 & 4) != 0;
        }

        List<PptText> texts = ReadBoxes(slide, outline);
        List<PptText> spoken =
            notesId != 0
            && notes.TryGetValue(notesId, out uint noted)
            && _places.TryGetValue(noted, out uint notesPlace)
            && _records.At(notesPlace) is { } page
                ? [.. ReadBoxes(page, []).Where(text => text.Kind == 2)]
                : [];
        return new PptSlide(isHidden, texts, spoken);
    }

    /// <summary>The texts of the shapes, in the order in which they lie on the slide; those of placeholders stand in the
    /// list of slides.</summary>
    private List<PptText> ReadBoxes(PptRecord slide, List<PptText> outline)
    {
        List<PptText> texts = [];
        HashSet<int> used = [];
        int kind = 4;
        int boxEnd = -1;
        foreach (PptRecord record in _records.AllInside(slide))
        {
            if (!_limits.MayGoOn())
                break;
            if (record.Kind == TextBox)
                (boxEnd, kind) = (record.Start + record.Length, 4);
            else if (record.Start > boxEnd)
                continue;
            else if (record.Kind == TextHeader)
                kind = (int)_records.U32(record, 0);
            else if (record.Kind == OutlineReference)
                Refer((int)Math.Min(_records.U32(record, 0), int.MaxValue));
            else if (TextOf(record) is { } text)
                texts.Add(new PptText(kind, text));
        }

        texts.AddRange(outline.Where((_, i) => !used.Contains(i)));
        return texts;

        void Refer(int at)
        {
            if (at < outline.Count && used.Add(at))
                texts.Add(outline[at]);
        }
    }

    private string? TextOf(PptRecord record)
    {
        if (record.Kind is not (TextCharacters or TextBytes))
            return null;
        ReadOnlySpan<byte> letters = _records.Content(record);
        string text = (record.Kind == TextCharacters ? Encoding.Unicode : Encoding.Latin1).GetString(letters);
        return text[.._limits.TakeText(text.Length)];
    }
}
