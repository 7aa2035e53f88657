using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace CseMapper.Reports.Html;

/// <summary>Writes markup in which every inserted value is encoded: what stands in the code is markup, what is inserted
/// never is.</summary>
public sealed class HtmlWriter : IDisposable
{
    private static readonly SearchValues<char> _special = SearchValues.Create("&<>\"'");

    private readonly StreamWriter _writer;

    /// <summary>Writes UTF-8 without byte order mark; the stream is left open.</summary>
    public HtmlWriter(Stream stream) =>
        _writer = new StreamWriter(
            stream,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            16 * 1024,
            leaveOpen: true
        )
        {
            NewLine = "\n",
        };

    /// <summary>Writes markup with encoded values and a line feed.</summary>
    /// <param name="markup">Markup of this program; the values in it are encoded.</param>
#pragma warning disable CA1822 // The handler writes to this instance before the call.
    public void Line([InterpolatedStringHandlerArgument("")] ref MarkupHandler markup) => _writer.Write('\n');

    /// <summary>Writes markup with encoded values.</summary>
    /// <param name="markup">Markup of this program; the values in it are encoded.</param>
    public void Write([InterpolatedStringHandlerArgument("")] ref MarkupHandler markup)
    {
        // The handler has written it.
    }
#pragma warning restore CA1822

    /// <summary>Writes text of this program as it is: style sheet and script.</summary>
    /// <param name="markup">Written without encoding: never a text from outside.</param>
    public void Raw(string markup) => _writer.Write(markup);

    /// <summary>A text as every value is written: what is unfit for display replaced, what is special in markup
    /// escaped.</summary>
    /// <param name="text">The text; null for none.</param>
    public static string Encoded(string? text)
    {
        string clean = DisplayText.Clean(text ?? "");
        if (clean.AsSpan().IndexOfAny(_special) < 0)
            return clean;
        StringBuilder encoded = new(clean.Length + 32);
        foreach (char c in clean)
        {
            if (_special.Contains(c))
                encoded.Append(Entity(c));
            else
                encoded.Append(c);
        }

        return encoded.ToString();
    }

    /// <summary>Writes what is still held back.</summary>
    public void Dispose() => _writer.Dispose();

    private void Encode(string text)
    {
        ReadOnlySpan<char> rest = DisplayText.Clean(text);
        for (int special = rest.IndexOfAny(_special); special >= 0; special = rest.IndexOfAny(_special))
        {
            _writer.Write(rest[..special]);
            _writer.Write(Entity(rest[special]));
            rest = rest[(special + 1)..];
        }

        _writer.Write(rest);
    }

    private static string Entity(char c) =>
        c switch
        {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            _ => "&#39;",
        };

    /// <summary>Takes a string template apart: its literal pieces are markup, its values are encoded.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct MarkupHandler
    {
        private readonly HtmlWriter _html;

#pragma warning disable IDE0060, CA1801 // The compiler passes both lengths to every handler.
        /// <summary>Begins a piece of markup, as the compiler asks for it.</summary>
        /// <param name="literalLength">Characters of markup.</param>
        /// <param name="formattedCount">Values between them.</param>
        /// <param name="html">Takes the piece.</param>
        public MarkupHandler(int literalLength, int formattedCount, HtmlWriter html) => _html = html;
#pragma warning restore IDE0060, CA1801

        /// <summary>Writes markup as it is.</summary>
        /// <param name="markup">The markup.</param>
        public void AppendLiteral(string markup) => _html._writer.Write(markup);

        /// <summary>Writes a text, escaped.</summary>
        /// <param name="text">The text.</param>
        public void AppendFormatted(string? text) => _html.Encode(text ?? "");

        /// <summary>Writes a number.</summary>
        /// <param name="number">The number.</param>
        public void AppendFormatted(int number) =>
            _html._writer.Write(number.ToString("N0", CultureInfo.InvariantCulture));

        /// <summary>Writes a number by its format.</summary>
        /// <param name="number">The number.</param>
        /// <param name="format">The format.</param>
        public void AppendFormatted(int number, string format) =>
            _html._writer.Write(number.ToString(format, CultureInfo.InvariantCulture));

        /// <summary>Writes a number by its format.</summary>
        /// <param name="number">The number.</param>
        /// <param name="format">The format.</param>
        public void AppendFormatted(double number, string format) =>
            _html._writer.Write(number.ToString(format, CultureInfo.InvariantCulture));
    }
}
