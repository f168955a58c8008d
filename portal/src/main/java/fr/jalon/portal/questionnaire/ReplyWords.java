package fr.jalon.portal.questionnaire;

import fr.jalon.portal.questionnaire.Question.Column;
import fr.jalon.portal.questionnaire.Question.Holding;
import fr.jalon.portal.web.Messages;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says an answer in words. */
public final class ReplyWords {
  private ReplyWords() {}

  public static String of(Messages messages, Question question, Reply reply) {
    return switch (reply.state()) {
      case UNKNOWN -> messages.text("questionnaire.unknown");
      case NOT_CONCERNED -> messages.text("questionnaire.not-concerned");
      case GIVEN ->
          switch (question.kind()) {
            case ONE, SEVERAL ->
                reply.choices().stream()
                    .map(one -> question.findChoice(one).map(Question.Choice::text).orElse(one))
                    .collect(Collectors.joining(" ; "));
            case NUMBER -> {
              Long number = reply.number();
              yield number == null ? "" : messages.number(number);
            }
            case SCALE -> {
              Long number = reply.number();
              yield number == null
                  ? ""
                  : messages.text("questionnaire.scale", number, question.most());
            }
            case TEXT -> reply.text();
            case TABLE ->
                reply.rows().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(row -> row(question, row.getKey(), row.getValue()))
                    .collect(Collectors.joining(" ; "));
          };
    };
  }

  private static String row(Question question, String key, Map<String, String> cells) {
    String name =
        question.rows().stream()
            .filter(one -> one.key().equals(key))
            .map(Holding::text)
            .findFirst()
            .orElse(Optional.ofNullable(cells.get(Reply.NAMED)).orElse(key));
    String rest =
        question.columns().stream()
            .flatMap(column -> cell(column, cells.get(column.key())))
            .collect(Collectors.joining(", "));
    return rest.isEmpty() ? name : name + " (" + rest + ")";
  }

  private static Stream<String> cell(Column column, @Nullable String value) {
    if (value == null) {
      return Stream.of();
    }
    return Stream.of(
        column.choices().stream()
            .filter(one -> one.key().equals(value))
            .map(Question.Choice::text)
            .findFirst()
            .orElse(value));
  }
}
