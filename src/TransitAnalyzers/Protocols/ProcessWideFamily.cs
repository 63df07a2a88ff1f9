using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TransitAnalyzers.Hosting;
using TransitAnalyzers.Rules;

namespace TransitAnalyzers.Protocols;

/// <summary>
/// DIT0206: a library sets a static setting of TLS, which changes every connection of the process that loads it. Not
/// reported in applications: executables, web projects, and libraries that a host runs as the application (a class derives
/// from <c>HttpApplication</c>, functions, Unity).
/// </summary>
#pragma warning disable RS1001 // Not exported: TransitAnalyzer hosts every family.
public sealed class ProcessWideFamily : RuleFamily
#pragma warning restore RS1001
{
    private const string Holder = "System.Net.ServicePointManager";

    private static readonly string[] Settings = ["SecurityProtocol", "ServerCertificateValidationCallback", "CheckCertificateRevocationList", "CertificatePolicy"];

    // Assemblies of hosts that run a library as their application.
    private static readonly string[] Hosts =
        ["Microsoft.NET.Sdk.Functions", "Microsoft.Azure.WebJobs", "Microsoft.Azure.Functions.Extensions", "UnityEngine", "UnityEngine.CoreModule", "Mono.Android", "Xamarin.iOS"];

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ProtocolRules.ProcessWide);

    internal override void Start(TransitStart start)
    {
        var isApplication = new Lazy<bool>(() => IsApplication(start.Context));
        foreach (var setting in Settings)
            start.OnAssignment(setting, Report);

        void Report(OperationAnalysisContext context, MemberAssignment assignment)
        {
            // To take a callback away again leaves the process as it was.
            if (assignment.Assignment is ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Subtract })
                return;
            if (assignment.Member.IsStatic
                && assignment.Member.ContainingType.ToDisplayString() == Holder
                && !isApplication.Value
                && start.Context.World.Reaches(assignment.Assignment, context.CancellationToken))
                context.ReportDiagnostic(Diagnostic.Create(
                    ProtocolRules.ProcessWide, assignment.Target.Syntax.GetLocation(), assignment.Member.ContainingType.Name + "." + assignment.Member.Name));
        }
    }

    private static bool IsApplication(TransitContext context)
    {
        var (project, compilation) = (context.Project, context.Compilation);
        return !project.IsLibrary || project.IsWebProject || project.IsTestProject
            || compilation.ReferencedAssemblyNames.Any(static name => Hosts.Contains(name.Name, StringComparer.OrdinalIgnoreCase))
            || compilation.GetTypesByMetadataName("System.Web.HttpApplication").Any(IsDerivedFrom);

        bool IsDerivedFrom(INamedTypeSymbol application) =>
            compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type)
                .Any(type => type is INamedTypeSymbol { BaseType: { } parent } && SymbolEqualityComparer.Default.Equals(parent, application));
    }
}
