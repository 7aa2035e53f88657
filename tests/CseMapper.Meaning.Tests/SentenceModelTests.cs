using CseMapper.Meaning.Arithmetic;

namespace CseMapper.Meaning.Tests;

public sealed class SentenceModelTests
{
    [Fact]
    public void WithoutWeightsThereIsNoModel() =>
        Assert.Null(SentenceModel.Open(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"))));

    [Theory]
    [InlineData(0, "not one of the sentence model's weights")]
    [InlineData(8, "another version")]
    [InlineData(5_000_000, "altered")]
    [InlineData(-1, "altered")]
    [InlineData(int.MinValue, "cut short")]
    public void DamagedWeightsAreTold(int place, string expected)
    {
        BuiltModel.Get();
        byte[] file = File.ReadAllBytes(SentenceModel.DefaultPath);
        if (place == int.MinValue)
            file = file[..^100];
        else
            file[place < 0 ? file.Length + place : place] ^= 1;
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, file);
            InvalidDataException error = Assert.Throws<InvalidDataException>(() => SentenceModel.Open(path));
            Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void VectorsHaveLengthOneAndTheirPiecesAreCounted()
    {
        SentenceModel model = BuiltModel.Get();
        foreach (string text in Texts.All)
        {
            SentenceEncoding encoding = model.Encode(text);
            Assert.Equal(SentenceModel.Dimensions, encoding.Vector.Length);
            Assert.Equal(1, encoding.Vector.Sum(number => (double)number * number), 1e-5);
            Assert.InRange(encoding.Pieces, 2, SentenceModel.MaxPieces);
        }

        Assert.Equal(2, model.Encode("").Pieces);
        Assert.True(model.Encode(Texts.All[^1]).PiecesCut > 0);
    }

    [Fact]
    public void WhatMeansTheSameIsCloser()
    {
        SentenceModel model = BuiltModel.Get();
        SentenceVector asked = model.Encode("We use feedback to improve what we do.").ToCompact();
        SentenceVector near = model.Encode("You said, we did: changes made after the survey.").ToCompact();
        SentenceVector far = model.Encode("The pump must be primed before the valve is opened.").ToCompact();
        Assert.True(asked.Cosine(near) > asked.Cosine(far) + 0.2f);
    }

    [Fact]
    public void EveryKernelYieldsTheSameBytes()
    {
        SentenceModel model = BuiltModel.Get();
        float[][] expected = [.. Texts.All.Select(text => model.Encode(text).Vector)];
        foreach (IntegerKernel kernel in IntegerKernel.All().Where(kernel => kernel.IsSupported))
        {
            SentenceModel other = SentenceModel.Open(SentenceModel.DefaultPath, kernel)!;
            for (int text = 0; text < expected.Length; text++)
                Assert.Equal(expected[text], other.Encode(Texts.All[text]).Vector);
        }
    }

    [Fact]
    public void ThreadsAndCompanionsChangeNothing()
    {
        SentenceModel model = BuiltModel.Get();
        float[][] expected = [.. Texts.All.Select(text => model.Encode(text).Vector)];
        Parallel.For(
            0,
            Texts.All.Count * 4,
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            index =>
            {
                int text = index * 7 % Texts.All.Count;
                Assert.Equal(expected[text], model.Encode(Texts.All[text]).Vector);
            }
        );
    }
}
