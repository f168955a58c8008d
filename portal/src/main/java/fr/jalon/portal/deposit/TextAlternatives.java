package fr.jalon.portal.deposit;

import fr.jalon.engine.table.Reading;
import fr.jalon.portal.deposit.ReadingView.Alternative;
import fr.jalon.portal.web.Page;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Other ways to read a text file, shown on its own words: other accents, other cuts. Looks at bytes
 * only; the reading itself is the engine's.
 */
final class TextAlternatives {
  /** What town halls' files are written in, the most frequent first. */
  private static final List<String> ENCODINGS =
      List.of("utf-8", "windows-1252", "ibm850", "x-macroman");

  private static final Map<String, String> DELIMITERS = delimiters();
  private static final int LOOKED_AT = 1 << 18;
  private static final int LONGEST_LINE = 4096;
  private static final int LINES = 3;
  private static final int AROUND = 36;

  private TextAlternatives() {}

  /** The first lines, and the first lines that hold more than plain ASCII. */
  static List<byte[]> lines(Path file) throws IOException {
    List<byte[]> lines = new ArrayList<>();
    int plain = 0;
    int accented = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int read = 0; read < LOOKED_AT && accented < LINES; read++) {
        int b = in.read();
        if (b < 0 || b == '\n' || b == '\r') {
          byte[] whole = line.toByteArray();
          line.reset();
          if (whole.length > 0 && (hasAccents(whole) || plain < LINES)) {
            accented += hasAccents(whole) ? 1 : 0;
            plain++;
            lines.add(whole);
          }
        } else if (line.size() < LONGEST_LINE) {
          line.write(b);
        }
        if (b < 0) {
          break;
        }
      }
    }
    return lines;
  }

  static List<Alternative> accents(Page page, Reading reading, List<byte[]> raw) {
    List<byte[]> accented = raw.stream().filter(TextAlternatives::hasAccents).limit(LINES).toList();
    String current = reading.encoding();
    if (current == null || accented.isEmpty() || current.startsWith("utf-16")) {
      return List.of();
    }
    List<String> encodings = new ArrayList<>(ENCODINGS);
    if (!encodings.contains(current)) {
      encodings.add(0, current);
    }
    Map<List<String>, Alternative> byText = new LinkedHashMap<>();
    for (String encoding : encodings) {
      if (Charset.isSupported(encoding)) {
        List<String> words =
            accented.stream().map(line -> around(line, Charset.forName(encoding))).toList();
        boolean inUse = encoding.equals(current);
        if (inUse || !byText.containsKey(words)) {
          byText.put(
              words,
              new Alternative(
                  encoding,
                  page.t("deposit.reading.way", byText.size() + 1),
                  "",
                  words.stream().map(List::of).toList(),
                  inUse));
        }
      }
    }
    return byText.size() < 2 ? List.of() : List.copyOf(byText.values());
  }

  static List<Alternative> cuts(Page page, Reading reading, List<byte[]> raw) {
    String current = reading.delimiter();
    if (current == null || raw.isEmpty() || reading.encoding() == null) {
      return List.of();
    }
    Charset charset =
        Charset.isSupported(reading.encoding())
            ? Charset.forName(reading.encoding())
            : StandardCharsets.UTF_8;
    List<String> lines = raw.stream().limit(LINES).map(line -> new String(line, charset)).toList();
    List<Alternative> cuts = new ArrayList<>();
    for (Map.Entry<String, String> sign : DELIMITERS.entrySet()) {
      boolean inUse = sign.getKey().equals(current);
      if (inUse || lines.stream().anyMatch(line -> line.contains(sign.getKey()))) {
        List<List<String>> cells =
            lines.stream().map(line -> OtherReadings.first(cut(line, sign.getKey()))).toList();
        cuts.add(new Alternative(sign.getKey(), page.t(sign.getValue()), "", cells, inUse));
      }
    }
    return cuts.size() < 2 ? List.of() : cuts;
  }

  private static List<String> cut(String line, String sign) {
    return Arrays.asList(line.split(Pattern.quote(sign), -1));
  }

  /** The words around the first letter that is not plain ASCII. */
  private static String around(byte[] line, Charset charset) {
    String text = new String(line, charset);
    int at = 0;
    while (at < text.length() && text.charAt(at) < 0x80) {
      at++;
    }
    int from = Math.max(0, at - AROUND);
    int to = Math.min(text.length(), at + AROUND);
    return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
  }

  private static boolean hasAccents(byte[] line) {
    for (byte b : line) {
      if (b < 0) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, String> delimiters() {
    Map<String, String> signs = new LinkedHashMap<>();
    signs.put(";", "deposit.reading.cut.semicolon");
    signs.put(",", "deposit.reading.cut.comma");
    signs.put("\t", "deposit.reading.cut.tab");
    signs.put("|", "deposit.reading.cut.bar");
    return signs;
  }
}
