namespace CseMapper.App.ReviewPage.Access;

/// <summary>The secret in the printed address: it signs in one browser, once.</summary>
/// <param name="renewed">Hears of the next token as soon as one is used up, so that it can be printed for another
/// browser.</param>
internal sealed class EntryTokens(Action<string> renewed)
{
    private readonly Lock _gate = new();
    private string _token = RandomText.New();

    /// <summary>The token that is good now.</summary>
    public string Current
    {
        get
        {
            lock (_gate)
                return _token;
        }
    }

    /// <summary>Uses the token up.</summary>
    /// <returns>False when it is not the current one.</returns>
    public bool Use(string? given)
    {
        lock (_gate)
        {
            if (!RandomText.Equal(given, _token))
                return false;
            _token = RandomText.New();
        }

        renewed(Current);
        return true;
    }
}
