using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Catalog;

/// <summary>A page (ISO 32000-2, 7.7.3.3) with what it inherits.</summary>
internal sealed class PageObject
{
    /// <summary>ISO A4 in points, for pages that do not say how large they are.</summary>
    private static readonly PageBox _a4 = new(0, 0, 595, 842);

    public PageObject(
        int index,
        PdfReference? reference,
        PdfDictionary dictionary,
        InheritedAttributes inherited,
        IPdfResolver resolver
    )
    {
        Index = index;
        Reference = reference;
        Dictionary = dictionary;
        InheritedAttributes own = inherited.With(dictionary);
        Resources = Follow(own.Resources, resolver).AsDictionary() ?? new PdfDictionary(resolver);
        MediaBox = PageBox.Read(Follow(own.MediaBox, resolver)) ?? _a4;
        CropBox = (PageBox.Read(Follow(own.CropBox, resolver)) ?? MediaBox).Within(MediaBox);
        int rotate = Follow(own.Rotate, resolver).AsInt() % 360;
        Rotate = (rotate + 360) % 360 / 90 * 90;
    }

    /// <summary>The place among the pages, counted from 0.</summary>
    public int Index { get; }

    /// <summary>The page's object; null for one written directly into the page tree.</summary>
    public PdfReference? Reference { get; }

    public PdfDictionary Dictionary { get; }

    public PdfDictionary Resources { get; }

    public PageBox MediaBox { get; }

    /// <summary>What is shown of the page; never outside the media box.</summary>
    public PageBox CropBox { get; }

    /// <summary>Clockwise turn when shown: 0, 90, 180 or 270 degrees.</summary>
    public int Rotate { get; }

    /// <summary>A stream or an array of streams; for <c>StreamDecoder.DecodeContents</c>.</summary>
    public PdfValue Contents => Dictionary["Contents"];

    private static PdfValue Follow(PdfValue value, IPdfResolver resolver) =>
        value.AsReference() is { } reference ? resolver.Resolve(reference) : value;
}

/// <summary>What pages inherit from the nodes above them (ISO 32000-2, 7.7.3.4), references not yet followed.</summary>
/// <param name="Resources">The resource dictionary.</param>
/// <param name="MediaBox">The medium's size.</param>
/// <param name="CropBox">What is shown of it.</param>
/// <param name="Rotate">The turn.</param>
internal sealed record InheritedAttributes(PdfValue Resources, PdfValue MediaBox, PdfValue CropBox, PdfValue Rotate)
{
    public static InheritedAttributes None { get; } = new(PdfValue.Null, PdfValue.Null, PdfValue.Null, PdfValue.Null);

    /// <returns>This, with what the node says itself.</returns>
    public InheritedAttributes With(PdfDictionary node)
    {
        PdfValue resources = node.Raw("Resources");
        PdfValue mediaBox = node.Raw("MediaBox");
        PdfValue cropBox = node.Raw("CropBox");
        PdfValue rotate = node.Raw("Rotate");
        if (resources.IsNull && mediaBox.IsNull && cropBox.IsNull && rotate.IsNull)
            return this;
        return new(Or(resources, Resources), Or(mediaBox, MediaBox), Or(cropBox, CropBox), Or(rotate, Rotate));
    }

    private static PdfValue Or(PdfValue own, PdfValue inherited) => own.IsNull ? inherited : own;
}
