using CseMapper.Pdf.Catalog;
using CseMapper.Pdf.Files;

namespace CseMapper.Pdf.Tests.Objects.Encryption;

/// <summary>Files encrypted by qpdf 11 in every way that the standard security handler knows.</summary>
public sealed class EncryptedFileTests
{
    private const string Content = "We answer within ten working days.";

    [Theory]
    [InlineData("rc4-40-no-password")]
    [InlineData("rc4-128-no-password")]
    [InlineData("aes-128-no-password")]
    [InlineData("aes-256-no-password")]
    public void TheEmptyUserPasswordIsTriedFirst(string name)
    {
        AssertOpens(name);
    }

    [Theory]
    [InlineData("rc4-40-user")]
    [InlineData("rc4-128-user")]
    [InlineData("rc4-128-crypt-filter")]
    [InlineData("aes-128-user")]
    [InlineData("aes-128-clear-metadata")]
    [InlineData("aes-256-revision-5")]
    [InlineData("aes-256-user")]
    [InlineData("aes-256-object-streams")]
    public void TheUserAndTheOwnerPasswordOpenTheFileAndNoOther(string name)
    {
        AssertOpens(name, "wrong", "reader");
        AssertOpens(name, "owner");
        Assert.Equal(PdfOpenStatus.NeedsPassword, Open(name).Status);
        Assert.Equal(PdfOpenStatus.NeedsPassword, Open(name, "wrong", "Reader").Status);
    }

    [Fact]
    public void LettersBeyondAsciiOpenTheFile()
    {
        AssertOpens("aes-256-accents", "déjà vu ☂");
    }

    [Fact]
    public void ADamagedEncryptedFileIsRebuiltAndDecrypted()
    {
        byte[] bytes = Sample("aes-128-user");
        bytes.AsSpan(bytes.AsSpan().LastIndexOf("startxref"u8)).Fill((byte)' ');
        PdfFile file = PdfFile.Open(bytes, ["reader"], new PdfProblemLog(), PdfLimits.Default);
        Assert.Equal(Content, ShownStrings.Of(file));
    }

    [Fact]
    public void ASignatureIsNoEncryption()
    {
        PdfFile file = new SmallPdf()
            .Add(1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[5 0 R]>>>>")
            .Add(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>")
            .Add(3, "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>")
            .AddStream(4, "", "(signed) Tj")
            .Add(5, "<</FT/Sig/V<</Type/Sig/Filter/Adobe.PPKLite/Contents<00ff>/ByteRange[0 1 2 3]>>>>")
            .End()
            .Open();
        Assert.Equal(PdfOpenStatus.Opened, file.Status);
        Assert.Equal("signed", ShownStrings.Of(file));
    }

    [Fact]
    public void AnUnknownHandlerNeedsAPasswordAndIsNamed()
    {
        PdfProblemLog log = new();
        PdfFile file = SmallPdf.OnePage().End("/Root 1 0 R/Encrypt<</Filter/Adobe.PubSec/V 4>>").Open(log);
        Assert.Equal(PdfOpenStatus.NeedsPassword, file.Status);
        Assert.Equal(PdfProblemKind.Unsupported, Assert.Single(log.Problems).Kind);
    }

    [Fact]
    public void WhereOnlyAttachmentsAreEncryptedTheDocumentIsRead()
    {
        string zeros = new('0', 96);
        PdfFile file = SmallPdf
            .OnePage()
            .End(
                $"/Root 1 0 R/Encrypt<</Filter/Standard/V 5/R 6/P -1/O<{zeros}>/U<{zeros}>/OE<00>/UE<00>"
                    + "/CF<</StdCF<</CFM/AESV3>>>>/EFF/StdCF/StmF/Identity/StrF/Identity>>"
            )
            .Open();
        Assert.Equal("Hello", ShownStrings.Of(file));
    }

    [Fact]
    public void DamagedSettingsNeverMakeItThrow()
    {
        byte[] sample = Sample("aes-256-user");
        int start = sample.AsSpan().IndexOf("/Encrypt"u8);
        PropertyTest.Holds<(ushort Place, byte Value)>(damage =>
        {
            byte[] bytes = [.. sample];
            bytes[damage.Place % bytes.Length] = damage.Value;
            PdfFile file = PdfFile.Open(bytes, ["reader"], new PdfProblemLog(), PdfLimits.Default);
            for (int i = 0; i < file.Pages.Count; i++)
                ShownStrings.Of(file, i);
            return start > 0;
        });
    }

    private static void AssertOpens(string name, params string[] passwords)
    {
        PdfFile file = Open(name, passwords);
        Assert.Equal(PdfOpenStatus.Opened, file.Status);
        Assert.Equal(Content, ShownStrings.Of(file));
        DocumentInformation information = DocumentInformation.Read(file);
        Assert.Equal("Complaints policy", information.Title);
        Assert.Equal("Customer Services", information.Author);
        Assert.Equal("en-GB", information.Language);
    }

    private static PdfFile Open(string name, params string[] passwords) =>
        PdfFile.Open(Sample(name), passwords, new PdfProblemLog(), PdfLimits.Default);

    private static byte[] Sample(string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", "Encrypted", name + ".pdf"));
}
