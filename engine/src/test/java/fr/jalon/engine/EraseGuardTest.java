package fr.jalon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.EraseGuard.Facts;
import fr.jalon.engine.export.Update;
import fr.jalon.engine.export.Updated;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.query.Difference;
import fr.jalon.engine.query.Page;
import fr.jalon.engine.query.Page.PageColumn;
import fr.jalon.engine.rule.Cause;
import fr.jalon.engine.rule.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EraseGuardTest {
  private static final Page NOTHING = new Page(List.of(), List.of(), List.of(), 0);
  private static final Sentences FRENCH = Sentences.in(Locale.FRENCH);
  private static final Sentences ENGLISH = Sentences.in(Locale.ENGLISH);

  /** The smallest number of rows left of which nothing is asked, and the one below. */
  @Test
  void asksBelowHalfOfTheRowsAndNotFromHalfOn() {
    Random random = new Random(36);
    for (int trial = 0; trial < 2000; trial++) {
      long before = 1 + random.nextInt(trial % 2 == 0 ? 50 : 1_000_000);
      long enough = (before + 1) / 2;

      assertThat(rows(Update.REPLACE, before, enough)).as("%d of %d", enough, before).isEmpty();
      assertThat(rows(Update.REPLACE, before, enough - 1))
          .as("%d of %d", enough - 1, before)
          .hasSize(1)
          .allMatch(Alarm::erases);
      assertThat(gone(Update.REPLACE, before, before - enough)).isEmpty();
      assertThat(gone(Update.REPLACE, before, before - enough + 1))
          .containsExactly(new Alarm.RowsGone(before, before - enough + 1, true));
    }
  }

  @Test
  void neverAsksAboutRowsWhenNoneCanBeErased() {
    Random random = new Random(7);
    for (int trial = 0; trial < 1000; trial++) {
      long before = random.nextInt(1000);
      long after = random.nextInt(1000);
      for (Update how : List.of(Update.APPEND, Update.BY_KEY)) {
        assertThat(rows(how, before, after)).isEmpty();
        assertThat(gone(how, before, random.nextInt(1 + (int) before))).isEmpty();
      }
    }
  }

  @Test
  void asksOnceWhateverTheRowsDo() {
    assertThat(EraseGuard.look(facts(Update.REPLACE, 36, 3, difference(36, 3, 36, true))))
        .containsExactly(new Alarm.FewRowsLeft(36, 3));
    assertThat(EraseGuard.look(facts(Update.REPLACE, 36, 0, difference(36, 0, 36, true))))
        .containsExactly(new Alarm.Emptied(36));
    assertThat(rows(Update.REPLACE, 0, 0)).isEmpty();
    assertThat(rows(Update.REPLACE, 0, 10)).isEmpty();
  }

  @Test
  void asksAboutAnotherModelOrAnotherAuthorityWhateverTheUpdate() {
    Cause cause =
        new Cause(
            "other-authority",
            Severity.ERROR,
            "idAttribuant",
            "A",
            4,
            List.of(new Cause.Sample("A2", "21370261300011")),
            Map.of("owner", "Olivet", "siren", "214502320"));
    for (Update how : Update.values()) {
      assertThat(EraseGuard.look(new Facts(how, 10, 10, null, "scdl/subventions", null, cause)))
          .containsExactly(
              new Alarm.OtherAuthority(cause), new Alarm.OtherSchema("scdl/subventions", null))
          .noneMatch(Alarm::erases);
    }
    assertThat(EraseGuard.look(new Facts(Update.REPLACE, 1, 1, null, null, "x", null))).isEmpty();
    assertThat(EraseGuard.look(new Facts(Update.REPLACE, 1, 1, null, "x", "x", null))).isEmpty();
    assertThat(FRENCH.of(new Alarm.OtherAuthority(cause)))
        .contains("4")
        .endsWith("les vôtres\u202f?");
  }

  @Test
  void asksInWords() {
    assertThat(FRENCH.of(new Alarm.FewRowsLeft(81_250, 3_250)))
        .isEqualTo(
            "Vous allez retirer 96\u202f% des lignes publiées\u202f: de 81\u202f250, elles"
                + " passeraient à 3\u202f250. Est-ce voulu\u202f?");
    assertThat(ENGLISH.of(new Alarm.RowsGone(40, 30, true)))
        .isEqualTo(
            "You are about to take away 75% of the published rows: 30 of 40 are not in the new"
                + " file. Is that meant?");
    assertThat(FRENCH.of(new Alarm.RowsGone(40, 30, false))).contains("telles quelles");
    assertThat(FRENCH.of(new Alarm.Emptied(1))).contains("la seule ligne publiée");
    assertThat(FRENCH.of(new Alarm.OtherSchema("scdl/subventions", null)))
        .doesNotContain("scdl/")
        .contains("n'en suit aucun");
  }

  @Test
  void saysWhatDiffersInOneSentence() {
    Difference some =
        new Difference(
            100,
            111,
            12,
            1,
            3,
            96,
            List.of("id"),
            null,
            List.of(new PageColumn("a", ValueType.TEXT), new PageColumn("b", ValueType.TEXT)),
            List.of(),
            List.of(),
            List.of(),
            NOTHING,
            NOTHING,
            List.of());

    assertThat(FRENCH.of(some))
        .isEqualTo(
            "12 lignes ajoutées, 3 modifiées, 1 disparue, 2 colonnes ajoutées («\u202fa\u202f» et"
                + " «\u202fb\u202f»)");
    assertThat(FRENCH.of(difference(5, 5, 0, true))).isEqualTo("Aucune différence");
    assertThat(FRENCH.of(difference(5, 3, 2, true))).isEqualTo("2 lignes disparues");
    assertThat(FRENCH.of(new Updated(Update.BY_KEY, 90, 1, 0, 0)))
        .isEqualTo("1 ligne remplacée, 90 gardées");
    assertThat(ENGLISH.of(new Updated(Update.APPEND, 0, 0, 2, 1)))
        .isEqualTo("2 rows added, 1 was published already and is not repeated");
  }

  private static List<Alarm> rows(Update how, long before, long after) {
    return EraseGuard.look(facts(how, before, after, null));
  }

  /** As many rows after as before, some of those before not among them. */
  private static List<Alarm> gone(Update how, long before, long gone) {
    return EraseGuard.look(facts(how, before, before, difference(before, before, gone, true)));
  }

  @Test
  void anotherAuthorityIsToldEvenWhenTheDifferenceCouldNotBeHad() {
    Cause cause =
        new Cause("other-authority", Severity.WARNING, "SIRET", "A", 1, List.of(), Map.of());
    Inspection after =
        new Inspection(
            Inspection.VERSION,
            "a.csv",
            1,
            "",
            null,
            null,
            null,
            null,
            List.of(),
            List.of(cause),
            List.of());

    assertThat(EraseGuard.look(Facts.uncounted(Update.APPEND, 10, 20, null, after)))
        .containsExactly(new Alarm.OtherAuthority(cause));
    assertThat(EraseGuard.look(Facts.uncounted(Update.REPLACE, 10, 4, null, after))).hasSize(2);
  }

  private static Facts facts(Update how, long before, long after, @Nullable Difference difference) {
    return new Facts(how, before, after, difference, null, null, null);
  }

  private static Difference difference(long before, long after, long gone, boolean byKey) {
    return new Difference(
        before,
        after,
        after - before + gone,
        gone,
        0,
        before - gone,
        byKey ? List.of("id") : List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        NOTHING,
        NOTHING,
        List.of());
  }
}
