-- Paragraphs that begin with a typed clause number ("4.2 …") hang from it, and a bare "\newpage" starts a page.
local function tab() return pandoc.RawInline("opendocument", "<text:tab/>") end

function Para(el)
  local first = el.content[1]
  if #el.content == 1 and first.text == "NEWPAGE" then
    return pandoc.RawBlock("opendocument", '<text:p text:style-name="PBreak"/>')
  end
  if first and first.t == "Str" and el.content[2] and el.content[2].t == "Space"
     and (first.text:match("^%d+%.%d+[%.%d]*$") or first.text:match("^[A-Z]%d*%.%d+[%.%d]*$")) then
    el.content[2] = tab()
    return pandoc.Div({ el }, pandoc.Attr("", {}, { ["custom-style"] = "Clause" }))
  end
end
