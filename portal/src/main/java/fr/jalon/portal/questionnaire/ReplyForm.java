package fr.jalon.portal.questionnaire;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.jalon.engine.Json;
import fr.jalon.portal.questionnaire.Question.Column;
import fr.jalon.portal.web.Rejected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.DigestUtils;
import org.springframework.util.MultiValueMap;

/** Reads the answer to a question from the fields of a form. */
final class ReplyForm {
  /** Letters of an answer in words: two pages. */
  static final int LONGEST_ANSWER = 4_000;

  private static final int LONGEST_CELL = 200;

  /** What is sent for "I do not know" and for "it has no object here". */
  static final String UNKNOWN = "_nsp";

  static final String NOT_CONCERNED = "_so";

  private ReplyForm() {}

  /** Name of a question's fields. */
  static String field(String question) {
    return "q." + question;
  }

  /** Name of the field of a cell. */
  static String field(String question, String row, String column) {
    return field(question) + "." + row + "." + column;
  }

  /** Name of the field that tells what the page showed; of no row, for no key is empty. */
  static String shownField(String question) {
    return field(question) + "..vu";
  }

  /** Tells an answer from another; "" for none. */
  static String print(@Nullable Reply reply) {
    return reply == null
        ? ""
        : DigestUtils.md5DigestAsHex(Json.writeOrdered(reply).getBytes(UTF_8));
  }

  /** Keys of the rows that somebody may name. */
  static List<String> freeRows(Question question) {
    return IntStream.rangeClosed(1, question.freeRows()).mapToObj(n -> "autre-" + n).toList();
  }

  /** Empty when nothing was answered. */
  static Optional<Reply> read(Question question, MultiValueMap<String, String> sent) {
    List<String> values =
        sent.getOrDefault(field(question.key()), List.of()).stream()
            .map(one -> one == null ? "" : one.replace("\r\n", "\n").strip())
            .filter(one -> !one.isEmpty())
            .toList();
    if (question.mayBeUnknown() && values.contains(UNKNOWN)) {
      return Optional.of(Reply.unknown());
    }
    if (question.mayNotConcern() && values.contains(NOT_CONCERNED)) {
      return Optional.of(Reply.notConcerned());
    }
    if (question.kind() == Question.Kind.TABLE) {
      Map<String, Map<String, String>> rows = table(question, sent);
      return rows.isEmpty() ? Optional.empty() : Optional.of(Reply.table(rows));
    }
    if (values.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (question.kind()) {
          case ONE -> Reply.chosen(requireChoice(question, values.get(0)));
          case SEVERAL -> several(question, values);
          case NUMBER, SCALE -> Reply.counted(number(question, values.get(0)));
          case TEXT -> Reply.written(limited(values.get(0), LONGEST_ANSWER));
          case TABLE -> throw new IllegalStateException("read above");
        });
  }

  private static Reply several(Question question, List<String> values) {
    List<String> chosen =
        values.stream().map(one -> requireChoice(question, one)).distinct().toList();
    // what stands alone gives way to what was chosen with it
    List<String> together =
        chosen.stream()
            .filter(one -> question.findChoice(one).stream().noneMatch(Question.Choice::alone))
            .toList();
    return Reply.chosen((together.isEmpty() ? chosen : together).toArray(String[]::new));
  }

  private static String requireChoice(Question question, String value) {
    if (question.findChoice(value).isEmpty()) {
      throw new Rejected(QuestionnaireProblem.NO_SUCH_CHOICE);
    }
    return value;
  }

  private static long number(Question question, String written) {
    String digits = written.replaceAll("[\\s\\u00a0\\u202f]", "");
    if (!digits.matches("-?\\d{1,15}")) {
      throw new Rejected(QuestionnaireProblem.NOT_A_NUMBER);
    }
    long number = Long.parseLong(digits);
    if (number < question.least() || number > question.most()) {
      throw new Rejected(QuestionnaireProblem.OUT_OF_RANGE, question.least(), question.most());
    }
    return number;
  }

  private static Map<String, Map<String, String>> table(
      Question question, MultiValueMap<String, String> sent) {
    List<String> keys = new ArrayList<>();
    question.rows().forEach(row -> keys.add(row.key()));
    keys.addAll(freeRows(question));
    List<String> columns =
        Stream.concat(
                Stream.of(Reply.HAS, Reply.NAMED), question.columns().stream().map(Column::key))
            .toList();
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (String row : keys) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (String column : columns) {
        String value = sent.getFirst(field(question.key(), row, column));
        if (value != null && !value.isBlank()) {
          cells.put(column, limited(value.strip(), LONGEST_CELL));
        }
      }
      for (Column column : question.columns()) {
        String value = cells.get(column.key());
        if (value != null
            && !column.choices().isEmpty()
            && column.choices().stream().noneMatch(one -> one.key().equals(value))) {
          throw new Rejected(QuestionnaireProblem.NO_SUCH_CHOICE);
        }
      }
      if (!cells.isEmpty()) {
        rows.put(row, cells);
      }
    }
    return rows;
  }

  static String limited(String words, int most) {
    if (words.length() > most) {
      throw new Rejected(QuestionnaireProblem.TOO_LONG, most);
    }
    return words;
  }

  static String words(String written, int most) {
    String words = limited(written.strip(), most);
    // signs that nobody sees are no words
    if (words.replaceAll("[\\p{Cf}\\p{Z}]", "").isEmpty()) {
      throw new Rejected(QuestionnaireProblem.WORDS_MISSING);
    }
    return words;
  }
}
