namespace CseMapper.Pdf.Objects.Encryption;

/// <summary>The methods of crypt filters (ISO 32000-2, 7.6.6, Table 25).</summary>
internal enum CipherMethod
{
    /// <summary>Not encrypted.</summary>
    None,
    Rc4,

    /// <summary>AES-128 in CBC mode, a key for each object (AESV2).</summary>
    Aes128,

    /// <summary>AES-256 in CBC mode, one key for the file (AESV3).</summary>
    Aes256,
}
