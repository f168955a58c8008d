package fr.jalon.engine.rule.mend;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Json;
import fr.jalon.engine.export.PlainCsv;
import fr.jalon.engine.format.Format;
import fr.jalon.engine.format.Formats;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.table.Table;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What Jalon 0.1 stored as accepted does what it did, or what it had announced. */
class FormerStepTest {
  private static final Path STORED =
      Path.of("src/test/resources/fr/jalon/engine/former").toAbsolutePath();

  @TempDir Path work;

  /** One step, the table it was for, and the table it gave. */
  record Stored(String table, String after, @Nullable String announced, Proposal step) {}

  @TestFactory
  Stream<DynamicTest> givesTheTableItGave() throws Exception {
    Stored[] all = Json.read(Files.readString(STORED.resolve("steps.json")), Stored[].class);
    return Stream.of(all)
        .map(one -> DynamicTest.dynamicTest(one.table() + " " + one.step().id(), () -> check(one)));
  }

  private void check(Stored stored) throws Exception {
    String given = stored.announced() == null ? stored.after() : stored.announced();
    assertThat(mended(stored.table(), List.of(stored.step())))
        .isEqualTo(Files.readString(STORED.resolve(given)));
  }

  @TestFactory
  Stream<DynamicTest> giveTogetherTheTableTheyGave() throws Exception {
    Stored[] all = Json.read(Files.readString(STORED.resolve("steps.json")), Stored[].class);
    return Stream.of(all)
        .filter(one -> one.announced() == null)
        .map(Stored::table)
        .distinct()
        .filter(
            table ->
                Stream.of(all).noneMatch(o -> o.table().equals(table) && o.announced() != null))
        .map(
            table ->
                DynamicTest.dynamicTest(
                    table,
                    () -> {
                      List<Proposal> steps =
                          Stream.of(all)
                              .filter(one -> one.table().equals(table))
                              .map(Stored::step)
                              .toList();
                      Path given = STORED.resolve(table).resolveSibling("all.csv");
                      assertThat(mended(table, steps)).isEqualTo(Files.readString(given));
                    }));
  }

  private String mended(String name, List<Proposal> steps) throws Exception {
    Path file = STORED.resolve(name);
    Source source = new Source(file, "table.csv", Files.size(file), work);
    Format format =
        Formats.ALL.stream().filter(one -> recognizes(one, source)).findFirst().orElseThrow();
    try (Table table = format.read(source, ReadOptions.NONE)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      PlainCsv.write(Mending.apply(table, steps).table(), out, rows -> {});
      return out.toString(StandardCharsets.UTF_8);
    }
  }

  private static boolean recognizes(Format format, Source source) {
    try {
      return format.recognizes(source);
    } catch (java.io.IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
