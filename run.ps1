# CseMapper on Windows: only calls of dotnet.
#   ./run.ps1                 maps the samples
#   ./run.ps1 map <folder>    maps a folder; every other csemapper command works the same way
#   ./run.ps1 test            runs the tests
#   ./run.ps1 -Engines pdfpig,lucene map <folder> --pdf-reader pdfpig --index lucene
#                             any of these with other engines built in; your package feed must carry them
$rest = @($args)
$with = @()
if ($rest.Count -ge 2 -and $rest[0] -eq "-Engines") {
  if ("$($rest[1])" -match "pdfpig") { $with += "--property:WithPdfPig=true" }
  if ("$($rest[1])" -match "lucene") { $with += "--property:WithLucene=true" }
  $rest = @($rest | Select-Object -Skip 2)
}
if ($rest.Count -eq 0) { dotnet run -c Release @with --project "$PSScriptRoot/src/CseMapper.App" -- map "$PSScriptRoot/corpus-samples" }
elseif ($rest[0] -eq "test") { dotnet test @with "$PSScriptRoot/CseMapper.sln" }
else { dotnet run -c Release @with --project "$PSScriptRoot/src/CseMapper.App" -- @rest }
exit $LASTEXITCODE
