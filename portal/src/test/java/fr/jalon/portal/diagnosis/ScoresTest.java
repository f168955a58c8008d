package fr.jalon.portal.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.jalon.portal.document.Papers;
import fr.jalon.portal.questionnaire.Question;
import fr.jalon.portal.questionnaire.Question.Fact;
import fr.jalon.portal.questionnaire.Questionnaire;
import fr.jalon.portal.questionnaire.Reply;
import fr.jalon.portal.questionnaire.Sheet;
import fr.jalon.portal.questionnaire.Sheets;
import fr.jalon.portal.web.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Levels, confidence and what to begin with, on answers made by hand and at random. */
class ScoresTest {
  private static final long SEED = 20_261_130;

  /** Four questions, each worth 0 to 4, the third twice. */
  private static final Questionnaire FOUR =
      Sheets.read(
          """
          title: Essai
          sections:
            - key: d
              title: Dimension
              scored: true
              questions:
                - {key: a, kind: SCALE, text: "A ?", most: 4}
                - {key: b, kind: SCALE, text: "B ?", most: 4}
                - {key: c, kind: SCALE, text: "C ?", most: 4, weight: 2}
                - key: e
                  kind: SEVERAL
                  text: E ?
                  choices: [{key: x, level: 3, text: X}, {key: y, level: 2, text: Y}, {key: z, text: Z}]
          """);

  private static final Reply UNKNOWN = Reply.unknown();
  private static final Reply WITHOUT = Reply.notConcerned();

  @Test
  void meanByWeightOfWhatConcernsTheAuthority() {
    // a, b, c (twice), e → level, answered of concerned
    check(Reply.counted(4), Reply.counted(0), Reply.counted(2), null, 2.0, 3, 4);
    check(Reply.counted(4), WITHOUT, Reply.counted(1), null, 2.0, 2, 3);
    check(WITHOUT, WITHOUT, Reply.counted(3), WITHOUT, 3.0, 1, 1);
    check(WITHOUT, WITHOUT, WITHOUT, WITHOUT, null, 0, 0);
    check(Reply.counted(4), UNKNOWN, UNKNOWN, UNKNOWN, 4.0, 1, 4);
    check(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, null, 0, 4);
    check(null, null, null, Reply.chosen("x", "y"), 4.0, 1, 4);
    check(null, null, null, Reply.chosen("y"), 2.0, 1, 4);
    check(null, null, null, Reply.chosen("z"), null, 0, 4);
    check(Reply.counted(0), Reply.counted(0), Reply.counted(4), Reply.chosen("x"), 2.2, 4, 4);
  }

  private static void check(
      @Nullable Reply a,
      @Nullable Reply b,
      @Nullable Reply c,
      @Nullable Reply e,
      @Nullable Double level,
      int answered,
      int concerned) {
    Level found = level(a, b, c, e);
    if (level == null) {
      assertThat(found.value()).isNull();
    } else {
      assertThat(found.value()).isCloseTo(level, within(1e-9));
    }
    assertThat(List.of(found.answered(), found.concerned())).containsExactly(answered, concerned);
  }

  private static Level level(@Nullable Reply... replies) {
    Sheets.Builder sheet = new Sheets.Builder(FOUR, Map.of());
    for (int i = 0; i < replies.length; i++) {
      Reply reply = replies[i];
      if (reply != null) {
        sheet.answer("abce".substring(i, i + 1), reply);
      }
    }
    return Scores.of(sheet.sheet()).levels().get(0);
  }

  @Test
  void confidenceIsTheShareOfWhatIsAnswered() {
    assertThat(Confidence.of(4, 5)).isEqualTo(Confidence.SOLID);
    assertThat(Confidence.of(79, 100)).isEqualTo(Confidence.TO_COMPLETE);
    assertThat(Confidence.of(1, 2)).isEqualTo(Confidence.TO_COMPLETE);
    assertThat(Confidence.of(49, 100)).isEqualTo(Confidence.CAUTION);
    assertThat(Confidence.of(0, 0)).isEqualTo(Confidence.CAUTION);
  }

  @Test
  void aBetterAnswerNeverLowersALevelAndWhatIsNotConcernedNeverMovesTheOthers() {
    Random random = new Random(SEED);
    for (int round = 0; round < 2_000; round++) {
      Reply[] replies = new Reply[4];
      for (int i = 0; i < 3; i++) {
        replies[i] = reply(random, true);
      }
      Level before = level(replies);
      Double value = before.value();
      if (value != null) {
        assertThat(value).isBetween(0.0, Level.HIGHEST);
      }
      int at = random.nextInt(3);
      Long number = replies[at] == null ? null : replies[at].number();
      if (number != null && number < 4) {
        Reply[] better = replies.clone();
        better[at] = Reply.counted(number + 1);
        assertThat(level(better).value())
            .isGreaterThan(Objects.requireNonNull(value))
            .isLessThanOrEqualTo(Level.HIGHEST);
      }
      Reply[] unknown = replies.clone();
      unknown[at] = UNKNOWN;
      Reply[] without = replies.clone();
      without[at] = WITHOUT;
      assertThat(level(without).value()).isEqualTo(level(unknown).value());
      assertThat(level(without).concerned()).isEqualTo(level(unknown).concerned() - 1);
      assertThat(level(unknown).answered()).isLessThanOrEqualTo(before.answered());
    }
  }

  /** Null now and then. */
  private static @Nullable Reply reply(Random random, boolean escapes) {
    int n = random.nextInt(escapes ? 8 : 5);
    return n < 5 ? Reply.counted(n) : n == 5 ? UNKNOWN : n == 6 ? WITHOUT : null;
  }

