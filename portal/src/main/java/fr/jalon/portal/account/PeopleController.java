package fr.jalon.portal.account;

import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The people one looks after: who they are, inviting one more, taking an account away. */
@Controller
class PeopleController {
  private final Accounts accounts;
  private final Organizations organizations;
  private final AccountMails mails;

  PeopleController(Accounts accounts, Organizations organizations, AccountMails mails) {
    this.accounts = accounts;
    this.organizations = organizations;
    this.mails = mails;
  }

  @GetMapping("/comptes")
  String list(Page page, Person person, Model model) {
    return show(page, person, model, PeopleView.Form.EMPTY, FormErrors.NONE);
  }

  @PostMapping("/comptes/inviter")
  String invite(
      Page page,
      Person person,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(defaultValue = "") String authority,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    var form = new PeopleView.Form(name, email, role, authority);
    try {
      Role given = role(role);
      UUID organizationId =
          person.role().belongsToAnAuthority()
              ? person.organizationId()
              : given.belongsToAnAuthority() ? authority(authority) : null;
      String token = accounts.invite(person, email, name, given, organizationId);
      String link =
          mails.sendInvitation(email.strip(), name.strip(), person.name(), token, page.messages());
      attributes.addFlashAttribute(
          Flash.NAME,
          mails.reachPeople()
              ? Flash.of("account.people.invited", name.strip(), email.strip())
              : Flash.of("account.people.invited-without-mail", name.strip(), link));
      return "redirect:/comptes";
    } catch (Rejected rejected) {
      response.setStatus(rejected.problem().status());
      return show(
          page,
          person,
          model,
          form,
          FormErrors.of(fieldOf(rejected), rejected.sentence(page.messages())));
    }
  }

  @GetMapping("/comptes/{id}/retirer")
  String confirmWithdrawal(Page page, @PathVariable UUID id, Person person, Model model) {
    Person leaving = accounts.withdrawable(id, person);
    model.addAttribute("page", page.titled("account.people.withdraw.title", leaving.name()));
    model.addAttribute("id", id.toString());
    model.addAttribute("name", leaving.name());
    return "account/withdraw";
  }

  @PostMapping("/comptes/invitations/{id}/annuler")
  String cancel(@PathVariable UUID id, Person person, RedirectAttributes attributes) {
    Invitation cancelled = accounts.cancelInvitation(id, person);
    attributes.addFlashAttribute(
        Flash.NAME, Flash.of("account.people.cancelled", cancelled.name()));
    return "redirect:/comptes";
  }

  @PostMapping("/comptes/{id}/retirer")
  String withdraw(@PathVariable UUID id, Person person, RedirectAttributes attributes) {
    Person withdrawn = accounts.withdraw(id, person);
    attributes.addFlashAttribute(
        Flash.NAME, Flash.of("account.people.withdrawn", withdrawn.name()));
    return "redirect:/comptes";
  }

  private static Role role(String name) {
    return Arrays.stream(Role.values())
        .filter(role -> role.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Rejected(AccountProblem.ROLE_NOT_YOURS_TO_GIVE));
  }

  /** By its SIREN, or its name when only one authority has it. */
  private UUID authority(String typed) {
    String digits = typed.replaceAll("\\s", "");
    if (digits.matches("\\d{9}")) {
      return organizations
          .findBySiren(digits)
          .map(LocalAuthority::id)
          .orElseThrow(() -> new Rejected(AccountProblem.AUTHORITY_MISSING));
    }
    List<LocalAuthority> found = organizations.search(typed, 6);
    if (found.isEmpty()) {
      throw new Rejected(AccountProblem.AUTHORITY_MISSING);
    }
    List<LocalAuthority> same =
        found.stream().filter(one -> one.name().equalsIgnoreCase(typed.strip())).toList();
    if (found.size() == 1 || same.size() == 1) {
      return (same.size() == 1 ? same : found).get(0).id();
    }
    throw new Rejected(
        AccountProblem.AUTHORITY_UNCLEAR,
        found.stream()
            .map(one -> one.name() + " (" + one.department() + ") " + one.siren())
            .collect(Collectors.joining(", ")));
  }

  private static String fieldOf(Rejected rejected) {
    if (rejected.problem() instanceof AccountProblem problem) {
      return switch (problem) {
        case NAME_MISSING -> "name";
        case AUTHORITY_MISSING, AUTHORITY_UNCLEAR -> "authority";
        case ROLE_NOT_YOURS_TO_GIVE -> "role";
        case NO_SUCH_PERSON,
            LINK_NO_LONGER_VALID,
            EMAIL_ALREADY_KNOWN,
            CANNOT_WITHDRAW_YOURSELF,
            EMAIL_MISSING,
            PASSWORD_TOO_SHORT,
            PASSWORD_TOO_LONG,
            PASSWORD_REPEATED,
            PASSWORD_IN_ORDER,
            PASSWORD_WELL_KNOWN,
            PASSWORD_PERSONAL,
            PASSWORD_TOO_PLAIN ->
            "email";
      };
    }
    return "email";
  }

  private String show(
      Page page, Person person, Model model, PeopleView.Form form, FormErrors errors) {
    UUID own = person.role().belongsToAnAuthority() ? person.organizationId() : null;
    List<Person> people = own == null ? accounts.listAll() : accounts.listOf(own);
    List<Invitation> invited = accounts.listInvitations(own);
    Map<UUID, String> names = authorityNames(people, invited);
    Map<String, String> roles = new LinkedHashMap<>();
    for (Role role : Accounts.rolesGivenBy(person.role())) {
      roles.put(role.name(), page.t("account.role." + role.name()));
    }
    model.addAttribute("page", page.titled("account.people.title").widened());
    model.addAttribute(
        "view",
        new PeopleView(
            people.stream().map(one -> line(one, person, names, page)).toList(),
            invited.stream()
                .map(
                    one ->
                        new PeopleView.Line(
                            one.id().toString(),
                            one.name(),
                            one.email(),
                            page.t("account.role." + one.role().name()),
                            nameOf(one.organizationId(), names),
                            false))
                .toList(),
            roles,
            own == null,
            form));
    model.addAttribute("errors", errors);
    return "account/people";
  }

  private static PeopleView.Line line(Person one, Person by, Map<UUID, String> names, Page page) {
    boolean withdrawable =
        !one.id().equals(by.id()) && Accounts.rolesGivenBy(by.role()).contains(one.role());
    return new PeopleView.Line(
        one.id().toString(),
        one.name(),
        one.email(),
        page.t("account.role." + one.role().name()),
        nameOf(one.organizationId(), names),
        withdrawable);
  }

  private Map<UUID, String> authorityNames(List<Person> people, List<Invitation> invited) {
    List<UUID> ids =
        Stream.concat(
                people.stream().map(Person::organizationId),
                invited.stream().map(Invitation::organizationId))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return organizations.findAll(ids).stream()
        .collect(Collectors.toMap(LocalAuthority::id, LocalAuthority::name));
  }

  private static String nameOf(@Nullable UUID id, Map<UUID, String> names) {
    return id == null ? "" : names.getOrDefault(id, "");
  }
}
