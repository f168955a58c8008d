package fr.jalon.engine.personal;

import fr.jalon.engine.profile.Profiling;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a table tells of people.
 *
 * @param columns those that do, in the order of the table: whole ones, and free texts in which some
 *     cells may
 * @param together columns that tell who someone is once side by side
 * @param smallCounts columns of a table of statistics about people that count fewer than five
 * @param elsewhere what is told beside the cells
 */
public record Detection(
    List<Detected> columns,
    List<Together> together,
    List<Column> smallCounts,
    List<Elsewhere> elsewhere) {
  /** Nothing seen. */
  public static final Detection NONE = new Detection(List.of(), List.of(), List.of(), List.of());

  /** Statistics of people that count fewer than this are not published. */
  public static final int FEW = Crossings.FEW;

  public Detection {
    columns = List.copyOf(columns);
    together = List.copyOf(together);
    smallCounts = List.copyOf(smallCounts);
    elsewhere = List.copyOf(elsewhere);
  }

  /**
   * Looks at a table.
   *
   * @param match how the table answers a national model, null when it follows none
   * @param file the file's name, "" when it has none
   */
  public static Detection of(
      Profiling profiling,
      @Nullable SchemaMatch match,
      Reading reading,
      String file,
      LocalDate today) {
    TableLook table = new TableLook(profiling, match, today);
    List<Detected> whole =
        table.look().stream()
            .filter(one -> !Hidden.isAll(profiling.values().get(one.column().index())))
            .toList();
    List<Detected> columns = new ArrayList<>(whole);
    for (ColumnLook look : table.columns()) {
      if (whole.stream().noneMatch(one -> one.column().index() == look.index())) {
        Detected texts = FreeTexts.look(look);
        if (texts != null) {
          columns.add(texts);
        }
      }
    }
    columns.sort(java.util.Comparator.comparing(one -> one.column().index()));
    return new Detection(
        columns,
        Crossings.together(table, whole, today),
        Crossings.smallCounts(table, whole),
        Around.look(reading, file));
  }

  /** True for a count from one to four: a zero tells of nobody. */
  public static boolean isFew(String count) {
    return Crossings.isFew(count);
  }

  /** What was seen of a column. */
  public Optional<Detected> of(Column column) {
    return columns.stream()
        .filter(detected -> detected.column().index() == column.index())
        .findFirst();
  }

  /** The category of each column that is wholly made of one, by its index. */
  public Map<Integer, String> codes() {
    Map<Integer, String> codes = new HashMap<>();
    for (Detected detected : columns) {
      if (detected.whole()) {
        codes.put(detected.column().index(), detected.category().code());
      }
    }
    return codes;
  }
}
