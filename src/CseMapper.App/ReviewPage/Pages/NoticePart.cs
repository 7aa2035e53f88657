using CseMapper.App.ReviewPage.Markup;
using CseMapper.App.ReviewPage.Project;
using CseMapper.Decisions.Log;
using CseMapper.Reports;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>Says what has just been saved, with a way back.</summary>
internal static class NoticePart
{
    /// <summary>What was done, where the address names it.</summary>
    public static NoticeModel ModelFor(PageRequest request, string element)
    {
        string refused = request.Query("refused");
        Decision[] done = Done(request, element);
        return new NoticeModel(
            request,
            element,
            refused.Length > 0 ? Refusal(refused) : null,
            done.Length > 0 ? Sentence(done) : null
        );
    }

    private static Decision[] Done(PageRequest request, string element)
    {
        string batch = request.Query("done");
        return batch.Length == 0
            ? []
            : [.. request.State.Reviewed!.LinesOf(element).Where(line => DecisionDesk.BatchOf(line.Id) == batch)];
    }

    private static string Sentence(Decision[] done)
    {
        string what = done[0].Action switch
        {
            DecisionAction.Withdraw => "taken back",
            DecisionAction.Comment => "remarked on",
            DecisionAction.Unsure => "marked as not sure",
            _ => Words.Of(done[0].Action),
        };
        return done[0].Action == DecisionAction.Commentary
            ? "A new version of the commentary."
            : $"{Plural.Count(done.Length, "passage", "passages")} {what}.";
    }

    private static string Refusal(string code) =>
        code switch
        {
            "changed" => "the passage has changed since this page was made. Look at it again.",
            "nothing" => "there was nothing left to do.",
            "gone" => "its words are no longer in the documents. Take the decision back instead.",
            "busy" => "the documents are just being read anew. Try again in a moment.",
            "own" => "a second person has to approve, not the one who accepted.",
            "action" => "the form did not say one thing to do, but none or several.",
            "long" => "the text has more than 20,000 characters. Shorten it and save again.",
            "commentary" => "somebody has saved another text while you were writing. Compare both and save again.",
            _ => "the form was not complete.",
        };
}
