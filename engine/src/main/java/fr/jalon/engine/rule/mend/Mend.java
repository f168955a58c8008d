package fr.jalon.engine.rule.mend;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fr.jalon.engine.table.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would change in a table, whole and by itself: exactly the cells announced, to the values
 * announced.
 *
 * <p>As JSON each has its {@code type}; one that this Jalon does not know is read as {@link
 * Unknown}, told to people and never applied.
 */
@JsonTypeInfo(
    use = JsonTypeInfo.Id.NAME,
    property = "type",
    defaultImpl = Unknown.class,
    visible = false)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Convert.class, name = "convert"),
  @JsonSubTypes.Type(value = MapValues.class, name = "map-values"),
  @JsonSubTypes.Type(value = EditCells.class, name = "edit-cells"),
  @JsonSubTypes.Type(value = SetAsideRows.class, name = "set-aside-rows"),
  @JsonSubTypes.Type(value = RestoreZeros.class, name = "restore-zeros"),
  @JsonSubTypes.Type(value = SwapCoordinates.class, name = "swap-coordinates"),
  @JsonSubTypes.Type(value = FillBlanks.class, name = "fill-blanks"),
  @JsonSubTypes.Type(value = AddColumn.class, name = "add-column"),
  @JsonSubTypes.Type(value = SectionsToColumn.class, name = "sections-to-column"),
  @JsonSubTypes.Type(value = Rename.class, name = "rename"),
  @JsonSubTypes.Type(value = DropColumns.class, name = "drop-columns"),
  @JsonSubTypes.Type(value = ConvertUnit.class, name = "convert-unit"),
  @JsonSubTypes.Type(value = Protect.class, name = "protect"),
  @JsonSubTypes.Type(value = Together.class, name = "together"),
  @JsonSubTypes.Type(value = Unknown.class, name = "unknown")
})
public sealed interface Mend
    permits Convert,
        MapValues,
        EditCells,
        SetAsideRows,
        RestoreZeros,
        SwapCoordinates,
        FillBlanks,
        AddColumn,
        SectionsToColumn,
        Rename,
        DropColumns,
        ConvertUnit,
        Protect,
        Together,
        Unknown {
  /** The columns it needs, all of them: without one it is not applied at all. */
  List<ColumnRef> columns();

  /**
   * The same mend, its columns named as this table names them: the letters of a recipe are those of
   * another file, and two mends of one column must be seen to be so.
   */
  Mend in(List<Column> table);

  /** Adds what it does to the plan, whose columns it was found to fit. */
  void plan(Plan plan);

  /** True for what hides people: applied before everything else, see {@link Mending}. */
  default boolean protects() {
    return false;
  }

  /** Why it cannot be applied to a table of these columns, null when it can. */
  default @Nullable Misfit misfit(List<Column> table) {
    for (ColumnRef column : columns()) {
      if (column.find(table) == null) {
        return Misfit.NO_SUCH_COLUMN;
      }
    }
    return null;
  }

  /**
   * What of another mend was accepted by whoever accepted this one, on another file perhaps: all of
   * it, a part that stands alone, or nothing. Both name their columns as the same table does.
   *
   * @return the other mend itself, a mend of its own kind that does less, or null
   */
  default @Nullable Mend accepted(Mend proposed) {
    return equals(proposed) ? proposed : null;
  }

  /** What this one does beyond another, null when nothing that can stand alone. */
  default @Nullable Mend beyond(Mend other) {
    return null;
  }

  /** Why both cannot be accepted, null when they go together in any order. */
  default @Nullable Exclusion excludes(Mend other) {
    return null;
  }
}
