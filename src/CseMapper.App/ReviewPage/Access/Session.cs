namespace CseMapper.App.ReviewPage.Access;

/// <summary>A browser that has signed in.</summary>
/// <param name="Id">What its cookie names: 256 random bits.</param>
/// <param name="Reviewer">Whose decisions it records.</param>
/// <param name="Role">What it may do.</param>
internal sealed record Session(string Id, string Reviewer, Role Role)
{
    /// <summary>The password it was begun with, as it is kept; empty where nobody signs in.</summary>
    public string Password { get; init; } = "";

    /// <summary>Ends with the session: what is still being sent to the browser stops.</summary>
    public CancellationToken Ended { get; init; }

    /// <summary>True for someone who may take decisions.</summary>
    public bool MayDecide => Role >= Role.Reviewer;

    /// <summary>True for someone who may stand behind decisions of others.</summary>
    public bool MayApprove => Role == Role.Approver;
}
