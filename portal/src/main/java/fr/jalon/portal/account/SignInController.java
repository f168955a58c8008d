package fr.jalon.portal.account;

import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in: by password, or by a link sent to one's mailbox. */
@Controller
class SignInController {
  private final Accounts accounts;
  private final Attempts attempts;
  private final SignIns signIns;
  private final SignInLinks links;
  private final AccountMails mails;

  SignInController(
      Accounts accounts,
      Attempts attempts,
      SignIns signIns,
      SignInLinks links,
      AccountMails mails) {
    this.accounts = accounts;
    this.attempts = attempts;
    this.signIns = signIns;
    this.links = links;
    this.mails = mails;
  }

  @GetMapping("/connexion")
  String form(Page page, @RequestParam(defaultValue = "") String suite, Model model) {
    return show(page, model, "", suite, FormErrors.NONE);
  }

  @PostMapping("/connexion")
  String signIn(
      Page page,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String suite,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    String address = request.getRemoteAddr();
    Duration wait = attempts.tryNow(email, address);
    if (!wait.isZero()) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
      return show(page, model, email, suite, FormErrors.of("email", waitSentence(page, wait)));
    }
    Optional<Person> person = accounts.findByPassword(email, password);
    if (person.isEmpty()) {
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      return show(
          page, model, email, suite, FormErrors.of("email", page.t("account.sign-in.refused")));
    }
    attempts.succeeded(email, address);
    signIns.open(person.get(), request, response);
    return "redirect:" + SignIns.next(suite, person.get().role());
  }

  /** The answer is the same whether the account exists or not. */
  @PostMapping("/connexion/lien")
  String sendLink(
      Page page,
      @RequestParam(defaultValue = "") String email,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Duration wait = attempts.tryNow("link " + email, request.getRemoteAddr());
    if (!wait.isZero()) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      return show(page, model, email, "", FormErrors.of("email", waitSentence(page, wait)));
    }
    links.sendTo(email, page.messages());
    model.addAttribute("page", page.titled("account.link.sent.title"));
    model.addAttribute("email", email.strip());
    model.addAttribute("minutes", Accounts.LINK_LIFE.toMinutes());
    return "account/link-sent";
  }

  /** Looked at only: mailboxes open links to check them, and this one serves once. */
  @GetMapping("/connexion/lien/{token}")
  String link(Page page, @PathVariable String token, Model model) {
    if (!accounts.isSignInLink(token)) {
      throw new Rejected(AccountProblem.LINK_NO_LONGER_VALID);
    }
    model.addAttribute("page", page.titled("account.link.title"));
    return "account/link";
  }

  @PostMapping("/connexion/lien/{token}")
  String followLink(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    Person person =
        accounts
            .useSignInLink(token)
            .orElseThrow(() -> new Rejected(AccountProblem.LINK_NO_LONGER_VALID));
    signIns.open(person, request, response);
    return "redirect:" + SignIns.next(null, person.role());
  }

  private String show(Page page, Model model, String email, String suite, FormErrors errors) {
    model.addAttribute("page", page.titled("account.sign-in.title"));
    model.addAttribute("email", email);
    model.addAttribute("suite", suite);
    model.addAttribute("links", mails.reachPeople());
    model.addAttribute("errors", errors);
    return "account/sign-in";
  }

  private static String waitSentence(Page page, Duration wait) {
    Messages messages = page.messages();
    long seconds = wait.toSeconds() + 1;
    return seconds < 90
        ? messages.count("account.sign-in.wait-seconds", seconds)
        : messages.count("account.sign-in.wait-minutes", (seconds + 59) / 60);
  }
}
