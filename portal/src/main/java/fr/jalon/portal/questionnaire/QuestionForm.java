package fr.jalon.portal.questionnaire;

import fr.jalon.portal.questionnaire.Question.Choice;
import fr.jalon.portal.questionnaire.Question.Condition;
import fr.jalon.portal.questionnaire.Question.Kind;
import fr.jalon.portal.questionnaire.Question.Operator;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Rejected;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A question as an administrator writes it. */
final class QuestionForm {
  /** Answers that one may add at once. */
  static final int MORE = 5;

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
        when(question.when(), text(sent, "when")));
  }

  /**
   * @param taken keys of the version
   */
  static Question made(MultiValueMap<String, String> sent, List<String> taken) {
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
    return new Question(
        bare.key(),
        kind,
        text,
        text(sent, "help"),
        choices(bare, sent),
        0,
        kind == Kind.SCALE ? (int) Question.HIGHEST_LEVEL : MOST,
        List.of(),
        List.of(),
        List.of(),
        0,
        weight(text(sent, "weight")),
        when(List.of(), text(sent, "when")),
        false,
        null);
  }

  private static Kind kind(String written) {
    for (Kind kind : Kind.values()) {
      if (kind.name().equals(written) && kind != Kind.TABLE) {
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

  /**
   * @param written "" for none, "question=choice", "question!choice"; anything else leaves what is
   *     there, which a list of choices cannot say
   */
  private static List<Condition> when(List<Condition> former, String written) {
    if (written.isEmpty()) {
      return List.of();
    }
    String[] parts = written.split("[=!]", 2);
    if (parts.length < 2) {
      return former;
    }
    return List.of(
        new Condition(
            parts[0],
            written.charAt(parts[0].length()) == '=' ? Operator.IS : Operator.IS_NOT,
            parts[1]));
  }

  /** How a condition is written in the list. */
  static String written(List<Condition> when) {
    if (when.isEmpty()) {
      return "";
    }
    Condition only = when.get(0);
    return when.size() > 1 || only.operator() == Operator.AT_LEAST
        ? "_"
        : only.question() + (only.operator() == Operator.IS ? "=" : "!") + only.value();
  }

  /** The conditions one may choose, in words. */
  static Map<String, String> conditions(
      Messages words, Questionnaire content, @Nullable Question of) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", words.text("questionnaire.when.always"));
    if (of != null && written(of.when()).equals("_")) {
      all.put("_", words.text("questionnaire.when.kept"));
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

  private static String key(String text, List<String> taken) {
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
