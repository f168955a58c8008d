package fr.jalon.portal.deposit;

import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Mails;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.PortalSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The mails about deposits, in French: written in the transaction that causes them. They carry
 * titles and links, and nothing of what the files hold.
 */
@Component
class DepositMails {
  private static final Messages FRENCH = Messages.in(Messages.FRENCH);

  private final Mails mails;
  private final Accounts accounts;
  private final Organizations organizations;
  private final PortalSettings portal;

  DepositMails(Mails mails, Accounts accounts, Organizations organizations, PortalSettings portal) {
    this.mails = mails;
    this.accounts = accounts;
    this.organizations = organizations;
    this.portal = portal;
  }

  /** Tells those of that side, but whoever asks, that a version waits for them. */
  void visaAwaited(Deposit deposit, Visa.Side side, Person by) {
    List<Person> people =
        side == Visa.Side.FACILITATOR
            ? accounts.listByRole(List.of(Role.FACILITATOR))
            : accounts.listOf(deposit.organizationId()).stream()
                .filter(person -> person.role() == Role.FOCAL_POINT)
                .toList();
    people.stream()
        .filter(person -> !person.id().equals(by.id()))
        .forEach(
            person ->
                mails.send(
                    person.email(),
                    FRENCH.text("deposit.mail.visa.subject", title(deposit)),
                    FRENCH.text(
                        "deposit.mail.visa.text",
                        person.name(),
                        by.name(),
                        title(deposit),
                        organizations.get(deposit.organizationId()).name(),
                        link(deposit, Step.PUBLICATION))));
  }

  /** Tells those who made it that it was handed back. */
  void handedBack(Deposit deposit, RequestForChange request, Person by) {
    authors(deposit, by)
        .forEach(
            person ->
                mails.send(
                    person.email(),
                    FRENCH.text("deposit.mail.back.subject", title(deposit)),
                    FRENCH.text(
                        "deposit.mail.back.text",
                        person.name(),
                        by.name(),
                        title(deposit),
                        link(deposit, request.step()))));
  }

  /** Tells those who made it that all can see it. */
  void published(Deposit deposit, Person by) {
    authors(deposit, by)
        .forEach(
            person ->
                mails.send(
                    person.email(),
                    FRENCH.text("deposit.mail.published.subject", title(deposit)),
                    FRENCH.text(
                        "deposit.mail.published.text",
                        person.name(),
                        title(deposit),
                        link(deposit, Step.PUBLICATION))));
  }

  /** Who received the file and who changed it last, but whoever acts. */
  private List<Person> authors(Deposit deposit, Person by) {
    Map<UUID, Person> people = new LinkedHashMap<>();
    Stream.of(deposit.personId(), deposit.saved().by())
        .filter(id -> !id.equals(by.id()))
        .flatMap(id -> accounts.find(id).stream())
        .forEach(person -> people.put(person.id(), person));
    return List.copyOf(people.values());
  }

  private String link(Deposit deposit, Step step) {
    return portal.link(deposit.href(step));
  }

  private static String title(Deposit deposit) {
    Draft draft = deposit.draft();
    return draft == null || draft.title().isBlank()
        ? deposit.fileName()
        : Objects.requireNonNull(draft).title();
  }
}
