package fr.jalon.portal.deposit;

import fr.jalon.engine.format.Family;
import fr.jalon.engine.format.Format;
import fr.jalon.engine.format.Formats;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.SourceRow;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Other ways to read a text file, shown on its own words: other accents, other cuts. Looks at bytes
 * and at what the reading kept; the reading itself is the engine's.
 */
final class TextAlternatives {
  /** What town halls' files are written in, the most frequent first. */
  private static final List<String> ENCODINGS =
      List.of("utf-8", "windows-1252", "ibm850", "macintosh");

  private static final Map<String, String> DELIMITERS = delimiters();
  private static final int LOOKED_AT = 1 << 18;
  private static final int LONGEST_LINE = 4096;
  private static final int LINES = 3;
  private static final int ACCENTED_LINES = 12;
  private static final int WORDS = 4;
  private static final int AROUND = 18;
  private static final char LOST = '\ufffd';

  private TextAlternatives() {}

  /**
   * The first lines of a text file, and the first ones that hold more than plain ASCII; none when
   * the file is not such a text as it is, but packed for instance.
   */
  static List<byte[]> lines(Reading reading, Path file) throws IOException {
    boolean packed = reading.notes().stream().anyMatch(note -> note.code().equals("unpacked"));
    String encoding = reading.encoding();
    boolean plain =
        Formats.family(reading.format()) == Family.TEXT && encoding != null && !isWide(encoding);
    return plain && !packed ? lines(file) : List.of();
  }

