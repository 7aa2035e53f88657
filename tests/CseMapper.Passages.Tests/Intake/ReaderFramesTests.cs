using CseMapper.Passages.Intake;

namespace CseMapper.Passages.Tests.Intake;

public sealed class ReaderFramesTests
{
    [Fact]
    public void AFrameComesBackAsItWasWritten()
    {
        using MemoryStream pipe = new(Frame("deadbeef"));

        (ReaderFrame kind, int number, byte[] body) = ReaderFrames.Read(pipe, 100)!.Value;

        using BinaryReader reader = ReaderFrames.Open(body);
        Assert.Equal((ReaderFrame.Claim, 7, "deadbeef"), (kind, number, reader.ReadString()));
        Assert.Null(ReaderFrames.Read(pipe, 100));
    }

    [Fact]
    public void AFrameThatIsCutIsNoFrame()
    {
        byte[] frame = Frame("deadbeef");
        for (int length = 0; length < frame.Length; length++)
        {
            using MemoryStream pipe = new(frame, 0, length);
            // Within the header nothing has been said yet; within the body the other end has broken off.
            if (length < 9)
                Assert.Null(ReaderFrames.Read(pipe, 100));
            else
                Assert.Throws<EndOfStreamException>(() => ReaderFrames.Read(pipe, 100));
        }
    }

    [Theory]
    [InlineData(9)]
    [InlineData(int.MaxValue)]
    [InlineData(-1)]
    public void ALengthBeyondTheLimitIsRefusedBeforeItIsRead(int length)
    {
        byte[] frame = [.. BitConverter.GetBytes(length), (byte)ReaderFrame.Reading, 0, 0, 0, 0];
        using MemoryStream pipe = new(frame);

        ReaderFailedException fault = Assert.Throws<ReaderFailedException>(() => ReaderFrames.Read(pipe, 8));

        Assert.Equal(ReaderFailure.SaidTooMuch, fault.Failure);
    }

    private static byte[] Frame(string text)
    {
        using MemoryStream pipe = new();
        ReaderFrames.Write(pipe, ReaderFrame.Claim, 7, writer => writer.Write(text));
        return pipe.ToArray();
    }
}
