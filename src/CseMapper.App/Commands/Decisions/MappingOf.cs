using CseMapper.Decisions.Mapping;
using CseMapper.Decisions.Mapping.Json;

namespace CseMapper.App.Commands.Decisions;

/// <summary>Reads the mapping of the last run, for commands that work on it.</summary>
internal static class MappingOf
{
    public static MappingFile Read(string outputFolder)
    {
        string path = Path.Combine(outputFolder, MappingFile.FileName);
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return MappingJsonReader.Read(stream);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandException(
                $"There is no mapping in '{outputFolder}' yet: run csemapper map <folder> --out {outputFolder} first."
            );
        }
        catch (InvalidDataException fault)
        {
            throw new CommandException($"{path}: {fault.Message}");
        }
    }
}
