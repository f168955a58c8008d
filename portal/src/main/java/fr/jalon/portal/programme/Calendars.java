package fr.jalon.portal.programme;

import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.PortalSettings;
import fr.jalon.portal.web.Rejected;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The calendar of each person, at a secret address that a program may ask and that the person may
 * change at any time.
 */
@Service
public class Calendars {
  /** What is past is kept so long in a calendar. */
  private static final Duration PAST = Duration.ofDays(365);

  private final JdbcClient jdbc;
  private final Seal seal;
  private final Sessions sessions;
  private final Seasons seasons;
  private final Accounts accounts;
  private final PortalSettings portal;

  Calendars(
      JdbcClient jdbc,
      Seal seal,
      Sessions sessions,
      Seasons seasons,
      Accounts accounts,
      PortalSettings portal) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.sessions = sessions;
    this.seasons = seasons;
    this.accounts = accounts;
    this.portal = portal;
  }

  /** The address of someone's, empty while they asked for none. */
  @Transactional(readOnly = true)
  Optional<String> findAddress(Person who) {
    return number(who.id())
        .map(
            number ->
                portal.link(ProgrammePaths.CALENDARS + "/" + token(who.id(), number) + ".ics"));
  }

  /** Gives someone another address; the one before is worth nothing from then on. */
  @Transactional
  void renew(Person who) {
    jdbc.sql(
            """
            insert into programme.calendar (person_id, number) values (:person, 1)
            on conflict (person_id) do update set number = calendar.number + 1
            """)
        .param("person", who.id())
        .update();
  }

  /**
   * @throws Rejected with {@link ProgrammeProblem#NO_SUCH_LINK} for an address that is no more
   */
  @Transactional(readOnly = true)
  String read(String token) {
    Person who =
        seal.idOf(token)
            .filter(
                id ->
                    number(id)
                        .flatMap(number -> seal.open(purpose(number), token))
                        .filter(id::equals)
                        .isPresent())
            .flatMap(accounts::find)
            .orElseThrow(() -> new Rejected(ProgrammeProblem.NO_SUCH_LINK));
    Messages french = Messages.in(Messages.FRENCH);
    Map<UUID, Season> all =
        seasons.list().stream().collect(Collectors.toMap(Season::id, season -> season));
    List<ICalendar.Entry> entries =
        sessions.listFor(who, seasons.now().minus(PAST)).stream()
            .map(meeting -> entry(meeting, Objects.requireNonNull(all.get(meeting.seasonId()))))
            .toList();
    return ICalendar.of(french.text("programme.calendar.name"), entries, seasons.now());
  }

  /** One meeting, as the link of an invitation gives it. */
  public String of(Season season, Meeting meeting) {
    return ICalendar.of(season.name(), List.of(entry(meeting, season)), seasons.now());
  }

  private ICalendar.Entry entry(Meeting meeting, Season season) {
    return ICalendar.Entry.of(season, meeting, portal.url().getHost());
  }

  private Optional<Integer> number(UUID personId) {
    return jdbc.sql("select number from programme.calendar where person_id = :person")
        .param("person", personId)
        .query(Integer.class)
        .optional();
  }

  private String token(UUID personId, int number) {
    return seal.seal(purpose(number), personId);
  }

  private static String purpose(int number) {
    return "calendar " + number;
  }
}
