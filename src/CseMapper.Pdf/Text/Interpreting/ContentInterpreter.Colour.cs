using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Syntax;

namespace CseMapper.Pdf.Text.Interpreting;

/// <summary>Fill colours, roughly: enough to tell white text from black and coloured headings from body text.</summary>
internal sealed partial class ContentInterpreter
{
    private const int White = 0xFFFFFF;

    private void ExecuteColour(ref ContentScanner scanner)
    {
        int colour = scanner.Operator switch
        {
            ContentOperator.FillGray => Gray(scanner.Number(0)),
            ContentOperator.FillRgb => Rgb(scanner.Number(0), scanner.Number(1), scanner.Number(2)),
            ContentOperator.FillCmyk => Cmyk(
                scanner.Number(0),
                scanner.Number(1),
                scanner.Number(2),
                scanner.Number(3)
            ),
            ContentOperator.FillColorSpace => SpaceDefault(scanner.Name(0)),
            ContentOperator.FillColor or ContentOperator.FillColorExtended => FromComponents(ref scanner),
            _ => -1,
        };
        if (colour < 0)
            return;
        bool isNamed = scanner.Operator == ContentOperator.FillColorExtended && scanner.Count > 0;
        _state.IsFillPattern = isNamed && scanner.Kind(scanner.Count - 1) == PdfKind.Name;
        if (colour == _state.Colour)
            return;
        _state.Colour = colour;
        _runIsStale = true;
    }

    /// <summary>Spaces of one component are gray ones or tints of an ink, which run the other way.</summary>
    private int FromComponents(ref ContentScanner scanner)
    {
        int count = scanner.Count;
        while (count > 0 && scanner.Kind(count - 1) is not (PdfKind.Integer or PdfKind.Real))
            count--;
        return count switch
        {
            1 => _isTint ? Gray(1 - scanner.Number(0)) : Gray(scanner.Number(0)),
            3 => Rgb(scanner.Number(0), scanner.Number(1), scanner.Number(2)),
            4 => Cmyk(scanner.Number(0), scanner.Number(1), scanner.Number(2), scanner.Number(3)),
            _ => 0,
        };
    }

    /// <summary>Choosing a colour space sets its initial colour, black or full tint in all that matter
    /// (8.6.8).</summary>
    private int SpaceDefault(string? name)
    {
        string? family = name is null ? null : _resources?["ColorSpace"].AsDictionary()?[name].AsArray()?[0].AsName();
        _isTint = family is "Separation" or "DeviceN";
        return 0;
    }

    private static int Gray(double gray) => Level(gray) * 0x010101;

    private static int Rgb(double red, double green, double blue) =>
        (Level(red) << 16) | (Level(green) << 8) | Level(blue);

    private static int Cmyk(double cyan, double magenta, double yellow, double black) =>
        Rgb((1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black));

    private static int Level(double share) => (int)((Math.Clamp(share, 0, 1) * 255) + 0.5);
}
