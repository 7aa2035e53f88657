using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using CseMapper.Meaning.Network;

namespace CseMapper.Meaning.Weights;

/// <summary>Writes a network's weights as 8-bit numbers; the layout is told at <see cref="ModelFormat"/>.</summary>
/// <remarks>A row's or an output's scale is its largest weight over 127. The bytes depend on nothing but the network.
/// </remarks>
/// <param name="graph">The network.</param>
/// <param name="file">Empty; gets the whole file.</param>
internal sealed class WeightsWriter(OnnxGraph graph, MemoryStream file)
{
    private const int Hidden = ModelShape.Hidden;

    /// <summary>Writes everything.</summary>
    /// <param name="vocabulary">One word piece a line, UTF-8, whatever its line ends.</param>
    public void Write(byte[] vocabulary)
    {
        file.Write(ModelFormat.Magic);
        file.Write(MemoryMarshal.AsBytes(ModelFormat.Sizes));
        WriteVocabulary(vocabulary);
        WriteEmbeddings();
        for (int layer = 0; layer < ModelShape.Layers; layer++)
            WriteLayer($"encoder.layer.{layer}.");
        file.Write(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length)));
    }

    private void WriteVocabulary(byte[] vocabulary)
    {
        string[] words = Encoding.UTF8.GetString(vocabulary).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (words.Length != ModelShape.Words)
            throw new InvalidDataException($"The vocabulary has {words.Length} words, not {ModelShape.Words}.");
        byte[] lines = Encoding.UTF8.GetBytes(string.Join('\n', words));
        int length = lines.Length;
        file.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in length)));
        file.Write(lines);
    }

    private void WriteEmbeddings()
    {
        float[] words = graph.Numbers("embeddings.word_embeddings.weight", ModelShape.Words * Hidden);
        (float[] scales, sbyte[] rows) = Quantize(words, Hidden);
        WriteFloats(scales);
        file.Write(MemoryMarshal.AsBytes<sbyte>(rows));

        // Every text is a first sentence: its mark is added to the places once and for all.
        float[] positions = graph.Numbers("embeddings.position_embeddings.weight", 512 * Hidden);
        float[] kinds = graph.Numbers("embeddings.token_type_embeddings.weight", 2 * Hidden);
        for (int place = 0; place < positions.Length; place++)
            positions[place] += kinds[place % Hidden];
        WriteFloats(positions.AsSpan(0, ModelShape.MaxPieces * Hidden));
        WriteNorm("embeddings.LayerNorm.");
    }

    private void WriteLayer(string layer)
    {
        string self = layer + "attention.self.";
        WriteDense(Hidden, Hidden, self + "query.bias", self + "key.bias", self + "value.bias");
        WriteDense(Hidden, Hidden, layer + "attention.output.dense.bias");
        WriteNorm(layer + "attention.output.LayerNorm.");
        WriteDense(Hidden, ModelShape.Inner, layer + "intermediate.dense.bias");
        WriteDense(ModelShape.Inner, Hidden, layer + "output.dense.bias");
        WriteNorm(layer + "output.LayerNorm.");
    }

    /// <summary>Several matrices of one input are written as one.</summary>
    private void WriteDense(int inputs, int outputs, params string[] biases)
    {
        float[] columns =
        [
            .. biases.SelectMany(bias =>
                Turn(graph.Numbers(graph.MatrixBefore(bias), inputs * outputs), inputs, outputs)
            ),
        ];
        (float[] scales, sbyte[] weights) = Quantize(columns, inputs);
        WriteFloats(scales);
        foreach (string bias in biases)
            WriteFloats(graph.Numbers(bias, outputs));
        file.Write(MemoryMarshal.AsBytes<sbyte>(weights));
    }

    private void WriteNorm(string name)
    {
        WriteFloats(graph.Numbers(name + "weight", Hidden));
        WriteFloats(graph.Numbers(name + "bias", Hidden));
    }

    private void WriteFloats(ReadOnlySpan<float> numbers) => file.Write(MemoryMarshal.AsBytes(numbers));

    /// <summary>From input by input to output by output.</summary>
    private static float[] Turn(float[] matrix, int inputs, int outputs)
    {
        float[] turned = new float[matrix.Length];
        for (int input = 0; input < inputs; input++)
        {
            for (int output = 0; output < outputs; output++)
                turned[output * inputs + input] = matrix[input * outputs + output];
        }

        return turned;
    }

    private static (float[] Scales, sbyte[] Rows) Quantize(float[] numbers, int width)
    {
        float[] scales = new float[numbers.Length / width];
        sbyte[] rows = new sbyte[numbers.Length];
        for (int row = 0; row < scales.Length; row++)
        {
            ReadOnlySpan<float> source = numbers.AsSpan(row * width, width);
            float largest = 0;
            foreach (float number in source)
                largest = Math.Max(largest, Math.Abs(number));
            scales[row] = largest > 0 ? largest / 127f : 1f;
            for (int place = 0; place < width; place++)
                rows[row * width + place] = (sbyte)MathF.Round(source[place] / scales[row]);
        }

        return (scales, rows);
    }
}
