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
import org.jspecify.annotations.Nullable;

/** The communes of Centre-Val de Loire and their codes. Read once. Source: see reference/README. */
public final class Communes {
  private static final String FILE = "/fr/jalon/engine/reference/communes-centre-val-de-loire.csv";
  private static final Communes REGION = read();

  private final Map<String, Commune> byInsee = new HashMap<>();
  private final Set<String> postalCodes = new HashSet<>();

  private Communes() {}

  /** A commune; {@code siren} is its own. */
  public record Commune(String insee, String name, String siren, List<String> postalCodes) {
    public Commune {
      postalCodes = List.copyOf(postalCodes);
    }
  }

  public static Communes region() {
    return REGION;
  }

  /** The commune of an INSEE code, null when it is not in the region. */
  public @Nullable Commune find(String insee) {
    return byInsee.get(insee);
  }

  public boolean hasPostalCode(String code) {
    return postalCodes.contains(code);
  }

  private static Communes read() {
    Communes communes = new Communes();
    try (InputStream bytes = Objects.requireNonNull(Communes.class.getResourceAsStream(FILE));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        communes.add(cells(line));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return communes;
  }

  private void add(List<String> cells) {
    List<String> codes = List.of(cells.get(5).split("[;, |]+"));
    byInsee.put(cells.get(0), new Commune(cells.get(0), cells.get(1), cells.get(3), codes));
    postalCodes.addAll(codes);
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
