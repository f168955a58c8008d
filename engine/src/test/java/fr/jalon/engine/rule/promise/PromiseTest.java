package fr.jalon.engine.rule.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.engine.export.PlainCsv;
import fr.jalon.engine.format.Format;
import fr.jalon.engine.format.Formats;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.rule.Examined;
import fr.jalon.engine.rule.Rule;
import fr.jalon.engine.rule.Rules;
import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.EditCells;
import fr.jalon.engine.rule.mend.Mending;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Exactly the announced cells change, to the announced values, and no other: on the bad examples of
 * each rule, on hostile tables made of it, and on every file of the corpus.
 */
class PromiseTest {
  private static final Path CORPUS = Path.of("../corpus/files");
  private static final long LARGE = 200_000;
  private static final int HOSTILE_VARIANTS = 4;

  @TempDir Path work;

  /** Every bad example of every rule. */
  static Stream<Path> examples() throws IOException {
    List<Path> examples = new ArrayList<>();
    for (Rule rule : Rules.ALL) {
      examples.addAll(Examined.files(rule.code(), "bad"));
    }
    return examples.stream();
  }

  /** One a rule: its further cases differ by what they decide, which hostile cells do not reach. */
  static Stream<Path> firstExamples() throws IOException {
    return examples().filter(file -> String.valueOf(file.getFileName()).equals("bad.csv"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void mendsOfAnExampleKeepTheirPromises(Path file) throws Exception {
    check(example(file), Examined.options(file), 1);
  }

  @ParameterizedTest
  @MethodSource("firstExamples")
  void mendsOfHostileTablesKeepTheirPromises(Path file) throws Exception {
    MadeTable example = example(file);
    // tables that stay the same when another example comes
    long first = HOSTILE_VARIANTS * (long) Examined.EXAMPLES.relativize(file).toString().hashCode();
    for (long seed = first; seed < first + HOSTILE_VARIANTS; seed++) {
      MadeTable hostile = HostileTables.of(example, seed);
      check(hostile, Examined.options(file), seed);
      if (seed == first) {
        try (Table read = read(asFile(hostile))) {
          check(read, Examined.options(file), seed);
        }
      }
    }
  }

  /** One rule for each way to write a text again: all of them would take minutes. */
  @ParameterizedTest
  @ValueSource(
      strings = {"line-breaks", "mojibake", "surrounding-spaces", "date-form", "number-form"})
  void mendsOfACellOfAMegabyteKeepTheirPromises(String code) throws Exception {
    Path file = Examined.files(code, "bad").get(0);
    check(HostileTables.withMegabyte(example(file)), Examined.options(file), 0);
  }

  @TestFactory
  Stream<DynamicTest> mendsOfTheCorpusKeepTheirPromises() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(CORPUS)) {
      files = walk.filter(PromiseTest::isFast).sorted().toList();
    }
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(CORPUS.relativize(file).toString(), () -> checkFile(file)));
  }

