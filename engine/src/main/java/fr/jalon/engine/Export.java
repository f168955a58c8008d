package fr.jalon.engine;

import fr.jalon.engine.export.ExportColumn.Role;
import fr.jalon.engine.export.Updated;
import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.rule.mend.Misfit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The files written from one repaired table, in the folder given, and a fresh look at the table
 * they hold.
 *
 * @param files "data.csv", "data.parquet", "data.xlsx" and, when there are coordinates,
 *     "data.geojson"
 * @param after the same inspection made again on the repaired table: what is still wrong
 * @param leftOut accepted proposals that do not fit the table any more
 * @param columns what each column of the written table is, in order
 * @param updated what the file did to the rows published before, null when it replaces them all or
 *     there were none
 */
public record Export(
    @Nullable Inspection after,
    List<Written> files,
    List<WrittenColumn> columns,
    long rows,
    List<LeftOut> leftOut,
    @Nullable Updated updated) {
  public Export {
    files = List.copyOf(files);
    columns = List.copyOf(columns);
    // one stored before proposals could be left out says nothing of them
    leftOut = leftOut == null ? List.of() : List.copyOf(leftOut);
  }

  /** An export of a file alone. */
  public Export(
      @Nullable Inspection after,
      List<Written> files,
      List<WrittenColumn> columns,
      long rows,
      List<LeftOut> leftOut) {
    this(after, files, columns, rows, leftOut, null);
  }

  /** Nothing written: the file cannot be read. */
  public static Export refused(Inspection why) {
    return new Export(why, List.of(), List.of(), 0, List.of());
  }

  /** A proposal accepted and not applied, by its id, with why. */
  public record LeftOut(String proposal, Misfit why) {}

  /**
   * @param format its code in JSON: "csv"
   * @param rows rows or features written; fewer than the table's when a format cannot hold them all
   */
  public record Written(
      String file, @AsCode WrittenFormat format, long size, String sha256, long rows) {}

  /**
   * @param name as published
   * @param type its code in JSON: "integer"
   * @param kind its code in JSON: "siret"
   * @param role what it says of the place, its code in JSON, null for most columns
   */
  public record WrittenColumn(
      String name,
      @AsCode ValueType type,
      @JsonSerialize(using = KindJson.Writer.class) @JsonDeserialize(using = KindJson.Reader.class)
          Kind kind,
      String title,
      @AsCode @Nullable Role role) {}
}
