using System.Collections.Immutable;
using TransitAnalyzers.Catalogue.Rows;

namespace TransitAnalyzers.Catalogue;

/// <summary>Entity Framework Core: what its options say about connections, beside the string.</summary>
internal static class EntityFramework
{
    public static readonly Library Library = new("Entity Framework Core", "Microsoft.EntityFrameworkCore.Relational")
    {
        Namespace = "Microsoft.EntityFrameworkCore",
        Settings = ImmutableArray.Create(
            SettingRow.Argument("DIT0306", "Microsoft.EntityFrameworkCore.*", "CommandTimeout", "commandTimeout", Insecure.Number(0), Remedy.Write(30), "learn.microsoft.com: RelationalDbContextOptionsBuilder.CommandTimeout"),
            SettingRow.Argument("DIT0306", "Microsoft.EntityFrameworkCore.*", "SetCommandTimeout", "timeout", Insecure.Number(0), Remedy.Write(30), "learn.microsoft.com: RelationalDatabaseFacadeExtensions.SetCommandTimeout")),
    };
}
