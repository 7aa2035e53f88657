using System.Text;
using CseMapper.Meaning.Tokens;
using FastBertTokenizer;

namespace CseMapper.Meaning.Tests;

public sealed class WordPieceTokenizerTests
{
    private static readonly Lazy<byte[]> _lines = new(() => BuiltModel.Resource("vocab.txt"));

    [Theory]
    [InlineData("", new int[] { })]
    [InlineData("hello world", new[] { 7592, 2088 })]
    [InlineData("Hello, WORLD!", new[] { 7592, 1010, 2088, 999 })]
    [InlineData("embeddings", new[] { 7861, 8270, 4667, 2015 })]
    [InlineData("caf\u00e9 cafe\u0301 CAF\u00c9", new[] { 7668, 7668, 7668 })]
    [InlineData("a\u00adb\u200bc", new[] { 5925 })]
    [InlineData("\U0001f600", new[] { 100 })]
    public void PiecesAreThoseOfThePublishedModel(string text, int[] expected)
    {
        int[] pieces = Tokenizer().Tokenize(text, 256).Pieces;
        Assert.Equal([101, .. expected, 102], pieces);
    }

    [Fact]
    public async Task AnotherTokeniserFindsTheSamePieces()
    {
        BertTokenizer reference = new();
        using StreamReader lines = new(new MemoryStream(_lines.Value), Encoding.UTF8);
        await reference.LoadVocabularyAsync(lines, convertInputToLowercase: true);
        WordPieceTokenizer tokenizer = Tokenizer();
        foreach (string text in Texts.All.Where(text => text.All(char.IsAscii)))
        {
            (ReadOnlyMemory<long> pieces, _, _) = reference.Encode(text, 256);
            Assert.Equal(pieces.ToArray().Select(piece => (int)piece), tokenizer.Tokenize(text, 256).Pieces);
        }
    }

    [Fact]
    public void WhatDoesNotFitIsCutAndCounted()
    {
        TokenizedText tokens = Tokenizer().Tokenize(string.Join(' ', Enumerable.Repeat("hello", 300)), 256);
        Assert.Equal(256, tokens.Pieces.Length);
        Assert.Equal(102, tokens.Pieces[^1]);
        Assert.Equal(46, tokens.Cut);
    }

    [Fact]
    public void AWordOfMoreThanAHundredLettersIsUnknown() =>
        Assert.Equal([101, 100, 102], Tokenizer().Tokenize(new string('a', 101), 256).Pieces);

    private static WordPieceTokenizer Tokenizer() =>
        new(Vocabulary.Parse(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(_lines.Value).ReplaceLineEndings("\n"))));
}
