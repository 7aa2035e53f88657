using CseMapper.Documents.Files;

namespace CseMapper.Documents.Tests.Files;

public sealed class WindowsPathsTests
{
    [Theory]
    [InlineData("Policy.")]
    [InlineData("Policy.docx ")]
    [InlineData("con")]
    [InlineData("NUL.txt")]
    [InlineData("Aux.policy.docx")]
    [InlineData("COM1.pdf")]
    [InlineData("lpt\u00B2")]
    [InlineData("con .txt")]
    public void NamesThatWindowsReadsAsOthersAreKnown(string name) => Assert.True(WindowsPaths.IsAltered(name));

    [Theory]
    [InlineData("Policy.docx")]
    [InlineData(" Policy.docx")]
    [InlineData(".Policy")]
    [InlineData("Contract.docx")]
    [InlineData("console.txt")]
    [InlineData("COM.txt")]
    [InlineData("COM10.txt")]
    [InlineData("Null.txt")]
    public void OrdinaryNamesAreLeftAlone(string name) => Assert.False(WindowsPaths.IsAltered(name));

    [Theory]
    [InlineData(@"C:\Policies\NUL.txt", @"\\?\C:\Policies\NUL.txt")]
    [InlineData(@"\\server\share\Policy.", @"\\?\UNC\server\share\Policy.")]
    public void ALiteralPathIsWrittenPlainAgain(string plain, string literal)
    {
        Assert.Equal(literal, WindowsPaths.ToLiteral(plain));
        Assert.Equal(literal, WindowsPaths.ToLiteral(literal));
        Assert.Equal(plain, WindowsPaths.ToPlain(literal));
        Assert.Equal(plain, WindowsPaths.ToPlain(plain));
    }

    [Fact]
    public void APathOnAVolumeWithoutALetterStaysAsItIs() =>
        Assert.Equal(@"\\?\Volume{0}\Policies", WindowsPaths.ToPlain(@"\\?\Volume{0}\Policies"));

    [Fact]
    public void NativeCodeGetsLongPathsLiterally()
    {
        string deep = @"C:\" + new string('d', 300) + @"\workspace.db";

        Assert.Equal(@"\\?\" + deep, WindowsPaths.ForNativeCode(deep));
        Assert.Equal(@"C:\out\workspace.db", WindowsPaths.ForNativeCode(@"C:\out\workspace.db"));
    }
}
