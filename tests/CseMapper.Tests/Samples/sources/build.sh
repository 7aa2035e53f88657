#!/bin/sh
# Makes one sample document from its Markdown source.
#   build.sh <source.md> <product.docx|product.pdf> [untagged]
# Needs pandoc and LibreOffice. Pandoc fills council.template.fodt; LibreOffice brings the contents page up to date
# and saves the document as Word or PDF (tagged, unless told otherwise).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${TMPDIR:-/tmp}/council-samples
profile="$work/profile"
mkdir -p "$work"
if [ ! -d "$profile" ]; then # the first start fills a fresh profile, an empty Module1 included
  timeout 120 soffice --headless --norestore "-env:UserInstallation=file://$profile" --terminate_after_init >/dev/null 2>&1
fi
cat > "$profile/user/basic/Standard/Module1.xba" <<'XBA'
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Convert(source As String, product As String, kind As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  indexes = document.getDocumentIndexes()
  For i = 0 To indexes.getCount() - 1
    indexes.getByIndex(i).update()
  Next
  Dim pdf(0) As New com.sun.star.beans.PropertyValue
  pdf(0).Name = "UseTaggedPDF"
  pdf(0).Value = (kind = "tagged")
  Dim out(1) As New com.sun.star.beans.PropertyValue
  out(0).Name = "FilterName"
  If kind = "word" Then
    out(0).Value = "MS Word 2007 XML"
  Else
    out(0).Value = "writer_pdf_Export"
    out(1).Name = "FilterData"
    out(1).Value = pdf()
  End If
  document.storeToURL(ConvertToURL(product), out())
  document.close(True)
End Sub
</script:module>
XBA
case "$2" in
  *.docx) kind=word; made="$work/made.docx" ;;
  *.pdf) kind=${3:-tagged}; made="$work/made.pdf" ;;
  *) echo "a product ends in .docx or .pdf" >&2; exit 1 ;;
esac
rm -f "$made"
pandoc "$1" --from markdown-smart-implicit_figures --to opendocument --template "$here/council.template.fodt" \
  --metadata-file "$here/look.yaml" --lua-filter "$here/clauses.lua" --output "$work/made.fodt"
timeout 120 soffice --headless --norestore "-env:UserInstallation=file://$profile" \
  "macro:///Standard.Module1.Convert($work/made.fodt,$made,$kind)" >/dev/null 2>&1
mv "$made" "$2"
