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

-- Columns as wide as their words need, rather than as the dashes of the source were typed.
function Table(el)
  local weights, total = {}, 0
  local function measure(rows)
    for _, row in ipairs(rows) do
      for i, cell in ipairs(row.cells) do
        local text = pandoc.utils.stringify(cell.contents)
        local need = math.min(#text, 60) ^ 0.75
        for word in text:gmatch("[^%s]+") do need = math.max(need, #word * 1.1 + 2) end
        weights[i] = math.max(weights[i] or 4, need)
      end
    end
  end
  measure(el.head.rows)
  for _, body in ipairs(el.bodies) do measure(body.body) end
  for _, weight in ipairs(weights) do total = total + weight end
  for i, spec in ipairs(el.colspecs) do spec[2] = (weights[i] or 4) / total end
  return el
end
