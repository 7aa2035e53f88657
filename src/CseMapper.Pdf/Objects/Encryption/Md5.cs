using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace CseMapper.Pdf.Objects.Encryption;

/// <summary>
/// MD5 as the standard security handler asks for it (ISO 32000-2, 7.6.4.3); from the framework, which has it on every
/// platform.
/// </summary>
internal static class Md5
{
    [SuppressMessage(
        "Security",
        "CA5351:Do Not Use Broken Cryptographic Algorithms",
        Justification = "The file format prescribes it; nothing is protected with it."
    )]
    public static byte[] Hash(ReadOnlySpan<byte> bytes) => MD5.HashData(bytes);
}
