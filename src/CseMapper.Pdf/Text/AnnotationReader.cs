using System.Text;
using CseMapper.Documents;
using CseMapper.Pdf.Catalog;
using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Text.Interpreting;

namespace CseMapper.Pdf.Text;

/// <summary>
/// Reads a page's annotations (ISO 32000-2, 12.5) and form fields (12.7): remarks and values become fields of the page;
/// what an appearance draws is also text of the page, because a reader sees it there. Links are no text.
/// </summary>
internal sealed class AnnotationReader(TextSource source, PageText page, ContentInterpreter interpreter)
{
    private const int Most = 5_000;

    /// <summary>Annotation flags (table 167): hidden, and not shown on screen.</summary>
    private const int HiddenFlags = 2 | 32;

    private const int UsualSize = 10;

    /// <summary>Characters of one remark or value; what people write into a box is far shorter.</summary>
    private const int LongestText = 50_000;

    private int _letters;

    public void Read(PageObject pageObject, in Matrix toPage, CancellationToken cancellation)
    {
        if (pageObject.Dictionary["Annots"].AsArray() is not { } annotations)
            return;
        _letters = 0;
        for (int i = 0; i < Math.Min(annotations.Count, Most); i++)
        {
            if (_letters + page.TextLength >= PageText.MostLetters)
            {
                source.Problems.Add(
                    PdfProblemKind.LimitReached,
                    "The page has more remarks and form fields than anybody writes; the rest of them was left out."
                );
                return;
            }

            if (annotations[i].AsDictionary() is not { } annotation || (annotation["F"].AsInt() & HiddenFlags) != 0)
                continue;
            if (
                annotation.Contains("OC")
                && source.Layers.IsHidden(annotation.Raw("OC"), annotation["OC"].AsDictionary())
            )
            {
                continue;
            }

            Read(annotation, toPage, cancellation);
        }
    }

    private void Read(PdfDictionary annotation, in Matrix toPage, CancellationToken cancellation)
    {
        string? kind = annotation["Subtype"].AsName();
        if (kind is null or "Link" or "Popup" || ReadRectangle(annotation["Rect"]) is not { } rectangle)
            return;
        if (kind == "FileAttachment")
            UnreadParts.ReportAttachment(annotation, source.Problems);
        (double x0, double y0) = toPage.Apply(rectangle.Left, rectangle.Top);
        (double x1, double y1) = toPage.Apply(rectangle.Right, rectangle.Bottom);
        BlockBox box = new(
            (float)Math.Min(x0, x1),
            (float)Math.Min(y0, y1),
            (float)Math.Max(x0, x1),
            (float)Math.Max(y0, y1)
        );
        bool isField = kind == "Widget";
        string drawn = DrawAppearance(annotation, rectangle, toPage, isField, cancellation);
        string text =
            isField ? FieldText(annotation, box, drawn)
            : TextString.Decode(annotation["Contents"]) is { Length: > 0 } contents ? contents
            : drawn;
        text = Cut(text).Replace('\r', '\n').Trim();
        _letters += text.Length;
        if (text.Length > 0)
            page.Fields.Add(new(box, text, isField ? FieldKind.FormField : FieldKind.Annotation));
    }

