package fr.jalon.portal.questionnaire;

import fr.jalon.portal.questionnaire.Question.Choice;
import fr.jalon.portal.questionnaire.Question.Column;
import fr.jalon.portal.questionnaire.Question.Condition;
import fr.jalon.portal.questionnaire.Question.Grid;
import fr.jalon.portal.questionnaire.Question.Holding;
import fr.jalon.portal.questionnaire.Question.Kind;
import fr.jalon.portal.questionnaire.Question.Obligation;
import fr.jalon.portal.questionnaire.Question.Operator;
import fr.jalon.portal.questionnaire.Question.Sensitivity;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Rejected;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A question as an administrator writes it. */
final class QuestionForm {
  /** Answers that one may add at once. */
  static final int MORE = 5;

  /** Conditions that one may choose for a question; it is asked when all of them hold. */
  static final int CONDITIONS = 3;

  /** A condition that a list of choices cannot say: it stays as it is. */
  private static final String KEPT = "_";

  private static final int LONGEST_KEY = 30;

  /** Highest number of a new question of that kind. */
  private static final int MOST = 1_000_000;

  private QuestionForm() {}

  /** The same question, as it was sent. */
  static Question changed(Question question, MultiValueMap<String, String> sent) {
    return question.with(
        text(sent, "text"),
        text(sent, "help"),
        weight(text(sent, "weight")),
        choices(question, sent),
        question.kind() == Kind.TABLE ? grid(question.grid(), sent) : question.grid(),
        when(question.when(), sent));
  }

  /**
   * @param taken keys of the version
   * @param columns of a table that is made: those the diagnosis reads
   */
  static Question made(
      MultiValueMap<String, String> sent, List<String> taken, List<Column> columns) {
    Kind kind = kind(text(sent, "kind"));
    String text = ReplyForm.words(text(sent, "text"), Question.LONGEST_TEXT);
    Question bare =
        new Question(
            key(text, taken),
            Kind.TEXT,
            text,
            "",
            List.of(),
            0,
            0,
            List.of(),
            List.of(),
            List.of(),
            0,
            1,
            List.of(),
            false,
            null);
    Grid grid = kind == Kind.TABLE ? grid(new Grid(columns, List.of(), 0), sent) : Grid.NONE;
    return new Question(
        bare.key(),
        kind,
        text,
        text(sent, "help"),
        choices(bare, sent),
        0,
        kind == Kind.SCALE ? (int) Question.HIGHEST_LEVEL : MOST,
        List.of(),
        grid.columns(),
        grid.rows(),
        grid.freeRows(),
        weight(text(sent, "weight")),
        when(List.of(), sent),
        false,
        null);
  }

  private static Kind kind(String written) {
    for (Kind kind : Kind.values()) {
      if (kind.name().equals(written)) {
        return kind;
      }
    }
    return Kind.TEXT;
  }

  /** Keys of what was there stay: answers hold them. */
  private static List<Choice> choices(Question question, MultiValueMap<String, String> sent) {
    List<Choice> choices = new ArrayList<>();
    for (Choice one : question.choices()) {
      String text = text(sent, "choice." + one.key());
      if (!text.isEmpty()) {
        choices.add(
            new Choice(one.key(), text, level(text(sent, "level." + one.key())), one.alone()));
      }
    }
    List<String> taken = new ArrayList<>(question.choices().stream().map(Choice::key).toList());
    for (String more : more()) {
      String text = text(sent, "choice." + more);
      if (!text.isEmpty()) {
        String key = key(text, taken);
        taken.add(key);
        choices.add(new Choice(key, text, level(text(sent, "level." + more)), false));
      }
    }
    return choices;
  }

  /** Names of the empty fields. */
  static List<String> more() {
    return IntStream.rangeClosed(1, MORE).mapToObj(n -> "_" + n).toList();
  }

  private static @Nullable Double level(String written) {
    String number = written.replace(',', '.');
    if (number.isEmpty()) {
      return null;
    }
    if (!number.matches("\\d(\\.\\d)?")) {
      throw new Rejected(QuestionnaireProblem.NO_SUCH_LEVEL);
    }
    return Double.valueOf(number);
  }

  private static double weight(String written) {
    String number = written.replace(',', '.');
    if (!number.matches("\\d{1,2}(\\.\\d{1,2})?")) {
      throw new Rejected(QuestionnaireProblem.NO_SUCH_WEIGHT, Question.HEAVIEST);
    }
    return Double.parseDouble(number);
  }

