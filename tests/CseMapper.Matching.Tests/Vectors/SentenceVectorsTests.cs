using CseMapper.Matching.Vectors;
using CseMapper.Meaning;
using CseMapper.Testing;

namespace CseMapper.Matching.Tests.Vectors;

public sealed class SentenceVectorsTests : IDisposable
{
    private const int HeaderLength = 56;
    private const int RecordLength = 404;

    private static readonly string[] _texts =
    [
        "You said, we did.",
        "Complaints are answered within ten working days.",
        "You said, we did.",
        "",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WithoutAModelThereAreNoVectors() => Assert.Null(SentenceVectors.With(_folder.At("model"), null));

    [Fact]
    public void EqualTextsAreReadOnceAndGetEqualVectors()
    {
        Recorder heard = new();
        SentenceVector[] vectors = Open().Of(_texts, heard, CancellationToken.None);

        Assert.Equal(3, heard.Last.Total);
        Assert.Equal(Numbers(vectors[0]), Numbers(vectors[2]));
        Assert.NotEqual(Numbers(vectors[0]), Numbers(vectors[1]));
        Assert.Equal(HeaderLength + (3 * RecordLength), new FileInfo(Kept).Length);
    }

    [Fact]
    public void KeptVectorsAreUsedWithoutTheModel()
    {
        SentenceVector[] first = Open().Of(_texts, null, CancellationToken.None);
        SentenceVectors without = OpenDamaged();

        SentenceVector[] second = without.Of(_texts, null, CancellationToken.None);

        Assert.Equal(first.Select(Numbers), second.Select(Numbers));
    }

    [Fact]
    public void ADamagedModelIsToldWhereAVectorIsMissing()
    {
        Open().Of(_texts, null, CancellationToken.None);
        SentenceVectors damaged = OpenDamaged();

        SentenceModelException fault = Assert.Throws<SentenceModelException>(() =>
            damaged.Of([.. _texts, "Something new."], null, CancellationToken.None)
        );

        Assert.Contains("altered", fault.Message, StringComparison.Ordinal);
        Assert.Contains("--semantic off", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HeaderLength + RecordLength + 30, 2)]
    [InlineData(HeaderLength + 7, 3)]
    [InlineData(3, 3)]
    public void WhatAKilledRunHasCutIsMadeAgain(int length, int missing)
    {
        SentenceVector[] whole = Open().Of(_texts, null, CancellationToken.None);
        using (FileStream stream = File.OpenWrite(Kept))
            stream.SetLength(length);

        Recorder heard = new();
        SentenceVector[] again = Open().Of(_texts, heard, CancellationToken.None);

        Assert.Equal(missing, heard.Last.Total);
        Assert.Equal(whole.Select(Numbers), again.Select(Numbers));
        Assert.Equal(HeaderLength + (3 * RecordLength), new FileInfo(Kept).Length);
    }

    [Fact]
    public void ADamagedRecordIsMadeAgainAndTheOthersAreUsed()
    {
        SentenceVector[] whole = Open().Of(_texts, null, CancellationToken.None);
        byte[] bytes = File.ReadAllBytes(Kept);
        bytes[HeaderLength + 100] ^= 1;
        File.WriteAllBytes(Kept, bytes);

        Recorder heard = new();
        SentenceVector[] again = Open().Of(_texts, heard, CancellationToken.None);

        Assert.Equal(1, heard.Last.Total);
        Assert.Equal(whole.Select(Numbers), again.Select(Numbers));
    }

    [Fact]
    public void VectorsOfAnotherModelAreDropped()
    {
        Open().Of(_texts, null, CancellationToken.None);
        byte[] bytes = File.ReadAllBytes(Kept);
        bytes[10] = bytes[10] == (byte)'0' ? (byte)'1' : (byte)'0';
        File.WriteAllBytes(Kept, bytes);

        Recorder heard = new();
        Open().Of(_texts, heard, CancellationToken.None);

        Assert.Equal(3, heard.Last.Total);
    }

    [Fact]
    public void WhileAnotherProgramAddsVectorsTheyAreMadeAndNotKept()
    {
        Open().Of(_texts, null, CancellationToken.None);
        using FileStream other = new(Kept, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Recorder heard = new();
        Open().Of([.. _texts, "Something new."], heard, CancellationToken.None);

        Assert.Equal(4, heard.Last.Total);
        Assert.Equal(HeaderLength + (3 * RecordLength), other.Length);
    }

    [Fact]
    public void WhatWasMadeBeforeAStopIsKept()
    {
        string[] many = [.. Enumerable.Range(1, 40).Select(number => $"Standard {number} is met in this office.")];
        using CancellationTokenSource stop = new();
        Recorder heard = new(progress =>
        {
            if (progress.Done >= 8)
                stop.Cancel();
        });
        Assert.Throws<OperationCanceledException>(() => Open().Of(many, heard, stop.Token));

        Recorder rest = new();
        Open().Of(many, rest, CancellationToken.None);

        Assert.InRange(rest.Last.Total, 1, 32);
        Assert.Equal(rest.Last.Total, rest.Last.Done);
        Assert.Equal(rest.Last.WorkTotal, rest.Last.WorkDone);
    }

    private string Kept => _folder.At(SentenceVectors.FileName);

    private static sbyte[] Numbers(SentenceVector vector) => vector.Values.ToArray();

    private SentenceVectors Open()
    {
        SentenceVectors? vectors = SentenceVectors.With(SentenceModel.DefaultPath, _folder.FullPath);
        Assert.SkipWhen(vectors is null, "This build has no weights: their package could not be restored.");
        return vectors!;
    }

    /// <summary>A model of the same name that cannot be read.</summary>
    private SentenceVectors OpenDamaged()
    {
        byte[] model = File.ReadAllBytes(SentenceModel.DefaultPath);
        model[model.Length / 2] ^= 1;
        return SentenceVectors.With(_folder.Write("damaged.bin", model), _folder.FullPath)!;
    }

    /// <summary>Hears of progress on the calling thread.</summary>
    private sealed class Recorder(Action<VectorProgress>? then = null) : IProgress<VectorProgress>
    {
        public VectorProgress Last { get; private set; }

        public void Report(VectorProgress value)
        {
            if (value.Done >= Last.Done)
                Last = value;
            then?.Invoke(value);
        }
    }
}
