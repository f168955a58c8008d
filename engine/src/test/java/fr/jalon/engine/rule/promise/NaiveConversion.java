package fr.jalon.engine.rule.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What each conversion makes of one value, written a second time and in another way.
 *
 * <p>Where the engine's way is long (alphabets, dates, numbers) the value it wrote is tried: it
 * must be a right one for what the cell held, and the plain forms that people write must have
 * changed.
 */
final class NaiveConversion {
  private static final Map<String, NaiveConversion.Written> ALL = all();

  private static final Set<String> NOTHING_KNOWN =
      Set.of(
          ("nc|n.c.|n.c|nr|nd|n.d.|na|n/a|n.a.|ns|so|s.o.|s/o|sans objet|neant|non communique"
                  + "|non connu|non renseigne|non renseignee|inconnu|inconnue|null|none|nan|nil"
                  + "|vide|aucun|aucune|-|--|---|–|—|?|??|???|x|xx|xxx|.|/|a completer|a definir"
                  + "|a venir|rien|indetermine|unknown")
              .split("\\|"));

  private static final Pattern ERROR =
      Pattern.compile(
          "#(?:N/A|REF!|VALEUR!|VALUE!|DIV/0!|NOM\\?|NAME\\?|NOMBRE!|NUM!|NUL!|NULL!|PROPAGATION!"
              + "|SPILL!|CALC!|##*#)");

  private static final Map<String, Integer> LENGTHS =
      Map.of("INSEE", 5, "POSTAL", 5, "DEPARTEMENT", 2, "SIREN", 9, "SIRET", 14, "PHONE", 10);

  private NaiveConversion() {}

  /** What a value becomes by the conversion of these settings. */
  @FunctionalInterface
  private interface Written {
    /**
     * @param got what the engine made of the text, to be tried where it cannot be foretold
     */
    String of(JsonNode settings, String text, String got);
  }

  static String convert(JsonNode conversion, String text, String got) {
    String type = conversion.get("type").asString();
    Written written = ALL.get(type);
    if (written == null) {
      return fail(
          "The promise test does not know the conversion '%s'. Add it to NaiveConversion.ALL: what"
              + " a value becomes, told by the JSON of its settings and without the engine's code;"
              + " or, where that is too long, what must be true of the value it became, and which"
              + " plain forms must have changed. It knows %s.",
          type, ALL.keySet());
    }
    return written.of(conversion, text, got);
  }

