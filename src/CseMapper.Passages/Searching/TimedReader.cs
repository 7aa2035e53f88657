using Lucene.Net.Index;
using Lucene.Net.Util;

namespace CseMapper.Passages.Searching;

/// <summary>An index that stops being read when time is up, wherever the reading is: Lucene's own collector only looks at
/// the clock where something is found.</summary>
/// <param name="index">The index.</param>
/// <param name="limit">How long it may be read.</param>
internal sealed class TimedReader(DirectoryReader index, TimeLimit limit)
    : FilterDirectoryReader(index, new Wrapper(limit))
{
    protected override DirectoryReader DoWrapDirectoryReader(DirectoryReader input) => new TimedReader(input, limit);

    private sealed class Wrapper(TimeLimit limit) : SubReaderWrapper
    {
        public override AtomicReader Wrap(AtomicReader reader) => new TimedLeaf(reader, limit);
    }

    private sealed class TimedLeaf(AtomicReader reader, TimeLimit limit) : FilterAtomicReader(reader)
    {
        public override Fields Fields => new TimedFields(m_input.Fields, limit);
    }

    private sealed class TimedFields(Fields fields, TimeLimit limit) : FilterAtomicReader.FilterFields(fields)
    {
        public override Lucene.Net.Index.Terms? GetTerms(string field) =>
            base.GetTerms(field) is { } terms ? new TimedTerms(terms, limit) : null;
    }

    private sealed class TimedTerms(Lucene.Net.Index.Terms terms, TimeLimit limit)
        : FilterAtomicReader.FilterTerms(terms)
    {
        public override TermsEnum GetEnumerator() => new TimedTermsEnum(base.GetEnumerator(), limit);

        public override TermsEnum GetEnumerator(TermsEnum reuse) => GetEnumerator();
    }

    private sealed class TimedTermsEnum(TermsEnum terms, TimeLimit limit) : FilterAtomicReader.FilterTermsEnum(terms)
    {
        public override bool MoveNext()
        {
            limit.Check();
            return base.MoveNext();
        }

        public override bool SeekExact(BytesRef text)
        {
            limit.Check();
            return m_input.SeekExact(text);
        }

        public override void SeekExact(BytesRef term, TermState state) => m_input.SeekExact(term, state);

        public override TermState GetTermState() => m_input.GetTermState();

        public override DocsEnum Docs(IBits liveDocs, DocsEnum? reuse, DocsFlags flags) =>
            new TimedDocs(base.Docs(liveDocs, null, flags), limit);

        public override DocsAndPositionsEnum? DocsAndPositions(
            IBits liveDocs,
            DocsAndPositionsEnum? reuse,
            DocsAndPositionsFlags flags
        ) =>
            base.DocsAndPositions(liveDocs, null, flags) is { } positions ? new TimedPositions(positions, limit) : null;
    }

    private sealed class TimedDocs(DocsEnum documents, TimeLimit limit) : FilterAtomicReader.FilterDocsEnum(documents)
    {
        public override int NextDoc()
        {
            limit.Check();
            return base.NextDoc();
        }

        public override int Advance(int target)
        {
            limit.Check();
            return base.Advance(target);
        }
    }

    private sealed class TimedPositions(DocsAndPositionsEnum positions, TimeLimit limit)
        : FilterAtomicReader.FilterDocsAndPositionsEnum(positions)
    {
        public override int NextDoc()
        {
            limit.Check();
            return base.NextDoc();
        }

        public override int Advance(int target)
        {
            limit.Check();
            return base.Advance(target);
        }
    }
}

/// <summary>How long a search may take. Asking costs next to nothing: the clock is looked at now and then.</summary>
/// <param name="time">The clock.</param>
/// <param name="most">The time.</param>
internal sealed class TimeLimit(TimeProvider time, TimeSpan most)
{
    private const int Between = 1 << 9;

    private readonly long _began = time.GetTimestamp();
    private int _left = 1;

    /// <summary>Goes on, or not.</summary>
    /// <exception cref="TimeIsUpException">It took too long.</exception>
    public void Check()
    {
        if (--_left > 0)
            return;
        _left = Between;
        if (time.GetElapsedTime(_began) >= most)
            throw new TimeIsUpException();
    }
}

/// <summary>A search took too long.</summary>
internal sealed class TimeIsUpException : Exception;
