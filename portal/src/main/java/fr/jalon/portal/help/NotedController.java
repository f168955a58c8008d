package fr.jalon.portal.help;

import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a facilitator notes what somebody asked by telephone, by letter or at a meeting. */
@Controller
@RequestMapping(HelpPaths.NOTED)
class NotedController {
  /** What was asked before is no longer waited for. */
  private static final Period OLDEST = Period.ofYears(1);

  private final HelpRequests requests;
  private final Accounts accounts;
  private final Organizations organizations;
  private final Clock clock;

  NotedController(
      HelpRequests requests, Accounts accounts, Organizations organizations, Clock clock) {
    this.requests = requests;
    this.accounts = accounts;
    this.organizations = organizations;
    this.clock = clock;
  }

  @GetMapping
  String form(Page page, Person who, Model model) {
    return form(page, who, Map.of(), FormErrors.NONE, model);
  }

  private String form(
      Page page, Person who, Map<String, String> typed, FormErrors errors, Model model) {
    HelpRequests.requireHelper(who);
    Messages words = page.messages();
    Map<String, String> categories = new LinkedHashMap<>();
    Stream.of(Category.values())
        .forEach(one -> categories.put(one.name(), words.text("help.category." + one)));
    model.addAttribute("page", page.titled("help.noted"));
    model.addAttribute("once", UUID.randomUUID().toString());
    model.addAttribute("people", people());
    model.addAttribute("categories", categories);
    model.addAttribute("today", today().toString());
    model.addAttribute("typed", typed);
    model.addAttribute("errors", errors);
    return "help/noted";
  }

  @PostMapping
  String note(
      Page page,
      Person who,
      @RequestParam UUID once,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    try {
      HelpRequest made =
          requests.note(
              who,
              author(sent.getOrDefault("person", "")),
              new Asked(
                  once,
                  HelpController.chosen(Category.values(), sent.get("category")),
                  HelpController.chosen(Urgency.values(), sent.get("urgency")),
                  null,
                  "",
                  sent.getOrDefault("text", "")),
              moment(sent, today()).atZone(Messages.PARIS).toInstant());
      attributes.addFlashAttribute(
          Flash.NAME, Flash.of("help.noted.done", page.dateTime(made.dueAt())));
      return "redirect:" + made.href();
    } catch (Rejected rejected) {
      if (rejected.problem().status() != 422) {
        throw rejected;
      }
      response.setStatus(422);
      return form(
          page,
          who,
          sent,
          FormErrors.of(field(rejected), rejected.sentence(page.messages())),
          model);
    }
  }

  private static String field(Rejected rejected) {
    return rejected.problem() == HelpProblem.NO_SUCH_DAY
        ? "day"
        : rejected.problem() == HelpProblem.NO_SUCH_CHOICE ? "person" : "text";
  }

  /** By name, then by authority: whoever of an authority has an account. */
  private Map<String, String> people() {
    Map<String, String> people = new LinkedHashMap<>();
    List<Person> all = accounts.listByRole(List.of(Role.AGENT, Role.FOCAL_POINT));
    Map<UUID, String> names =
        organizations
            .findAll(
                all.stream()
                    .map(Person::organizationId)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.toMap(LocalAuthority::id, LocalAuthority::name));
    all.forEach(
        one ->
            people.put(one.id().toString(), one.name() + ", " + names.get(one.organizationId())));
    return people;
  }

  private Person author(String id) {
    return accounts.listByRole(List.of(Role.AGENT, Role.FOCAL_POINT)).stream()
        .filter(one -> one.id().toString().equals(id))
        .findFirst()
        .orElseThrow(() -> new Rejected(HelpProblem.NO_SUCH_CHOICE));
  }

  private static LocalDateTime moment(Map<String, String> sent, LocalDate today) {
    try {
      LocalDate day = LocalDate.parse(sent.getOrDefault("day", ""));
      if (day.isBefore(today.minus(OLDEST)) || day.isAfter(today)) {
        throw new Rejected(HelpProblem.NO_SUCH_DAY);
      }
      return day.atTime(LocalTime.parse(sent.getOrDefault("time", "")));
    } catch (DateTimeException odd) {
      throw new Rejected(HelpProblem.NO_SUCH_DAY);
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Messages.PARIS);
  }
}
