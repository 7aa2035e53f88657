using System.Text;
using CseMapper.Reports.Html;

namespace CseMapper.Reports.Tests;

public sealed class HtmlWriterTests
{
    [Theory]
    [InlineData("plain – £5 顧客 😀", "plain – £5 顧客 😀")]
    [InlineData("<b title=\"it's\">A & B</b>", "&lt;b title=&quot;it&#39;s&quot;&gt;A &amp; B&lt;/b&gt;")]
    [InlineData("a\u0000<\u202E", "a\uFFFD&lt;\uFFFD")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void ATextIsEncodedAsEveryValueIsWritten(string? text, string expected)
    {
        using MemoryStream stream = new();
        using (HtmlWriter html = new(stream))
            html.Write($"{text}");

        Assert.Equal(expected, HtmlWriter.Encoded(text));
        Assert.Equal(expected, Encoding.UTF8.GetString(stream.ToArray()));
    }
}
