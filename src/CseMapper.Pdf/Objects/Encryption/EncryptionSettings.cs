namespace CseMapper.Pdf.Objects.Encryption;

/// <summary>The encryption dictionary of a file, checked (ISO 32000-2, 7.6.2 and 7.6.4.2).</summary>
internal sealed class EncryptionSettings
{
    private readonly Dictionary<string, CipherMethod> _methods = new(StringComparer.Ordinal) { ["Identity"] = CipherMethod.None };

    private EncryptionSettings(PdfDictionary dictionary, byte[] fileId)
    {
        Revision = dictionary["R"].AsInt();
        Owner = dictionary["O"].AsString() ?? [];
        User = dictionary["U"].AsString() ?? [];
        OwnerKey = dictionary["OE"].AsString() ?? [];
        UserKey = dictionary["UE"].AsString() ?? [];
        Permissions = unchecked((int)dictionary["P"].AsLong());
        EncryptsMetadata = dictionary["EncryptMetadata"].AsBoolean(true);
        FileId = fileId;
    }

    public int Revision { get; }

    /// <summary>The entry O: 32 bytes, from revision 5 on 48.</summary>
    public byte[] Owner { get; }

    /// <summary>The entry U: 32 bytes, from revision 5 on 48.</summary>
    public byte[] User { get; }

    public byte[] OwnerKey { get; }

    public byte[] UserKey { get; }

    public int Permissions { get; }

    public bool EncryptsMetadata { get; }

    /// <summary>The first half of the trailer's ID.</summary>
    public byte[] FileId { get; }

    /// <summary>Length of the file encryption key in bytes.</summary>
    public int KeyLength { get; private set; } = 5;

    public CipherMethod Strings { get; private set; } = CipherMethod.Rc4;

    public CipherMethod Streams { get; private set; } = CipherMethod.Rc4;

    /// <returns>The settings, or null for a handler or version that is not the standard's.</returns>
    public static EncryptionSettings? Read(PdfDictionary dictionary, byte[] fileId)
    {
        if (dictionary["Filter"].AsName() is { } handler && handler != "Standard") return null;
        EncryptionSettings settings = new(dictionary, fileId);
        int version = dictionary["V"].AsInt();
        int bits = dictionary["Length"].AsInt(40);
        if (bits is < 40 or > 256 || bits % 8 != 0) bits = bits is >= 5 and <= 32 ? bits * 8 : 40;
        switch (version)
        {
            case 1:
                return settings.Revision is >= 2 and <= 4 ? settings : null;
            case 2 or 3:
                settings.KeyLength = Math.Min(bits / 8, 16);
                return settings.Revision is >= 2 and <= 4 ? settings : null;
            case 4 or 5:
                settings.ReadCryptFilters(dictionary);
                settings.KeyLength = version == 5 ? 32 : 16;
                return settings.Revision is >= 4 and <= 6 ? settings : null;
            default:
                return null;
        }
    }

    /// <returns>The method of a named crypt filter; none for a name that the file does not define.</returns>
    public CipherMethod Method(string filter) => _methods.GetValueOrDefault(filter);

    private void ReadCryptFilters(PdfDictionary dictionary)
    {
        if (dictionary["CF"].AsDictionary() is { } filters)
        {
            foreach (string name in filters.Keys)
            {
                _methods[name] = filters[name].AsDictionary()?["CFM"].AsName() switch
                {
                    "V2" => CipherMethod.Rc4,
                    "AESV2" => CipherMethod.Aes128,
                    "AESV3" => CipherMethod.Aes256,
                    _ => CipherMethod.None,
                };
            }
        }

        Streams = Method(dictionary["StmF"].AsName() ?? "Identity");
        Strings = Method(dictionary["StrF"].AsName() ?? "Identity");
    }
}
