package fr.jalon.engine.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person corrected in the reading; null or absent means "find out".
 *
 * @param headerRows 1-based record numbers that name the columns; an empty list means that no row
 *     does
 */
public record ReadOptions(
    @Nullable String encoding,
    @Nullable String delimiter,
    @Nullable String sheet,
    @Nullable List<Long> headerRows) {
  public static final ReadOptions NONE = new ReadOptions(null, null, null, null);
}
