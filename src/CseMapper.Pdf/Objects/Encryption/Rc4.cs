namespace CseMapper.Pdf.Objects.Encryption;

/// <summary>
/// The RC4 stream cipher, which the framework does not offer; old PDF files cannot be read without it (ISO 32000-2,
/// 7.6.2).
/// </summary>
internal static class Rc4
{
    /// <summary>Encrypts or decrypts, which is the same, in place.</summary>
    public static void Apply(ReadOnlySpan<byte> key, Span<byte> data)
    {
        Span<byte> state = stackalloc byte[256];
        for (int i = 0; i < 256; i++)
            state[i] = (byte)i;
        for (int i = 0, j = 0; i < 256; i++)
        {
            j = (j + state[i] + key[i % key.Length]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
        }

        int a = 0;
        int b = 0;
        foreach (ref byte value in data)
        {
            a = (a + 1) & 255;
            byte x = state[a];
            b = (b + x) & 255;
            byte y = state[b];
            state[a] = y;
            state[b] = x;
            value ^= state[(x + y) & 255];
        }
    }
}
