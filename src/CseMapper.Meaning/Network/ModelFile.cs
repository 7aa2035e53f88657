using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CseMapper.Meaning.Arithmetic;
using CseMapper.Meaning.Tokens;

namespace CseMapper.Meaning.Network;

/// <summary>Reads the file of weights, and lays them out for the kernel that this processor runs.</summary>
internal sealed class ModelFile : IDisposable
{
    private readonly Stream _stream;

    private readonly IntegerKernel _kernel;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private readonly sbyte[] _matrix = new sbyte[ModelShape.Hidden * ModelShape.Inner];

    private ModelFile(Stream stream, IntegerKernel kernel)
    {
        _stream = stream;
        _kernel = kernel;
    }

    /// <summary>Reads the whole file.</summary>
    /// <exception cref="InvalidDataException">It is not such a file, of another version, cut short or altered.
    /// </exception>
    public static (Vocabulary Vocabulary, ModelWeights Weights, string Hash) Read(Stream stream, IntegerKernel kernel)
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("The model's weights are read on little-endian processors only.");
        using ModelFile file = new(stream, kernel);
        try
        {
            return file.Read();
        }
        catch (EndOfStreamException)
        {
            throw new InvalidDataException("The file is cut short.");
        }
    }

    public void Dispose() => _hash.Dispose();

    private (Vocabulary Vocabulary, ModelWeights Weights, string Hash) Read()
    {
        CheckHead();
        byte[] words = new byte[Length()];
        Fill(words);
        Embeddings embeddings = ReadEmbeddings();
        EncoderLayer[] layers = new EncoderLayer[ModelShape.Layers];
        for (int layer = 0; layer < layers.Length; layer++)
            layers[layer] = ReadLayer();

        byte[] told = new byte[SHA256.HashSizeInBytes];
        byte[] found = _hash.GetHashAndReset();
        _stream.ReadExactly(told);
        if (!found.AsSpan().SequenceEqual(told))
            throw new InvalidDataException("The file has been altered: its content does not match its checksum.");
        return (Vocabulary.Parse(words), new ModelWeights(embeddings, layers), Convert.ToHexStringLower(found));
    }

    private void CheckHead()
    {
        byte[] magic = new byte[ModelFormat.Magic.Length];
        Fill(magic);
        if (!ModelFormat.Magic.SequenceEqual(magic))
            throw new InvalidDataException("The file is not one of the sentence model's weights.");
        int[] sizes = new int[ModelFormat.Sizes.Length];
        Fill(MemoryMarshal.AsBytes(sizes.AsSpan()));
        if (!ModelFormat.Sizes.SequenceEqual(sizes))
            throw new InvalidDataException("The file's weights are of another version or size.");
    }

    private int Length()
    {
        int length = 0;
        Fill(MemoryMarshal.AsBytes(new Span<int>(ref length)));
        return length is > 0 and < 1 << 24
            ? length
            : throw new InvalidDataException("The length of the file's vocabulary cannot be right.");
    }

    private Embeddings ReadEmbeddings()
    {
        float[] scales = Floats(ModelShape.Words);
        sbyte[] words = new sbyte[ModelShape.Words * ModelShape.Hidden];
        Fill(MemoryMarshal.AsBytes(words.AsSpan()));
        float[] positions = Floats(ModelShape.MaxPieces * ModelShape.Hidden);
        return new Embeddings(words, scales, positions, ReadNorm());
    }

    private EncoderLayer ReadLayer()
    {
        DenseLayer heads = ReadDense(ModelShape.Hidden, 3 * ModelShape.Hidden);
        DenseLayer joined = ReadDense(ModelShape.Hidden, ModelShape.Hidden);
        LayerNorm attentionNorm = ReadNorm();
        DenseLayer widen = ReadDense(ModelShape.Hidden, ModelShape.Inner);
        DenseLayer narrow = ReadDense(ModelShape.Inner, ModelShape.Hidden);
        return new EncoderLayer(heads, joined, attentionNorm, widen, narrow, ReadNorm());
    }

    private DenseLayer ReadDense(int inputs, int outputs)
    {
        float[] scales = Floats(outputs);
        float[] biases = Floats(outputs);
        Span<sbyte> weights = _matrix.AsSpan(0, inputs * outputs);
        Fill(MemoryMarshal.AsBytes(weights));
        return new DenseLayer(_kernel, weights, scales, biases);
    }

    private LayerNorm ReadNorm() => new(Floats(ModelShape.Hidden), Floats(ModelShape.Hidden));

    private float[] Floats(int count)
    {
        float[] numbers = new float[count];
        Fill(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    private void Fill(Span<byte> target)
    {
        _stream.ReadExactly(target);
        _hash.AppendData(target);
    }
}
