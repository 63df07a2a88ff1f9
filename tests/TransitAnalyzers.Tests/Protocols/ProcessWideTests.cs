using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using TransitAnalyzers.CodeFixes.Protocols;
using TransitAnalyzers.Protocols;
using TransitAnalyzers.Testing;

namespace TransitAnalyzers.Tests.Protocols;

/// <summary>DIT0206.</summary>
public sealed class ProcessWideTests
{
    [Fact]
    public Task A_library_leaves_the_settings_of_the_process_alone() => Verify.Fixes<ProcessWideFamily, ProcessWideFix>(
        """
        #pragma warning disable SYSLIB0014
        using System.Net;

        public static class Client
        {
            static Client() => [|ServicePointManager.SecurityProtocol|] |= SecurityProtocolType.Tls12;

            public static void Start()
            {
                [|ServicePointManager.CheckCertificateRevocationList|] = true;
                // Accept the lab's certificate.
                [|ServicePointManager.ServerCertificateValidationCallback|] += (sender, certificate, chain, errors) => true;
                ServicePointManager.DefaultConnectionLimit = 10;
            }
        }
        """,
        """
        #pragma warning disable SYSLIB0014
        using System.Net;

        public static class Client
        {
            static Client() => [|ServicePointManager.SecurityProtocol|] |= SecurityProtocolType.Tls12;

            public static void Start()
            {
                // Accept the lab's certificate.
                ServicePointManager.DefaultConnectionLimit = 10;
            }
        }
        """);

    [Fact]
    public Task To_take_a_callback_away_leaves_the_process_as_it_was() => Verify.Silent<ProcessWideFamily>(
        """
        #pragma warning disable SYSLIB0014
        using System.Net;
        using System.Net.Security;

        public static class Client
        {
            public static void Stop(RemoteCertificateValidationCallback own) => ServicePointManager.ServerCertificateValidationCallback -= own;
        }
        """);

    [Fact]
    public Task An_application_may() => Verify.Silent<ProcessWideFamily>("""
        #pragma warning disable SYSLIB0014
        System.Net.ServicePointManager.CheckCertificateRevocationList = true;
        """);

    [Fact]
    public Task A_web_application_of_net_framework_is_no_library() => Verify.Silent<ProcessWideFamily>(
        """
        using System.Net;

        public class Global : System.Web.HttpApplication
        {
            protected void Application_Start() => ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
        }
        """,
        ReferenceAssemblies.NetFramework.Net472.Default);

    [Fact]
    public Task Reading_and_members_of_the_same_name_are_silent() => Verify.Silent<ProcessWideFamily>("""
        #pragma warning disable SYSLIB0014
        public class Settings
        {
            public static System.Net.SecurityProtocolType SecurityProtocol { get; set; }

            public void Copy() => SecurityProtocol = System.Net.ServicePointManager.SecurityProtocol;
        }
        """);
}
