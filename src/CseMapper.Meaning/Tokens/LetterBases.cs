using System.Collections.Frozen;
using System.Text;

namespace CseMapper.Meaning.Tokens;

/// <summary>Takes accents off the small letters of the Latin, Greek and Cyrillic scripts.</summary>
/// <remarks>A table of our own: with the framework's culture data left out, as this program runs, its way of taking
/// letters apart does nothing.</remarks>
internal static class LetterBases
{
    /// <summary>A line a letter: first the letter, then all letters that are this one with an accent.</summary>
    private const string Table = """
        aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ
        bḃḅḇ
        cçćĉċčḉ
        dďḋḍḏḑḓ
        eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ
        fḟ
        gĝğġģǧǵḡ
        hĥȟḣḥḧḩḫẖ
        iìíîïĩīĭįİǐȉȋḭḯỉị
        jĵǰ
        kķǩḱḳḵ
        lĺļľḷḹḻḽ
        mḿṁṃ
        nñńņňǹṅṇṉṋ
        oòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ
        pṕṗ
        rŕŗřȑȓṙṛṝṟ
        sśŝşšșṡṣṥṧṩ
        tţťțṫṭṯṱẗ
        uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự
        vṽṿ
        wŵẁẃẅẇẉẘ
        xẋẍ
        yýÿŷȳẏẙỳỵỷỹ
        zźżžẑẓẕ
        æǣǽ
        øǿ
        ſẛ
        ʒǯ
        αάἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ
        εέἐἑἒἓἔἕὲέ
        ηήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ
        ιΐίϊἰἱἲἳἴἵἶἷὶίῐῑῒΐῖῗ
        οόὀὁὂὃὄὅὸό
        ρῤῥ
        υΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ
        ωώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ
        аӑӓ
        гѓ
        еѐёӗ
        жӂӝ
        зӟ
        ийѝӣӥ
        кќ
        оӧ
        уўӯӱӳ
        чӵ
        ыӹ
        эӭ
        ії
        ѵѷ
        әӛ
        өӫ
        """;

    private static readonly FrozenDictionary<Rune, Rune> _bases = Read();

    /// <summary>The letter without accents; any other as it is.</summary>
    public static Rune Of(Rune rune) => !rune.IsAscii && _bases.TryGetValue(rune, out Rune plain) ? plain : rune;

    private static FrozenDictionary<Rune, Rune> Read()
    {
        Dictionary<Rune, Rune> bases = [];
        foreach (ReadOnlySpan<char> line in Table.AsSpan().EnumerateLines())
        {
            foreach (char accented in line[1..])
                bases.Add(new Rune(accented), new Rune(line[0]));
        }

        return bases.ToFrozenDictionary();
    }
}