  private static Map<String, Written> all() {
    Map<String, Written> all = new TreeMap<>();
    all.put("mend-accents", (settings, text, got) -> NaiveAccents.checked(text, got));
    all.put("read-again", NaiveAccents::readAgain);
    all.put("unescape", NaiveTexts::unescaped);
    all.put("drop-unseen", (settings, text, got) -> NaiveTexts.seen(text));
    all.put("join-lines", (settings, text, got) -> NaiveTexts.onOneLine(text));
    all.put(
        "trim-spaces", (settings, text, got) -> NaiveTexts.trimmed(text, settings.path("kept")));
    all.put("drop-point-zero", (settings, text, got) -> pointless(settings, text));
    all.put(
        "write-signs",
        (settings, text, got) -> NaiveNumbers.writeSigns(text, settings.get("signs").asString()));
    all.put(
        "one-unit",
        (settings, text, got) ->
            NaiveNumbers.oneUnit(
                text, settings.get("unit").asString(), numbers(settings.get("factors")), got));
    all.put(
        "join-mark",
        (settings, text, got) -> NaiveNumbers.joinMark(text, settings.get("mark").asString()));
    all.put("extract-date", NaiveDates::extracted);
    all.put("turn-points", (settings, text, got) -> NaivePlaces.turned(settings, text));
    all.put("empty-out", (settings, text, got) -> emptied(settings, text));
    all.put("join-code", (settings, text, got) -> joined(settings, text, got));
    all.put(
        "restore-zero", (settings, text, got) -> restored(settings.get("code").asString(), text));
    all.put(
        "strip-units",
        (settings, text, got) ->
            NaiveNumbers.stripUnits(
                text, texts(settings.get("units")), settings.get("asShare").asBoolean(), got));
    all.put(
        "join-groups",
        (settings, text, got) ->
            NaiveNumbers.joinGroups(text, settings.get("commas").asString(), got));
    all.put("decimal-point", (settings, text, got) -> NaiveNumbers.decimalPoint(text, got));
    all.put(
        "write-numbers",
        (settings, text, got) ->
            NaiveNumbers.writeNumbers(text, settings.get("commas").asString(), got));
    all.put("read-day-numbers", (settings, text, got) -> dayNumber(text));
    all.put("write-dates", NaiveDates::checked);
    all.put("write-booleans", (settings, text, got) -> yesOrNo(settings, text));
    all.put("mend-outlines", (settings, text, got) -> NaiveOutlines.checked(settings, text, got));
    return all;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asString()));
    return texts;
  }

  private static Map<String, BigDecimal> numbers(JsonNode map) {
    Map<String, BigDecimal> numbers = new HashMap<>();
    map.propertyNames()
        .forEach(name -> numbers.put(name, new BigDecimal(map.get(name).asString())));
    return numbers;
  }

  private static String emptied(JsonNode settings, String text) {
    String what = settings.get("what").asString();
    if (what.equals("SPACES")) {
      return NaiveTexts.isOnlySpaces(text) ? "" : text;
    }
    String bare = text.strip();
    boolean word =
        bare.length() <= 18
            && NOTHING_KNOWN.contains(folded(bare))
            && !what.equals("FORMULA_ERRORS");
    boolean error = ERROR.matcher(bare).matches() && !what.equals("BLANK_WORDS");
    return word || error ? "" : text;
  }

  /** Without accents and in lower case, its marks kept. */
  private static String folded(String text) {
    return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(java.util.Locale.ROOT);
  }

  /** Only marks may leave, and what is left must be a right code. */
  private static String joined(JsonNode settings, String text, String got) {
    String code = settings.get("code").asString();
    String figures = text.replaceAll("[^0-9AB]", "");
    boolean right = isRight(code, figures);
    String plain =
        code.startsWith("SIRE")
            ? "\\d{3} \\d{3} \\d{3}(?: \\d{5})?|\\d{9} \\d{5}"
            : "\\d{2} \\d{3}";
    if (right && text.matches(plain)) {
      return figures;
    }
    if (got.equals(text)) {
      return text;
    }
    assertThat(text)
        .as("what became the code %s", got)
        .matches("(?:[0-9AB]|[ \\t\\n\\r.\u00a0\u202f\u2007\u2009'’\u2010-\u2013-])+");
    assertThat(right).as("«%s», which became «%s», is a %s", text, got, code).isTrue();
    return figures;
  }

  static String restored(String code, String text) {
    String bare =
        code.startsWith("SIRE")
            ? text.replaceAll("[ \\t.\u00a0\u202f\u2007\u2009'’\u2010-\u2013-]", "")
            : text.strip();
    int lost = LENGTHS.getOrDefault(code, 0) - bare.length();
    boolean short1 = lost == 1 || lost == 2 && code.equals("SIRET");
    String whole = "0".repeat(Math.max(lost, 0)) + bare;
    return bare.matches("[1-9]\\d*") && short1 && isRight(code, whole) ? whole : text;
  }

  private static String pointless(JsonNode settings, String text) {
    String code = settings.get("code").asString();
    String bare = text.strip();
    if (!bare.matches("\\d{1,15}[.,]0{1,6}")) {
      return text;
    }
    String figures = bare.replaceAll("[.,].*", "");
    String whole =
        Set.of("SIREN", "SIRET", "PHONE").contains(code) ? restored(code, figures) : figures;
    return isRight(code, whole) ? whole : text;
  }

  private static boolean isRight(String code, String text) {
    return switch (code) {
      case "SIREN" -> text.matches("\\d{9}") && keyIsRight(text);
      case "SIRET" -> text.matches("\\d{9}(?!0{5})\\d{5}") && keyIsRight(text);
      case "PHONE" -> text.matches("0[1-9]\\d{8}");
      case "DEPARTEMENT" -> text.matches("0[1-9]|[1-8]\\d|2[AB]|9[0-5]|97[1-6]|98[4678]");
      case "POSTAL" -> text.matches("(?!00|99)\\d{5}");
      case "INSEE" -> text.matches("(?!00|99|20)\\d{5}|2[AB]\\d{3}");
      default -> fail("a code that the promise test does not know: %s", code);
    };
  }

  /** The key of Luhn, of the number and of its first nine figures; La Poste counts otherwise. */
  private static boolean keyIsRight(String figures) {
    String siren = figures.substring(0, Math.min(9, figures.length()));
    boolean post = siren.equals("356000000") && figures.length() == 14;
    int sum = figures.chars().map(c -> c - '0').sum();
    return luhn(siren) && !siren.equals("000000000") && (luhn(figures) || post && sum % 5 == 0);
  }

  private static boolean luhn(String figures) {
    int sum = 0;
    String turned = new StringBuilder(figures).reverse().toString();
    for (int i = 0; i < turned.length(); i++) {
      int weighed = (turned.charAt(i) - '0') * (1 + i % 2);
      sum += weighed / 10 + weighed % 10;
    }
    return sum % 10 == 0;
  }

  private static String dayNumber(String text) {
    String bare = text.strip();
    return bare.matches("[2-6]\\d{4}")
        ? LocalDate.of(1900, 1, 1).plusDays(Long.parseLong(bare) - 2).toString()
        : text;
  }

  private static String yesOrNo(JsonNode settings, String text) {
    String yes = settings.get("yes").asString();
    String no = settings.get("no").asString();
    Map<String, String> words = new HashMap<>();
    Set.of("oui", "vrai", "true", "o", "yes", "v", "1").forEach(word -> words.put(word, yes));
    Set.of("non", "faux", "false", "n", "no", "f", "0").forEach(word -> words.put(word, no));
    return text.equals(yes) || text.equals(no)
        ? text
        : words.getOrDefault(folded(text.strip()), text);
  }
}
