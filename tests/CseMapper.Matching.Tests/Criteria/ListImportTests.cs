using CseMapper.Matching.Criteria;
using CseMapper.Testing;

namespace CseMapper.Matching.Tests.Criteria;

public sealed class ListImportTests
{
    private static readonly string[] _sound = File.ReadAllLines(
        RepositoryFiles.Path("criteria", "sources", "appendix-2-cse-criteria.txt")
    );
    private static readonly string[] _damaged = File.ReadAllLines(
        RepositoryFiles.Path("criteria", "sources", "appendix-2-cse-criteria.damaged.txt")
    );

    [Fact]
    public void SoundTextGivesAllElementsInPrintedOrder()
    {
        ImportedList list = ListImport.Read(_sound, "cse");

        Assert.Equal(57, list.Standard.Elements.Count);
        Assert.Equal(
            [11, 11, 12, 13, 10],
            list.Standard.Criteria.Select(criterion => criterion.SubCriteria.Sum(sub => sub.Elements.Count))
        );
        Assert.DoesNotContain(list.Damages, damage => damage.NeedsAttention);
        Assert.Equal("Appendix 2 – CSE Criteria", list.Standard.Title);
    }

    [Fact]
    public void EveryWordingIsTheLineOfTheText()
    {
        ImportedList list = ListImport.Read(_sound, "cse");

        Assert.All(list.Standard.Elements, element => Assert.Contains($"{element.Number}\t{element.Wording}", _sound));
    }

    [Fact]
    public void HeadingsGetOrdinaryCapitals()
    {
        ImportedList list = ListImport.Read(_sound, "cse");

        string[] titles =
        [
            .. list.Standard.Criteria.SelectMany(criterion => criterion.SubCriteria).Select(sub => sub.Title),
        ];
        Assert.Equal(15, titles.Length);
        Assert.Equal("Customer Identification", titles[0]);
        Assert.Contains("Leadership, Policy & Culture", titles);
        Assert.Contains("Range of Information", titles);
        Assert.Contains("Cooperative Working with Other Providers, Partners & Communities", titles);
    }

    [Fact]
    public void DamagedTextGivesTheSoundWordingOfAllButTheLostElement()
    {
        Dictionary<string, string> sound = ListImport
            .Read(_sound, "cse")
            .Standard.Elements.ToDictionary(element => element.Number, element => element.Wording);

        StandardElement[] elements = [.. ListImport.Read(_damaged, "cse").Standard.Elements];

        StandardElement lost = Assert.Single(elements, element => element.Damage is not null);
        Assert.Equal("3.3.3", lost.Number);
        Assert.Contains("copy of line 50", lost.Damage, StringComparison.Ordinal);
        Assert.Contains("service improvements and offer better choices.", lost.Damage, StringComparison.Ordinal);
        Assert.Equal(57, elements.Length);
        Assert.All(
            elements.Where(element => element != lost),
            element => Assert.Equal(sound[element.Number], element.Wording)
        );
    }

    [Theory]
    [InlineData(15, ListDamageKind.StrayHeadingWord, "1.3", "CONTRACTOR")]
    [InlineData(18, ListDamageKind.StrayNumber, "1.3.2", "4.0.0")]
    [InlineData(20, ListDamageKind.StrayNumber, "1.3.3", "404")]
    [InlineData(50, ListDamageKind.RepeatedNumber, "3.3.2", "stands again")]
    [InlineData(51, ListDamageKind.LostWording, "3.3.3", "copy of line 50")]
    [InlineData(80, ListDamageKind.StrayNumber, "4.3.4", "405")]
    public void EveryDamageIsNamedWithItsLine(int line, ListDamageKind kind, string element, string says)
    {
        ListDamage damage = Assert.Single(ListImport.Read(_damaged, "cse").Damages, damage => damage.Line == line);

        Assert.Equal(kind, damage.Kind);
        Assert.Equal(element, damage.Element);
        Assert.Contains(says, damage.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryWrappedLineIsNamed()
    {
        int[] lines =
        [
            .. ListImport
                .Read(_damaged, "cse")
                .Damages.Where(damage => damage.Kind == ListDamageKind.WrappedLine)
                .Select(damage => damage.Line),
        ];

        Assert.Equal([4, 7, 10, 12, 14, 25, 29, 55, 57, 61, 67, 69, 71, 74, 76, 78, 86], lines);
    }

    [Theory]
    [InlineData("1 First\n2 Second\n3 Third", "1|2|3")]
    [InlineData("1.1 First.\n1.2 Second.", "1.1|1.2")]
    [InlineData("A.5.1 Policies for security\nA.5.2 Roles\nA.6.1 Screening", "A.5.1|A.5.2|A.6.1")]
    [InlineData(
        "4 Context\n4.1 Issues\n4.2 The organisation shall determine:\n4.2(a) the parties;\n4.2(b) their needs.\n"
            + "4.3 Scope",
        "4.1|4.2(a)|4.2(b)|4.3"
    )]
    [InlineData("1. First.\n2) Second.", "1|2")]
    public void OtherNumbersWorkAsWell(string text, string numbers)
    {
        ImportedList list = ListImport.Read(text.Split('\n'), "other");

        Assert.Equal(numbers.Split('|'), list.Standard.Elements.Select(element => element.Number));
        Assert.DoesNotContain(list.Damages, damage => damage.NeedsAttention);
    }

    [Fact]
    public void MissingNumbersAreNamed()
    {
        ImportedList list = ListImport.Read(["1.1 First.", "1.2 Second.", "1.4 Fourth."], "other");

        ListDamage damage = Assert.Single(list.Damages);
        Assert.Equal((3, ListDamageKind.BrokenOrder, "1.4"), (damage.Line, damage.Kind, damage.Element));
    }

    [Fact]
    public void NumberThatStandsTwiceWithOtherWordingIsMarked()
    {
        ImportedList list = ListImport.Read(
            ["1.1 First.", "1.2 Second.", "1.2 Another second.", "1.3 Third."],
            "other"
        );

        Assert.Equal(["1.1", "1.2", "1.3"], list.Standard.Elements.Select(element => element.Number));
        Assert.Contains("line 3", list.Standard.Elements[1].Damage, StringComparison.Ordinal);
        Assert.Contains(list.Damages, damage => damage is { Line: 3, Kind: ListDamageKind.RepeatedNumber });
    }

    [Fact]
    public void WordingCutInMidSentenceIsMarked()
    {
        ImportedList list = ListImport.Read(
            [
                "1.1 We listen to customers and",
                "1.2 We learn from complaints.",
                "1.3 We publish results.",
                "1.4 We train staff.",
                "1.5 We care.",
            ],
            "other"
        );

        Assert.Contains("ends in the middle", list.Standard.Elements[0].Damage, StringComparison.Ordinal);
    }

    [Fact]
    public void PageNumberAndRunningHeaderAreLeftOut()
    {
        ImportedList list = ListImport.Read(
            ["Our standard", "1.1 First.", "17", "Our standard", "1.2 Second."],
            "other"
        );

        Assert.Equal(["First.", "Second."], list.Standard.Elements.Select(element => element.Wording));
        Assert.Equal([3, 4], list.Damages.Select(damage => damage.Line));
    }
}
