using System.Text;
using CseMapper.Documents.Detection;

namespace CseMapper.Documents.Tests.Detection;

public sealed class PointerFilesTests
{
    [Theory]
    [InlineData("Policy.gdoc", """{"url": "https://docs.google.com/open?id=x", "doc_id": "x"}""", "Google Drive")]
    [InlineData("Scores.gsheet", """{"":"WARNING!","doc_id":"x","resource_key":""}""", "Google Drive")]
    [InlineData("Charter.docx", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 12\n", "Git")]
    [InlineData("Charter.pdf", "/annex/objects/SHA256E-s12--0.pdf\n", "Git")]
    [InlineData("Policy.desktop", "[Desktop Entry]\nType=Link\nURL=https://example.org/p.docx\n", "desktop")]
    [InlineData(
        "Policy.url",
        "[{000214A0-0000-0000-C000-000000000046}]\r\nProp3=19,2\r\n[InternetShortcut]\r\n"
            + "URL=https://x.sharepoint.com/p.docx\r\n",
        "SharePoint or OneDrive"
    )]
    [InlineData("Policy.url", "[InternetShortcut]\nURL=https://example.org/\n", "web page")]
    [InlineData(
        "Policy.webloc",
        "<?xml version=\"1.0\"?><plist><dict><key>URL</key><string>https://1drv.ms/w/x</string>" + "</dict></plist>",
        "OneDrive"
    )]
    [InlineData("Policy.webloc", "bplist00\u0001\u0002URL", "web page")]
    [InlineData("Policy.txt", "https://x.sharepoint.com/:w:/r/sites/p/Policy.docx?web=1\n", "SharePoint")]
    [InlineData("Policy.docx", "link: https://drive.google.com/file/d/x/view", "Google Drive")]
    [InlineData(
        "Policy.html",
        "<html><head><title>Policy</title><meta http-equiv=\"refresh\" content=\"0; "
            + "url=https://x-my.sharepoint.com/p.docx\"></head><body></body></html>",
        "SharePoint"
    )]
    public void APointerIsNoDocumentAndSaysHowToGetIt(string name, string content, string expected)
    {
        using MemoryStream stream = new(Encoding.Latin1.GetBytes(content));

        DetectedFormat format = FormatDetector.Detect(stream, name);

        Assert.Equal(FileFormat.Unknown, format.Format);
        Assert.Contains(expected, format.Name, StringComparison.Ordinal);
        Assert.Contains("the folder", format.Advice, StringComparison.Ordinal);
        Assert.NotNull(format.Refusal);
    }

    [Theory]
    [InlineData("Policy.txt", "See https://example.org for our policy on complaints.", FileFormat.PlainText)]
    [InlineData("Policy.txt", "Our charter is kept with git-lfs.", FileFormat.PlainText)]
    [InlineData(
        "Policy.html",
        "<html><head><meta http-equiv=refresh content='600'></head><body><p>We answer every letter "
            + "within ten working days, and every call within five rings. We say who answered, and whom to ask for more."
            + "</p></body></html>",
        FileFormat.Html
    )]
    public void WhatMerelySpeaksOfALinkIsRead(string name, string content, FileFormat expected)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(content));

        Assert.Equal(expected, FormatDetector.Detect(stream, name).Format);
    }
}