  private static List<byte[]> lines(Path file) throws IOException {
    List<byte[]> lines = new ArrayList<>();
    int accented = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int read = 0; read < LOOKED_AT && accented < ACCENTED_LINES; read++) {
        int b = in.read();
        if (b < 0 || b == '\n' || b == '\r') {
          byte[] whole = line.toByteArray();
          line.reset();
          if (whole.length > 0 && (hasAccents(whole) || lines.size() < LINES)) {
            accented += hasAccents(whole) ? 1 : 0;
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

  /** The same few words as each alphabet would have them; those that break them are left out. */
  static List<Alternative> accents(Page page, Reading reading, List<byte[]> raw) {
    String current = reading.encoding();
    if (current == null
        || !Formats.find(reading.format()).filter(Format::takesEncoding).isPresent()
        || isWide(current)
        || charset(current) == null) {
      return List.of();
    }
    List<byte[]> words = raw.isEmpty() ? words(reading, current) : words(raw, reading);
    List<String> encodings = new ArrayList<>(ENCODINGS);
    encodings.remove(current);
    encodings.add(0, current);
    Map<List<String>, Alternative> byText = new LinkedHashMap<>();
    for (String encoding : encodings) {
      boolean inUse = encoding.equals(current);
      List<String> read = read(words, encoding);
      boolean broken = read.stream().anyMatch(word -> word.indexOf(LOST) >= 0);
      if (!read.isEmpty() && !byText.containsKey(read) && (inUse || !broken)) {
        String label = page.t("deposit.reading.way", byText.size() + 1);
        byText.put(read, new Alternative(encoding, label, "", List.of(read), inUse));
      }
    }
    return List.copyOf(byText.values());
  }

  private static List<String> read(List<byte[]> words, String encoding) {
    Charset charset = charset(encoding);
    return charset == null
        ? List.of()
        : words.stream().map(word -> shortened(new String(word, charset))).toList();
  }

  /** The alphabet of a reading; Java knows that of the Mac by its own name only. */
  private static @Nullable Charset charset(String encoding) {
    String name = encoding.equals("macintosh") ? "x-MacRoman" : encoding;
    return Charset.isSupported(name) ? Charset.forName(name) : null;
  }

  /** The first different cells with accents, as bytes. */
  private static List<byte[]> words(List<byte[]> raw, Reading reading) {
    String delimiter = reading.delimiter() == null ? ";" : reading.delimiter();
    char quote = quote(reading);
    Map<String, byte[]> words = new LinkedHashMap<>();
    for (byte[] line : raw) {
      // Each byte as one character: what separates the cells is plain ASCII.
      String bytes = new String(line, StandardCharsets.ISO_8859_1);
      for (String cell : cut(bytes, delimiter, quote)) {
        byte[] word = cell.strip().getBytes(StandardCharsets.ISO_8859_1);
        if (hasAccents(word) && words.size() < WORDS) {
          words.putIfAbsent(cell.strip(), word);
        }
      }
    }
    return List.copyOf(words.values());
  }

  /** The same of a file that is not there as plain text: the words kept, written back. */
  private static List<byte[]> words(Reading reading, String encoding) {
    Set<String> words = new LinkedHashSet<>();
    for (SourceRow row : reading.head()) {
      for (String cell : row.cells()) {
        boolean accented = cell.chars().anyMatch(letter -> letter >= 0x80);
        if (accented && words.size() < WORDS) {
          words.add(cell.strip());
        }
      }
    }
    Charset charset = Objects.requireNonNullElse(charset(encoding), StandardCharsets.UTF_8);
    return words.stream().map(word -> word.getBytes(charset)).toList();
  }

  /** The words around the first letter that is not plain ASCII. */
  private static String shortened(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) < 0x80) {
      at++;
    }
    int from = at <= AROUND ? 0 : at - AROUND;
    int to = Math.min(text.length(), at + AROUND);
    return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
  }

  /** The first rows cut at each sign that they hold. */
  static List<Alternative> cuts(Page page, Reading reading, List<byte[]> raw) {
    String current = reading.delimiter();
    if (current == null || Formats.family(reading.format()) != Family.TEXT) {
      return List.of();
    }
    char quote = quote(reading);
    List<String> lines = raw.isEmpty() ? joined(reading, quote) : decoded(reading, raw);
    List<Alternative> cuts = new ArrayList<>();
    for (Map.Entry<String, String> sign : DELIMITERS.entrySet()) {
      boolean inUse = sign.getKey().equals(current);
      if (inUse || lines.stream().anyMatch(line -> line.contains(sign.getKey()))) {
        List<List<String>> cells =
            lines.stream()
                .map(line -> OtherReadings.first(cut(line, sign.getKey(), quote)))
                .toList();
        cuts.add(new Alternative(sign.getKey(), page.t(sign.getValue()), "", cells, inUse));
      }
    }
    return cuts;
  }

  private static List<String> decoded(Reading reading, List<byte[]> raw) {
    String encoding = reading.encoding();
    Charset named = encoding == null ? null : charset(encoding);
    Charset charset = named == null ? StandardCharsets.UTF_8 : named;
    return raw.stream().limit(LINES).map(line -> new String(line, charset)).toList();
  }

  /** The first rows as they were before they were cut. */
  private static List<String> joined(Reading reading, char quote) {
    String delimiter = reading.delimiter() == null ? "" : reading.delimiter();
    return reading.head().stream()
        .limit(LINES)
        .map(
            row ->
                String.join(
                    delimiter,
                    row.cells().stream()
                        .map(cell -> cell.contains(delimiter) ? quote + cell + quote : cell)
                        .toList()))
        .toList();
  }

  private static char quote(Reading reading) {
    return reading.quote() == null || reading.quote().isEmpty() ? '"' : reading.quote().charAt(0);
  }

  /** The cells of a line; a quote that opens one hides the signs up to the next quote. */
  static List<String> cut(String line, String sign, char quote) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == quote && (quoted || cell.isEmpty())) {
        boolean twice = quoted && i + 1 < line.length() && line.charAt(i + 1) == quote;
        if (twice) {
          cell.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (!quoted && line.startsWith(sign, i)) {
        cells.add(cell.toString());
        cell.setLength(0);
        i += sign.length() - 1;
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  private static boolean isWide(String encoding) {
    return encoding.startsWith("utf-16") || encoding.startsWith("utf-32");
  }

  private static boolean hasAccents(byte[] text) {
    for (byte b : text) {
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
