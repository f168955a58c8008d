package fr.jalon.engine.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/**
 * A table made at random and the same after random edits, with what was done to it: the truth that
 * a difference must find.
 */
final class EditedTable {
  static final List<String> NAMES =
      List.of("ref", "objet", "montant", "jour", "nombre", "l\"été; --");

  final List<List<String>> before = new ArrayList<>();
  final List<List<String>> after = new ArrayList<>();
  long added;
  long gone;
  long changed;
  final Map<String, Long> cells = new LinkedHashMap<>();

  private final Random random;
  private final boolean unique;

  /**
   * @param unique whether {@code ref} tells rows apart; otherwise rows may be met several times
   */
  EditedTable(long seed, int rows, boolean unique) {
    this.random = new Random(seed);
    this.unique = unique;
    for (int i = 0; i < rows; i++) {
      before.add(row(i));
    }
    for (List<String> row : before) {
      edit(row, random.nextInt(10));
    }
    int more = random.nextInt(rows / 5 + 2);
    for (int i = 0; i < more; i++) {
      after.add(row(rows + i));
      added++;
    }
    Collections.shuffle(after, random);
  }

  private void edit(List<String> row, int what) {
    if (what == 0) {
      gone++;
    } else if (what == 1 && unique) {
      after.add(changed(row));
      changed++;
    } else {
      after.add(row);
    }
  }

  private List<String> changed(List<String> row) {
    List<String> other = new ArrayList<>(row);
    TreeSet<Integer> columns = new TreeSet<>();
    columns.add(1 + random.nextInt(NAMES.size() - 1));
    columns.add(1 + random.nextInt(NAMES.size() - 1));
    for (int column : columns) {
      String was = row.get(column);
      // to nothing, from nothing, or to something else
      other.set(column, was.isEmpty() || random.nextInt(4) > 0 ? otherValue(column, was) : "");
      cells.merge(NAMES.get(column), 1L, Long::sum);
    }
    return other;
  }

  private String otherValue(int column, String was) {
    String value = was;
    while (value.equals(was) || value.isEmpty()) {
      value = value(column);
    }
    return value;
  }

  private List<String> row(int number) {
    List<String> row = new ArrayList<>();
    row.add(unique ? "2024-%05d".formatted(number) : "r" + random.nextInt(3));
    for (int column = 1; column < NAMES.size(); column++) {
      row.add(random.nextInt(5) == 0 ? "" : value(column));
    }
    return row;
  }

  private String value(int column) {
    int few = unique ? 1000 : 2;
    return switch (column) {
      case 1 -> "Objet \"n° %d\", d'été".formatted(random.nextInt(few));
      case 2 -> random.nextInt(few) + "." + random.nextInt(10) + "5";
      case 3 ->
          "2024-%02d-%02d".formatted(1 + random.nextInt(few) % 12, 1 + random.nextInt(28) % few);
      case 4 -> String.valueOf(random.nextInt(few) - few / 2);
      default -> random.nextBoolean() ? "a\nb" : "x".repeat(1 + random.nextInt(few) % 5);
    };
  }
}