  private static boolean isFast(Path file) {
    try {
      return Files.isRegularFile(file)
          && !file.toString().endsWith(".expected.json")
          && Files.size(file) <= LARGE;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void checkFile(Path file) throws Exception {
    try (Table table = read(file)) {
      check(table, new Properties(), file.hashCode());
    } catch (UnreadableFile nothingToMend) {
      // whether it should be is promised elsewhere
      return;
    }
  }

  private static void check(Table table, Properties options, long seed) throws Exception {
    List<Proposal> all = Examined.of(table, options).proposals();
    checkMends(table, all, seed);
    List<Proposal> protections = all.stream().filter(one -> one.mend().protects()).toList();
    if (!protections.isEmpty()) {
      new MendPromises(table, protections).check();
      Table hidden = Mending.apply(table, protections).table();
      checkMends(hidden, Examined.of(hidden, options).proposals(), seed);
      comeFirst(table, hidden, all);
    }
  }

  /** What is proposed beside protections is proposed for the table that they leave. */
  private static void checkMends(Table table, List<Proposal> all, long seed) throws Exception {
    List<Proposal> proposals = new ArrayList<>();
    all.stream().filter(one -> !one.mend().protects()).forEach(proposals::add);
    Proposal edit = edit(table, new Random(seed));
    if (edit != null && !proposals.isEmpty()) {
      proposals.add(edit);
    }
    new MendPromises(table, proposals).check();
  }

  /** Whatever is accepted with them, and in any order, mends work on what protections leave. */
  private static void comeFirst(Table table, Table hidden, List<Proposal> all) throws Exception {
    List<Proposal> mends = all.stream().filter(one -> !one.mend().protects()).toList();
    List<Proposal> reversed = new ArrayList<>(all);
    Collections.reverse(reversed);
    String apart = Sheet.of(Mending.apply(hidden, mends).table()).text();
    assertThat(Sheet.of(Mending.apply(table, all).table()).text()).isEqualTo(apart);
    assertThat(Sheet.of(Mending.apply(table, reversed).table()).text()).isEqualTo(apart);
  }

  /** A cell typed anew by a person, which no rule proposes. */
  private static @Nullable Proposal edit(Table table, Random random) throws Exception {
    Sheet sheet = Sheet.of(table);
    if (sheet.rows().isEmpty()) {
      return null;
    }
    Sheet.Row row = sheet.rows().get(random.nextInt(sheet.rows().size()));
    Column column = table.columns().get(random.nextInt(table.columns().size()));
    String before = row.cells().get(column.index());
    String after = random.nextBoolean() ? "a → b\n\"é\"" : "";
    ColumnRef reference = ColumnRef.of(column);
    if (before.equals(after) || reference.find(table.columns()) == null) {
      return null;
    }
    EditCells.Edit edit = new EditCells.Edit(reference, row.number(), before, after);
    String address = column.letters() + row.number();
    return new Proposal(
        "edit-cell:" + address,
        "edit-cell",
        column.name(),
        column.letters(),
        Map.of("address", address, "value", after),
        1,
        List.of(),
        false,
        new EditCells(List.of(edit)));
  }

  private static MadeTable example(Path file) throws IOException {
    return MadeTable.of(Files.readString(file));
  }

  /** With quotes, as spreadsheets write it under Windows. */
  private Path asFile(Table table) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PlainCsv.write(table, out, rows -> {});
    String text = out.toString(StandardCharsets.UTF_8).replaceAll("\r?\n", "\r\n");
    return Files.writeString(work.resolve("hostile.csv"), text);
  }

  private Table read(Path file) throws IOException, UnreadableFile {
    Source source = new Source(file, file.getFileName().toString(), Files.size(file), work);
    for (Format format : Formats.ALL) {
      if (source.size() > 0 && format.recognizes(source)) {
        return format.read(source, ReadOptions.NONE);
      }
    }
    throw new UnreadableFile("unknown-format");
  }

  @Test
  void aPromiseThatIsNotKeptIsNoticed() throws Exception {
    MadeTable table = MadeTable.of("date\n12/03/2022\n2022-04-01\n13/05/2022");
    Proposal right = Examined.of(table, new Properties()).proposals().get(0);
    List<Proposal.Change> samples = new ArrayList<>(right.samples());
    samples.set(1, new Proposal.Change("A4", "13/05/2022", "2022-05-31"));

    new MendPromises(table, List.of(right)).check();

    assertThatThrownBy(
            () -> new MendPromises(table, List.of(with(right, 3, right.samples()))).check())
        .hasMessageContaining("the count of");
    assertThatThrownBy(() -> new MendPromises(table, List.of(with(right, 2, samples))).check())
        .hasMessageContaining("what is shown of «2022-05-13»");
  }

  private static Proposal with(Proposal one, long count, List<Proposal.Change> samples) {
    return new Proposal(
        one.id(),
        one.rule(),
        one.column(),
        one.letters(),
        one.parameters(),
        count,
        samples,
        one.certain(),
        one.mend());
  }

  @Test
  void hostileTablesAreHostile() throws IOException {
    MadeTable table = HostileTables.of(example(Examined.files("date-form", "bad").get(0)), 0);

    assertThat(String.join("", table.names())).isNotEmpty();
    assertThat(table.cells().stream().flatMap(List::stream))
        .anyMatch(cell -> cell.length() > 100_000);
  }
}
