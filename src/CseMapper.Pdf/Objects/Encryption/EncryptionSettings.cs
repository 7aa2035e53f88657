namespace CseMapper.Pdf.Objects.Encryption;

/// <summary>The encryption dictionary of a file, checked (ISO 32000-2, 7.6.2 and 7.6.4.2).</summary>
internal sealed class EncryptionSettings
{
    private const int ShortKey = 5;
    private const int LongKey = 16;

    private readonly Dictionary<string, CipherMethod> _methods = new(StringComparer.Ordinal)
    {
        ["Identity"] = CipherMethod.None,
    };

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

    /// <summary>
    /// Lengths of the file encryption key in bytes, the likeliest first: writers disagree about the entry Length, and
    /// the password check tells which one is right.
    /// </summary>
    public IReadOnlyList<int> KeyLengths { get; private set; } = [ShortKey];

    public CipherMethod Strings { get; private set; } = CipherMethod.Rc4;

    public CipherMethod Streams { get; private set; } = CipherMethod.Rc4;

    /// <returns>The settings, or null for a handler or version that is not the standard's.</returns>
    public static EncryptionSettings? Read(PdfDictionary dictionary, byte[] fileId)
    {
        if (dictionary["Filter"].AsName() is { } handler && handler != "Standard")
            return null;
        EncryptionSettings settings = new(dictionary, fileId);
        int version = dictionary["V"].AsInt();
        switch (version)
        {
            case 1:
                return settings.Revision is >= 2 and <= 4 ? settings : null;
            case 2 or 3:
                settings.KeyLengths = Lengths(Bytes(dictionary), LongKey, ShortKey);
                return settings.Revision is >= 2 and <= 4 ? settings : null;
            case 4 or 5:
                settings.ReadCryptFilters(dictionary);
                settings.KeyLengths = Lengths(LongKey, Bytes(dictionary), ShortKey);
                return settings.Revision is >= 4 and <= 6 ? settings : null;
            default:
                return null;
        }
    }

    /// <returns>The method of a named crypt filter; none for a name that the file does not define.</returns>
    public CipherMethod Method(string filter) => _methods.GetValueOrDefault(filter);

    private static List<int> Lengths(params ReadOnlySpan<int> lengths)
    {
        List<int> distinct = [];
        foreach (int length in lengths)
        {
            if (!distinct.Contains(length))
                distinct.Add(length);
        }

        return distinct;
    }

    /// <summary>Length is in bits by the standard, in bytes by some writers.</summary>
    private static int Bytes(PdfDictionary dictionary)
    {
        int length = dictionary["Length"].AsInt(ShortKey * 8);
        return Math.Clamp(length < 40 ? length : length / 8, ShortKey, LongKey);
    }

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
