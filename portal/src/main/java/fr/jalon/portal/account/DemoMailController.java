package fr.jalon.portal.account;

import fr.jalon.portal.web.Networks;
import fr.jalon.portal.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * The mailbox of the demonstration, where whoever started it sees every mail, and the links in them
 * that sign in. For all others there is no such page, nor behind a proxy, which speaks for others.
 */
@Controller
@ConditionalOnProperty("jalon.demo")
class DemoMailController {
  private static final Pattern LINK =
      Pattern.compile("https?://\\S+?(/(?:connexion|invitation)/\\S+)");

  private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For");

  private final Mails mails;

  DemoMailController(Mails mails) {
    this.mails = mails;
  }

  @GetMapping("/demo/courrier")
  String mails(Page page, Model model, HttpServletRequest request) {
    boolean forwarded = FORWARDED.stream().anyMatch(name -> request.getHeader(name) != null);
    if (forwarded || !Networks.isThisMachine(request.getRemoteAddr())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("page", page.titled("account.demo-mail.title"));
    model.addAttribute("mails", mails.listShown().stream().map(mail -> line(mail, page)).toList());
    return "account/demo-mail";
  }

  private static MailLine line(Mails.Shown mail, Page page) {
    Matcher link = LINK.matcher(mail.text());
    return new MailLine(
        mail.recipient(),
        mail.subject(),
        page.dateTime(mail.at()),
        List.of(mail.text().split("\n\n")),
        link.find() ? link.group(1) : "");
  }
}
