package fr.jalon.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.TextTable;
import fr.jalon.engine.rule.mend.Mending;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule has a folder of examples: {@code good.csv}, on which it finds nothing, {@code bad.csv},
 * and {@code bad.findings}, what it finds there: column, count, cells. Run with {@code -Dupdate} to
 * write the latter again, then read the difference. A rule that mends has {@code mended.csv}, what
 * the bad file becomes: written by hand from what the rule means, never from what it does.
 */
class RuleExamplesTest {
  static Stream<String> codes() {
    return Rules.ALL.stream().map(Rule::code);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void findsNothingInItsGoodExample(String code) throws Exception {
    assertThat(told(code, "good.csv")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void findsInItsBadExampleWhatIsWritten(String code) throws Exception {
    Path expected = Examined.EXAMPLES.resolve(code).resolve("bad.findings");
    String found = told(code, "bad.csv");
    if (System.getProperty("update") != null) {
      Files.writeString(expected, found);
    }
    assertThat(found).isNotEmpty().isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void putsItsBadExampleRight(String code) throws Exception {
    TextTable bad = table(code, "bad.csv");
    Report.Told told = Examined.of(bad, Examined.options(code));
    List<Proposal> mine =
        told.proposals().stream().filter(proposal -> proposal.rule().equals(code)).toList();
    Path mended = Examined.EXAMPLES.resolve(code).resolve("mended.csv");
    assertThat(Files.exists(mended))
        .as(
            "%s %s: write by hand what %s/bad.csv becomes once all its mends are accepted, in"
                + " mended.csv beside it; no rule without a mend has one",
            code, mine.isEmpty() ? "proposes no mend" : "proposes " + mine, code)
        .isEqualTo(!mine.isEmpty());
    if (!mine.isEmpty()) {
      assertThat(text(Mending.apply(bad, mine).table())).isEqualTo(Files.readString(mended));
    }
  }

  private static String told(String code, String file) throws Exception {
    assertThat(Examined.EXAMPLES.resolve(code))
        .as("the examples of the rule " + code)
        .isDirectory();
    return Examined.of(table(code, file), Examined.options(code)).causes().stream()
        .filter(finding -> finding.code().equals(code))
        .map(RuleExamplesTest::line)
        .collect(Collectors.joining());
  }

  private static TextTable table(String code, String file) throws IOException {
    return TextTable.of(Files.readString(Examined.EXAMPLES.resolve(code).resolve(file)));
  }

  private static String text(Table table) throws IOException, UnreadableFile {
    StringBuilder text = new StringBuilder();
    text.append(String.join(";", table.columns().stream().map(Column::name).toList()));
    text.append('\n');
    table.scan(
        block -> {
          for (int row = 0; row < block.rows(); row++) {
            int at = row;
            text.append(
                block.chunks().stream()
                    .map(chunk -> chunk.at(at).toString())
                    .collect(Collectors.joining(";", "", "\n")));
          }
        });
    return text.toString();
  }

  private static String line(Cause finding) {
    String cells =
        finding.samples().stream()
            .map(sample -> sample.address() + " " + sample.value())
            .map(cell -> cell.length() <= 60 ? cell : cell.substring(0, 60) + "…")
            .collect(Collectors.joining(" / "));
    return finding.column() + " × " + finding.count() + " : " + cells + "\n";
  }
}
