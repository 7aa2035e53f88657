# CseMapper on Windows: only calls of dotnet.
#   ./run.ps1                 maps the samples
#   ./run.ps1 map <folder>    maps a folder; every other csemapper command works the same way
#   ./run.ps1 test            runs the tests
$rest = @($args)
if ($rest.Count -eq 0) { dotnet run -c Release --project "$PSScriptRoot/src/CseMapper.App" -- map "$PSScriptRoot/corpus-samples" }
elseif ($rest[0] -eq "test") { dotnet test "$PSScriptRoot/CseMapper.sln" }
else { dotnet run -c Release --project "$PSScriptRoot/src/CseMapper.App" -- @rest }
exit $LASTEXITCODE
