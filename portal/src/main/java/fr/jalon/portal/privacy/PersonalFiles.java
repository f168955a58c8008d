package fr.jalon.portal.privacy;

import fr.jalon.engine.Json;
import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.register.Subject;
import fr.jalon.portal.register.Trace;
import fr.jalon.portal.web.Rejected;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * All that is kept of one person, and what becomes of it when they ask to be forgotten. Whoever
 * calls checks who may.
 */
@Service
public class PersonalFiles {
  /** A first name alone, or initials, is somebody else's too. */
  private static final int SHORTEST_NAME = 5;

  private final Register register;
  private final Accounts accounts;
  private final Journal journal;
  private final JdbcClient jdbc;
  private final Clock clock;

  PersonalFiles(
      Register register, Accounts accounts, Journal journal, JdbcClient jdbc, Clock clock) {
    this.register = register;
    this.accounts = accounts;
    this.journal = journal;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A line about a person.
   *
   * @param at when it was written, null when nobody noted it
   */
  public record Line(@Nullable Instant at, Map<String, String> data) {
    public Line {
      data = Map.copyOf(data);
    }
  }

  /** The lines of one place. */
  public record Found(Trace trace, List<Line> lines) {
    public Found {
      lines = List.copyOf(lines);
    }

    /** True when its lines say nothing but when. */
    boolean isWithoutWords() {
      return lines.stream().allMatch(line -> line.data().isEmpty());
    }

    private Found withoutWords() {
      return new Found(trace, lines.stream().map(line -> new Line(line.at(), Map.of())).toList());
    }
  }

  /**
   * What is kept of a person.
   *
   * @param name under which they are known, "" when nobody told it
   * @param found the places where there is something
   */
  public record Dossier(Subject subject, String name, List<Found> found) {
    public Dossier {
      found = List.copyOf(found);
    }

    /** The same where what is reserved is a date and nothing more. */
    Dossier withoutReserved() {
      return new Dossier(
          subject,
          name,
          found.stream().map(one -> one.trace().reserved() ? one.withoutWords() : one).toList());
    }

    /** False when nothing tells them but their address and their account. */
    public boolean isSoughtByName() {
      return !subject.name().isEmpty();
    }
  }

  /** What was found before an erasure, and what is still there after it. */
  public record Erasure(Dossier before, Dossier after) {}

  /**
   * Looks for someone everywhere.
   *
   * @param name for someone without an account, as they write it; may be ""
   * @throws Rejected with {@link PrivacyProblem#EMAIL_MISSING}
   */
  @Transactional(readOnly = true)
  public Dossier find(String email, String name) {
    String address = email.strip().toLowerCase(Locale.ROOT);
    if (!address.matches("[^@\\s]{1,64}@[^@\\s]{1,190}")) {
      throw new Rejected(PrivacyProblem.EMAIL_MISSING);
    }
    Person person = accounts.findEver(address).orElse(null);
    String known = person == null ? name.strip() : person.name();
    boolean telling =
        known.length() >= SHORTEST_NAME
            && known.contains(" ")
            && !accounts.isNameShared(known, address);
    Subject subject =
        new Subject(person == null ? null : person.id(), address, telling ? known : "");
    return new Dossier(subject, known, found(subject));
  }

  /**
   * What someone may see of themselves, without asking anybody: by their account and their address,
   * as one writes one's name oneself, and it may be anybody's.
   */
  @Transactional(readOnly = true)
  public Dossier findOwn(Person who) {
    Subject subject = new Subject(who.id(), who.email(), "");
    Dossier dossier = new Dossier(subject, who.name(), found(subject));
    return who.role().belongsToAnAuthority() ? dossier.withoutReserved() : dossier;
  }

  /** The same, taken away. */
  @Transactional
  public Dossier exportOwn(Person who) {
    Dossier dossier = findOwn(who);
    journal.add(who, Journal.Kind.EXPORTED, "", lines(dossier), "");
    return dossier;
  }

  /** The same as {@link #find}, by somebody: it is noted that they looked, not for whom. */
  @Transactional
  public Dossier look(String email, String name, Person by) {
    Dossier dossier = find(email, name);
    journal.add(by, Journal.Kind.LOOKED_AT, "", lines(dossier), "");
    return dossier;
  }

  /** The same, handed over. */
  @Transactional
  public Dossier export(String email, String name, Person by) {
    Dossier dossier = find(email, name);
    journal.add(by, Journal.Kind.EXPORTED, "", lines(dossier), "");
    return dossier;
  }

  /**
   * Erases someone wherever the law does not have us keep them.
   *
   * @throws Rejected when they are who asks
   */
  @Transactional
  public Erasure erase(String email, String name, Person by) {
    Dossier before = find(email, name);
    if (before.subject().email().equals(by.email())) {
      throw new Rejected(PrivacyProblem.NOT_YOURSELF);
    }
    for (Found found : before.found()) {
      String erasing = found.trace().erasing();
      if (erasing != null) {
        int gone = about(before.subject(), erasing).update();
        journal.add(by, Journal.Kind.ERASED, found.trace().key(), gone, "");
      }
    }
    Subject subject = before.subject();
    return new Erasure(before, new Dossier(subject, "", found(subject)));
  }

  private List<Found> found(Subject subject) {
    return register.traces().stream()
        .map(
            trace ->
                new Found(
                    trace,
                    about(
                            subject,
                            "select at, data from (%s) found order by at"
                                .formatted(trace.finding()))
                        .query(
                            (row, n) -> {
                              Timestamp at = row.getTimestamp("at");
                              return new Line(
                                  at == null ? null : at.toInstant(), data(row.getString("data")));
                            })
                        .list()))
        .filter(found -> !found.lines().isEmpty())
        .toList();
  }

  private StatementSpec about(Subject subject, String statement) {
    return jdbc.sql(statement)
        .param("id", subject.id(), Types.OTHER)
        .param("email", subject.email(), Types.VARCHAR)
        .param("name", subject.name(), Types.VARCHAR)
        .param("erased", Subject.ERASED, Types.VARCHAR)
        .param("now", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }

  /** What is said; what is empty says nothing. */
  private static Map<String, String> data(String json) {
    Map<String, String> data = new LinkedHashMap<>();
    ((Map<?, ?>) Json.read(json, Map.class))
        .forEach(
            (key, value) -> {
              if (value != null && !value.toString().isBlank()) {
                data.put(key.toString(), value.toString());
              }
            });
    return data;
  }

  private static int lines(Dossier dossier) {
    return dossier.found().stream().mapToInt(found -> found.lines().size()).sum();
  }
}
