using CseMapper.Documents.Word.Lists;
using CseMapper.Documents.Word.Packages;

namespace CseMapper.Documents.Word.Stories;

/// <content>Fields: their codes are not printed, their results are.</content>
internal sealed partial class StoryReader
{
    private readonly AutoNumbers _numbers = new();

    private bool StartField(string name)
    {
        switch (name)
        {
            case "fldChar":
                ReadFieldMark();
                return true;
            case "instrText":
                _story.Fields.AppendCode(ReadText());
                return true;
            case "fldSimple":
                _story.Fields.Begin(_story.Content.Count);
                _story.Fields.AppendCode(WordXml.Attribute(_xml, "instr"));
                SeparateField();
                Push(Ending.SimpleField);
                return true;
            default:
                return false;
        }
    }

    private void ReadFieldMark()
    {
        FieldStack fields = _story.Fields;
        switch (WordXml.Attribute(_xml, "fldCharType"))
        {
            case "begin":
                fields.Begin(_story.Content.Count);
                string? shown = FormField.Read(_xml);
                if (fields.Current is { } field)
                    field.Shown = shown;
                break;
            case "separate":
                SeparateField();
                break;
            case "end":
                EndField();
                break;
        }
    }

    private void SeparateField()
    {
        if (_story.Fields.Current is { HasResult: false } field)
            field.ResultStart = _story.Paragraph?.Length ?? 0;
        _story.Fields.Separate();
    }

    /// <summary>Some fields have no result in the file and are drawn from their code.</summary>
    private void EndField()
    {
        if (_story.Fields.End() is not { } field || !IsPrinted)
            return;
        bool isEmpty = !field.HasResult || _story.Paragraph is null || _story.Paragraph.Length <= field.ResultStart;
        if (
            isEmpty
            && (field.Shown ?? NumberOf(field.Code) ?? FormField.ShownBy(field.Code, field.HasResult))
                is { Length: > 0 } shown
        )
        {
            CurrentParagraph().Append(shown, _run);
        }
    }

    /// <summary>The number that a field makes, or null.</summary>
    private string? NumberOf(string code)
    {
        ParagraphBuilder? paragraph = _story.Paragraph;
        int? outline =
            paragraph?.Properties?.OutlineLevel
            ?? _context.Styles.Paragraph(paragraph?.Properties?.StyleId).OutlineLevel;
        return _numbers.Next(code, outline, paragraph?.Label?.Level, paragraph);
    }
}
