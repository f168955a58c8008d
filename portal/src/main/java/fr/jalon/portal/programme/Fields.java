package fr.jalon.portal.programme;

import fr.jalon.portal.agreement.Euros;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Rejected;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What a form sent, and what is to be put right in it. */
public final class Fields {
  private static final BigDecimal MOST_AGENTS = BigDecimal.valueOf(100_000);

  private final MultiValueMap<String, String> values;
  private final Map<String, Rejected> faults = new LinkedHashMap<>();

  public Fields(MultiValueMap<String, String> values) {
    this.values = values;
  }

  public String text(String field) {
    String value = values.getFirst(field);
    return value == null ? "" : value.strip();
  }

  /** The field is wrong. */
  void fault(String field, ProgrammeProblem problem, @Nullable Object... more) {
    faults.putIfAbsent(field, new Rejected(problem, more));
  }

  public void fault(String field, Rejected rejected) {
    faults.putIfAbsent(field, rejected);
  }

  public boolean isWrong() {
    return !faults.isEmpty();
  }

  public FormErrors errors(Messages messages) {
    Map<String, String> sentences = new LinkedHashMap<>();
    faults.forEach(
        (field, fault) -> {
          String key = "programme.missing." + field;
          boolean missing = fault.problem() == ProgrammeProblem.WORDS_MISSING;
          sentences.put(
              field, missing && messages.has(key) ? messages.text(key) : fault.sentence(messages));
        });
    return new FormErrors(sentences);
  }

  public String words(String field, int most) {
    String words = optional(field, most);
    if (words.isEmpty()) {
      fault(field, ProgrammeProblem.WORDS_MISSING);
    }
    return words;
  }

  public String optional(String field, int most) {
    String words = text(field);
    if (words.length() > most) {
      fault(field, ProgrammeProblem.TOO_LONG, most);
    }
    return words;
  }

  /** Never null: a day that is wrong is noted, and another stands in its place. */
  public LocalDate day(String field) {
    LocalDate day = optionalDay(field);
    if (day == null) {
      fault(field, ProgrammeProblem.NO_SUCH_DAY);
      return LocalDate.EPOCH;
    }
    return day;
  }

  @Nullable LocalDate optionalDay(String field) {
    String written = text(field);
    if (written.isEmpty()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(written);
      if (day.getYear() < 1990 || day.getYear() > 2199) {
        fault(field, ProgrammeProblem.NO_SUCH_DAY);
      }
      return day;
    } catch (DateTimeParseException none) {
      fault(field, ProgrammeProblem.NO_SUCH_DAY);
      return null;
    }
  }

  public LocalTime time(String field) {
    try {
      return LocalTime.parse(text(field));
    } catch (DateTimeParseException none) {
      fault(field, ProgrammeProblem.NO_SUCH_DAY);
      return LocalTime.NOON;
    }
  }

  /** Within bounds, both included. */
  public int number(String field, int least, int most) {
    String written = text(field).replaceAll("[\\s\\u00a0\\u202f]", "");
    if (written.matches("\\d{1,9}")) {
      int number = Integer.parseInt(written);
      if (number >= least && number <= most) {
        return number;
      }
    }
    fault(field, ProgrammeProblem.NO_SUCH_NUMBER, least, most);
    return least;
  }

  Euros euros(String field) {
    return Euros.read(text(field))
        .orElseGet(
            () -> {
              fault(field, ProgrammeProblem.NO_SUCH_AMOUNT);
              return Euros.ZERO;
            });
  }

  /** Agents in full-time equivalents, null when nothing is written. */
  @Nullable BigDecimal agents(String field) {
    String written = text(field).replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
    if (written.isEmpty()) {
      return null;
    }
    if (written.matches("\\d{1,6}(\\.\\d{1,2})?")) {
      BigDecimal agents = new BigDecimal(written);
      if (agents.compareTo(MOST_AGENTS) <= 0) {
        return agents;
      }
    }
    fault(field, ProgrammeProblem.NO_SUCH_NUMBER, 0, MOST_AGENTS.intValue());
    return null;
  }

  public boolean yes(String field) {
    return text(field).equals("oui");
  }

  /** Those that are identifiers; what is none is no one's. */
  public List<UUID> ids(String field) {
    return values.getOrDefault(field, List.of()).stream()
        .filter(one -> one.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
        .map(UUID::fromString)
        .toList();
  }

  public int revision() {
    return text("revision").matches("\\d{1,9}") ? Integer.parseInt(text("revision")) : -1;
  }

  /** What was written, to be shown again. */
  public Map<String, String> typed() {
    return values.toSingleValueMap();
  }
}
