package fr.jalon.portal.account;

import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opening the account one was invited to. */
@Controller
class InvitationController {
  private final Accounts accounts;
  private final Organizations organizations;
  private final SignIns signIns;

  InvitationController(Accounts accounts, Organizations organizations, SignIns signIns) {
    this.accounts = accounts;
    this.organizations = organizations;
    this.signIns = signIns;
  }

  @GetMapping("/invitation/{token}")
  String form(Page page, @PathVariable String token, Model model) {
    Invitation invitation = invitation(token);
    return show(page, model, invitation, invitation.name(), FormErrors.NONE);
  }

  @PostMapping("/invitation/{token}")
  String accept(
      Page page,
      @PathVariable String token,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String password,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Invitation invitation = invitation(token);
    try {
      Person person = accounts.accept(token, name, password);
      signIns.open(person, request, response);
      return "redirect:" + SignIns.next(null, person.role());
    } catch (Rejected rejected) {
      if (rejected.problem() == AccountProblem.LINK_NO_LONGER_VALID) {
        throw rejected;
      }
      response.setStatus(rejected.problem().status());
      String field = rejected.problem() == AccountProblem.NAME_MISSING ? "name" : "password";
      return show(
          page, model, invitation, name, FormErrors.of(field, rejected.sentence(page.messages())));
    }
  }

  private Invitation invitation(String token) {
    return accounts
        .findInvitation(token)
        .orElseThrow(() -> new Rejected(AccountProblem.LINK_NO_LONGER_VALID));
  }

  private String show(
      Page page, Model model, Invitation invitation, String name, FormErrors errors) {
    model.addAttribute("page", page.titled("account.invitation.title"));
    model.addAttribute("email", invitation.email());
    model.addAttribute("name", name);
    model.addAttribute("role", page.t("account.role." + invitation.role().name()));
    model.addAttribute("authority", nameOf(invitation.organizationId()).orElse(""));
    model.addAttribute("shortest", Passwords.SHORTEST);
    model.addAttribute("errors", errors);
    return "account/invitation";
  }

  private Optional<String> nameOf(@Nullable UUID organizationId) {
    return organizationId == null
        ? Optional.empty()
        : organizations.find(organizationId).map(LocalAuthority::name);
  }
}
