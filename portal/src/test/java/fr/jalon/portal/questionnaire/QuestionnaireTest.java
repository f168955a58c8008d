package fr.jalon.portal.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.portal.questionnaire.Sheet.Standing;
import fr.jalon.portal.web.Rejected;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What is asked, and which answer counts. */
class QuestionnaireTest {
  private static final String YAML =
      """
      title: Essai
      sections:
        - key: s
          title: Section
          scored: true
          questions:
            - key: a
              kind: ONE
              text: A ?
              choices: [{key: non, level: 0, text: Non}, {key: oui, level: 4, text: Oui}]
            - key: b
              kind: NUMBER
              text: B ?
              most: 10
              steps: [1, 5]
              when: [{question: a, operator: IS, value: oui}]
            - key: c
              kind: TEXT
              text: C ?
              when: [{question: b, operator: AT_LEAST, value: "5"}]
      """;

  @Test
  void theOneThatIsShippedHasNineDimensionsAndTakesLessThanTwentyMinutes() {
    Questionnaire shipped = Sheets.shipped();
    assertThat(shipped.dimensions())
        .extracting(Questionnaire.Section::key)
        .containsExactly(
            "portage",
            "organisation",
            "patrimoine",
            "outils",
            "qualite",
            "droit",
            "competences",
            "usages",
            "numerique");
    long asked =
        shipped.sections().stream()
            .filter(Questionnaire.Section::scored)
            .mapToLong(section -> section.questions().size())
            .sum();
    // some 35 seconds each: a question read, an answer ticked
    assertThat(asked * 35).isBetween(15 * 60L, 20 * 60L);
    shipped
        .questions()
        .filter(question -> question.kind() == Question.Kind.ONE)
        .forEach(
            question ->
                assertThat(question.choices())
                    .as(question.key())
                    .extracting(Question.Choice::level)
                    .contains(0.0, 4.0));
  }

  @Test
  void aConditionThatGoesRoundIsRefused() {
    assertThat(
            problem(
                YAML.replace(
                        "text: A ?",
                        "text: A ?\n        when: [{question: c, operator: AT_LEAST, value: \"1\"}]")
                    .replace("kind: TEXT", "kind: NUMBER\n        most: 3")))
        .isEqualTo(QuestionnaireProblem.CIRCULAR_CONDITION);
    assertThat(problem(YAML.replace("value: oui", "value: rien")))
        .isEqualTo(QuestionnaireProblem.CONDITION_ON_NOTHING);
    assertThat(problem(YAML.replace("question: b,", "question: z,")))
        .isEqualTo(QuestionnaireProblem.CONDITION_ON_NOTHING);
  }

  private static Object problem(String yaml) {
    try {
      Sheets.read(yaml);
      return "accepted";
    } catch (Rejected rejected) {
      return rejected.problem();
    } catch (RuntimeException wrapped) {
      return wrapped.getCause() instanceof Rejected rejected ? rejected.problem() : wrapped;
    }
  }

  @Test
  void whatDependsOnAnAnswerIsAskedOnceItIsGiven() {
    Questionnaire one = Sheets.read(YAML);
    Question b = one.find("b").orElseThrow();
    Question c = one.find("c").orElseThrow();
    Sheet nothing = new Sheets.Builder(one, Map.of()).sheet();
    assertThat(nothing.standing(b)).isEqualTo(Standing.NOT_ASKED);
    Sheet some =
        new Sheets.Builder(one, Map.of())
            .answer("a", Reply.chosen("oui"))
            .answer("b", Reply.counted(4))
            .sheet();
    assertThat(some.standing(b)).isEqualTo(Standing.ANSWERED);
    assertThat(some.standing(c)).isEqualTo(Standing.NOT_ASKED);
    Sheet hidden =
        new Sheets.Builder(one, Map.of())
            .answer("a", Reply.chosen("non"))
            .answer("b", Reply.counted(9))
            .sheet();
    assertThat(hidden.standing(c))
        .as("what it depends on is not asked")
        .isEqualTo(Standing.NOT_ASKED);
    assertThat(hidden.count()).isEqualTo(new Sheet.Count(1, 1));
  }

  @Test
  void answersThatDifferCountForNothingUntilSomebodyChooses() {
    Questionnaire one = Sheets.read(YAML);
    Question a = one.find("a").orElseThrow();
    Sheets.Builder two =
        new Sheets.Builder(one, Map.of())
            .answer("a", Reply.chosen("oui"), "Camille")
            .answer("a", Reply.chosen("non"), "Sacha");
    assertThat(two.sheet().standing(a)).isEqualTo(Standing.DIFFERING);
    assertThat(two.sheet().reply(a)).isEmpty();
    assertThat(two.sheet().count().answered()).isZero();
    two.settle("a", "Camille");
    assertThat(two.sheet().reply(a)).contains(Reply.chosen("oui"));
    two.answer("a", Reply.chosen("non"), "Dominique");
    assertThat(two.sheet().standing(a))
        .as("a later answer opens it again")
        .isEqualTo(Standing.DIFFERING);
  }

