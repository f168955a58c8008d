package fr.jalon.bench;

import fr.jalon.engine.table.BlockBuilder;
import fr.jalon.engine.table.BlockSink;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.Table;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A table of ten columns, of any length, and the same a year later: one row in a hundred is gone,
 * one in fifty has another amount, new ones have come, and all stand in another order. Each row is
 * computed when it is asked for.
 *
 * @param rows rows of the first state
 * @param later true for the second
 */
record EditedRows(long rows, boolean later) implements Table {
  static final List<String> NAMES =
      List.of(
          "reference",
          "objet",
          "beneficiaire",
          "siret",
          "montant",
          "date",
          "commune",
          "nature",
          "quantite",
          "note");

  private static final int ONE_GONE_IN = 100;
  private static final int ONE_CHANGED_IN = 50;
  private static final int ONE_ADDED_FOR = 40;

  static long added(long rows) {
    return rows / ONE_ADDED_FOR;
  }

  static long gone(long rows) {
    return rows / ONE_GONE_IN;
  }

  /** Those that would change and are gone do not count; neither falls on the other. */
  static long changed(long rows) {
    return rows / ONE_CHANGED_IN;
  }

  @Override
  public List<Column> columns() {
    return IntStream.range(0, NAMES.size()).mapToObj(i -> new Column(i, i, NAMES.get(i))).toList();
  }

  @Override
  public Reading reading() {
    return new Reading(
        "csv",
        "utf-8",
        false,
        ",",
        "\"",
        null,
        "LF",
        null,
        List.of(),
        List.of(1L),
        2,
        rows,
        NAMES,
        List.of(),
        List.of(),
        null,
        List.of());
  }

  @Override
  public void scan(BlockSink sink) throws IOException {
    BlockBuilder builder = new BlockBuilder(NAMES.size(), sink);
    long all = later ? rows + added(rows) : rows;
    for (long i = 0; i < all; i++) {
      // the second state begins in its middle
      long number = later ? (i + all / 2) % all : i;
      boolean known = later && number < rows;
      if (!(known && number % ONE_GONE_IN == ONE_GONE_IN - 1)) {
        row(builder, number, known && number % ONE_CHANGED_IN == 0);
        builder.endRow(i + 2);
      }
    }
    builder.finish();
  }

  private static void row(BlockBuilder builder, long number, boolean changed) {
    long mixed = number * 0x9E3779B97F4A7C15L >>> 20;
    builder.cell("2024-" + number);
    builder.cell("Subvention de fonctionnement n° " + mixed % 100_000);
    builder.cell("Association « " + mixed % 30_000 + " »");
    builder.cell(String.format(Locale.ROOT, "%014d", mixed % 100_000_000_000_000L));
    builder.cell(mixed % 90_000 + "." + (changed ? "75" : "50"));
    builder.cell("2024-%02d-%02d".formatted(1 + mixed % 12, 1 + mixed % 28));
    builder.cell("Commune " + mixed % 300);
    builder.cell(mixed % 2 == 0 ? "numéraire" : "en nature");
    builder.cell(Long.toString(mixed % 500));
    builder.cell(mixed % 5 == 0 ? "" : "texte libre " + mixed);
  }
}