  @Test
  void answersThatDifferTellNoLevel() {
    Sheet two =
        new Sheets.Builder(FOUR, Map.of())
            .answer("a", Reply.counted(4), "Camille")
            .answer("a", Reply.counted(0), "Sacha")
            .answer("b", Reply.counted(2))
            .sheet();
    Level level = Scores.of(two).levels().get(0);
    assertThat(level.value()).isEqualTo(2);
    assertThat(level.answered()).isEqualTo(1);
    assertThat(level.concerned()).isEqualTo(4);
  }

  @Test
  void threeStrengthsAndThreeObstaclesAtMost() {
    List<Level> levels = new ArrayList<>();
    double[] values = {4, 2.5, 2.4, 2, 1.9, 0, 1, 3, 2.9};
    for (int i = 0; i < values.length; i++) {
      levels.add(new Level("d" + i, "D" + i, values[i], null, 1, 1, List.of()));
    }
    Profile profile = new Profile(levels);
    assertThat(profile.strengths()).extracting(Level::value).containsExactly(4.0, 3.0, 2.9);
    assertThat(profile.obstacles()).extracting(Level::value).containsExactly(0.0, 1.0, 1.9);
    Level adjusted =
        levels.get(5).adjusted(new Level.Adjustment(3.0, "vu", "Claire", Instant.EPOCH));
    assertThat(adjusted.value()).isEqualTo(3);
    assertThat(adjusted.computed()).isZero();
  }

  @Test
  void aMedianIsToldFromFiveAuthoritiesOn() {
    List<Profile> some = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      some.add(profile(i));
    }
    assertThat(Medians.of(some).values()).isEmpty();
    some.add(profile(4));
    assertThat(Medians.of(some).values()).containsEntry("d", 2.0);
    some.add(new Profile(List.of(new Level("d", "D", null, null, 1, 0, List.of()))));
    assertThat(Medians.of(some).values()).containsEntry("d", 2.0);
  }

  private static Profile profile(double level) {
    return new Profile(List.of(new Level("d", "D", level, null, 1, 1, List.of())));
  }

  private static Sheet whole(long population) {
    Sheets.Builder sheet =
        new Sheets.Builder(
            Sheets.shipped(), Map.of(Fact.POPULATION, population, Fact.PUBLISHED_DATASETS, 3L));
    Sheets.shipped()
        .questions()
        .filter(question -> question.kind() == Question.Kind.ONE)
        .forEach(
            question ->
                sheet.answer(
                    question.key(),
                    Reply.chosen(question.choices().get(question.choices().size() - 1).key())));
    sheet.answer(
        "fichiers",
        Reply.table(
            Map.of(
                "subventions", Map.of("a", "oui", "acces", "tableur"),
                "prenoms", Map.of("a", "oui", "acces", "tableur"),
                "eclairage", Map.of("a", "oui", "acces", "tableur", "logiciel", "Tableur"),
                "marches", Map.of("a", "oui", "acces", "papier"),
                "arbres", Map.of("logiciel", "aucun"))));
    return sheet.sheet();
  }

  @Test
  void whatToBeginWithIsWhatTheLawAsksAndCanBeHad() {
    assertThat(Suggestion.of(whole(21_000)))
        .extracting(Suggestion::title)
        .as("named by a text before the general duty, people last, paper never")
        .containsExactly(
            "Subventions versées aux associations",
            "Éclairage public et extinction",
            "Prénoms des nouveau-nés");
    assertThat(Suggestion.of(whole(900)).get(0).title())
        .as("a small one is obliged by no general duty")
        .isEqualTo("Subventions versées aux associations");
    assertThat(Scores.of(whole(900)).levels())
        .filteredOn(level -> level.dimension().equals("usages"))
        .singleElement()
        .satisfies(level -> assertThat(level.confidence()).isEqualTo(Confidence.SOLID));
  }

  @Test
  void thePaperIsForScreenReaders() throws Exception {
    Sheet sheet = whole(21_000);
    DiagnosisView view = view(sheet, new Medians(5, Map.of("portage", 2.5)));
    var paper = DiagnosisPaper.of(view, "Entrée", Instant.parse("2026-03-02T09:00:00Z"));
    assertThat(paper.text()).contains("Gien <b>", "Par quoi commencer", "solide", "2,5");
    assertThat(Papers.faults(Papers.pdf(paper), PDFAFlavour.PDFUA_1)).isEmpty();
    assertThat(view.radar().spokes()).hasSize(9);
  }

  @Test
  void thePaperOfAQuestionnaireWhereNothingCountsHasNoBars() {
    Questionnaire none =
        Sheets.read(
            """
            title: Essai
            sections:
              - key: d
                title: Dimension
                questions:
                  - {key: a, kind: SCALE, text: "A ?", most: 4}
            """);
    DiagnosisView view = view(new Sheets.Builder(none, Map.of()).sheet(), new Medians(0, Map.of()));
    assertThat(view.rows()).isEmpty();
    assertThat(DiagnosisPaper.of(view, "Entrée", Instant.EPOCH).text())
        .contains("pas encore assez de réponses")
        .doesNotContain("Les niveaux");
  }

  private static DiagnosisView view(Sheet sheet, Medians medians) {
    return DiagnosisViews.of(
        Messages.in(Messages.FRENCH),
        new fr.jalon.portal.programme.Beneficiary(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            "Gien <b>",
            UUID.randomUUID(),
            Instant.EPOCH,
            new fr.jalon.portal.programme.Beneficiary.Dossier(
                "", "", null, "", null, "", "", "", false),
            List.of(),
            null,
            0),
        new Findings(Scores.of(sheet), Suggestion.of(sheet)),
        medians,
        null);
  }
}
