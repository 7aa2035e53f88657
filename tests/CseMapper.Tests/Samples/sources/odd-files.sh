#!/bin/sh
# Makes the three samples that a reader cannot read in full. odd-files.sh <corpus folder>
# Needs, besides build.sh's tools, pdftoppm, ImageMagick, mutool and qpdf.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${TMPDIR:-/tmp}/council-samples
mkdir -p "$work"

# A scan: two pages as slightly crooked grey pictures, without any text.
"$here/build.sh" "$here/charter-2016.md" "$work/charter.pdf"
rm -f "$work"/scan-*
pdftoppm -r 110 -gray -png "$work/charter.pdf" "$work/scan"
for page in "$work"/scan-*.png; do
  convert "$page" -background white -rotate 0.7 -attenuate 0.25 +noise Gaussian -colorspace Gray -density 110 \
    -quality 55 "${page%.png}.jpg"
done
for page in "$work"/scan-*.jpg; do
  printf '%%%%MediaBox 0 0 595 842\n%%%%Image Scan %s\nq 595 0 0 842 0 0 cm /Scan Do Q\n' "$page" > "${page%.jpg}.page"
done
mutool create -o "$1/Customer Charter 2016 (scan).pdf" "$work"/scan-*.page

# A password is needed to open this one: Corn-Street-17.
"$here/build.sh" "$here/internal-audit-report.md" "$work/audit.pdf"
qpdf --encrypt Corn-Street-17 Market-House-3 256 -- "$work/audit.pdf" "$1/Internal Audit Report – Cash Handling.pdf"

# A download that stopped: the end is missing, with the page tree and the table of objects in it.
"$here/build.sh" "$here/health-and-safety-policy.md" "$work/safety.pdf" untagged
head -c 40200 "$work/safety.pdf" > "$1/Health and Safety Policy.pdf"
