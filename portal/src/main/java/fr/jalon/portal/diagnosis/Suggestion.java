package fr.jalon.portal.diagnosis;

import fr.jalon.portal.programme.Eligibility;
import fr.jalon.portal.questionnaire.Question;
import fr.jalon.portal.questionnaire.Question.Holding;
import fr.jalon.portal.questionnaire.Reply;
import fr.jalon.portal.questionnaire.Sheet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Data that an authority might open first, from what it ticked in its inventory: what the law asks,
 * times what can be had, times the ease of its schema, times what it says of people.
 *
 * @param score orders suggestions, and is told to nobody
 */
public record Suggestion(
    String title,
    String service,
    Question.Obligation obligation,
    Availability availability,
    int ease,
    Question.Sensitivity sensitivity,
    int score) {
  /** As many as one can take up in a season: convention, "premiers jeux de données". */
  static final int MOST = 5;

  /** Ease of a schema that is short and whose columns a town hall has. */
  static final int EASY = 3;

  /** Whether a file can be had. */
  public enum Availability {
    SPREADSHEET(4),
    EXPORT(3),
    UNKNOWN(2),
    ON_REQUEST(1),
    /** Nothing is opened from paper in a season. */
    PAPER(0);

    private final int factor;

    Availability(int factor) {
      this.factor = factor;
    }

    /** By the choices of the inventory's column. */
    static Availability of(String choice) {
      return switch (choice) {
        case "tableur" -> SPREADSHEET;
        case "export" -> EXPORT;
        case "editeur" -> ON_REQUEST;
        case "papier" -> PAPER;
        default -> UNKNOWN;
      };
    }
  }

  private static int factor(Question.Obligation obligation, boolean obliged) {
    return switch (obligation) {
      case NONE -> 1;
      case GENERAL -> obliged ? 2 : 1;
      case NAMED -> 3;
    };
  }

  private static int factor(Question.Sensitivity sensitivity) {
    return switch (sensitivity) {
      case NONE -> 3;
      case LOW -> 2;
      case HIGH -> 1;
    };
  }

  /** The best first. */
  static List<Suggestion> of(Sheet sheet) {
    boolean obliged = isObliged(sheet);
    List<Suggestion> all = new ArrayList<>();
    sheet
        .questionnaire()
        .questions()
        .filter(question -> question.kind() == Question.Kind.TABLE)
        .forEach(
            question ->
                sheet.reply(question).ifPresent(reply -> all.addAll(of(question, reply, obliged))));
    return all.stream()
        .filter(one -> one.score() > 0)
        .sorted(Comparator.comparing(Suggestion::score).reversed())
        .limit(MOST)
        .toList();
  }

  private static boolean isObliged(Sheet sheet) {
    return sheet
        .questionnaire()
        .questions()
        .filter(question -> question.fact() == Question.Fact.POPULATION)
        .flatMap(question -> sheet.reply(question).stream())
        .map(reply -> Optional.ofNullable(reply.number()).orElse(0L))
        .anyMatch(population -> population >= Eligibility.INHABITANTS);
  }

  private static List<Suggestion> of(Question question, Reply reply, boolean obliged) {
    List<Suggestion> all = new ArrayList<>();
    for (Holding row : question.rows()) {
      Map<String, String> cells = reply.rows().getOrDefault(row.key(), Map.of());
      if (cells.containsKey(Reply.HAS)) {
        Availability had =
            question.columns().stream()
                .filter(column -> !column.choices().isEmpty())
                .map(column -> cells.getOrDefault(column.key(), ""))
                .map(Availability::of)
                .findFirst()
                .orElse(Availability.UNKNOWN);
        all.add(
            new Suggestion(
                row.text(),
                row.service(),
                row.obligation(),
                had,
                row.ease(),
                row.sensitivity(),
                factor(row.obligation(), obliged)
                    * had.factor
                    * row.ease()
                    * factor(row.sensitivity())));
      }
    }
    return all;
  }
}
