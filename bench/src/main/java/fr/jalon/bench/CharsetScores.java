package fr.jalon.bench;

import fr.jalon.engine.table.Reading;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * In how many short French files every character was read right, encoding by encoding.
 *
 * <p>Right means that the same letters and signs come out in the same order; the name given to the
 * encoding is free, since two encodings may agree on all that a file holds.
 */
record CharsetScores(Map<TextEncoding, List<Tried>> files) {
  private static final int MOST_BYTES = 2048;
  private static final List<String> DELIMITERS = List.of(";", ";", ",", "\t");

  /** A file, and what was read from it. */
  record Tried(long seed, String meant, @Nullable String encoding, String seen) {
    boolean right() {
      return seen.equals(meant);
    }
  }

  static CharsetScores of(long seed, int count) {
    Map<TextEncoding, List<Tried>> files = new EnumMap<>(TextEncoding.class);
    for (TextEncoding encoding : TextEncoding.values()) {
      files.put(
          encoding,
          LongStream.range(0, count)
              .parallel()
              .mapToObj(i -> tried(encoding, seed * 1_000_000 + i))
              .toList());
    }
    return new CharsetScores(files);
  }

  private static Tried tried(TextEncoding encoding, long seed) {
    String delimiter = DELIMITERS.get(new Random(seed).nextInt(DELIMITERS.size()));
    StringBuilder text = new StringBuilder();
    for (List<String> row : FrenchFile.of(seed)) {
      String record =
          row.stream()
              .map(cell -> written(encoding.typed(cell), delimiter))
              .collect(Collectors.joining(delimiter));
      int size = encoding.bytes(text + record + encoding.recordEnd).length;
      if (size < MOST_BYTES) {
        text.append(record).append(encoding.recordEnd);
      }
    }
    Reading reading = ReadFile.reading(encoding.bytes(text.toString()));
    String seen = reading == null ? "" : beyondAscii(cells(reading));
    String meant = beyondAscii(text.toString());
    String name = reading == null ? null : reading.encoding();
    return new Tried(seed, meant, name, seen);
  }

  private static String written(String cell, String delimiter) {
    return cell.contains(delimiter) || cell.contains("\"")
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }

  private static String cells(Reading reading) {
    return reading.head().stream()
        .flatMap(row -> row.cells().stream())
        .collect(Collectors.joining(" "));
  }

  /** Spaces are left out: those around a cell are not part of what it says. */
  private static String beyondAscii(String text) {
    return text.codePoints()
        .filter(c -> c > 127 && c != 0xA0)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  double right(TextEncoding encoding) {
    return files.getOrDefault(encoding, List.of()).stream()
        .mapToInt(tried -> tried.right() ? 1 : 0)
        .average()
        .orElse(0);
  }

  double right() {
    return files.keySet().stream().mapToDouble(this::right).average().orElse(0);
  }

  List<Tried> wrong(TextEncoding encoding) {
    return files.getOrDefault(encoding, List.of()).stream().filter(t -> !t.right()).toList();
  }

  String table() {
    StringBuilder text = new StringBuilder("encoding          files    right\n");
    files.forEach(
        (encoding, tried) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%-16s %6d  %6.2f %%%n",
                    encoding.name().toLowerCase(Locale.ROOT),
                    tried.size(),
                    100 * right(encoding))));
    return text.append(String.format(Locale.ROOT, "%nall %.2f %%%n", 100 * right())).toString();
  }
}
