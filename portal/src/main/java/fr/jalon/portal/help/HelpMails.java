package fr.jalon.portal.help;

import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Mails;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.PortalSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The mails about requests, in French: written in the transaction that causes them, one a person an
 * act. The first line leads to where one answers; whoever answers the mail itself reaches the
 * person who wrote. They tell where by addresses, never what stands there.
 */
@Component
class HelpMails {
  private static final Messages FRENCH = Messages.in(Messages.FRENCH);
  private static final HelpWords WORDS = new HelpWords(FRENCH);

  private final Mails mails;
  private final Accounts accounts;
  private final Organizations organizations;
  private final PortalSettings portal;

  HelpMails(Mails mails, Accounts accounts, Organizations organizations, PortalSettings portal) {
    this.mails = mails;
    this.accounts = accounts;
    this.organizations = organizations;
    this.portal = portal;
  }

  /** Those who help are told that it was asked. */
  void asked(HelpRequest request, Person by, String text) {
    toHelpers(request, by, "asked", text);
  }

  /** Those who help are told what the authority answers. */
  void replied(HelpRequest request, Person by, String text) {
    toHelpers(request, by, "replied", text);
  }

  /** Those who help are told that what they proposed is not taken. */
  void declined(HelpRequest request, Person by) {
    toHelpers(request, by, "declined", "");
  }

  /** Who asked is answered. */
  void answered(HelpRequest request, Person by, String text) {
    toAuthor(request, by, "answered", text);
  }

  /** Who asked is told that a mend is proposed, and where. */
  void suggested(HelpRequest request, Person by, List<String> cells, String text) {
    String where = cells.isEmpty() ? "" : FRENCH.text("help.mail.at", WORDS.cells(cells));
    authors(request, by)
        .forEach(to -> send(request, to, by, "suggested", by.name(), where, said(text)));
  }

  /** Who asked is told that somebody who helps takes it for settled. */
  void solved(HelpRequest request, Person by, String text) {
    toAuthor(request, by, "solved", text);
  }

  private void toHelpers(HelpRequest request, Person by, String what, String text) {
    helpers(request).stream()
        .filter(to -> !to.id().equals(by.id()))
        .forEach(to -> send(request, to, by, what, by.name(), said(text), due(request)));
  }

  private void toAuthor(HelpRequest request, Person by, String what, String text) {
    authors(request, by).forEach(to -> send(request, to, by, what, by.name(), said(text)));
  }

  private void send(
      HelpRequest request, Person to, Person by, String what, @Nullable Object... values) {
    mails.send(to, subject(request, what), text(request, to, what, values), by);
  }

  /**
   * @return false when nobody was told: they had a reminder within the days of quiet, or nobody of
   *     the authority can be reached
   */
  boolean silent(HelpRequest request, Rung rung) {
    Person helper =
        request.helpers().stream()
            .flatMap(one -> accounts.find(one.personId()).stream())
            .findFirst()
            .orElse(null);
    List<Person> told = rung == Rung.FOCAL_POINT_TOLD ? focalPoints(request) : authors(request);
    String what = rung.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    boolean any = false;
    for (Person to : told) {
      any |=
          mails.remind(
              to, subject(request, what), text(request, to, what, request.authorName()), helper);
    }
    return any;
  }

  private String subject(HelpRequest request, String what) {
    return FRENCH.text("help.mail." + what + ".subject", request.number(), authority(request));
  }

  private String text(HelpRequest request, Person to, String what, @Nullable Object... values) {
    return FRENCH.text(
        "help.mail",
        portal.link(request.href() + "#repondre"),
        to.name(),
        FRENCH.text("help.mail." + what, values),
        WORDS.where(request.where()));
  }

  private static String said(String text) {
    return text.isEmpty() ? "" : FRENCH.text("help.mail.said", text);
  }

  private static String due(HelpRequest request) {
    return WORDS.moment(request.dueAt());
  }

  private String authority(HelpRequest request) {
    return organizations.find(request.organizationId()).map(one -> one.name()).orElse("");
  }

  private List<Person> authors(HelpRequest request, Person by) {
    return authors(request).stream().filter(to -> !to.id().equals(by.id())).toList();
  }

  /** Who asked; when they left, the référents of the authority. */
  private List<Person> authors(HelpRequest request) {
    Optional<Person> author = accounts.find(request.authorId());
    return author.isPresent() ? List.of(author.get()) : focalPoints(request);
  }

  /** The référents but who asked; who asked when there is nobody else. */
  private List<Person> focalPoints(HelpRequest request) {
    List<Person> people = accounts.listOf(request.organizationId());
    List<Person> others =
        people.stream()
            .filter(one -> one.role() == Role.FOCAL_POINT)
            .filter(one -> !one.id().equals(request.authorId()))
            .toList();
    return others.isEmpty()
        ? people.stream().filter(one -> one.id().equals(request.authorId())).toList()
        : others;
  }

  /** Those who look after it; while nobody does, all who accompany. */
  List<Person> helpers(HelpRequest request) {
    List<Person> everybody = accounts.listByRole(Set.of(Role.FACILITATOR, Role.ADMINISTRATOR));
    List<UUID> joined = request.helpers().stream().map(HelpRequest.Helper::personId).toList();
    List<Person> looking = everybody.stream().filter(one -> joined.contains(one.id())).toList();
    if (!looking.isEmpty()) {
      return looking;
    }
    List<Person> facilitators = new ArrayList<>(everybody);
    facilitators.removeIf(one -> !Objects.equals(one.role(), Role.FACILITATOR));
    return facilitators.isEmpty() ? everybody : facilitators;
  }
}
