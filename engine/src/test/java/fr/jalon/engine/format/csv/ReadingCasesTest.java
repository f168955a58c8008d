package fr.jalon.engine.format.csv;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The cases of {@code cases.txt}: what is written, then what is read. Run with {@code -Dupdate} to
 * write the answers again, and look at the difference.
 */
class ReadingCasesTest {
  private static final Path CASES =
      Path.of("src/test/resources/fr/jalon/engine/format/csv/cases.txt");

  private record Case(String title, String input, String expected) {
    static List<Case> all() throws IOException {
      List<Case> cases = new ArrayList<>();
      for (String part : Files.readString(CASES).split("(?m)^== ")) {
        if (!part.isBlank()) {
          int title = part.indexOf('\n');
          int answer = part.indexOf("\n--\n");
          int end = answer < 0 ? part.length() : answer + 1;
          String expected = answer < 0 ? "" : part.substring(answer + 4);
          cases.add(
              new Case(part.substring(0, title), part.substring(title + 1, end), expected.strip()));
        }
      }
      return cases;
    }

    /** Control characters are drawn in the file: → tab, ␍ carriage return, ␀ zero, ␠ space. */
    byte[] bytes() {
      return input
          .replace('→', '\t')
          .replace("␍\n", "\r\n")
          .replace('␍', '\r')
          .replace('␀', '\0')
          .replace('␠', ' ')
          .replace('⍽', '\u00a0')
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  @TestFactory
  List<DynamicTest> readsEveryCaseAsWritten() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    StringBuilder updated = new StringBuilder();
    for (Case one : Case.all()) {
      String actual = answer(one);
      updated.append("== ").append(one.title()).append('\n').append(one.input());
      updated.append("--\n").append(actual).append("\n\n");
      tests.add(
          DynamicTest.dynamicTest(one.title(), () -> assertThat(actual).isEqualTo(one.expected())));
    }
    if (System.getProperty("update") != null) {
      Files.writeString(CASES, updated.toString().stripTrailing() + "\n");
    }
    return tests;
  }

  private static String answer(Case one) {
    try {
      Csv csv = Csv.tryRead(one.bytes(), ReadOptions.NONE);
      Reading reading = csv.table().reading();
      List<String> lines = new ArrayList<>();
      lines.add(
          visible(reading.delimiter())
              + " "
              + visible(reading.quote())
              + " "
              + reading.recordEnd()
              + ", header "
              + reading.headerRows()
              + ", "
              + reading.rows()
              + " rows"
              + (csv.notes().isEmpty() ? "" : ", " + String.join(" ", csv.notes())));
      reading.skipped().forEach(row -> lines.add("  " + row.row() + " " + row.reason()));
      lines.add(line(reading.columns()));
      csv.rows().forEach(row -> lines.add(line(row)));
      return String.join("\n", lines).strip();
    } catch (UnreadableFile e) {
      return "refused " + e.refusal().code();
    }
  }

  private static String line(List<String> cells) {
    return String.join(" ¦ ", cells.stream().map(ReadingCasesTest::visible).toList());
  }

  private static String visible(@Nullable String value) {
    return value == null
        ? "none"
        : value.equals(" ")
            ? "␠"
            : value.replace('\t', '→').replace("\n", "␊").replace("\r", "␍").replace('\u00a0', '⍽');
  }
}
