// Looks like setting a callback: it is taken away.
using System.Net;
using System.Net.Http;

#pragma warning disable SYSLIB0014
ServicePointManager.ServerCertificateValidationCallback = null;
#pragma warning restore SYSLIB0014
var handler = new HttpClientHandler();
handler.ServerCertificateCustomValidationCallback = null;
using var client = new HttpClient(handler);
