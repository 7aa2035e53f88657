namespace CseMapper.Pdf.Fonts;

/// <summary>
/// The part of Adobe's East Asian character collections that stands in runs, Latin letters and kana; the ideographs stand in no
/// order a few numbers could tell (Adobe TN 5078, 5079, 5080, 5093).
/// </summary>
internal static class CidCollections
{
    /// <param name="ordering">The collection's ordering, "Japan1"; null or "Identity" for none.</param>
    /// <param name="cid">The character's number.</param>
    /// <returns>The text, null where the number is outside the runs.</returns>
    public static string? Text(string? ordering, int cid)
    {
        int letter = ordering switch
        {
            "Japan1" => Japan(cid),
            "GB1" => cid is >= 1 and <= 95 ? cid + 31 : cid is >= 814 and <= 908 ? cid - 814 + 32 : 0,
            "CNS1" => cid is >= 1 and <= 95 ? cid + 31 : cid is >= 13648 and <= 13742 ? cid - 13648 + 32 : 0,
            "Korea1" or "KR" => cid is >= 1 and <= 95 ? cid + 31 : cid is >= 8094 and <= 8189 ? cid - 8094 + 32 : 0,
            _ => 0,
        };
        return letter == 0 ? null : SharedText.Of((char)letter);
    }

    private static int Japan(int cid) => cid switch
    {
        >= 1 and <= 94 => cid + 31,
        >= 231 and <= 325 => cid - 231 + 32,
        >= 842 and <= 924 => cid - 842 + 0x3041,
        >= 925 and <= 1010 => cid - 925 + 0x30A1,
        _ => 0,
    };
}
