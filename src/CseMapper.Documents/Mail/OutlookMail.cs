using System.Buffers.Binary;
using System.Text;
using CseMapper.Documents.Containers;
using CseMapper.Documents.Rtf;
using CseMapper.Documents.Word.Stories;
using MimeKit;

namespace CseMapper.Documents.Mail;

/// <summary>Reads messages as Outlook saves them (.msg): MAPI properties in streams of their own (MS-OXMSG).</summary>
/// <param name="file">The compound file.</param>
/// <param name="storage">The storage of the message: the root, or that of an attached message.</param>
internal sealed class OutlookMail(CompoundFile file, CompoundEntry storage)
{
    private const int Subject = 0x0037;
    private const int SenderName = 0x0C1A;
    private const int SenderAddress = 0x0C1F;
    private const int SenderSmtp = 0x5D01;
    private const int ShownTo = 0x0E04;
    private const int BodyText = 0x1000;
    private const int BodyPage = 0x1013;
    private const int BodyRichText = 0x1009;
    private const int SentTime = 0x0039;
    private const int DeliveredTime = 0x0E06;
    private const int LongName = 0x3707;
    private const int ShortName = 0x3704;
    private const int Data = 0x3701;
    private const int TextType = 0x001F;
    private const int OldTextType = 0x001E;
    private const int BinaryType = 0x0102;

    private readonly CompoundEntry[] _entries = [.. file.ChildrenOf(storage)];

    /// <summary>What is shown of the message.</summary>
    public MailText Read(DocumentLimits limits)
    {
        byte[] page = Bytes(_entries, BodyPage);
        string plain = Text(_entries, BodyText);
        return new MailText(
            Text(_entries, Subject).Trim(),
            Sender(),
            Text(_entries, ShownTo).Trim('\0', ' '),
            Time(SentTime) ?? Time(DeliveredTime),
            [.. Attachments().Select(attachment => attachment.Name)]
        )
        {
            Page = page.Length > 0 ? Decode(page) : null,
            Plain = plain.Length > 0 ? plain : null,
            Body = page.Length == 0 && plain.Length == 0 ? RichText(limits) : [],
        };
    }

    /// <summary>What is attached: its name, and its bytes when they are asked for; null for what has none.</summary>
    public IEnumerable<(string Name, Func<byte[]> Read, OutlookMail? Message)> Attachments()
    {
        foreach (CompoundEntry attachment in _entries)
        {
            if (
                attachment.IsStream
                || !attachment.Name.StartsWith("__attach_version1.0", StringComparison.OrdinalIgnoreCase)
            )
            {
                continue;
            }
            CompoundEntry[] inside = [.. file.ChildrenOf(attachment)];
            string name = Text(inside, LongName);
            if (name.Length == 0)
                name = Text(inside, ShortName);
            CompoundEntry? message = Find(inside, Data, 0x000D);
            if (message is { IsStream: false })
            {
                OutlookMail inner = new(file, message);
                string title = Text([.. file.ChildrenOf(message)], Subject).Trim();
                yield return ((title.Length > 0 ? title : "message") + ".msg", () => [], inner);
            }
            else if (name.Length > 0 || Find(inside, Data, BinaryType) is not null)
            {
                yield return (name.Length > 0 ? name : "attachment", () => Bytes(inside, Data), null);
            }
        }
    }

    /// <summary>The message as a file of the other form, for one that is attached and so no file by itself.</summary>
    public byte[] AsMime()
    {
        MailText text = Read(new DocumentLimits(ReadOptions.Default, CancellationToken.None));
        using MimeMessage message = new()
        {
            Subject = text.Subject,
            Date = text.Date ?? DateTimeOffset.UnixEpoch,
            Body = new TextPart(text.Page is null ? "plain" : "html")
            {
                Text =
                    text.Page
                    ?? text.Plain
                    ?? string.Join('\n', text.Body.OfType<TextBlock>().Select(block => block.Text)),
            },
        };
        message.MessageId = "attached@message";
        if (text.From.Length > 0)
            message.From.Add(new MailboxAddress(text.From, "unknown@invalid"));
        using MemoryStream bytes = new();
        message.WriteTo(bytes);
        return bytes.ToArray();
    }

    private string Sender()
    {
        string name = Text(_entries, SenderName);
        string address = Text(_entries, SenderSmtp);
        if (address.Length == 0)
            address = Text(_entries, SenderAddress);
        // Within one organisation Outlook keeps the path in a directory in place of the address.
        if (!address.Contains('@', StringComparison.Ordinal) || address == name)
            return name.Length > 0 ? name : address;
        return name.Length > 0 ? $"{name} ({address})" : address;
    }

    private IReadOnlyList<Block> RichText(DocumentLimits limits)
    {
        byte[] packed = Bytes(_entries, BodyRichText);
        if (packed.Length == 0)
            return [];
        RtfText text = new(limits);
        text.Read(PackedRichText.Unpack(packed));
        return text.Blocks;
    }

    private string Text(CompoundEntry[] entries, int property)
    {
        if (Find(entries, property, TextType) is { } wide)
            return Encoding.Unicode.GetString(file.Read(wide)).TrimEnd('\0');
        return Find(entries, property, OldTextType) is { } old
            ? CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(file.Read(old)).TrimEnd('\0')
            : "";
    }

    private byte[] Bytes(CompoundEntry[] entries, int property) =>
        Find(entries, property, BinaryType) is { } entry ? file.Read(entry) : [];

    private static CompoundEntry? Find(CompoundEntry[] entries, int property, int type)
    {
        string name = $"__substg1.0_{property:X4}{type:X4}";
        return Array.Find(entries, entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A time among the properties of fixed length: 16 bytes each, behind a head.</summary>
    private DateTimeOffset? Time(int property)
    {
        CompoundEntry? entry = Array.Find(
            _entries,
            one => one.Name.Equals("__properties_version1.0", StringComparison.OrdinalIgnoreCase)
        );
        if (entry is null)
            return null;
        byte[] bytes = file.Read(entry);
        for (int at = storage.IsRoot ? 32 : 24; at + 16 <= bytes.Length; at += 16)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at)) != (uint)((property << 16) | 0x40))
                continue;
            long time = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at + 8));
            return time > 0 && time < DateTime.MaxValue.ToFileTimeUtc()
                ? new DateTimeOffset(DateTime.FromFileTimeUtc(time), TimeSpan.Zero)
                : null;
        }

        return null;
    }

    /// <summary>A page names its encoding itself; most are UTF-8.</summary>
    private static string Decode(byte[] page)
    {
        using MemoryStream stream = new(page, 0, page.Length, writable: false, publiclyVisible: true);
        return Documents.Text.TextDecoder.Decode(stream, page.Length, out _, CancellationToken.None);
    }
}
