using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CseMapper.Meaning.Weights;

/// <summary>Takes resources out of an assembly file, without running anything of it.</summary>
internal static class PackageResources
{
    /// <summary>The content of the only resource whose name ends so.</summary>
    /// <param name="assembly">The assembly's file.</param>
    /// <param name="ending">The end of the resource's name.</param>
    /// <exception cref="InvalidDataException">There is none, or more than one.</exception>
    public static byte[] Read(string assembly, string ending)
    {
        using FileStream stream = File.OpenRead(assembly);
        using PEReader reader = new(stream);
        MetadataReader metadata = reader.GetMetadataReader();
        ManifestResource[] found =
        [
            .. metadata
                .ManifestResources.Select(metadata.GetManifestResource)
                .Where(resource => metadata.GetString(resource.Name).EndsWith(ending, StringComparison.Ordinal)),
        ];
        if (found.Length != 1 || reader.PEHeaders.CorHeader is not { } header)
            throw new InvalidDataException($"The package has {found.Length} resources that end in {ending}, not one.");

        int start = header.ResourcesDirectory.RelativeVirtualAddress + (int)found[0].Offset;
        PEMemoryBlock block = reader.GetSectionData(start);
        int length = BinaryPrimitives.ReadInt32LittleEndian(block.GetContent(0, sizeof(int)).AsSpan());
        return [.. block.GetContent(sizeof(int), length)];
    }
}
