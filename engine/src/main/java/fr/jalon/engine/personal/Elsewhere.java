package fr.jalon.engine.personal;

/**
 * Something told of a person beside the table.
 *
 * @param shown the text it stands in, masked
 */
public record Elsewhere(Place place, Category category, String shown) {
  /** Where a name may hide beside the cells. */
  public enum Place {
    FILE,
    SHEET,
    COLUMN,
    /** A line of presentation, a note, a row left out when reading. */
    SKIPPED_ROW;

    /** As written in findings: "skipped-row". */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
