namespace CseMapper.Meaning.Network;

/// <summary>All that the network learnt; nothing of it changes once it is read.</summary>
/// <param name="Embeddings">What word pieces start as.</param>
/// <param name="Layers">First to last.</param>
internal sealed record ModelWeights(Embeddings Embeddings, IReadOnlyList<EncoderLayer> Layers);

/// <summary>One layer's weights.</summary>
/// <param name="Heads">To queries, keys and values, 384 numbers each.</param>
/// <param name="Joined">From the heads' results back to the states.</param>
/// <param name="AttentionNorm">After the attention's part has been added.</param>
/// <param name="Widen">To the feed-forward part's 1,536 numbers.</param>
/// <param name="Narrow">Back to 384.</param>
/// <param name="OutputNorm">After the feed-forward part has been added.</param>
internal sealed record EncoderLayer(
    DenseLayer Heads,
    DenseLayer Joined,
    LayerNorm AttentionNorm,
    DenseLayer Widen,
    DenseLayer Narrow,
    LayerNorm OutputNorm
);
