using System.Runtime.InteropServices;

namespace CseMapper.Meaning.Weights;

/// <summary>The constant matrices of a network in ONNX, and which step uses which.</summary>
/// <remarks>ONNX is a message of Protocol Buffers; only what is needed is read: of the model its graph (field 7), of
/// the graph its nodes (1) and constants (5), of a node its inputs, outputs and operation (1, 2, 4), of a constant its
/// name and bytes (8, 9). See onnx.proto of the ONNX specification.</remarks>
internal sealed class OnnxGraph
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _constants = new(StringComparer.Ordinal);

    private readonly List<Node> _nodes = [];

    public OnnxGraph(ReadOnlyMemory<byte> model)
    {
        ReadOnlyMemory<byte> graph = MessageFields.Of(model).First(field => field.Number == 7).Content;
        foreach (MessageField field in MessageFields.Of(graph))
        {
            if (field.Number == 1)
                _nodes.Add(Node.Read(field.Content));
            else if (field.Number == 5)
                AddConstant(field.Content);
        }
    }

    /// <summary>A constant's numbers.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="count">How many there must be.</param>
    /// <exception cref="InvalidDataException">It is missing or of another size.</exception>
    public float[] Numbers(string name, int count)
    {
        if (!_constants.TryGetValue(name, out ReadOnlyMemory<byte> bytes) || bytes.Length != count * sizeof(float))
            throw new InvalidDataException($"The network has no constant {name} of {count} numbers.");
        return MemoryMarshal.Cast<byte, float>(bytes.Span).ToArray();
    }

    /// <summary>The name of the matrix that is multiplied by before a bias is added; it has none that tells.</summary>
    /// <param name="bias">The bias's name.</param>
    public string MatrixBefore(string bias)
    {
        Node sum = _nodes.Single(node => node.Operation == "Add" && node.Inputs.Contains(bias));
        string product = sum.Inputs.Single(input => input != bias);
        return _nodes.Single(node => node.Operation == "MatMul" && node.Outputs.Contains(product)).Inputs[1];
    }

    private void AddConstant(ReadOnlyMemory<byte> message)
    {
        ReadOnlyMemory<byte> content = default;
        string name = "";
        foreach (MessageField field in MessageFields.Of(message))
        {
            if (field.Number == 8)
                name = field.Text;
            else if (field.Number == 9)
                content = field.Content;
        }

        _constants.Add(name, content);
    }

    private sealed record Node(string Operation, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs)
    {
        public static Node Read(ReadOnlyMemory<byte> message)
        {
            MessageField[] fields = [.. MessageFields.Of(message)];
            return new Node(Texts(fields, 4).First(), Texts(fields, 1), Texts(fields, 2));
        }

        private static string[] Texts(MessageField[] fields, int number) =>
            [.. fields.Where(field => field.Number == number).Select(field => field.Text)];
    }
}
