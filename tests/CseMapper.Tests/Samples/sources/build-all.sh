#!/bin/sh
# Makes all samples anew. build-all.sh <corpus folder>
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$(cd "$1" && pwd)
mkdir -p "$out/Complaints & Feedback" "$out/Consultation" "$out/Partnerships" "$out/People & Learning"
make() { "$here/build.sh" "$here/$1.md" "$out/$2" ${3:-}; }

make customer-care-policy "Customer Care Policy.docx"
make service-standards "Our Service Standards.docx"
make data-protection-policy "Data Protection Policy.docx"
make channel-strategy "Channel Strategy 2024–2027.docx"
make it-acceptable-use "IT Acceptable Use Policy.docx"
make procurement-strategy "Procurement Strategy 2024-2028.docx"
make equality-policy "Equality, Diversity and Inclusion Policy.pdf" untagged
make satisfaction-survey "Customer Satisfaction Survey 2025 - Results.pdf"
make accessible-information-policy "Accessible Information Policy.pdf" untagged
make benchmarking-report "Benchmarking Report 2024.pdf" untagged
make fees-and-charges "Fees and Charges 2025-26.pdf"
make newsletter "Residents' Newsletter Summer 2025.pdf"
make complaints-policy-v3 "Complaints & Feedback/Complaints Policy and Procedure v3.0.docx"
make complaints-policy-v2 "Complaints & Feedback/Complaints Policy and Procedure v2.1.docx"
make annual-complaints-report "Complaints & Feedback/Annual Complaints Report 2024–25.pdf"
make panel-minutes "Consultation/Residents' Panel Minutes 12 March 2025.docx"
make partnership-agreement "Partnerships/Partnership Agreement – Vale and Tarn, Greenlane.pdf"
make training-plan "People & Learning/Customer Service Training Plan 2025–26.docx"
make recognition-scheme "People & Learning/Staff Recognition Scheme.docx"
"$here/odd-files.sh" "$out"

# Tracked changes, a text box and automatic numbering: its parts are kept as they stand and only need zipping.
tracked="$out/Consultation/Engagement & Consultation Strategy – draft v0.4.docx"
rm -f "$tracked"
cd "$here/engagement-strategy.docx.parts"
zip -q -X -D "$tracked" '[Content_Types].xml' _rels/.rels docProps/core.xml word/*.xml word/_rels/*.rels
