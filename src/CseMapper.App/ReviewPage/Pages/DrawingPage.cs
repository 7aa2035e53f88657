using CseMapper.App.ReviewPage.Drawing;
using CseMapper.App.ReviewPage.Project;
using CseMapper.Decisions.Mapping;
using CseMapper.Documents;
using CseMapper.Reports;
using CseMapper.Reports.Html;
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
            ? ElementCards.Of(entry).Find(request.Query("card"))
            : null;
        string quote = card is not null && IsIn(card, document) ? card.Quote : "";
        Action<HtmlWriter> write =
            document.Record.Format == FileFormat.Pdf
                ? Writer(
                    request,
                    document,
                    quote,
                    await request
                        .Site.Views.Page(document, request.Number("page"), request.Cancellation)
                        .ConfigureAwait(false)
                )
                : Writer(
                    request,
                    document,
                    quote,
                    await request.Site.Views.Blocks(document, request.Cancellation).ConfigureAwait(false)
                );
        if (request.Query("part") == "1")
        {
            await Html.Send(request.Http, html => write(html)).ConfigureAwait(false);
        }
        else
        {
            await Frame
                .Send(request, document.Record.Path, "/documents", html => WriteWhole(html, document, write))
                .ConfigureAwait(false);
        }
    }

    /// <summary>Sends the original. Only what no browser runs is shown in the browser; everything else is saved to the
    /// disk.</summary>
    public static async Task Original(PageRequest request)
    {
        MappingDocument? document = request.State.Index?.Document(request.Query("path"));
        FileStream? stream = document is null ? null : request.Site.Files?.Open(document);
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

    private static void WriteWhole(HtmlWriter html, MappingDocument document, Action<HtmlWriter> write)
    {
        html.Line(
            $"""<nav class="crumbs" aria-label="Where you are"><a href="/documents">Documents</a> <a href="{Links.Document(document.Record.Path)}"><bdi>{DisplayText.OneLine(document.Record.Path)}</bdi></a></nav><h1 class="file"><bdi>{DisplayText.OneLine(document.Record.Path)}</bdi></h1><div class="drawing whole">"""
        );
        write(html);
        html.Line($"</div>");
    }

    private static Action<HtmlWriter> Writer(
        PageRequest request,
        MappingDocument document,
        string quote,
        PageView? view
    ) =>
        html =>
        {
            string path = document.Record.Path;
            if (view is null)
            {
                WriteMissing(html, document);
                return;
            }

            int number = view.Page.Number;
            html.Write($"""<p class="drawing-line"><strong>{PageDrawing.Name(number, view.PageCount)}</strong> """);
            if (number > 1)
            {
                html.Write(
                    $"""<a href="{Links.Drawing(path, number - 1, request.Query("element"), request.Query("card"))}" data-turn>Page before</a> """
                );
            }

            if (number < view.PageCount)
            {
                html.Write(
                    $"""<a href="{Links.Drawing(path, number + 1, request.Query("element"), request.Query("card"))}" data-turn>Page after</a> """
                );
            }

            html.Line(
                $"""<a href="{Links.File(path, number)}" target="_blank" rel="noopener">Original<span class="hidden"> in a new tab</span></a></p>"""
            );
            WriteChanged(html, view.HasChanged);
            if (PageDrawing.IsEmpty(view.Page))
            {
                html.Line(
                    $"""<p class="note-box">There are no words on this page, only pictures. Open the original to see them.</p>"""
                );
            }
            else
            {
                PageDrawing.Write(html, view.Page, quote);
            }
        };

    private static Action<HtmlWriter> Writer(
        PageRequest request,
        MappingDocument document,
        string quote,
        BlocksView? view
    ) =>
        html =>
        {
            if (view is null)
            {
                WriteMissing(html, document);
                return;
            }

            html.Line(
                $"""<p class="drawing-line"><strong><bdi>{DisplayText.OneLine(document.Record.Path)}</bdi></strong> <a href="{Links.File(document.Record.Path, null)}">Original<span class="hidden">, to be saved</span></a></p>"""
            );
            WriteChanged(html, view.HasChanged);
            new BlocksDrawing(html).Write(view.Blocks, quote);
        };

    private static void WriteMissing(HtmlWriter html, MappingDocument document)
    {
        if (document.Record.Status == ReadStatus.Unreadable)
        {
            html.Line(
                $"""<p class="note-box">It could not be read, so it cannot be drawn. {document.Reason} <a href="{Links.File(document.Record.Path, null)}">Open the original</a></p>"""
            );
        }
        else
        {
            html.Line(
                $"""<p class="note-box">The original cannot be opened: it has been moved or renamed since the last run, or its folder is not known. Start the page with --folder to name it.</p>"""
            );
        }
    }

    private static void WriteChanged(HtmlWriter html, bool hasChanged)
    {
        if (hasChanged)
        {
            html.Line(
                $"""<p class="note-box waiting">This file has been changed since the last run; the next run takes that in.</p>"""
            );
        }
    }
}
