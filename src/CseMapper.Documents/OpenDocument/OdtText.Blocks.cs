using System.Xml;
using CseMapper.Documents.Text;
using CseMapper.Documents.Word.Assembly;
using CseMapper.Documents.Word.Lists;
using CseMapper.Documents.Word.Packages;

namespace CseMapper.Documents.OpenDocument;

/// <content>What paragraphs, rows and tables become at their end.</content>
internal sealed partial class OdtText
{
    private void EndLook()
    {
        if (_looks.Count > 1)
            _looks.Pop();
    }

    private void EndParagraph(bool isHeading)
    {
        string text = _isHiddenParagraph ? "" : _text.Take();
        string number = _number.Trim() is { Length: > 0 } given ? given : _label?.Text ?? "";
        _number = "";
        if (text.Length == 0)
            return;
        _limits.TakePiece();
        if (_outer.Count > 0 && _noteMark.Length > 0)
            (text, _noteMark) = ($"{_noteMark} {text}", "");
        if (_tables > 0)
        {
            _cellLines.Add(number.Length > 0 ? $"{number} {text}" : text);
            return;
        }

        BlockRole own = _contents > 0 ? BlockRole.Contents : role;
        Block block = Classify(text, number, isHeading && !BlockAssembler.IsSentence(text));
        block = block with { Role = own, HasUnacceptedChanges = _hasChange };
        if (_outer.Count > 0)
        {
            _notes.Add(block with { Role = own == BlockRole.Body ? BlockRole.Note : own });
            return;
        }

        _blocks.Add(block);
        _blocks.AddRange(_notes);
        _notes.Clear();
    }

    private Block Classify(string text, string number, bool isHeading)
    {
        BlockLocation nowhere = new(null);
        ListLabel? label = _label is { Text.Length: > 0 } ? _label : null;
        if (!isHeading && label is not null)
            return _clauses.ListedBlock(nowhere, label, text);
        if (!isHeading && _isItem)
            return new ListItemBlock(nowhere, Math.Max(1, _lists.Depth), number.Length > 0 ? number : "•", text);
        (string? typed, string words) =
            number.Length > 0 ? (number, text)
            : isHeading ? PrintedNumbers.OfHeading(text)
            : PrintedNumbers.OfClause(text);
        if (!isHeading)
            return new TextBlock(nowhere, typed, words);
        if (typed is null)
            _clauses.Leave();
        else
            _clauses.Enter(typed, label);
        return new HeadingBlock(nowhere, _level, typed, words);
    }

    /// <summary>The first paragraph of an item has its number; a heading outside of lists has that of the
    /// outline.</summary>
    private void BeginNumbered(XmlReader reader, bool isHeading)
    {
        string? named = lists.ListOf(WordXml.Attribute(reader, "style-name"));
        (_label, _isItem) = (null, _lists.TakeItem(out int? start));
        if (_isItem && (_lists.Current ?? lists.Find(named)) is { } list)
        {
            if (_lists.TakeNew())
                _counter.Restart(list);
            if (start is not null)
                _counter.Set(list, _lists.Depth - 1, start.Value);
            _label = _counter.Count(list, _lists.Depth - 1);
        }
        else if (
            isHeading
            && _lists.Depth == 0
            && named != ""
            && WordXml.Attribute(reader, "is-list-header") != "true"
            && (lists.Find(named) ?? lists.Outline) is { } outline
        )
        {
            if (WordXml.Attribute(reader, "restart-numbering") == "true")
                _counter.Set(outline, _level - 1, WordXml.Number(WordXml.Attribute(reader, "start-value")) ?? 1);
            _label = _counter.Count(outline, _level - 1);
        }
    }

    /// <summary>A sign of the author's own stands in the text as it is; a number is put between brackets.</summary>
    private void TakeCitation(string? own, string mark)
    {
        if (_looks.Peek().IsHidden)
            return;
        _text.Append(own is null && mark.Length > 0 ? $"[{mark}]" : mark);
        _noteMark = own is null && mark.Length > 0 ? $"[{mark}]" : mark;
    }

    private void EndRow()
    {
        if (_cells.Exists(cell => cell.Length > 0))
        {
            if (_isInHeaderRows)
                _headerRows++;
            _rows.Add(new TableRow([.. _cells]));
        }

        _cells.Clear();
    }

    private void EndTable()
    {
        _tables = Math.Max(0, _tables - 1);
        if (_tables > 0)
            return;
        if (_rows.Count > 0)
            _blocks.Add(new TableBlock(new BlockLocation(null), [.. _rows], _headerRows) { Role = role });
        _rows.Clear();
        _headerRows = 0;
    }

    private void CountChanges(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return;
        int depth = reader.Depth;
        while (WordXml.ReadInside(reader, depth))
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "changed-region" })
                Changes++;
        }
    }

    private static string ReadText(XmlReader reader)
    {
        int depth = reader.Depth;
        string text = "";
        while (WordXml.ReadInside(reader, depth))
        {
            if (reader.NodeType == XmlNodeType.Text)
                text += reader.Value;
        }

        return text;
    }
}
