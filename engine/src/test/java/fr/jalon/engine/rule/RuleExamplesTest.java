package fr.jalon.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.TextTable;
import fr.jalon.engine.rule.mend.Mending;
import fr.jalon.engine.rule.mend.Proposal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule has a folder of examples: {@code good.csv}, on which it finds nothing, {@code bad.csv},
 * and {@code bad.findings}, what it finds there and how it would mend it, as {@link RuleText} says
 * it. Run with {@code -Dupdate} to write the latter again, then read the difference. A rule that
 * mends has {@code mended.csv}, what the bad file becomes: written by hand from what the rule
 * means, never from what it does.
 *
 * <p>Further cases stand beside: {@code good-<case>.csv}, {@code bad-<case>.csv} with {@code
 * bad-<case>.findings} and {@code mended-<case>.csv}.
 */
class RuleExamplesTest {
  private static final List<String> ALWAYS = List.of("good.csv", "bad.csv");

  static Stream<String> codes() {
    return Rules.ALL.stream().map(Rule::code);
  }

  static Stream<Path> good() throws IOException {
    return files("good");
  }

  static Stream<Path> bad() throws IOException {
    return files("bad");
  }

  private static Stream<Path> files(String beginning) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Rule rule : Rules.ALL) {
      files.addAll(Examined.files(rule.code(), beginning));
    }
    return files.stream();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void hasExamplesEachWithWhatBelongsToIt(String code) throws Exception {
    Path folder = Examined.EXAMPLES.resolve(code);
    assertThat(folder).as("the examples of the rule " + code).isDirectory();
    List<String> names;
    try (Stream<Path> files = Files.list(folder)) {
      names = files.map(file -> file.getFileName().toString()).toList();
    }
    assertThat(names).containsAll(ALWAYS);
    assertThat(names)
        .allSatisfy(
            name -> {
              assertThat(name)
                  .matches(
                      "(?:good|bad|mended)(?:-[a-z-]+)?[.](?:csv|findings|properties)|options[.]properties");
              if (!name.equals("options.properties")) {
                String example = name.replaceFirst("^mended", "bad").replaceFirst("[.].*", ".csv");
                assertThat(names).as("what %s belongs to", name).contains(example);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("good")
  void findsNothingInAGoodExample(Path file) throws Exception {
    assertThat(RuleText.said(told(file), code(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bad")
  void findsInABadExampleWhatIsWritten(Path file) throws Exception {
    Path expected = beside(file, "bad", "findings");
    String found = RuleText.said(told(file), code(file));
    if (System.getProperty("update") != null) {
      Files.writeString(expected, found);
    }
    assertThat(found).isNotEmpty().isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void putsABadExampleRight(Path file) throws Exception {
    List<Proposal> mine = RuleText.mends(told(file), code(file));
    Path mended = beside(file, "mended", "csv");
    assertThat(Files.exists(mended))
        .as(
            "%s: the rule %s; write by hand what the file becomes once all these are accepted, in"
                + " %s beside it; where it proposes no mend there is none",
            file, mine.isEmpty() ? "proposes no mend" : "proposes " + mine, mended.getFileName())
        .isEqualTo(!mine.isEmpty());
    if (!mine.isEmpty()) {
      assertThat(RuleText.of(Mending.apply(table(file), mine).table()))
          .isEqualTo(Files.readString(mended));
    }
  }

  private static Report.Told told(Path file) throws Exception {
    return Examined.of(table(file), Examined.options(file));
  }

  private static TextTable table(Path file) throws IOException {
    return TextTable.of(Files.readString(file));
  }

  private static String code(Path file) {
    return Examined.EXAMPLES.relativize(file).getName(0).toString();
  }

  /** "mended-two-hands.csv" for "bad-two-hands.csv". */
  private static Path beside(Path bad, String beginning, String end) {
    String name = String.valueOf(bad.getFileName());
    return bad.resolveSibling(name.replaceFirst("^bad", beginning).replaceFirst("csv$", end));
  }
}