  /** A table with its rows: their keys stay, answers hold them; one whose name is emptied goes. */
  private static Grid grid(Grid former, MultiValueMap<String, String> sent) {
    List<Column> columns =
        former.columns().stream()
            .map(
                one -> {
                  String text = text(sent, "column." + one.key());
                  return text.isEmpty() ? one : new Column(one.key(), text, one.choices());
                })
            .toList();
    List<Holding> rows = new ArrayList<>();
    for (Holding one : former.rows()) {
      row(sent, one.key(), one.key()).ifPresent(rows::add);
    }
    List<String> taken = new ArrayList<>(former.rows().stream().map(Holding::key).toList());
    for (String more : more()) {
      String key = key(text(sent, "row." + more), taken);
      row(sent, more, key)
          .ifPresent(
              row -> {
                taken.add(key);
                rows.add(row);
              });
    }
    String free = text(sent, "free");
    if (!free.matches("\\d{1,3}|")) {
      throw new Rejected(QuestionnaireProblem.TOO_MANY_FREE_ROWS, Question.MOST_FREE_ROWS);
    }
    return new Grid(columns, rows, free.isEmpty() ? 0 : Integer.parseInt(free));
  }

  private static Optional<Holding> row(
      MultiValueMap<String, String> sent, String field, String key) {
    String text = text(sent, "row." + field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Holding(
            key,
            ReplyForm.words(text(sent, "service." + field), Question.LONGEST_TEXT),
            ReplyForm.words(text, Question.LONGEST_TEXT),
            chosen(Obligation.values(), text(sent, "obligation." + field)),
            ease(text(sent, "ease." + field)),
            chosen(Sensitivity.values(), text(sent, "sensitivity." + field))));
  }

  /** The constant of that name, the first for another. */
  private static <E extends Enum<E>> E chosen(E[] all, String name) {
    return Stream.of(all).filter(one -> one.name().equals(name)).findFirst().orElse(all[0]);
  }

  private static int ease(String written) {
    return written.matches("[0-" + Question.EASIEST + "]") ? Integer.parseInt(written) : 0;
  }

  /** All that were chosen, each once; what a list cannot say stays as it is. */
  private static List<Condition> when(List<Condition> former, MultiValueMap<String, String> sent) {
    List<Condition> all = new ArrayList<>();
    for (int i = 0; i < CONDITIONS; i++) {
      String written = text(sent, whenField(i));
      String[] parts = written.split("[=!]", 2);
      if (written.equals(KEPT) && i < former.size()) {
        all.add(former.get(i));
      } else if (parts.length == 2) {
        all.add(
            new Condition(
                parts[0],
                written.charAt(parts[0].length()) == '=' ? Operator.IS : Operator.IS_NOT,
                parts[1]));
      }
    }
    former.stream().skip(CONDITIONS).forEach(all::add);
    return all.stream().distinct().toList();
  }

  /** Name of the field of a condition, by its place. */
  static String whenField(int place) {
    return place == 0 ? "when" : "when-" + (place + 1);
  }

  /** How the condition at that place is written in the list, "" for none. */
  static String written(List<Condition> when, int place) {
    if (place >= when.size()) {
      return "";
    }
    Condition one = when.get(place);
    return one.operator() == Operator.AT_LEAST
        ? KEPT
        : one.question() + (one.operator() == Operator.IS ? "=" : "!") + one.value();
  }

  /** The conditions one may choose, in words. */
  static Map<String, String> conditions(
      Messages words, Questionnaire content, @Nullable Question of, int place) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        "", words.text(place == 0 ? "questionnaire.when.always" : "questionnaire.when.no-other"));
    if (of != null && written(of.when(), place).equals(KEPT)) {
      all.put(KEPT, words.text("questionnaire.when.kept"));
    }
    content
        .questions()
        .filter(one -> one.kind() == Kind.ONE || one.kind() == Kind.SEVERAL)
        .forEach(
            one ->
                one.choices()
                    .forEach(
                        choice -> {
                          all.put(
                              one.key() + "=" + choice.key(),
                              words.text("questionnaire.when.is", one.text(), choice.text()));
                          all.put(
                              one.key() + "!" + choice.key(),
                              words.text("questionnaire.when.is-not", one.text(), choice.text()));
                        }));
    return all;
  }

  static String key(String text, List<String> taken) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    String cut = plain.substring(0, Math.min(plain.length(), LONGEST_KEY));
    String base = cut.isEmpty() ? "question" : cut;
    String key = base;
    for (int n = 2; taken.contains(key); n++) {
      key = base + "-" + n;
    }
    return key;
  }

  static String text(MultiValueMap<String, String> sent, String field) {
    return Objects.requireNonNullElse(sent.getFirst(field), "").strip();
  }
}
