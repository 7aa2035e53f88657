using System.Text;
using CseMapper.Documents.Mail;
using CseMapper.Testing;

namespace CseMapper.Documents.Tests.Mail;

public sealed class MailReaderTests
{
    private static readonly byte[] _outlook = File.ReadAllBytes(
        RepositoryFiles.Path("tests", "CseMapper.Documents.Tests", "Samples", "message.msg")
    );

    [Fact]
    public void AMessageIsItsSubjectWhoToWhomAndWhenAndItsText()
    {
        IngestResult result = OfficeFiles.Read(new MailReader(), SmallMail.Bytes);

        Assert.Equal(
            [
                "1 [] Thank you – great service",
                "text: From: Jane Doe (jane@example.org)\nTo: Complaints (complaints@council.example)\nDate: 4 March 2024, 10:11",
                "text: Your staff answered within ~~five~~ two days.",
                "text: Attachments: promise.txt, Earlier question.eml",
            ],
            ShownBlocks.Of(result)
        );
        Assert.Equal("Thank you – great service", result.Document!.Facts.Title?.Text);
    }

    [Fact]
    public void AMessageOfOutlookReadsTheSame() =>
        Assert.Equal(
            [
                "1 [] Thank you – great service",
                "text: From: Jane Doe (jane@example.org)\nTo: Complaints team\nDate: 4 March 2024, 10:11",
                "text: Your staff answered within ~~five~~ two days.",
                "text: Attachments: promise.txt, Earlier question.msg",
            ],
            ShownBlocks.Of(OfficeFiles.Read(new MailReader(), _outlook))
        );

    [Fact]
    public void AMessageWithoutAPageIsItsPlainText() =>
        Assert.Equal(
            ["text: From: a@b.org\nTo: c@d.org", "text: Café at £5."],
            ShownBlocks.Of(
                OfficeFiles.Read(
                    new MailReader(),
                    "From: a@b.org\nTo: c@d.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=iso-8859-1\n\n"
                        + "Caf\u00E9 at \u00A35.\n"
                )
            )
        );

    [Fact]
    public void DamageAnywhereEndsInTextOrAReason()
    {
        Random random = new(20260313);
        foreach (byte[] sample in (byte[][])[_outlook, SmallMail.Bytes])
        {
            for (int i = 0; i < 200; i++)
            {
                byte[] damaged = [.. sample];
                for (int n = 0; n < 10; n++)
                    damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                IngestResult result = OfficeFiles.Read(new MailReader(), damaged);
                Assert.True(result.Status is ReadStatus.Read || result.Problems.Count > 0);
            }
        }
    }

    [Fact]
    public void PackedRichTextIsUnpacked()
    {
        // The example of MS-OXRTFCP 3.1.1.
        byte[] packed = Convert.FromHexString(
            "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af320" + "68656c090020627705b06c647d0a800fa0"
        );

        Assert.Equal(
            "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n",
            Encoding.ASCII.GetString(PackedRichText.Unpack(packed))
        );
    }
}

/// <summary>A message with a page, a text of the same words, an attached file and an attached message.</summary>
internal static class SmallMail
{
    public static byte[] Bytes { get; } =
        Encoding.UTF8.GetBytes(
            """
            Received: from mail.example.org by x; Mon, 4 Mar 2024 10:11:12 +0000
            From: "Jane Doe" <jane@example.org>
            To: Complaints <complaints@council.example>
            Subject: =?utf-8?Q?Thank_you_=E2=80=93_great_service?=
            Date: Mon, 4 Mar 2024 10:11:12 +0000
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b1"

            --b1
            Content-Type: multipart/alternative; boundary="b2"

            --b2
            Content-Type: text/plain; charset=utf-8

            Your staff answered within two days.

            --b2
            Content-Type: text/html; charset=utf-8

            <html><body><p>Your staff answered within <s>five</s> two days.</p></body></html>
            --b2--
            --b1
            Content-Type: text/plain; name="promise.txt"
            Content-Disposition: attachment; filename="promise.txt"

            We answer every letter within ten working days.
            --b1
            Content-Type: message/rfc822

            From: a@b.org
            To: c@d.org
            Subject: Earlier question
            Date: Mon, 4 Mar 2024 10:11:12 +0000
            MIME-Version: 1.0
            Content-Type: text/plain

            When will you answer?
            --b1--
            """
        );
}
