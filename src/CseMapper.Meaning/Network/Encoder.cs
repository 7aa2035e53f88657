using System.Runtime.Intrinsics;
using CseMapper.Meaning.Arithmetic;

namespace CseMapper.Meaning.Network;

/// <summary>Runs the network over one text at a time, in buffers of its own; not for two threads at a time.</summary>
/// <remarks>Devlin et al., "BERT: Pre-training of Deep Bidirectional Transformers", 2018; the mean over all word pieces
/// as in Reimers and Gurevych, "Sentence-BERT", 2019.</remarks>
internal sealed class Encoder
{
    private const int Hidden = ModelShape.Hidden;

    private readonly ModelWeights _weights;

    private readonly Attention _attention;

    private readonly QuantizedRows _rows;

    private readonly float[] _states = new float[ModelShape.MaxPieces * Hidden];

    private readonly float[] _heads = new float[ModelShape.MaxPieces * 3 * Hidden];

    private readonly float[] _inner = new float[ModelShape.MaxPieces * ModelShape.Inner];

    public Encoder(ModelWeights weights, IntegerKernel kernel)
    {
        _weights = weights;
        _attention = new Attention(kernel);
        _rows = new QuantizedRows(kernel, ModelShape.MaxPieces, ModelShape.Inner);
    }

    /// <summary>The text's vector, of length one.</summary>
    /// <param name="pieces">The numbers of its word pieces, both ends marked; at most
    /// <see cref="ModelShape.MaxPieces"/>.</param>
    public float[] Encode(ReadOnlySpan<int> pieces)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pieces.Length, ModelShape.MaxPieces);
        _weights.Embeddings.Look(pieces, _states);
        foreach (EncoderLayer layer in _weights.Layers)
            Apply(layer, pieces.Length);
        return Mean(pieces.Length);
    }

    private void Apply(EncoderLayer layer, int pieces)
    {
        _rows.Fill(_states, 0, Hidden, pieces, Hidden);
        layer.Heads.Apply(_rows, DenseEnd.Replace, _heads);
        _attention.Apply(_heads, pieces, _inner);
        _rows.Fill(_inner, 0, Hidden, pieces, Hidden);
        layer.Joined.Apply(_rows, DenseEnd.Add, _states);
        layer.AttentionNorm.Apply(_states, pieces);

        _rows.Fill(_states, 0, Hidden, pieces, Hidden);
        layer.Widen.Apply(_rows, DenseEnd.Replace, _inner);
        _rows.FillGelu(_inner, pieces, ModelShape.Inner);
        layer.Narrow.Apply(_rows, DenseEnd.Add, _states);
        layer.OutputNorm.Apply(_states, pieces);
    }

    /// <summary>Added piece by piece; the length makes a division by their number needless.</summary>
    private float[] Mean(int pieces)
    {
        float[] mean = new float[Hidden];
        Vector256<float> squares = Vector256<float>.Zero;
        for (int place = 0; place < Hidden; place += 8)
        {
            Vector256<float> sum = Vector256<float>.Zero;
            for (int piece = 0; piece < pieces; piece++)
                sum += Vector256.LoadUnsafe(ref _states[piece * Hidden + place]);
            squares += sum * sum;
            sum.StoreUnsafe(ref mean[place]);
        }

        float length = MathF.Sqrt(FixedMath.Sum(squares));
        for (int place = 0; place < Hidden; place++)
            mean[place] /= length;
        return mean;
    }
}
