package fr.jalon.portal.organization;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Names of places as people type them: without accents, in any case, "St" for "Saint". */
final class Names {
  private static final Map<String, String> SHORTENED =
      Map.of("st", "saint", "ste", "sainte", "sts", "saints", "stes", "saintes");

  private Names() {}

  /** "Saint-Amand-Montrond" and "st amand montrond" both give "saint amand montrond". */
  static String fold(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replace("œ", "oe")
            .replace("æ", "ae")
            .replaceAll("[^a-z0-9]+", " ")
            .strip();
    return Arrays.stream(plain.split(" "))
        .map(word -> SHORTENED.getOrDefault(word, word))
        .collect(Collectors.joining(" "));
  }

  /** "saint-amand-montrond". */
  static String slug(String name) {
    return fold(name).replace(' ', '-');
  }
}
