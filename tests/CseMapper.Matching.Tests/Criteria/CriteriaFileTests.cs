using System.Text;
using CseMapper.Matching.Criteria;
using CseMapper.Testing;

namespace CseMapper.Matching.Tests.Criteria;

public sealed class CriteriaFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("criteria").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void BuiltInStandardHasTheWordingOfItsSource()
    {
        Standard standard = CriteriaFile.Load(RepositoryFiles.Path("criteria", "cse.json"));
        Standard source = ListImport
            .Read(File.ReadAllLines(RepositoryFiles.Path("criteria", "sources", "appendix-2-cse-criteria.txt")), "cse")
            .Standard;

        Assert.Equal(
            source.Elements.Select(element => (element.Number, element.Wording)),
            standard.Elements.Select(element => (element.Number, element.Wording))
        );
        Assert.Equal(
            [
                "Customer Insight",
                "The Culture of the Organisation",
                "Information and Access",
                "Delivery",
                "Timeliness and Quality of Service",
            ],
            standard.Criteria.Select(criterion => criterion.Title)
        );
        Assert.All(standard.Elements, element => Assert.NotEqual("", element.SubCriterionTitle));
    }

    [Fact]
    public void BuiltInPartsMakeUpTheWordingAndEveryElementHasItsVocabulary()
    {
        Standard standard = CriteriaFile.Load(RepositoryFiles.Path("criteria", "cse.json"));

        Assert.All(
            standard.Elements,
            element => Assert.Equal(element.Wording, string.Join(' ', element.Parts.Select(part => part.Text)))
        );
        Assert.All(standard.Elements, element => Assert.InRange(element.WholeVocabulary.Count(), 15, 40));
        Assert.All(
            standard.Elements,
            element => Assert.Distinct(element.WholeVocabulary.Select(entry => entry.Phrase.ToUpperInvariant()))
        );
    }

    [Fact]
    public void AllFaultsAreNamedWithFileAndLineInOneMessage()
    {
        string path = Write(
            "bad.json",
            """
            {
              "format": "csemapper-criteria",
              "version": 1,
              "id": "x", "title": "X",
              "criteria": [ { "number": "1", "title": "One", "subCriteria": [ { "number": "1.1", "title": "Sub",
                "elements": [
                { "number": "1.1.1", "wording": "A." },
                { "number": "1.1.1", "wording": "B.", "kind": "hearsay" },
                { "number": "1.1.2", "vocabulary": [ { "phrase": "p", "weight": 7 } ] },
                { "number": "1.1.3", "wording": "C.", "colour": "red" }
              ] } ] } ]
            }
            """
        );

        string message = Assert.Throws<CriteriaFileException>(() => CriteriaFile.Load(path)).Message;

        Assert.Contains($"{path}:8: element 1.1.1 stands already on line 7", message, StringComparison.Ordinal);
        Assert.Contains($"{path}:8: the kind \"hearsay\" is not known", message, StringComparison.Ordinal);
        Assert.Contains($"{path}:9: \"wording\" is missing", message, StringComparison.Ordinal);
        Assert.Contains($"{path}:9: the weight 7 is outside", message, StringComparison.Ordinal);
        Assert.Contains($"{path}:10: \"colour\" is not known", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"format\": \"csemapper-criteria\",\n \"version\": 2 }", ":2: version 2 is not known")]
    [InlineData("{ \"format\": \"something\" }", ":1: not a criteria file")]
    [InlineData("{\n \"format\" \"x\" }", ":2: this is not JSON")]
    [InlineData("", ":1: this is not JSON")]
    [InlineData("[]", ":1: not a criteria file")]
    public void WhatIsNoCriteriaFileIsRefusedWithItsLine(string text, string says)
    {
        string path = Write("bad.json", text);

        Assert.Contains(
            path + says,
            Assert.Throws<CriteriaFileException>(() => CriteriaFile.Load(path)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void WrittenStandardReadsBackTheSame()
    {
        Standard standard = CriteriaFile.Load(RepositoryFiles.Path("criteria", "cse.json"));
        using MemoryStream stream = new();
        CriteriaWriter.Write(standard, stream);

        Standard again = CriteriaFile.Load(Write("again.json", Encoding.UTF8.GetString(stream.ToArray())));

        Assert.Empty(CriteriaComparison.Compare(standard, again));
        Assert.Equal(standard.Elements.Select(element => element.Kind), again.Elements.Select(element => element.Kind));
        Assert.Equal(
            standard.Elements.SelectMany(element => element.WholeVocabulary),
            again.Elements.SelectMany(element => element.WholeVocabulary)
        );
        Assert.Equal(
            standard.Elements.SelectMany(element => element.Parts).Select(part => part.Text),
            again.Elements.SelectMany(element => element.Parts).Select(part => part.Text)
        );
    }

    [Fact]
    public void OverlayAddsWeighsAndTakesOutVocabulary()
    {
        Write(
            "base.json",
            """
            { "format": "csemapper-criteria", "version": 1, "id": "x", "title": "X", "criteria": [ { "number": "1",
              "title": "", "subCriteria": [ { "number": "1.1", "title": "Sub",
              "elements": [ { "number": "1.1.1", "wording": "A.", "vocabulary": ["keep", "weigh", "drop"] },
                { "number": "1.1.2", "wording": "B." } ] } ] } ] }
            """
        );
        string path = Write(
            "ours.json",
            """
            { "format": "csemapper-criteria", "version": 1, "extends": "base.json",
              "elements": { "1.1.1": { "kind": "results", "vocabulary": ["new", { "phrase": "Weigh", "weight": 0.5 },
                { "phrase": "drop", "weight": 0 }] } } }
            """
        );

        Standard standard = CriteriaFile.Load(path);

        Assert.Equal(EvidenceKind.Results, standard.Elements[0].Kind);
        Assert.Equal(
            [new VocabularyEntry("keep"), new VocabularyEntry("new"), new VocabularyEntry("Weigh", 0.5)],
            standard.Elements[0].Vocabulary
        );
        Assert.Empty(standard.Elements[1].Vocabulary);
    }

    [Fact]
    public void OverlayReachesTheWordsOfParts()
    {
        Write(
            "base.json",
            """
            { "format": "csemapper-criteria", "version": 1, "id": "x", "title": "X", "criteria": [ { "number": "1",
              "title": "", "subCriteria": [ { "number": "1.1", "title": "Sub",
              "elements": [ { "number": "1.1.1", "wording": "A and B.", "parts": [ { "text": "A",
                "vocabulary": ["keep", "weigh", "drop"] }, { "text": "and B.", "vocabulary": ["b"] } ] } ] } ] } ] }
            """
        );
        string words = Write(
            "words.json",
            """
            { "format": "csemapper-criteria", "version": 1, "extends": "base.json",
              "elements": { "1.1.1": { "vocabulary": ["new", { "phrase": "Weigh", "weight": 0.5 },
                { "phrase": "drop", "weight": 0 }] } } }
            """
        );
        string parts = Write(
            "parts.json",
            """
            { "format": "csemapper-criteria", "version": 1, "extends": "words.json",
              "elements": { "1.1.1": { "parts": ["A", "and C."] } } }
            """
        );

        StandardElement weighed = CriteriaFile.Load(words).Elements[0];
        StandardElement parted = CriteriaFile.Load(parts).Elements[0];

        Assert.Equal([new VocabularyEntry("keep"), new VocabularyEntry("Weigh", 0.5)], weighed.Parts[0].Vocabulary);
        Assert.Equal([new VocabularyEntry("new")], weighed.Vocabulary);
        Assert.Equal(["A", "and C."], parted.Parts.Select(part => part.Text));
        Assert.Equal(weighed.Parts[0].Vocabulary, parted.Parts[0].Vocabulary);
        Assert.Equal([new VocabularyEntry("new"), new VocabularyEntry("b")], parted.Vocabulary);
    }

    [Fact]
    public void OverlayOnUnknownElementOrOnItselfIsRefused()
    {
        string itself = Write(
            "self.json",
            """{ "format": "csemapper-criteria", "version": 1, "extends": "self.json" }"""
        );
        Write(
            "base.json",
            """{ "format": "csemapper-criteria", "version": 1, "id": "x", "title": "X", "criteria": [ """
                + """{ "subCriteria": [ { "elements": [ { "number": "1", "wording": "A." } ] } ] } ] }"""
        );
        string unknown = Write(
            "unknown.json",
            """{ "format": "csemapper-criteria", "version": 1, "extends": "base.json", "elements": { "9": {} } }"""
        );

        Assert.Contains(
            "extends itself",
            Assert.Throws<CriteriaFileException>(() => CriteriaFile.Load(itself)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "has no element 9",
            Assert.Throws<CriteriaFileException>(() => CriteriaFile.Load(unknown)).Message,
            StringComparison.Ordinal
        );
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