    private string FieldText(PdfDictionary field, BlockBox box, string drawn)
    {
        string value = Cut(FieldValues.ValueOf(field));
        if (FieldValues.IsButton(field))
            return value;
        if (value.Length == 0)
            return drawn;
        if (drawn.Length == 0)
            AddWords(value, box);
        return value;
    }

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText];

    /// <summary>A value that no appearance draws is put where the viewer would draw it.</summary>
    private void AddWords(string value, BlockBox box)
    {
        ushort style = page.Styles.Add(new TextStyle("", UsualSize, false, false, false, 0.8f, 0.2f, 0));
        int mark = AddMark(true);
        float u = box.Left,
            v = box.Top + UsualSize;
        foreach (string word in value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (u > box.Left && u + (word.Length * 0.5f * UsualSize) > box.Right)
                (u, v) = (box.Left, v + (1.2f * UsualSize));
            ref TextPiece piece = ref page.AddPiece();
            piece = new()
            {
                U0 = u,
                V = v,
                Size = UsualSize,
                Style = style,
                Font = PageText.NoFont,
                Mark = mark,
                TextStart = page.TextLength,
                TextLength = word.Length,
                Flags = PieceFlags.SpaceBefore,
            };
            u += word.Length * 0.5f * UsualSize;
            piece.U1 = piece.Pen = u;
            u += 0.3f * UsualSize;
            page.Append(word);
        }
    }

    private int AddMark(bool isField)
    {
        page.Marks.Add(
            MarkedContent.None with
            {
                Tag = isField ? "Widget" : "Annotation",
                Field = isField ? FieldKind.FormField : FieldKind.Annotation,
            }
        );
        return page.Marks.Count - 1;
    }

    /// <summary>Runs the normal appearance (12.5.5).</summary>
    /// <returns>What it draws, line by line.</returns>
    private string DrawAppearance(
        PdfDictionary annotation,
        BlockBox rectangle,
        in Matrix toPage,
        bool isField,
        CancellationToken cancellation
    )
    {
        PdfValue normal = annotation["AP"].AsDictionary()?["N"] ?? PdfValue.Null;
        PdfStream? form =
            normal.AsStream()
            ?? (annotation["AS"].AsName() is { } state ? normal.AsDictionary()?[state].AsStream() : null);
        if (form is null)
            return "";
        int first = page.PieceCount;
        interpreter.RunAppearance(
            form,
            Placement(form.Dictionary, rectangle).Then(toPage),
            AddMark(isField),
            cancellation
        );
        StringBuilder text = new();
        float v = float.NaN;
        foreach (ref readonly TextPiece piece in page.Pieces[first..])
        {
            if (text.Length > 0)
                text.Append(Math.Abs(piece.V - v) > 0.5f * piece.Size ? '\n' : ' ');
            text.Append(page.TextOf(piece));
            v = piece.V;
        }

        return text.ToString();
    }

    /// <summary>Algorithm 8.1: the form's transformed box is moved and stretched onto the rectangle.</summary>
    private static Matrix Placement(PdfDictionary form, BlockBox rectangle)
    {
        Matrix own = form["Matrix"].AsArray() is { Count: >= 6 } m
            ? new(m[0].AsNumber(), m[1].AsNumber(), m[2].AsNumber(), m[3].AsNumber(), m[4].AsNumber(), m[5].AsNumber())
            : Matrix.Identity;
        if (ReadRectangle(form["BBox"]) is not { } box)
            return new(1, 0, 0, 1, rectangle.Left, rectangle.Top);
        double left = double.MaxValue,
            low = double.MaxValue,
            right = double.MinValue,
            high = double.MinValue;
        foreach (
            (float x, float y) in (ReadOnlySpan<(float, float)>)
                [(box.Left, box.Top), (box.Right, box.Top), (box.Left, box.Bottom), (box.Right, box.Bottom)]
        )
        {
            (double tx, double ty) = own.Apply(x, y);
            (left, right, low, high) = (Math.Min(left, tx), Math.Max(right, tx), Math.Min(low, ty), Math.Max(high, ty));
        }

        double sx = right > left ? rectangle.Width / (right - left) : 1,
            sy = high > low ? rectangle.Height / (high - low) : 1;
        return new(sx, 0, 0, sy, rectangle.Left - (left * sx), rectangle.Top - (low * sy));
    }

    /// <summary>A rectangle of default user space, whichever corners it names; here Top is the smaller y.</summary>
    private static BlockBox? ReadRectangle(PdfValue value)
    {
        if (value.AsArray() is not { Count: >= 4 } a)
            return null;
        float x0 = (float)a[0].AsNumber(),
            y0 = (float)a[1].AsNumber(),
            x1 = (float)a[2].AsNumber(),
            y1 = (float)a[3].AsNumber();
        return new BlockBox(Math.Min(x0, x1), Math.Min(y0, y1), Math.Max(x0, x1), Math.Max(y0, y1));
    }
}
