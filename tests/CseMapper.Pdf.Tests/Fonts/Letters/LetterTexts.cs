namespace CseMapper.Pdf.Tests.Fonts.Letters;

/// <summary>Ordinary sentences in several languages, written for the tests, and ways to break them as fonts
/// do.</summary>
internal static class LetterTexts
{
    public const string English =
        "We answer the telephone within five rings and reply to letters within ten working days. If we cannot "
        + "give a full answer in "
        + "that time, we tell you why and when you can expect one. Our staff wear name badges and will always "
        + "give you their name. "
        + "Complaints are looked at by a manager who was not involved in the matter, and we publish what we have "
        + "changed because of them.";

    public static TheoryData<string> Languages =>
        [
            English,
            "Rydym yn ateb y ffôn o fewn pum caniad ac yn ymateb i lythyrau o fewn deg diwrnod gwaith. Os na "
                + "allwn roi ateb llawn mewn pryd, byddwn yn dweud wrthych pam a phryd y gallwch ddisgwyl un. Mae ein "
                + "staff yn gwisgo bathodynnau enw.",
            "Nous répondons au téléphone en moins de cinq sonneries et aux lettres en moins de dix jours ouvrés. "
                + "Si nous ne pouvons pas donner une réponse complète à temps, nous vous disons pourquoi et quand vous "
                + "pouvez l’attendre.",
            "Wir nehmen das Telefon innerhalb von fünf Klingelzeichen ab und beantworten Briefe innerhalb von "
                + "zehn Arbeitstagen. Können wir nicht rechtzeitig vollständig antworten, so sagen wir Ihnen, warum "
                + "und wann Sie die Antwort erwarten können.",
            "Odpowiadamy na telefon przed piątym dzwonkiem, a na listy w ciągu dziesięciu dni roboczych. Jeżeli "
                + "nie możemy udzielić pełnej odpowiedzi na czas, informujemy dlaczego i kiedy można się jej "
                + "spodziewać. Nasi pracownicy noszą identyfikatory.",
            "Отвечаем на звонки до пятого гудка, а на письма в течение десяти рабочих дней. Если мы не можем "
                + "дать полный ответ вовремя, мы объясняем причину и называем срок, когда его можно ожидать. Наши "
                + "сотрудники носят бейджи.",
            "我们在电话响五声之内接听，并在十个工作日内答复来信。如果不能按时给出完整的答复，我们会说明原因，并告知何时可以得到答复。"
                + "我们的工作人员都佩戴姓名牌，并且会告诉您他们的姓名。投诉由没有参与该事项的经理处理，我们会公布因此所做的改变。"
                + "我们每年都会公布服务标准的执行情况，欢迎您提出意见和建议，我们会认真考虑每一条意见，并在网站上公布我们的答复和所采取的措施。",
            "Ref. 4.2.1 £1,250.00 12/03/2024 A 2 3 4.50 65% (b) 7 8 9 10 11 12 13.75 £80.00 £95.50 £1,000 5 6 "
                + "7.25 3% 4% 14 15 16 17 18 19 20 21 22 23 £12.00 £13.00 £14.50",
            "FPKI-CP-2.26 https://www.example.org/forms/annual-review.pdf ISO 27001 AES-256 RSA-2048 SHA-384 TLS "
                + "1.3 OCSP CRL LDAP X.509 PIV-I NIST SP 800-53 FIPS 140-3 Category: Hardware Medium Policy OID "
                + "2.16.840.1.101.3.2.1.48.11",
            "................................................................................ 12 "
                + "................................................................................ 14 "
                + "____________________ ____________________ • • • • • • • • • • • • • • • • • • • •",
        ];

    /// <summary>The codes of the glyph indexes of most TrueType fonts, taken for letters.</summary>
    public static string ByGlyphIndex(string text) => Moved(text, -29);

    /// <summary>Every character, the space too, moved; what leaves the readable range becomes what a font says of a
    /// code it cannot name.</summary>
    public static string Moved(string text, int distance) =>
        string.Concat(
            text.Select(letter =>
                letter + distance is > 32 and < 127 and { } moved ? (char)moved : (char)(0xE000 + letter + distance)
            )
        );

    /// <summary>Letters numbered in the order in which they first occur, as subset fonts number their glyphs.</summary>
    public static string Renumbered(string text, char first)
    {
        Dictionary<char, char> numbers = [];
        return string.Concat(
            text.Select(letter =>
            {
                if (letter == ' ')
                    return ' ';
                if (!numbers.TryGetValue(letter, out char number))
                    numbers.Add(letter, number = (char)(first + numbers.Count));
                return number;
            })
        );
    }

    /// <summary>Each letter for another one.</summary>
    public static string Swapped(string text)
    {
        const string Others = "qxzjkvbpygfwmucldrhsnioate";
        return string.Concat(text.Select(letter => char.IsAsciiLetterLower(letter) ? Others[letter - 'a'] : letter));
    }
}
