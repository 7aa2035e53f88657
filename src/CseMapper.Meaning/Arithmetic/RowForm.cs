namespace CseMapper.Meaning.Arithmetic;

/// <summary>How a kernel wants the rows of whole numbers from 0 to 255 that it multiplies.</summary>
internal enum RowForm
{
    /// <summary>A byte each, as they are.</summary>
    UnsignedBytes,

    /// <summary>A signed byte each, less 128.</summary>
    SignedBytes,

    /// <summary>Sixteen bits each, as they are.</summary>
    Words,
}
