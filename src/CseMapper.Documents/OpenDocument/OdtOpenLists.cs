using CseMapper.Documents.Word.Lists;

namespace CseMapper.Documents.OpenDocument;

/// <summary>The lists that are open at a place of an OpenDocument text, one in the other.</summary>
internal sealed class OdtOpenLists
{
    private readonly Stack<ListInstance?> _open = new();
    private bool _isNew;
    private bool _isItem;
    private int? _start;

    /// <summary>How many lists are open.</summary>
    public int Depth => _open.Count;

    /// <summary>The style of the innermost list; null where no list names one.</summary>
    public ListInstance? Current => _open.TryPeek(out ListInstance? list) ? list : null;

    /// <summary>A list in a list has its style, unless it names one.</summary>
    public void Begin(ListInstance? list, bool continues)
    {
        if (Depth == 0)
            _isNew = !continues;
        _open.Push(list ?? Current);
    }

    public void End()
    {
        _open.TryPop(out _);
        _isItem = false;
    }

    public void BeginItem(int? start) => (_isItem, _start) = (true, start);

    /// <summary>True for the first paragraph of an item, once.</summary>
    public bool TakeItem(out int? start)
    {
        (bool isItem, start) = (_isItem, _start);
        (_isItem, _start) = (false, null);
        return isItem;
    }

    /// <summary>True for the first item of a list that does not go on from another, once.</summary>
    public bool TakeNew()
    {
        bool isNew = _isNew;
        _isNew = false;
        return isNew;
    }
}