  @Test
  void badAnswersAreRefusedWithASentence() {
    Questionnaire one = Sheets.read(YAML);
    Question b = one.find("b").orElseThrow();
    for (String written : List.of("11", "-1", "99999999999")) {
      assertThatThrownBy(() -> ReplyForm.read(b, sent("q.b", written)))
          .isInstanceOfSatisfying(
              Rejected.class,
              rejected ->
                  assertThat(rejected.problem()).isEqualTo(QuestionnaireProblem.OUT_OF_RANGE));
    }
    assertThatThrownBy(() -> ReplyForm.read(b, sent("q.b", "douze")))
        .hasMessageContaining("not-a-number");
    assertThatThrownBy(
            () -> ReplyForm.read(one.find("c").orElseThrow(), sent("q.c", "x".repeat(1 << 20))))
        .hasMessageContaining("too-long");
    assertThatThrownBy(() -> ReplyForm.read(one.find("a").orElseThrow(), sent("q.a", "peut-être")))
        .hasMessageContaining("no-such-choice");
    assertThat(ReplyForm.read(b, sent("q.b", " 1\u202f0 "))).contains(Reply.counted(10));
    assertThat(ReplyForm.read(b, sent("q.b", ReplyForm.UNKNOWN))).contains(Reply.unknown());
    assertThat(ReplyForm.read(b, sent("q.b", ""))).isEmpty();
  }

  @Test
  void aFormSentBackAsItCameChangesNothing() {
    Questionnaire shipped = Sheets.shipped();
    shipped
        .questions()
        .forEach(one -> assertThat(QuestionForm.changed(one, form(one))).isEqualTo(one));
  }

  @Test
  void theRowsOfATableAreWrittenAndTheirKeysStay() {
    Question table =
        Sheets.shipped()
            .questions()
            .filter(one -> one.kind() == Question.Kind.TABLE)
            .findFirst()
            .orElseThrow();
    Question.Holding first = table.rows().get(0);
    Question.Holding second = table.rows().get(1);
    MultiValueMap<String, String> form = form(table);
    form.set("row." + first.key(), "");
    form.set("row." + second.key(), "Subventions");
    form.set("row._1", "Concessions du cimetière");
    form.set("service._1", "État civil");
    form.set("obligation._1", "NONE");
    form.set("ease._1", "1");
    form.set("sensitivity._1", "HIGH");
    Question changed = QuestionForm.changed(table, form);
    assertThat(changed.rows()).hasSameSizeAs(table.rows()).doesNotContain(first);
    assertThat(changed.rows().get(0).key()).isEqualTo(second.key());
    assertThat(changed.rows().get(0).text()).isEqualTo("Subventions");
    assertThat(changed.rows().get(changed.rows().size() - 1))
        .isEqualTo(
            new Question.Holding(
                "concessions-du-cimetiere",
                "État civil",
                "Concessions du cimetière",
                Question.Obligation.NONE,
                1,
                Question.Sensitivity.HIGH));
    assertThat(changed.columns()).as("what the diagnosis reads").isEqualTo(table.columns());

    table.rows().forEach(row -> form.set("row." + row.key(), ""));
    form.set("row._1", "");
    form.set("free", "0");
    assertThatThrownBy(() -> QuestionForm.changed(table, form))
        .hasMessageContaining("table-without-rows");
    form.set("free", "21");
    assertThatThrownBy(() -> QuestionForm.changed(table, form))
        .hasMessageContaining("too-many-free-rows");
  }

  @Test
  void severalConditionsAreChosenAndWhatAListCannotSayStays() {
    Questionnaire one = Sheets.read(YAML);
    Question c = one.find("c").orElseThrow();
    MultiValueMap<String, String> form = form(c);
    form.set("when-2", "a!non");
    assertThat(QuestionForm.changed(c, form).when())
        .containsExactly(
            c.when().get(0), new Question.Condition("a", Question.Operator.IS_NOT, "non"));
    form.set("when", "");
    assertThat(QuestionForm.changed(c, form).when()).hasSize(1);
  }

  /** What the page of a question sends when nobody touched it. */
  private static MultiValueMap<String, String> form(Question one) {
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    form.add("text", one.text());
    form.add("help", one.help());
    form.add("weight", String.valueOf(one.weight()));
    one.choices()
        .forEach(
            choice -> {
              form.add("choice." + choice.key(), choice.text());
              Double level = choice.level();
              form.add("level." + choice.key(), level == null ? "" : String.valueOf(level));
            });
    one.columns().forEach(column -> form.add("column." + column.key(), column.text()));
    one.rows()
        .forEach(
            row -> {
              form.add("row." + row.key(), row.text());
              form.add("service." + row.key(), row.service());
              form.add("obligation." + row.key(), row.obligation().name());
              form.add("ease." + row.key(), String.valueOf(row.ease()));
              form.add("sensitivity." + row.key(), row.sensitivity().name());
            });
    form.add("free", String.valueOf(one.freeRows()));
    for (int i = 0; i < QuestionForm.CONDITIONS; i++) {
      form.add(QuestionForm.whenField(i), QuestionForm.written(one.when(), i));
    }
    return form;
  }

  private static MultiValueMap<String, String> sent(String name, String value) {
    MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
    sent.add(name, value);
    return sent;
  }
}
