package fr.jalon.portal.questionnaire;

import fr.jalon.portal.questionnaire.Sheet.Standing;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question as it is shown to someone.
 *
 * @param shown the answer its fields hold, null for none: one's own first, then the one that counts
 * @param typed what was refused, "" for nothing: it is not lost
 * @param fault why, null when nothing is
 * @param by who answered and when, a line each
 * @param differing the answers to choose from, when they differ
 * @param known what we know already, "" for nothing
 */
public record QuestionView(
    Question question,
    Standing standing,
    @Nullable Reply shown,
    String typed,
    @Nullable String fault,
    List<String> by,
    List<Option> differing,
    String known) {
  /**
   * One of the answers.
   *
   * @param at when it was given
   */
  public record Option(String respondentId, String who, String words, String at) {}

  public String field() {
    return ReplyForm.field(question.key());
  }

  /** Of the field that tells what is shown. */
  public String shownField() {
    return ReplyForm.shownField(question.key());
  }

  /** Tells what is shown from any other answer. */
  public String print() {
    return ReplyForm.print(shown);
  }

  public boolean isAsked() {
    return standing != Standing.NOT_ASKED;
  }

  /** True when a control is ticked. */
  public boolean has(String value) {
    Reply reply = shown;
    return reply != null
        && switch (reply.state()) {
          case UNKNOWN -> value.equals(ReplyForm.UNKNOWN);
          case NOT_CONCERNED -> value.equals(ReplyForm.NOT_CONCERNED);
          case GIVEN ->
              reply.choices().contains(value) || value.equals(String.valueOf(reply.number()));
        };
  }

  /** What a text or a number holds. */
  public String written() {
    Reply reply = shown;
    if (!typed.isEmpty()) {
      return typed;
    }
    if (reply == null || reply.state() != Reply.State.GIVEN) {
      return "";
    }
    return reply.number() == null ? reply.text() : String.valueOf(reply.number());
  }

  public String cell(String row, String column) {
    Reply reply = shown;
    return reply == null ? "" : reply.rows().getOrDefault(row, Map.of()).getOrDefault(column, "");
  }

  public String cellField(String row, String column) {
    return ReplyForm.field(question.key(), row, column);
  }

  public List<String> freeRows() {
    return ReplyForm.freeRows(question);
  }
}
