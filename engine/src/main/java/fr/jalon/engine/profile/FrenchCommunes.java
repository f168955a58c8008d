package fr.jalon.engine.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The communes of France, to be asked whether a name and a code go together. Read once, when first
 * asked. Source: see reference/README.
 */
public final class FrenchCommunes {
  private static final String FILE = "/fr/jalon/engine/reference/communes-france.csv";

  private static final Pattern CODE_BEFORE = Pattern.compile("^\\d{4,5} ");
  private static final Pattern CEDEX = Pattern.compile(" cedex\\b.*$");
  private static final Pattern NUMBER_BEHIND =
      Pattern.compile(" \\d{1,3}(?: ?(?:e|er|eme))?(?: arrondissement)?$");
  private static final Pattern SAINT = Pattern.compile("\\bst(e?)\\b");
  private static final Pattern ARTICLE =
      Pattern.compile("^(?:l|le|la|les) (?=.{2})|(?<=.{2}) (?:l|le|la|les)$");

  private final Map<String, List<Commune>> byName = new HashMap<>();
  private final Set<String> codes = new HashSet<>();

  private FrenchCommunes() {}

  /**
   * A commune, or a former one that keeps its name inside another.
   *
   * @param postalCodes those of its post offices, apart by spaces
   */
  private record Commune(String insee, String postalCodes) {}

  /** Not read before someone asks. */
  private static final class Holder {
    private static final FrenchCommunes ALL = read();
  }

  public static FrenchCommunes all() {
    return Holder.ALL;
  }

  /** True for the name of a commune, however it is written. */
  public boolean isNamed(String name) {
    return byName.containsKey(key(name));
  }

  /** True for the INSEE code of a commune. */
  public boolean hasCode(String insee) {
    return codes.contains(insee);
  }

  /** True when the commune of this name has this INSEE code. */
  public boolean hasCode(String name, String insee) {
    return named(name).stream().anyMatch(commune -> commune.insee().equals(insee));
  }

  /**
   * True when the commune of this name has this postal code, or lies in its département when the
   * name says CEDEX, whose codes are of their own.
   */
  public boolean hasPostalCode(String name, String postal) {
    boolean cedex = CEDEX.matcher(plain(name)).find();
    return named(name).stream()
        .anyMatch(
            commune ->
                commune.postalCodes().contains(postal)
                    || (cedex && commune.insee().startsWith(postal.substring(0, 2))));
  }

  /** True when a commune of this name lies in this département. */
  public boolean isIn(String name, String departement) {
    return named(name).stream().anyMatch(commune -> commune.insee().startsWith(departement));
  }

  private List<Commune> named(String name) {
    return byName.getOrDefault(key(name), List.of());
  }

  /** "1000 BOURG EN BRESSE CEDEX 9", "St-Étienne", "Lyon 3e" and "Abrets (Les)" made alike. */
  static String key(String name) {
    String key = CODE_BEFORE.matcher(plain(name)).replaceFirst("");
    key = CEDEX.matcher(key).replaceFirst("");
    key = NUMBER_BEHIND.matcher(key).replaceFirst("");
    key = SAINT.matcher(key).replaceAll("saint$1");
    return ARTICLE.matcher(key).replaceAll("");
  }

  private static String plain(String name) {
    return name.length() > 80 ? "" : Words.fold(name).replaceAll("[^a-z0-9]+", " ").strip();
  }

  private static FrenchCommunes read() {
    FrenchCommunes communes = new FrenchCommunes();
    try (InputStream bytes =
            Objects.requireNonNull(FrenchCommunes.class.getResourceAsStream(FILE));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        communes.add(line.split(",", -1));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return communes;
  }

  private void add(String[] cells) {
    Commune commune = new Commune(cells[0], cells[2]);
    codes.add(cells[0]);
    byName.computeIfAbsent(key(cells[1]), name -> new ArrayList<>(1)).add(commune);
  }
}
