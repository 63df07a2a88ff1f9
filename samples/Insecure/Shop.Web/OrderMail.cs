using System.Net;
using System.Net.Mail;

namespace Shop.Web;

public class OrderMail(IConfiguration configuration)
{
    public async Task ConfirmAsync(Order order)
    {
        ServicePointManager.ServerCertificateValidationCallback += (_, _, _, _) => true;
        using var smtp = new SmtpClient(configuration["Mail:Host"], 587) { EnableSsl = true };
        await smtp.SendMailAsync("shop@shop.internal", order.Customer, $"Order {order.Id}", $"Total: {order.Total}");
    }
}
