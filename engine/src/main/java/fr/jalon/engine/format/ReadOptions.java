package fr.jalon.engine.format;

import fr.jalon.engine.table.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person corrected in the reading; null or absent means "find out".
 *
 * @param headerRows 1-based record numbers that name the columns; an empty list means that no row
 *     does
 * @param table number of the table to read among those of the sheet, from 1
 * @param shape how rows of the file become rows of the table; null is as they stand
 * @param hidden true to read the rows and columns that somebody hid in the sheet like the others
 */
public record ReadOptions(
    @Nullable String encoding,
    @Nullable String delimiter,
    @Nullable String sheet,
    @Nullable List<Long> headerRows,
    @Nullable Integer table,
    @Nullable Shape shape,
    @Nullable Boolean hidden) {
  public static final ReadOptions NONE = new ReadOptions(null, null, null, null, null, null, null);

  public ReadOptions withEncoding(@Nullable String name) {
    return new ReadOptions(name, delimiter, sheet, headerRows, table, shape, hidden);
  }

  public ReadOptions withDelimiter(@Nullable String text) {
    return new ReadOptions(encoding, text, sheet, headerRows, table, shape, hidden);
  }

  public ReadOptions withSheet(@Nullable String name) {
    return new ReadOptions(encoding, delimiter, name, headerRows, table, shape, hidden);
  }

  public ReadOptions withHeaderRows(@Nullable List<Long> rows) {
    return new ReadOptions(encoding, delimiter, sheet, rows, table, shape, hidden);
  }

  public ReadOptions withTable(@Nullable Integer number) {
    return new ReadOptions(encoding, delimiter, sheet, headerRows, number, shape, hidden);
  }

  public ReadOptions withShape(@Nullable Shape turned) {
    return new ReadOptions(encoding, delimiter, sheet, headerRows, table, turned, hidden);
  }

  public ReadOptions withHidden(@Nullable Boolean read) {
    return new ReadOptions(encoding, delimiter, sheet, headerRows, table, shape, read);
  }
}
