using CseMapper.Documents;

namespace CseMapper.Decisions.Tests.Anchors.Revisions;

/// <summary>What a document loses and gains when it is saved in another format, and what new numbers, headings and cuts
/// do; no word of the text changes.</summary>
internal static class LookChanges
{
    /// <summary>As if the document had gone through another program and format.</summary>
    public static IEnumerable<Block> SaveAsOther(IEnumerable<Block> blocks, Random random)
    {
        int page = 1;
        foreach (Block block in blocks)
        {
            if (random.Next(12) == 0)
            {
                page++;
                yield return new TextBlock(new BlockLocation(page), null, $"Page {page}") { Role = BlockRole.Footer };
            }

            BlockLocation at = new(page);
            yield return block switch
            {
                HeadingBlock heading when random.Next(8) == 0 => new TextBlock(at, heading.Number, heading.Text),
                HeadingBlock heading => heading with { Location = at, Level = Math.Min(heading.Level, 3) },
                TextBlock text => new TextBlock(
                    at,
                    null,
                    Printed((text.Number is null ? "" : text.Number + " ") + text.Text, random)
                )
                {
                    Role = text.Role,
                },
                ListItemBlock item when random.Next(2) == 0 => new TextBlock(
                    at,
                    null,
                    Printed($"{(item.Number is null ? "-" : item.Label)} {item.Text}", random)
                ),
                ListItemBlock item => item with
                {
                    Location = at,
                    Label = item.Number is null ? "o" : item.Label,
                    Text = Printed(item.Text, random),
                },
                _ => block with { Location = at },
            };
        }
    }

    /// <summary>Paragraphs cut in two at the end of a sentence, and put together.</summary>
    public static IEnumerable<Block> Recut(IEnumerable<Block> blocks, Random random)
    {
        TextBlock? held = null;
        foreach (Block block in blocks)
        {
            if (held is not null && block is TextBlock { Number: null } next && next.Role == held.Role)
            {
                yield return held with
                {
                    Text = held.Text + " " + next.Text,
                };
                held = null;
                continue;
            }

            if (held is not null)
                yield return held;
            held = null;
            if (block is not TextBlock { Role: BlockRole.Body } text)
            {
                yield return block;
                continue;
            }

            string[] sentences = BlockText.Sentences(text.Text);
            int choice = random.Next(6);
            if (choice == 0 && sentences.Length > 1)
            {
                int at = 1 + random.Next(sentences.Length - 1);
                yield return text with
                {
                    Text = string.Join(' ', sentences[..at]),
                    PageStarts = [],
                };
                yield return text with
                {
                    Number = null,
                    Text = string.Join(' ', sentences[at..]),
                    PageStarts = [],
                };
            }
            else if (choice == 1)
            {
                held = text with { PageStarts = [] };
            }
            else
            {
                yield return text;
            }
        }

        if (held is not null)
            yield return held;
    }

    /// <summary>Every number one higher, as after a new first section; some headings worded anew.</summary>
    public static Block Renumber(Block block, Random random) =>
        block switch
        {
            HeadingBlock heading => heading with
            {
                Number = Next(heading.Number),
                Text = random.Next(8) == 0 ? "Revised: " + heading.Text : heading.Text,
            },
            TextBlock text => text with { Number = Next(text.Number) },
            ListItemBlock { Number: not null } item => item with
            {
                Number = Next(item.Number),
                Label = Next(item.Label)!,
            },
            _ => block,
        };

    private static string? Next(string? number)
    {
        int digits = number is null ? 0 : number.TakeWhile(char.IsAsciiDigit).Count();
        return digits is 0 or > 3 ? number : (int.Parse(number.AsSpan(0, digits)) + 1) + number![digits..];
    }

    private static string Printed(string text, Random random)
    {
        string plain = text.Replace('’', '\'').Replace('“', '"').Replace('”', '"').Replace('–', '-');
        if (random.Next(3) > 0)
            return plain;
        int middle = plain.IndexOf(' ', plain.Length / 2);
        return middle < 0 ? plain : plain[..middle] + "\n" + plain[(middle + 1)..];
    }
}
