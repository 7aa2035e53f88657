using AspNetCoreGeneratedDocument;
using CseMapper.App.ReviewPage.Markup;
using CseMapper.App.ReviewPage.Project;
using CseMapper.Decisions.Mapping;
using CseMapper.Documents;
using CseMapper.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>A document as it looks, with the evidence marked; and the original file itself.</summary>
internal static class DrawingPage
{
    /// <summary>Shows a page; as a part to be put beside a card where that is asked for.</summary>
    public static async Task Show(PageRequest request)
    {
        if (request.State.Index?.Document(request.Query("path")) is not { } document)
        {
            await Frame.NotFound(request, "There is no such document in the mapping.").ConfigureAwait(false);
            return;
        }

        Card? card = request.State.Element(request.Query("element")) is { } entry
            ? ElementCards.Sort(entry).Find(request.Query("card"))
            : null;
        string quote = card is not null && IsIn(card, document) ? card.Quote : "";
        DrawingModel model = new(request, document, quote);
        model =
            document.Record.Format == FileFormat.Pdf
                ? model with
                {
                    Page = await request
                        .Site.Views.Page(document, request.Number("page"), request.Cancellation)
                        .ConfigureAwait(false),
                }
                : model with
                {
                    Blocks = await request.Site.Views.Blocks(document, request.Cancellation).ConfigureAwait(false),
                };
        if (request.Query("part") == "1")
        {
            await Html.Send(request.Http, new ReviewPage_Markup_Parts_Drawn { Model = model }).ConfigureAwait(false);
        }
        else
        {
            await Frame
                .Send(request, document.Record.Path, "/documents", new ReviewPage_Markup_Drawing { Model = model })
                .ConfigureAwait(false);
        }
    }

    /// <summary>Sends the original. Only what no browser runs is shown in the browser; everything else is saved to the
    /// disk.</summary>
    public static async Task Original(PageRequest request)
    {
        MappingDocument? document = request.State.Index?.Document(request.Query("path"));
        Stream? stream = document is null ? null : request.Site.Files?.Open(document);
        if (document is null || stream is null)
        {
            await Frame
                .NotFound(
                    request,
                    "The original is not in the folder any more, or the folder is not known. Start the page with "
                        + "--folder to name it."
                )
                .ConfigureAwait(false);
            return;
        }

        await using (stream.ConfigureAwait(false))
        {
            HttpResponse response = request.Http.Response;
            bool isPdf = document.Record.Format == FileFormat.Pdf;
            response.ContentType =
                isPdf ? "application/pdf"
                : document.Record.Format == FileFormat.PlainText ? "text/plain"
                : "application/octet-stream";
            response.ContentLength = stream.Length;
            ContentDispositionHeaderValue disposition = new(
                isPdf || document.Record.Format == FileFormat.PlainText ? "inline" : "attachment"
            );
            disposition.SetHttpFileName(Path.GetFileName(DisplayText.OneLine(document.Record.Path)));
            response.Headers.ContentDisposition = disposition.ToString();
            // The browser's own viewer brings its own style; the kind of file is fixed, so nothing in it is taken for
            // markup.
            if (isPdf)
            {
                response.Headers.ContentSecurityPolicy =
                    "script-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
            }

            if (!HttpMethods.IsHead(request.Http.Request.Method))
                await stream.CopyToAsync(response.Body, request.Cancellation).ConfigureAwait(false);
        }
    }

    private static bool IsIn(Card card, MappingDocument document) =>
        card.Content == document.Record.Hash
        || card.Suggestion?.Places.Any(place => place.Document == document.Record.Hash) == true;
}
