using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace CseMapper.App.Tests;

/// <summary>The documentation of what others may call.</summary>
public sealed class DocumentedMethodsTests
{
    public static TheoryData<string> Assemblies =>
        new(
            Directory
                .EnumerateFiles(AppContext.BaseDirectory, "CseMapper.*.xml")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void EveryPublicMethodSaysWhatItsParametersAre(string assembly)
    {
        Dictionary<string, XElement> documented = XDocument
            .Load(Path.Combine(AppContext.BaseDirectory, assembly + ".xml"))
            .Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);
        MethodInfo[] methods = [.. Assembly.Load(assembly).GetExportedTypes().SelectMany(MethodsOf)];

        string[] silent =
        [
            .. methods.SelectMany(method =>
                method
                    .GetParameters()
                    .Where(parameter => !Says(documented.GetValueOrDefault(IdOf(method)), parameter.Name!))
                    .Select(parameter => $"{IdOf(method)}: {parameter.Name}")
            ),
        ];

        Assert.NotEmpty(methods);
        Assert.True(silent.Length == 0, string.Join(Environment.NewLine, silent));
    }

    /// <summary>What people wrote: no accessors, operators or members that the compiler makes for records.</summary>
    private static IEnumerable<MethodInfo> MethodsOf(Type type) =>
        type.IsSubclassOf(typeof(Delegate))
            ? []
            : type.GetMethods(
                    BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly
                )
                .Where(method =>
                    !method.IsSpecialName
                    && method.GetBaseDefinition() == method
                    && !method.IsDefined(typeof(CompilerGeneratedAttribute))
                    && !method.Name.Contains('<', StringComparison.Ordinal)
                );

    private static bool Says(XElement? member, string parameter) =>
        member is not null
        && (
            member.Element("inheritdoc") is not null
            || member.Elements("param").Any(said => said.Attribute("name")!.Value == parameter && said.Nodes().Any())
        );

    /// <summary>The method's name in a file of documentation.</summary>
    private static string IdOf(MethodInfo method)
    {
        string generic = method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : "";
        ParameterInfo[] parameters = method.GetParameters();
        string list =
            parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(one => NameOf(one.ParameterType)))})";
        return $"M:{method.DeclaringType!.FullName!.Replace('+', '.')}.{method.Name}{generic}{list}";
    }

    private static string NameOf(Type type)
    {
        if (type.IsByRef)
            return NameOf(type.GetElementType()!) + "@";
        if (type.IsArray)
            return NameOf(type.GetElementType()!) + "[]";
        if (type.IsGenericMethodParameter)
            return $"``{type.GenericParameterPosition}";
        if (type.IsGenericParameter)
            return $"`{type.GenericParameterPosition}";
        if (!type.IsGenericType)
            return type.FullName!.Replace('+', '.');
        string name = type.GetGenericTypeDefinition().FullName!.Replace('+', '.');
        string arguments = string.Join(',', type.GetGenericArguments().Select(NameOf));
        return $"{name[..name.IndexOf('`', StringComparison.Ordinal)]}{{{arguments}}}";
    }
}
