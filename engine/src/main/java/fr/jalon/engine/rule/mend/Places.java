package fr.jalon.engine.rule.mend;

import fr.jalon.engine.profile.FrenchCommunes;
import fr.jalon.engine.profile.Words;
import java.util.Map;

/** Tells whether the name of a place and a code that begins by a zero are of one place. */
final class Places {
  /** The départements whose code begins by a zero. */
  private static final Map<String, String> DEPARTEMENTS =
      Map.of(
          "01", "ain",
          "02", "aisne",
          "03", "allier",
          "04", "alpes haute provence",
          "05", "hautes alpes",
          "06", "alpes maritimes",
          "07", "ardeche",
          "08", "ardennes",
          "09", "ariege");

  private Places() {}

  static boolean goTogether(Code code, String whole, String name) {
    if (name.isBlank()) {
      return false;
    }
    FrenchCommunes communes = FrenchCommunes.all();
    return switch (code) {
      case POSTAL -> communes.hasPostalCode(name, whole);
      case INSEE -> communes.hasCode(name, whole);
      case DEPARTEMENT ->
          Words.of(name).joined().equals(DEPARTEMENTS.get(whole)) || communes.isIn(name, whole);
      case SIREN, SIRET, PHONE -> false;
    };
  }
}
