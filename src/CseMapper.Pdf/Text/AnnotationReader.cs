using System.Text;
using CseMapper.Documents;
using CseMapper.Pdf.Catalog;
using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Text.Interpreting;

namespace CseMapper.Pdf.Text;

/// <summary>
/// Reads a page's annotations (ISO 32000-2, 12.5) and form fields (12.7): remarks and ticks become fields of the
/// page; values and what was typed onto it become text of the page, because a reader sees them there. Links are no
/// text.
/// </summary>
internal sealed class AnnotationReader(TextSource source, PageText page, ContentInterpreter interpreter)
{
    private const int Most = 5_000;

    /// <summary>Annotation flags (table 167): hidden, and not shown on screen.</summary>
    private const int HiddenFlags = 2 | 32;

    /// <summary>Areas of one remark: a page has fewer lines.</summary>
    private const int MostAreas = 1_000;

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
        switch (kind)
        {
            case "Widget":
                ReadField(annotation, rectangle, box, toPage, cancellation);
                return;
            case "FreeText":
                ReadTyped(annotation, rectangle, box, toPage, cancellation);
                return;
            case "StrikeOut":
                AddAreas(annotation, box, toPage, area => page.StruckAreas.Add(area));
                break;
            case "Redact":
                AddAreas(annotation, box, toPage, Cover);
                break;
            case "Square" when IsFilled(annotation):
                Cover(box);
                break;
            default:
                break;
        }

        bool covers = kind is not ("Highlight" or "Underline" or "Squiggly" or "StrikeOut" or "Redact" or "Text");
        string drawn = DrawAppearance(
            annotation,
            rectangle,
            toPage,
            AddMark(FieldKind.Annotation),
            covers,
            cancellation
        );
        AddField(
            box,
            TextString.Decode(annotation["Contents"]) is { Length: > 0 } contents ? contents : drawn,
            FieldKind.Annotation
        );
    }

    private void AddField(in BlockBox box, string text, FieldKind kind)
    {
        text = Cut(text).Replace('\r', '\n').Trim();
        _letters += text.Length;
        if (text.Length > 0)
            page.Fields.Add(new(box, text, kind));
    }

    /// <summary>A tick says what it is for, a signature who signed with which program; a value stands on the page as text.</summary>
    private void ReadField(
        PdfDictionary field,
        BlockBox rectangle,
        BlockBox box,
        in Matrix toPage,
        CancellationToken cancellation
    )
    {
        if (FieldValues.IsPassword(field))
            return;
        if (FieldValues.IsButton(field) || FieldValues.IsSignature(field))
        {
            string shown = DrawAppearance(field, rectangle, toPage, AddMark(FieldKind.FormField), false, cancellation);
            AddField(box, FieldValues.IsButton(field) ? FieldValues.ValueOf(field) : shown, FieldKind.FormField);
            return;
        }

        int first = page.PieceCount;
        string drawn = DrawAppearance(field, rectangle, toPage, 0, false, cancellation);
        string value = Cut(FieldValues.ValueOf(field));
        _letters += value.Length;
        if (FieldValues.SaysMore(field, value, drawn))
        {
            page.CutPieces(first);
            AddWords(value, box, FieldValues.IsMultiline(field), FieldValues.SizeOf(field));
        }

        AddTyped(box, first);
    }

    /// <summary>Text set on the page without a field (12.5.6.6) is text of the page, not a remark.</summary>
    private void ReadTyped(
        PdfDictionary annotation,
        BlockBox rectangle,
        BlockBox box,
        in Matrix toPage,
        CancellationToken cancellation
    )
    {
        int first = page.PieceCount;
        string drawn = DrawAppearance(annotation, rectangle, toPage, 0, true, cancellation);
        if (drawn.Length == 0)
            AddWords(Cut(TextString.Decode(annotation["Contents"]) ?? ""), box, true, FieldValues.SizeOf(annotation));
        AddTyped(box, first);
    }

    private void AddTyped(in BlockBox box, int first)
    {
        if (page.PieceCount > first)
            page.Typed.Add(new(box, first, page.PieceCount - first));
    }

    private void Cover(BlockBox box) => page.Covers.Add(new(box, page.PieceCount));

    /// <summary>An interior colour without transparency (table 180).</summary>
    private static bool IsFilled(PdfDictionary square) =>
        square["IC"].AsArray() is { Count: > 0 } && square["CA"].AsNumber(1) > 0.99;

    /// <summary>The quadrilaterals of a remark (12.5.6.10), or its rectangle where it has none.</summary>
    private static void AddAreas(PdfDictionary annotation, BlockBox box, in Matrix toPage, Action<BlockBox> add)
    {
        if (annotation["QuadPoints"].AsArray() is not { Count: >= 8 } points)
        {
            add(box);
            return;
        }

        for (int i = 0; i + 7 < Math.Min(points.Count, 8 * MostAreas); i += 8)
        {
            BlockBox? area = null;
            for (int corner = 0; corner < 8; corner += 2)
            {
                (double x, double y) = toPage.Apply(points[i + corner].AsNumber(), points[i + corner + 1].AsNumber());
                BlockBox at = new((float)x, (float)y, (float)x, (float)y);
                area = area?.Union(at) ?? at;
            }

            add(area!.Value);
        }
    }

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText];

    /// <summary>A value that no appearance draws is put where the viewer would draw it.</summary>
    private void AddWords(string value, BlockBox box, bool isMultiline, float size)
    {
        ushort style = page.Styles.Add(new TextStyle("", size, false, false, false, 0.8f, 0.2f, 0));
        bool isHigh = isMultiline || box.Height > 2.2f * size;
        float u = box.Left,
            v = isHigh ? box.Top + size : ((box.Top + box.Bottom) / 2) + (0.35f * size);
        foreach (string word in value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (isHigh && u > box.Left && u + (word.Length * 0.5f * size) > box.Right)
                (u, v) = (box.Left, v + (1.2f * size));
            ref TextPiece piece = ref page.AddPiece();
            piece = new()
            {
                U0 = u,
                V = v,
                Size = size,
                Style = style,
                Font = PageText.NoFont,
                TextStart = page.TextLength,
                TextLength = word.Length,
                Flags = PieceFlags.SpaceBefore,
            };
            u += word.Length * 0.5f * size;
            piece.U1 = piece.Pen = u;
            u += 0.3f * size;
            page.Append(word);
        }
    }

    private int AddMark(FieldKind kind)
    {
        page.Marks.Add(
            MarkedContent.None with
            {
                Tag = kind == FieldKind.FormField ? "Widget" : "Annotation",
                Field = kind,
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
        int mark,
        bool covers,
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
        interpreter.RunAppearance(form, Placement(form.Dictionary, rectangle).Then(toPage), mark, covers, cancellation);
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
