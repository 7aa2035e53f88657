using System.Text;
using CseMapper.Meaning.Tokens;
using Microsoft.ML.OnnxRuntime;

namespace CseMapper.Meaning.Tests;

/// <summary>Compares with the network as it was published, in floating point.</summary>
public sealed class OnnxRuntimeTests
{
    [Fact]
    public void VectorsAreCloseToThoseOfTheFloatingPointModel()
    {
        SentenceModel model = BuiltModel.Get();
        using InferenceSession session = new(BuiltModel.Resource("model.onnx"));
        string vocabulary = Encoding.UTF8.GetString(BuiltModel.Resource("vocab.txt")).ReplaceLineEndings("\n");
        WordPieceTokenizer tokenizer = new(Vocabulary.Parse(Encoding.UTF8.GetBytes(vocabulary)));
        List<double> cosines = [];
        foreach (string text in Texts.All)
        {
            float[] expected = Reference(session, tokenizer.Tokenize(text, SentenceModel.MaxPieces).Pieces);
            cosines.Add(model.Encode(text).Vector.Zip(expected, (a, b) => (double)a * b).Sum());
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(' ', cosines.Select(cosine => $"{cosine:F4}")));
        Assert.True(cosines.Average() >= 0.99, $"mean cosine {cosines.Average():F4}");
        Assert.True(cosines.Min() >= 0.97, $"lowest cosine {cosines.Min():F4}");
    }

    private static float[] Reference(InferenceSession session, int[] pieces)
    {
        long[] shape = [1, pieces.Length];
        using OrtValue ids = OrtValue.CreateTensorValueFromMemory([.. pieces.Select(piece => (long)piece)], shape);
        using OrtValue mask = OrtValue.CreateTensorValueFromMemory([.. pieces.Select(_ => 1L)], shape);
        using OrtValue kinds = OrtValue.CreateTensorValueFromMemory(new long[pieces.Length], shape);
        string[] names = ["input_ids", "attention_mask", "token_type_ids"];
        using RunOptions options = new();
        using IDisposableReadOnlyCollection<OrtValue> results = session.Run(
            options,
            names,
            [ids, mask, kinds],
            ["last_hidden_state"]
        );
        float[] states = results[0].GetTensorDataAsSpan<float>().ToArray();
        double[] sums = new double[SentenceModel.Dimensions];
        for (int place = 0; place < states.Length; place++)
            sums[place % sums.Length] += states[place];
        double length = Math.Sqrt(sums.Sum(sum => sum * sum));
        return [.. sums.Select(sum => (float)(sum / length))];
    }
}
