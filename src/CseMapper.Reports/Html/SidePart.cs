using CseMapper.Decisions.Mapping;
using CseMapper.Matching.Suggestions;

namespace CseMapper.Reports.Html;

/// <summary>The column beside the text: parts of the page, search and filters, and the standard at a glance.</summary>
internal sealed class SidePart(HtmlWriter html, MappingFile mapping, SourceList sources)
{
    public void Write()
    {
        html.Line($"""<aside class="side" aria-label="Find your way">""");
        html.Line(
            $"""
            <nav aria-label="Parts of this report"><ul class="parts">
            <li><a href="#elements">Elements</a></li> <li><a href="#gaps">Gaps</a></li> <li><a href="#documents">Documents</a></li>
            <li><a href="#heat">Documents × elements</a></li> <li><a href="#about">About</a></li>
            </ul></nav>
            """
        );
        WriteFilters();
        WriteGlance();
        html.Line($"</aside>");
    }

    private void WriteFilters()
    {
        html.Line(
            $"""
            <form id="filters" class="filters" role="search" hidden>
            <div><label for="search">Search elements and quotes</label>
            <input type="search" id="search" autocomplete="off" spellcheck="false" aria-describedby="keys"> <span id="keys" class="small">Press / to come here, Esc to clear.</span></div>
            <fieldset><legend>Evidence</legend>
            <label><input type="checkbox" name="state" value="strong" checked> Strong</label>
            <label><input type="checkbox" name="state" value="possible" checked> Possible</label>
            <label><input type="checkbox" name="state" value="none" checked> None found</label>
            <label><input type="checkbox" id="weak"> Open weak candidates</label></fieldset>
            <div><label for="source">Document</label>
            <select id="source"><option value="">All documents</option>
            """
        );
        for (int i = 0; i < sources.Documents.Count; i++)
        {
            html.Line(
                $"""<option value="{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}">{DisplayText.OneLine(sources.Documents[i].Record.Path)}</option>"""
            );
        }

        html.Line(
            $"""
            </select></div>
            <div class="row"><button type="reset">Clear</button> <button type="button" id="fold">Fold all</button> <button type="button" id="unfold">Unfold all</button></div>
            <output id="shown" for="search source"></output>
            </form>
            """
        );
    }

    private void WriteGlance()
    {
        html.Line($"""<nav aria-label="Elements at a glance"><h2>At a glance</h2>""");
        foreach (IGrouping<MappedHeading, MappingEntry> criterion in mapping.Elements.GroupBy(entry => entry.Criterion))
        {
            html.Line($"""<p class="criterion">{criterion.Key.Number} {criterion.Key.Title}</p>""");
            WriteBar([.. criterion]);
            html.Line($"""<ul class="tiles">""");
            foreach (MappingEntry entry in criterion)
            {
                html.Line(
                    $"""
                    <li><a class="{HtmlNames.Class(entry.State)}" href="{HtmlNames.Anchor(
                        entry.Number
                    )}">{entry.Number}<span class="said">, {HtmlNames.Words(entry.State)}</span></a></li>
                    """
                );
            }

            html.Line($"</ul>");
        }

        html.Line($"</nav>");
    }

    private void WriteBar(MappingEntry[] entries)
    {
        int strong = entries.Count(entry => entry.State == EvidenceStrength.Strong);
        int possible = entries.Count(entry => entry.State == EvidenceStrength.Possible);
        int none = entries.Length - strong - possible;
        html.Write(
            $"""<svg class="bar" viewBox="0 0 {entries.Length} 1" preserveAspectRatio="none" role="img" aria-label="{strong} strong, {possible} possible, {none} none found">"""
        );
        html.Write(
            $"""<rect class="strong" width="{strong}" height="1"/><rect class="possible" x="{strong}" width="{possible}" height="1"/>"""
        );
        html.Line($"""<rect class="none" x="{strong + possible}" width="{none}" height="1"/></svg>""");
    }
}
