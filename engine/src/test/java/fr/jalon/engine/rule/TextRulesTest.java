package fr.jalon.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.profile.Mojibake;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.rule.mend.Proposal;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {
  private static final Collector<CharSequence, ?, String> LINES = Collectors.joining("|");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "poste|Charges|\u00a0\u00a0Personnel|\u00a0\u00a0\u00a0\u00a0Salaires|Produits",
        "poste|Charges|\tPersonnel|\t\tSalaires|\tFluides|Produits|\tTaxes",
        "poste|Direction| Adjoint| Secrétariat| Accueil|Technique",
        "poste|Direction| Adjoint|Technique| Atelier|Voirie| Chef",
        "poste|Direction|  Adjoint|  Secrétariat|Technique|Voirie|Propreté",
        "poste|Direction|  Adjoint|Technique|Voirie|Propreté",
        "poste|Eau|  Voirie|  Réseaux|Voirie|  Eau|  Assainissement"
      })
  void asksWhetherSpacesAreLevels(String table) throws Exception {
    assertThat(Told.of(table).proposal("surrounding-spaces"))
        .satisfies(mend -> assertThat(mend.certain()).isFalse())
        .satisfies(mend -> assertThat(mend.parameters()).containsEntry("variant", "levels"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ville|Orléans | Tours|Blois|Gien|Chartres|Bourges|Dreux|Vierzon",
        "ville|Orléans |Tours |Blois  |Gien",
        "ville| Orléans| Tours| Blois",
        "ville|Orléans| Orléans| Tours|Tours|Blois",
        "ville|Orléans| Tours|Blois",
        "ville|La  Ville|Gien",
        "lieu|12  rue Haute|7  rue Basse|3  place Neuve",
        "amenity|     atm|    bank|pharmacy",
        "poste|Direction|             Adjoint|             Secrétariat|Voirie"
      })
  void takesSlipsAndFillingAwayForCertain(String table) throws Exception {
    assertThat(Told.of(table).proposal("surrounding-spaces").certain()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'|  Chez Paul', true",
    "'| Chez Luc|Ici| Chez Paul', true",
    "'| Chez Luc| Chez Paul', false",
    "'| A| B|C| D|E| F|G| H|I| J|K| L|M| N|O| P', true"
  })
  void tellsSlipsAmongManyTextsFromLinesUnderATitle(String more, boolean certain) throws Exception {
    String many = IntStream.range(0, 60).mapToObj(n -> "Lieu n" + n).collect(LINES);

    assertThat(certain("lieu|" + many + more)).isEqualTo(certain);
  }

  private static boolean certain(String table) throws Exception {
    return Told.of(table).proposal("surrounding-spaces").certain();
  }

  /** More values than a profile keeps: the levels are among those it does not. */
  @Test
  void seesLevelsBeyondTheValuesKept() throws Exception {
    String plain = IntStream.range(0, 66_000).mapToObj(n -> "Poste n" + n).collect(LINES);
    String levels = IntStream.range(0, 4_000).mapToObj(n -> "    Sous-poste n" + n).collect(LINES);

    Told told = Told.of("poste|" + plain + "|" + levels);

    assertThat(told.proposal("surrounding-spaces").certain()).isFalse();
    assertThat(told.proposal("surrounding-spaces").count()).isEqualTo(4_000);
    assertThat(certain("poste|" + plain + "|Poste à la fin ")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clé|ab  12|ac  14|b    7|cd   1",
        "clé|AB  12|AC 14|B 7",
        "grille|A  B|AB C|X  X|XXXX",
        "clé|abc  12|ac 14|b 7"
      })
  void asksWhetherSpacesArePartsOfCodes(String table) throws Exception {
    Proposal mend = Told.of(table).proposal("surrounding-spaces");

    assertThat(mend.certain()).isFalse();
    assertThat(mend.parameters()).containsEntry("variant", "codes");
  }

  @ParameterizedTest
  @CsvSource({
    "'de 8h Ã 12h', de 8h à 12h",
    "'de 8h Ã  12h', de 8h à 12h",
    "'de 8h Ã\u00a012h', de 8h à 12h",
    "'de 8h Ã\u00a0 12h', de 8h à 12h",
    "'voilÃ ', voilà",
    "'voilÃ , dit-il', 'voilà, dit-il'",
    "'dÃ©jÃ  fait', déjà fait"
  })
  void accentsAndSpacesGiveTheSameInEitherOrder(String spoilt, String right) throws Exception {
    String letters = new Conversion.MendAccents(Mojibake.Surety.SURE).convert(spoilt);
    String spaces = new Conversion.TrimSpaces().convert(spoilt);

    assertThat(new Conversion.TrimSpaces().convert(letters)).isEqualTo(right);
    assertThat(new Conversion.MendAccents(Mojibake.Surety.SURE).convert(spaces)).isEqualTo(right);
    assertThat(Told.of("heure|fermÃ©|" + spoilt).afterCertain()).isEqualTo("heure|fermé|" + right);
  }

  @Test
  void asksBeforeJoiningWhatAnUnseenSpaceParts() throws Exception {
    Told told = Told.of("lieu|rue\u200bdes Lilas|rue Haute");

    assertThat(told.proposal("unseen-characters").certain()).isFalse();
    assertThat(Told.said(told.proposal("unseen-characters"))).contains("ruedes Lilas");
    assertThat(Told.of("lieu|rue\u200b\u2060des Lilas").proposal("unseen-characters").certain())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lieu|\u200brue des\u200b Lilas\u200b|rue Haute",
        "lieu|rue des Lilas\ufeff|rue\u2060Haute",
        "site|https://exemple.fr/\u200babc|https://exemple\u200b.fr/a",
      })
  void dropsWhatIsNotSeenWhereNothingIsJoined(String table) throws Exception {
    assertThat(Told.of(table).proposal("unseen-characters").certain()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "doc|plan_x0010_v2.pdf|plan_x0011_v2.pdf, false",
    "doc|plan_x0010_v2.pdf|plan v2.pdf, false",
    "doc|ligne_x000D_|ligne, true",
    "doc|une_x000D_ligne|une ligne, true",
    "doc|MARCHÉ_x0001_Déplacement|autre, true"
  })
  void asksBeforeTwoTextsBecomeOne(String table, boolean certain) throws Exception {
    assertThat(Told.of(table).proposal("escaped-characters").certain()).isEqualTo(certain);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 150, 200, 250, 254, 255, 256, 500, 1000, 2000, 4000, 32767})
  void seesTextsThatFillAField(int full) throws Exception {
    assertThat(Told.of(texts(full)).causes("cut-text"))
        .singleElement()
        .satisfies(cause -> assertThat(cause.count()).isEqualTo(2));
    assertThat(Told.of(texts(full + 3)).causes("cut-text")).isEmpty();
  }

  private static String texts(int length) {
    String first = "Un long chemin bordé d'arbres. ".repeat(length / 30 + 1);
    String second = "Une petite place pavée de grès. ".repeat(length / 30 + 1);
    return "description|"
        + first.substring(0, length - 1)
        + "x|"
        + second.substring(0, length - 1)
        + "y|Verger|Jardin";
  }
}
