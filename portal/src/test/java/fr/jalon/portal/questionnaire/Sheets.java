package fr.jalon.portal.questionnaire;

import fr.jalon.portal.questionnaire.Filling.Occasion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Questionnaires and their answers, made by hand. */
public final class Sheets {
  private static final Instant DAY = Instant.parse("2026-03-02T09:00:00Z");

  private Sheets() {}

  public static Questionnaire read(String yaml) {
    return QuestionnaireFile.read(yaml);
  }

  public static Questionnaire shipped() {
    return QuestionnaireFile.shipped();
  }

  /** Answers of one respondent, then maybe of others, a minute apart. */
  public static final class Builder {
    private final Questionnaire questionnaire;
    private final List<Answer> answers = new ArrayList<>();
    private final List<Sheet.Settlement> settlements = new ArrayList<>();
    private final Map<Question.Fact, Long> facts;

    public Builder(Questionnaire questionnaire, Map<Question.Fact, Long> facts) {
      this.questionnaire = questionnaire;
      this.facts = facts;
    }

    public Builder answer(String question, Reply reply) {
      return answer(question, reply, "Camille");
    }

    public Builder answer(String question, Reply reply, String who) {
      answers.add(new Answer(question, id(who), who, reply, next()));
      return this;
    }

    public Builder settle(String question, String who) {
      settlements.add(new Sheet.Settlement(question, id(who), "Claude", next()));
      return this;
    }

    private Instant next() {
      return DAY.plusSeconds(60L * (answers.size() + settlements.size()));
    }

    private static UUID id(String who) {
      return UUID.nameUUIDFromBytes(who.getBytes());
    }

    public Sheet sheet() {
      return new Sheet(
          questionnaire,
          new Filling(UUID.randomUUID(), UUID.randomUUID(), Occasion.ENTRY, 1, DAY, null, null),
          answers,
          settlements,
          facts);
    }
  }
}
