package fr.jalon.engine.personal;

import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.profile.Profiling;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a table tells of people.
 *
 * @param columns one of each column that does, in the order of the table
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
      Profiling profiling, @Nullable SchemaMatch match, Reading reading, String file) {
    List<Detected> columns = new ArrayList<>();
    for (Column column : profiling.columns()) {
      ColumnProfile profile = profiling.profile().columns().get(column.index());
      String personal = profile.personal();
      if (personal != null) {
        Category category =
            switch (personal) {
              case "phone" -> Category.MOBILE;
              case "person-name" -> Category.FULL_NAME;
              case "person-address" -> Category.HOME_ADDRESS;
              case "person-phone" -> Category.LAND_LINE;
              default -> Category.find(personal).orElse(Category.TEXT);
            };
        columns.add(new Detected(category, column, true, CellTest.ALL, Reason.FORM));
      }
    }
    return new Detection(columns, List.of(), List.of(), List.of());
  }

  /** What was seen of a column. */
  public Optional<Detected> of(Column column) {
    return columns.stream()
        .filter(detected -> detected.column().index() == column.index())
        .findFirst();
  }
}
