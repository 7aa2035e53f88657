using System.Globalization;
using System.Text;
using CseMapper.App.ReviewPage.Access;
using CseMapper.Reports;
using CseMapper.Reports.Html;
using Microsoft.AspNetCore.Html;
using RazorSlices;

namespace CseMapper.App.ReviewPage.Markup;

/// <summary>A page, or a part of one, whose markup stands in a .cshtml file. Every value is encoded as in the reports:
/// what is unfit for display is replaced, what is special in markup is escaped.</summary>
/// <typeparam name="TModel">What it shows.</typeparam>
internal abstract class PageSlice<TModel> : RazorSlice<TModel>
{
    /// <summary>Writes a text, encoded.</summary>
    protected new void Write(string? text) => WriteHtml(HtmlWriter.Encoded(text));

    /// <summary>Writes a number with its thousands apart.</summary>
    protected new void Write(int number) => WriteHtml(number.ToString("N0", CultureInfo.InvariantCulture));

    /// <summary>Writes a text into an attribute, encoded; null leaves the attribute out.</summary>
    protected void WriteAttributeValue(
        string prefix,
        int prefixOffset,
        string? value,
        int valueOffset,
        int valueLength,
        bool isLiteral
    )
    {
        if (value is null || isLiteral)
        {
            base.WriteAttributeValue(prefix, prefixOffset, value, valueOffset, valueLength, isLiteral);
        }
        else
        {
            HtmlString encoded = new(HtmlWriter.Encoded(value));
            base.WriteAttributeValue(prefix, prefixOffset, encoded, valueOffset, valueLength, isLiteral);
        }
    }

    /// <summary>A number without thousands, for attributes and addresses.</summary>
    protected static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The field that every form of a change carries.</summary>
    protected static HtmlString Token(PageRequest request) =>
        new($"""<input type="hidden" name="token" value="{HtmlWriter.Encoded(request.FormToken)}">""");

    /// <summary>A point in time, in the time zone of the machine that serves the page.</summary>
    protected static HtmlString Time(PageRequest request, DateTimeOffset at)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(at, request.Site.Time.LocalTimeZone);
        return new HtmlString(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""<time datetime="{at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}">{local:d MMM yyyy, HH:mm}</time>"""
            )
        );
    }

    /// <summary>A drawing, which is worked out rather than written.</summary>
    protected static HtmlString Drawn(Action<HtmlWriter> draw)
    {
        using MemoryStream markup = new();
        using (HtmlWriter html = new(markup))
            draw(html);
        return new HtmlString(Encoding.UTF8.GetString(markup.GetBuffer(), 0, (int)markup.Length));
    }

    /// <summary>A text with its matched words marked, each by the kind of its match.</summary>
    protected static HtmlString Marked(string text, IEnumerable<TextRun> runs, Func<TextRun, string?> kindOf)
    {
        StringBuilder html = new(text.Length + 256);
        foreach (TextRun run in runs)
        {
            string words = HtmlWriter.Encoded(text.Substring(run.Start, run.Length));
            if (!run.IsMarked)
                html.Append(words);
            else if (kindOf(run) is { } kind)
                html.Append(CultureInfo.InvariantCulture, $"""<mark class="{kind}">{words}</mark>""");
            else
                html.Append(CultureInfo.InvariantCulture, $"<mark>{words}</mark>");
        }

        return new HtmlString(html.ToString());
    }
}
