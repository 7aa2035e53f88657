using System.Text;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Terms;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace CseMapper.Passages.Indexing;

/// <summary>The passages of documents as Lucene takes them: one document a passage, those of one of ours as a
/// block.</summary>
/// <remarks>For one thread at a time: fields are filled again for each passage.</remarks>
internal sealed class PassageDocuments
{
    private static readonly FieldType _body = TypeOf(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, hasNorms: true);
    private static readonly FieldType _words = TypeOf(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, hasNorms: false);
    private static readonly FieldType _name = TypeOf(IndexOptions.DOCS_ONLY, hasNorms: false);

    private readonly PassageRuns _runs = new();
    private readonly WordField _bodyField;
    private readonly WordField _headingField;
    private readonly WordField _titleField;
    private readonly WordField _leadInField;
    private readonly FormsField _forms = new(new WordTokens());
    private readonly NameField _document = new(PassageFields.Document, new SingleToken(), _name);
    private readonly NameField _clause = new(PassageFields.Clause, new SingleToken(), _name);
    private readonly SortedDocValuesField _documentValue = new(PassageFields.Document, new BytesRef());
    private readonly NumericDocValuesField _ordinal = new(PassageFields.Ordinal, 0);
    private readonly NumericDocValuesField _page = new(PassageFields.Page, 0);
    private readonly NumericDocValuesField _lengths = new(PassageFields.Lengths, 0);
    private readonly List<IIndexableField> _fields = [];

    public PassageDocuments()
    {
        _bodyField = new WordField(PassageFields.Body, new RunTokens(_runs.Terms, hasForms: true), _body);
        _headingField = new WordField(PassageFields.Heading, new RunTokens(_runs.Terms, hasForms: true), _words);
        _titleField = new WordField(PassageFields.Title, new RunTokens(_runs.Terms, hasForms: true), _words);
        _leadInField = new WordField(PassageFields.LeadIn, new RunTokens(_runs.Terms, hasForms: false), _words);
    }

    /// <summary>The passages of a document; each is valid until the next is asked for.</summary>
    /// <param name="key">Names the document and its reading.</param>
    /// <param name="title">Its title, or empty.</param>
    /// <param name="passages">Its passages, in order.</param>
    public IEnumerable<IEnumerable<IIndexableField>> Of(BytesRef key, string title, IReadOnlyList<Passage> passages)
    {
        _document.Set(key);
        _documentValue.SetBytesValue(key);
        _runs.Begin(title);
        foreach (Passage passage in passages)
        {
            _runs.Read(passage);
            Fill(passage);
            if (passage.Ordinal == passages[^1].Ordinal)
                _forms.AddTo(_fields, _runs.Terms.Forms);
            yield return _fields;
        }
    }

    private void Fill(Passage passage)
    {
        _ordinal.SetInt64Value(passage.Ordinal);
        _lengths.SetInt64Value(((long)_runs.HeadingLength << 32) | (uint)_runs.BodyLength);
        _fields.Clear();
        _fields.Add(_document.Field);
        _fields.Add(_documentValue);
        _fields.Add(_ordinal);
        _fields.Add(_lengths);
        _bodyField.AddTo(_fields, _runs.Body);
        _headingField.AddTo(_fields, _runs.Heading);
        _titleField.AddTo(_fields, _runs.Title);
        _leadInField.AddTo(_fields, _runs.LeadIn);
        if (passage.Page is { } page)
        {
            _page.SetInt64Value(page);
            _fields.Add(_page);
        }

        if (passage.Clause is { } clause)
        {
            _clause.Set(new BytesRef(Encoding.UTF8.GetBytes(clause.ToLowerInvariant())));
            _fields.Add(_clause.Field);
        }

        AddFlags(passage);
    }

    private void AddFlags(Passage passage)
    {
        AddFlag(passage.Kind == PassageKind.List, PassageFlags.List);
        AddFlag(passage.Kind == PassageKind.Table, PassageFlags.Table);
        AddFlag(passage.HasUnacceptedChanges, PassageFlags.UnacceptedChanges);
        AddFlag(passage.IsRecognised, PassageFlags.Recognised);
    }

    private void AddFlag(bool isSet, string flag)
    {
        if (isSet)
            _fields.Add(new StringField(PassageFields.Flags, flag, Field.Store.NO));
    }

    private static FieldType TypeOf(IndexOptions options, bool hasNorms)
    {
        FieldType type = new()
        {
            IsIndexed = true,
            IsTokenized = true,
            IndexOptions = options,
            OmitNorms = !hasNorms,
        };
        type.Freeze();
        return type;
    }

    /// <summary>A field of words.</summary>
    private sealed class WordField(string name, RunTokens tokens, FieldType type)
    {
        private readonly Field _field = new(name, tokens, type);

        public void AddTo(List<IIndexableField> fields, ReadOnlySpan<int> run)
        {
            if (run.IsEmpty)
                return;
            tokens.Set(run);
            fields.Add(_field);
        }
    }

    /// <summary>The field of words as they are written.</summary>
    private sealed class FormsField(WordTokens tokens)
    {
        private readonly Field _field = new(PassageFields.Forms, tokens, _name);

        public void AddTo(List<IIndexableField> fields, IEnumerable<string> words)
        {
            tokens.Set(words);
            fields.Add(_field);
        }
    }

    /// <summary>A field of one term.</summary>
    private sealed class NameField(string name, SingleToken token, FieldType type)
    {
        public Field Field { get; } = new(name, token, type);

        public void Set(BytesRef term) => token.Set(term);
    }
}
