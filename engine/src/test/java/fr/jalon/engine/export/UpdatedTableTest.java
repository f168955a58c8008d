package fr.jalon.engine.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Refusal;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdatedTableTest {
  private static final List<String> HOSTILE =
      List.of(
          "",
          " ",
          "a",
          "A",
          "\"",
          "\"\"",
          ",",
          "\n",
          "\r\n",
          "a,b",
          "été",
          "1.50",
          "1.5",
          "007",
          "=1+1",
          "\uFEFFx",
          "l\"été,\nici",
          "🌳",
          ";",
          "\t",
          "''",
          "\"a\"",
          "true");

  @TempDir Path folder;

  @Test
  void readsAgainEveryCellItWrote() throws Exception {
    Random random = new Random(8);
    for (int width = 1; width <= 4; width++) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < width; i++) {
        names.add(i + "n,o\"m\n");
      }
      List<List<String>> rows = rows(random, 500, width);

      Path csv = publish(MemoryTable.of(names, rows.size(), rows::get).inBlocksOf(97));
      PublishedCsv read = PublishedCsv.open(csv);

      assertThat(read.columns()).extracting(Column::name).isEqualTo(names);
      assertThat(cells(read)).isEqualTo(rows);
    }
  }

  @Test
  void saysThatAPublishedFileIsDamaged() throws Exception {
    for (String damaged :
        List.of("", "a,b\n1\n", "a,b\n1,2,3\n", "a\n\"1\n", "a\n\"1\"2\n", "a\n1")) {
      Path csv = Files.writeString(folder.resolve("damaged.csv"), damaged);
      assertThatThrownBy(() -> cells(PublishedCsv.open(csv)))
          .as(damaged)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("damaged");
    }
  }

  @Test
  void appendsBehindWhatIsPublishedUnderTheSameNames() throws Exception {
    Path csv =
        publish(
            MemoryTable.of(
                List.of("id", "Nom", "note"), List.of("1", "a", "x"), List.of("2", "b", "")));
    Table file =
        MemoryTable.of(List.of("nom", "plus", "id"), List.of("c", "p", "3"), List.of("d", "", "4"));

    try (UpdatedTable all = append(file, csv)) {
      assertThat(all.columns())
          .extracting(Column::name)
          .containsExactly("id", "Nom", "note", "plus");
      assertThat(cells(all))
          .containsExactly(
              List.of("1", "a", "x", ""),
              List.of("2", "b", "", ""),
              List.of("3", "c", "", "p"),
              List.of("4", "d", "", ""));
      assertThat(rowNumbers(all)).containsExactly(2L, 3L, 4L, 5L);
      assertThat(all.reading().rows()).isEqualTo(4);
      assertThat(all.updated()).isEqualTo(new Updated(Update.APPEND, 2, 0, 2, 0));
    }
  }

  @Test
  void doesNotRepeatRowsThatAreThereJustAsTheyAre() throws Exception {
    Path csv =
        publish(
            MemoryTable.of(
                List.of("a", "b"), List.of("1", "x"), List.of("1", "x"), List.of("2", "y")));
    Table file =
        MemoryTable.of(
            List.of("a", "b"),
            List.of("2", "y"),
            List.of("1", "x"),
            List.of("2", "y"),
            List.of("2", "Y"),
            List.of("3", "z"),
            List.of("3", "z"));

    try (UpdatedTable all = append(file, csv)) {
      // y twice, for the file holds it twice; z twice too
      assertThat(cells(all).subList(3, 7))
          .containsExactly(
              List.of("2", "y"), List.of("2", "Y"), List.of("3", "z"), List.of("3", "z"));
      assertThat(all.updated()).isEqualTo(new Updated(Update.APPEND, 3, 0, 4, 2));
      assertThat(cells(all)).as("scanned again").hasSize(7);
    }
    try (UpdatedTable twice = append(file, publish(append(file, csv)))) {
      assertThat(twice.updated().added()).isZero();
    }
  }

  @Test
  void putsRowsInThePlaceOfThoseOfTheSameKey() throws Exception {
    Path csv =
        publish(
            MemoryTable.of(
                List.of("id", "nom", "note"),
                List.of("1", "a", "x"),
                List.of("2", "b", "y"),
                List.of("", "sans", "z"),
                List.of("3", "c", "")));
    Table file =
        MemoryTable.of(
            List.of("nom", "id", "plus"),
            List.of("nouveau", "9", "p"),
            List.of("B", "2", "q"),
            List.of("", "1", ""));

    try (UpdatedTable all = byKey(file, csv, "id")) {
      assertThat(cells(all))
          .containsExactly(
              List.of("1", "", "x", ""),
              List.of("2", "B", "y", "q"),
              List.of("", "sans", "z", ""),
              List.of("3", "c", "", ""),
              List.of("9", "nouveau", "", "p"));
      assertThat(all.updated()).isEqualTo(new Updated(Update.BY_KEY, 2, 2, 1, 0));
    }
    try (Stream<Path> left = Files.list(folder.resolve("work"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void refusesAKeyThatDoesNotSayWhichRowToReplace() throws Exception {
    Path csv =
        publish(
            MemoryTable.of(
                List.of("id", "b"), List.of("1", "x"), List.of("1", "y"), List.of("2", "y")));

    assertThat(refusal(MemoryTable.of(List.of("id", "b"), List.of("1", "z")), csv, "id"))
        .isEqualTo(
            new Refusal("update-key-published-repeated", Map.of("count", "1", "value", "1")));
    assertThat(refusal(MemoryTable.of(List.of("id"), List.of(""), List.of("")), csv, "id"))
        .isEqualTo(new Refusal("update-key-blank", Map.of("count", "2")));
    assertThat(refusal(MemoryTable.of(List.of("id"), List.of("5"), List.of("5")), csv, "id"))
        .isEqualTo(new Refusal("update-key-repeated", Map.of("count", "1", "value", "5")));
    assertThat(refusal(MemoryTable.of(List.of("a"), List.of("5")), csv, "id").code())
        .isEqualTo("update-key-missing");
    assertThat(refusal(MemoryTable.of(List.of("id", "c"), List.of("5", "")), csv, "c").code())
        .isEqualTo("update-key-missing");
    // what is repeated and stays as it is harms nothing
    try (UpdatedTable all =
        byKey(MemoryTable.of(List.of("id", "b"), List.of("2", "z")), csv, "id")) {
      assertThat(all.updated().replaced()).isEqualTo(1);
    }
    try (Stream<Path> left = Files.list(folder.resolve("work"))) {
      assertThat(left).isEmpty();
    }
  }

  /** The same said naively, over random tables of hostile texts. */
  @Test
  void doesExactlyWhatItSays() throws Exception {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      int size = random.nextInt(400);
      List<List<String>> before = keyed(random, size, 0);
      List<List<String>> after = keyed(random, size, random.nextInt(size + 1));
      Collections.shuffle(after, random);
      // some rows published go again as they are
      for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
        if (random.nextInt(3) == 0) {
          after.set(i, before.get(random.nextInt(before.size())));
        }
      }
      Path csv = publish(MemoryTable.of(List.of("k", "a", "b"), before.size(), before::get));
      int block = 1 + random.nextInt(100);
      Table file =
          MemoryTable.of(List.of("k", "a", "b"), after.size(), after::get).inBlocksOf(block);
      try (UpdatedTable all = append(file, csv)) {
        assertThat(cells(all)).as("append, seed %d", seed).isEqualTo(appended(before, after));
      }
      List<List<String>> unique = uniqueKeys(after);
      Table other = MemoryTable.of(List.of("k", "a", "b"), unique.size(), unique::get);
      try (UpdatedTable all = byKey(other, csv, "k")) {
        assertThat(cells(all)).as("by key, seed %d", seed).isEqualTo(replaced(before, unique));
        assertThat(cells(all)).as("again").isEqualTo(replaced(before, unique));
      }
    }
  }

  private static List<List<String>> appended(List<List<String>> before, List<List<String>> after) {
    List<List<String>> all = new ArrayList<>(before);
    List<List<String>> left = new ArrayList<>(before);
    after.forEach(
        row -> {
          if (!left.remove(row)) {
            all.add(row);
          }
        });
    return all;
  }

  private static List<List<String>> replaced(List<List<String>> before, List<List<String>> after) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    before.forEach(row -> all.put(row.get(0), row));
    after.forEach(row -> all.put(row.get(0), row));
    return new ArrayList<>(all.values());
  }

  private static List<List<String>> uniqueKeys(List<List<String>> rows) {
    Set<String> seen = new HashSet<>();
    return rows.stream().filter(row -> seen.add(row.get(0))).toList();
  }

  private static List<List<String>> keyed(Random random, int count, int from) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(List.of("k\"" + (from + i), any(random), any(random)));
    }
    return rows;
  }

  private static List<List<String>> rows(Random random, int count, int width) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> row = new ArrayList<>();
      for (int column = 0; column < width; column++) {
        row.add(any(random));
      }
      rows.add(row);
    }
    return rows;
  }

  private static String any(Random random) {
    return HOSTILE.get(random.nextInt(HOSTILE.size()));
  }

  private UpdatedTable append(Table file, Path csv) throws Exception {
    return UpdatedTable.of(file, csv, Update.APPEND, List.of(), work());
  }

  private UpdatedTable byKey(Table file, Path csv, String... key) throws Exception {
    return UpdatedTable.of(file, csv, Update.BY_KEY, List.of(key), work());
  }

  private Refusal refusal(Table file, Path csv, String key) throws Exception {
    try (UpdatedTable updated = byKey(file, csv, key)) {
      throw new AssertionError("not refused: " + updated.updated());
    } catch (UnreadableFile refused) {
      return refused.refusal();
    }
  }

  private Path work() throws IOException {
    return Files.createDirectories(folder.resolve("work"));
  }

  private Path publish(Table table) throws Exception {
    List<ExportColumn> columns =
        table.columns().stream()
            .map(
                column ->
                    new ExportColumn(
                        column.name(), ValueType.TEXT, Kinds.TEXT, column.name(), null))
            .toList();
    Path made = Files.createTempDirectory(folder, "published");
    Exports.write(table, columns, made, written -> {});
    return made.resolve("data.csv");
  }

  private static List<List<String>> cells(Table table) throws IOException, UnreadableFile {
    List<List<String>> rows = new ArrayList<>();
    table.scan(
        block -> {
          assertThat(block.firstRow()).isEqualTo(rows.size());
          for (int row = 0; row < block.rows(); row++) {
            int at = row;
            rows.add(block.chunks().stream().map(chunk -> chunk.at(at).toString()).toList());
          }
        });
    return rows;
  }

  private static List<Long> rowNumbers(Table table) throws IOException, UnreadableFile {
    List<Long> numbers = new ArrayList<>();
    table.scan((Block block) -> Arrays.stream(block.sourceRows()).forEach(numbers::add));
    return numbers;
  }
}
