namespace CseMapper.Meaning.Tests;

/// <summary>Sentences as policies have them, of many lengths.</summary>
internal static class Texts
{
    public static IReadOnlyList<string> All { get; } =
    [
        "",
        "Complaints",
        "Customers can reach us by telephone, e-mail or in person at any of our offices.",
        "We answer letters within 10 working days; 94.5% were answered in time in 2023/24.",
        "You said, we did: after the survey we extended our opening hours on Thursdays.",
        "The board reviews performance against its published standards every quarter.",
        "Staff are polite, friendly and treat everyone fairly and with respect.",
        "Information is available in large print, Braille, audio and other languages on request.",
        "The pump must be primed before the valve is opened, or the bearings will overheat.",
        "Mae'r Cyngor yn croesawu galwadau yn Gymraeg ac yn Saesneg. Ffôn: 01234 567890.",
        "Where a service falls short, the manager explains why, apologises and says what will be done - and by when"
            + " - so that the same mistake is not made twice. Complaints that cannot be settled at the first stage go"
            + " to an officer who was not involved; the customer is told who that is within two working days.",
        string.Join(' ', Enumerable.Repeat("We consult our customers and publish what we learnt from them.", 40)),
    ];
}
