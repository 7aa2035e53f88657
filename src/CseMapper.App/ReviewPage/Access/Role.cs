namespace CseMapper.App.ReviewPage.Access;

/// <summary>What a person may do on the page; each role may do all that the ones before it may.</summary>
internal enum Role
{
    /// <summary>Reads.</summary>
    Viewer,

    /// <summary>Decides and writes commentary.</summary>
    Reviewer,

    /// <summary>Also stands behind acceptances of others.</summary>
    Approver,
}
