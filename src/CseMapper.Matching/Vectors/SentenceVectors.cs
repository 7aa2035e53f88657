using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CseMapper.Matching.Loading;
using CseMapper.Meaning;

namespace CseMapper.Matching.Vectors;

/// <summary>The vectors of texts by their meaning: those that are kept, and new ones where there are none.</summary>
/// <remarks>The model is only read where a vector is missing. For one thread at a time; vectors are made on all
/// processors, up to eight.</remarks>
public sealed class SentenceVectors
{
    /// <summary>The name of the file in which vectors are kept.</summary>
    public const string FileName = "meaning.vectors";

    /// <summary>About what any text costs besides its letters, in letters.</summary>
    private const int CostOfAny = 64;

    private readonly string _modelFile;
    private readonly string? _folder;
    private SentenceModel? _model;

    private SentenceVectors(string modelFile, string? folder, string fingerprint)
    {
        _modelFile = modelFile;
        _folder = folder;
        Fingerprint = fingerprint;
    }

    /// <summary>Names the model: vectors of two may not be compared.</summary>
    public string Fingerprint { get; }

    /// <summary>Makes them with the model of a file.</summary>
    /// <param name="modelFile">The file; <see cref="SentenceModel.DefaultPath"/> as a rule.</param>
    /// <param name="folder">Where vectors are kept, if it is there; null to keep none.</param>
    /// <returns>Null where there is no such file.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SentenceVectors? With(string modelFile, string? folder) =>
        SentenceModel.FingerprintOf(modelFile) is { } fingerprint
            ? new SentenceVectors(modelFile, folder, fingerprint)
            : null;

    /// <summary>The vectors of texts, in their order.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="progress">Hears of vectors that have to be made, from the calling thread.</param>
    /// <param name="cancellation">Stops the work; what was made is kept.</param>
    /// <exception cref="SentenceModelException">A vector is missing, and the model cannot be used.</exception>
    internal SentenceVector[] Of(
        IReadOnlyList<string> texts,
        IProgress<VectorProgress>? progress,
        CancellationToken cancellation
    )
    {
        UInt128[] keys = [.. texts.Select(KeyOf)];
        SentenceVector?[] vectors = new SentenceVector?[keys.Length];
        using VectorFile kept = VectorFile.Open(_folder, Fingerprint);
        Dictionary<UInt128, int> missing = [];
        for (int i = 0; i < keys.Length; i++)
        {
            if ((vectors[i] = kept.Find(keys[i])) is null)
                missing.TryAdd(keys[i], i);
        }

        if (missing.Count > 0)
            Make([.. missing.Values.Select(i => (keys[i], texts[i]))], kept, progress, cancellation);
        for (int i = 0; i < keys.Length; i++)
            vectors[i] ??= kept.Find(keys[i]);
        kept.Tidy();
        return vectors!;
    }

    private void Make(
        List<(UInt128 Key, string Text)> missing,
        VectorFile kept,
        IProgress<VectorProgress>? progress,
        CancellationToken cancellation
    )
    {
        SentenceModel model = _model ??= Load();
        // The long ones first: at the end, no processor waits long for another.
        missing.Sort((a, b) => a.Text.Length != b.Text.Length ? b.Text.Length - a.Text.Length : a.Key.CompareTo(b.Key));
        VectorProgress all = new(0, missing.Count, 0, missing.Sum(one => (long)one.Text.Length + CostOfAny));
        int taken = 0;
        int done = 0;
        long work = 0;
        progress?.Report(all);
        ParallelWork.ForEachRange(
            missing.Count,
            1,
            (part, _, _) =>
            {
                for (int i; (i = Interlocked.Increment(ref taken) - 1) < missing.Count; )
                {
                    cancellation.ThrowIfCancellationRequested();
                    (UInt128 key, string text) = missing[i];
                    kept.Add(key, model.Encode(text).ToCompact());
                    int soFar = Interlocked.Increment(ref done);
                    long workSoFar = Interlocked.Add(ref work, text.Length + CostOfAny);
                    if (part == 0)
                        progress?.Report(all with { Done = soFar, WorkDone = workSoFar });
                }
            }
        );
        progress?.Report(all with { Done = done, WorkDone = work });
    }

    private SentenceModel Load()
    {
        try
        {
            return SentenceModel.Open(_modelFile) ?? throw new SentenceModelException("it has gone.", null);
        }
        catch (InvalidDataException fault)
        {
            throw new SentenceModelException(fault.Message, fault);
        }
    }

    private static UInt128 KeyOf(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
