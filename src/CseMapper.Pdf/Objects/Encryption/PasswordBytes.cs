using System.Text;

namespace CseMapper.Pdf.Objects.Encryption;

/// <summary>How a typed password becomes bytes (ISO 32000-2, 7.6.4.3.2 and 7.6.4.3.3).</summary>
internal static class PasswordBytes
{
    private const int MostBytes = 127;

    /// <summary>
    /// Up to revision 4 PDFDocEncoding, though some writers used UTF-8; from revision 5 on UTF-8 after SASLprep (RFC
    /// 4013), of which the mapping of spaces and of invisible characters is done here, composition is left as typed.
    /// </summary>
    public static IEnumerable<byte[]> Candidates(string password, int revision)
    {
        if (revision < 5 && TextString.Encode(password) is { } bytes)
            yield return bytes;
        byte[] utf8 = Encoding.UTF8.GetBytes(revision < 5 ? password : Prepare(password));
        yield return utf8.Length > MostBytes ? utf8[..MostBytes] : utf8;
    }

    private static string Prepare(string password)
    {
        StringBuilder prepared = new(password.Length);
        foreach (char c in password)
        {
            if (
                c
                is '\u00AD'
                    or '\u034F'
                    or '\u1806'
                    or (>= '\u180B' and <= '\u180D')
                    or (>= '\u200B' and <= '\u200D')
                    or '\u2060'
                    or (>= '\uFE00' and <= '\uFE0F')
                    or '\uFEFF'
            )
            {
                continue;
            }

            prepared.Append(char.IsSeparator(c) ? ' ' : c);
        }

        return prepared.ToString();
    }
}
