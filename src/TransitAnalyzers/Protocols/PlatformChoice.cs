using System.Globalization;
using Microsoft.CodeAnalysis;

namespace TransitAnalyzers.Protocols;

/// <summary>
/// Does the framework that the program is compiled for let the platform choose the version of TLS? .NET does, .NET
/// Framework from 4.7 on (https://learn.microsoft.com/dotnet/framework/network-programming/tls).
/// </summary>
internal static class PlatformChoice
{
    public static bool IsOffered(Compilation compilation)
    {
        foreach (var attribute in compilation.Assembly.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "TargetFrameworkAttribute"
                && attribute.ConstructorArguments.FirstOrDefault() is { Value: string target })
                return !IsBefore47(target);
        }

        // The member came with .NET Framework 4.7. Where the type itself is not referenced nothing speaks against it.
        var types = compilation.GetTypesByMetadataName("System.Net.SecurityProtocolType");
        return types.IsEmpty || types.Any(type => !type.GetMembers("SystemDefault").IsEmpty);
    }

    private static bool IsBefore47(string target)
    {
        const string Framework = ".NETFramework,Version=v";
        return target.StartsWith(Framework, StringComparison.Ordinal)
            && decimal.TryParse(FirstTwo(target.Substring(Framework.Length)), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var version)
            && version < 4.7m;
    }

    private static string FirstTwo(string version) => string.Join(".", version.Split('.').Take(2));
}
