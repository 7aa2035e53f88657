using System.Collections.Frozen;

namespace CseMapper.Documents.Rtf;

/// <summary>The control words that matter for text (RTF specification 1.9.1).</summary>
internal static class RtfWords
{
    public static FrozenDictionary<string, RtfTarget> Targets { get; } =
        new Dictionary<string, RtfTarget>
        {
            ["fonttbl"] = RtfTarget.FontTable,
            ["stylesheet"] = RtfTarget.StyleSheet,
            ["info"] = RtfTarget.Information,
            ["title"] = RtfTarget.Property,
            ["subject"] = RtfTarget.Property,
            ["author"] = RtfTarget.Property,
            ["company"] = RtfTarget.Property,
            ["manager"] = RtfTarget.Property,
            ["keywords"] = RtfTarget.Property,
            ["header"] = RtfTarget.Header,
            ["headerl"] = RtfTarget.Header,
            ["headerr"] = RtfTarget.Header,
            ["headerf"] = RtfTarget.Header,
            ["footer"] = RtfTarget.Footer,
            ["footerl"] = RtfTarget.Footer,
            ["footerr"] = RtfTarget.Footer,
            ["footerf"] = RtfTarget.Footer,
            ["footnote"] = RtfTarget.Note,
            ["listtext"] = RtfTarget.ListText,
            ["pntext"] = RtfTarget.ListText,
            ["colortbl"] = RtfTarget.Nothing,
            ["pict"] = RtfTarget.Nothing,
            ["objdata"] = RtfTarget.Nothing,
            ["fldinst"] = RtfTarget.FieldCode,
            ["listtable"] = RtfTarget.Nothing,
            ["listoverridetable"] = RtfTarget.Nothing,
            ["annotation"] = RtfTarget.Nothing,
            ["atnid"] = RtfTarget.Nothing,
            ["atnauthor"] = RtfTarget.Nothing,
            ["nonshppict"] = RtfTarget.Nothing,
            ["shpinst"] = RtfTarget.Body,
            ["shptxt"] = RtfTarget.Body,
            ["sp"] = RtfTarget.Nothing,
            ["themedata"] = RtfTarget.Nothing,
            ["datastore"] = RtfTarget.Nothing,
            ["bkmkstart"] = RtfTarget.Nothing,
            ["bkmkend"] = RtfTarget.Nothing,
            ["xe"] = RtfTarget.Nothing,
            ["tc"] = RtfTarget.Nothing,
            ["pnseclvl"] = RtfTarget.Nothing,
            ["nestedtableprops"] = RtfTarget.Nothing,
            ["nonesttables"] = RtfTarget.Nothing,
            ["fontemb"] = RtfTarget.Nothing,
            ["falt"] = RtfTarget.Nothing,
            ["panose"] = RtfTarget.Nothing,
            ["private"] = RtfTarget.Nothing,
        }.ToFrozenDictionary();

    /// <summary>Destinations marked as optional that hold printed text all the same.</summary>
    public static FrozenSet<string> KeptOptional { get; } =
        new[] { "shppict", "shpinst", "shptxt", "cs", "ts", "ds", "fldrslt", "result" }.ToFrozenSet();

    public static FrozenDictionary<string, string> Characters { get; } =
        new Dictionary<string, string>
        {
            ["tab"] = "\t",
            ["line"] = "\n",
            ["lbr"] = "\n",
            ["emdash"] = "—",
            ["endash"] = "–",
            ["emspace"] = " ",
            ["enspace"] = " ",
            ["qmspace"] = " ",
            ["bullet"] = "•",
            ["lquote"] = "‘",
            ["rquote"] = "’",
            ["ldblquote"] = "“",
            ["rdblquote"] = "”",
            ["~"] = " ",
            ["_"] = "-",
            ["-"] = "",
            ["\\"] = "\\",
            ["{"] = "{",
            ["}"] = "}",
        }.ToFrozenDictionary();

    /// <summary>The code page of a font's character set (the table under <c>\fcharset</c>).</summary>
    public static int CodePage(int charset, int otherwise) =>
        charset switch
        {
            0 => 1252,
            77 => 10000,
            128 => 932,
            129 => 949,
            134 => 936,
            136 => 950,
            161 => 1253,
            162 => 1254,
            163 => 1258,
            177 => 1255,
            178 => 1256,
            186 => 1257,
            204 => 1251,
            222 => 874,
            238 => 1250,
            _ => otherwise,
        };
}
