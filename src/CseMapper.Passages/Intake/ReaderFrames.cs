using System.Buffers.Binary;
using System.Text;

namespace CseMapper.Passages.Intake;

/// <summary>What two processes say to each other about documents.</summary>
internal enum ReaderFrame : byte
{
    /// <summary>Reader: the version of these frames and the build of the program.</summary>
    Hello = 1,

    /// <summary>To the reader: how to read.</summary>
    Options,

    /// <summary>To the reader: a file to read.</summary>
    File,

    /// <summary>Reader: the hash of a file's content; shall it be read?</summary>
    Claim,

    /// <summary>To the reader: yes or no.</summary>
    ClaimAnswer,

    /// <summary>Reader: what came of a file.</summary>
    Reading,

    /// <summary>To the reader: a file to read with a second reader as well.</summary>
    CrossCheck,

    /// <summary>Reader: what came of that.</summary>
    CrossChecked,
}

/// <summary>Frames on a pipe: length of the body (four bytes, little endian), kind (one), number of the file it is
/// about (four), body.</summary>
internal static class ReaderFrames
{
    /// <summary>Raised with every change of a frame.</summary>
    public const int Version = 3;

    /// <summary>Two processes understand each other when they are of one build.</summary>
    public static string Build { get; } = $"{Version} {typeof(ReaderFrames).Module.ModuleVersionId}";

    private const int HeaderBytes = 9;

    /// <summary>Writes a frame in one piece.</summary>
    public static void Write(Stream pipe, ReaderFrame kind, int number, Action<BinaryWriter> body)
    {
        using MemoryStream bytes = new();
        bytes.SetLength(HeaderBytes);
        bytes.Position = HeaderBytes;
        using (BinaryWriter writer = new(bytes, Encoding.UTF8, leaveOpen: true))
            body(writer);
        Span<byte> frame = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        BinaryPrimitives.WriteInt32LittleEndian(frame, frame.Length - HeaderBytes);
        frame[4] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(frame[5..], number);
        pipe.Write(frame);
        pipe.Flush();
    }

    /// <summary>Reads a frame.</summary>
    /// <returns>Null at the end of the pipe.</returns>
    /// <exception cref="ReaderFailedException">The body is longer than allowed.</exception>
    /// <exception cref="IOException">The pipe broke off within a frame.</exception>
    public static (ReaderFrame Kind, int Number, byte[] Body)? Read(Stream pipe, int mostBytes)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        if (pipe.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes)
            return null;
        int length = BinaryPrimitives.ReadInt32LittleEndian(header);
        if (length < 0 || length > mostBytes)
            throw new ReaderFailedException(ReaderFailure.SaidTooMuch);
        byte[] body = GC.AllocateUninitializedArray<byte>(length);
        pipe.ReadExactly(body);
        return ((ReaderFrame)header[4], BinaryPrimitives.ReadInt32LittleEndian(header[5..]), body);
    }

    /// <summary>A reader over a frame's body.</summary>
    public static BinaryReader Open(byte[] body) => new(new MemoryStream(body, writable: false), Encoding.UTF8);
}
