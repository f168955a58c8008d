package fr.jalon.engine.rule.mend;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fr.jalon.engine.profile.RowHashes;
import fr.jalon.engine.profile.RowPrints;
import fr.jalon.engine.profile.RowTest;
import fr.jalon.engine.table.Column;
import java.util.ArrayList;
import java.util.List;

/** Which rows leave the table. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = Criterion.Unknown.class)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Criterion.Totals.class, name = "totals"),
  @JsonSubTypes.Type(value = Criterion.Repeated.class, name = "repeated"),
  @JsonSubTypes.Type(value = Criterion.Chosen.class, name = "chosen"),
  @JsonSubTypes.Type(value = Criterion.Unknown.class, name = "unknown")
})
public sealed interface Criterion {
  /** The columns it looks at. */
  List<ColumnRef> columns();

  /** The same, its columns named as this table names them. */
  Criterion in(List<Column> table);

  /** True when whoever accepted this one accepted the other. */
  default boolean covers(Criterion other) {
    return equals(other);
  }

  /** The search, made anew for each scan, on a table of these columns. */
  RowTest test(List<Column> table);

  /**
   * Rows of totals.
   *
   * @param labels the columns in which "total" is said
   * @param filled the columns that every true row fills: one of totals leaves half of them blank
   * @param whole true where totals may fill them too: a row that says "Total" and no more is then
   *     one, and so is one that says more and leaves one of them blank
   */
  record Totals(List<ColumnRef> labels, List<ColumnRef> filled, boolean whole)
      implements Criterion {
    public Totals {
      labels = List.copyOf(labels);
      filled = List.copyOf(filled);
    }

    @Override
    public Totals in(List<Column> table) {
      return new Totals(ColumnRef.in(labels, table), ColumnRef.in(filled, table), whole);
    }

    /** Which columns say "total", and which are full, is learnt from each file. */
    @Override
    public boolean covers(Criterion other) {
      return other instanceof Totals;
    }

    /** A column that is filled no more, or gone, only makes fewer rows look like totals. */
    @Override
    public List<ColumnRef> columns() {
      return labels;
    }

    @Override
    public RowTest test(List<Column> table) {
      List<Integer> places = places(filled, table);
      int gone = filled.size() - places.size();
      List<RowTest> tests =
          places(labels, table).stream()
              .map(label -> TotalWords.rows(label, places, gone, whole))
              .toList();
      return (block, sought) -> tests.forEach(test -> test.look(block, sought));
    }

    private static List<Integer> places(List<ColumnRef> columns, List<Column> table) {
      List<Integer> places = new ArrayList<>();
      for (ColumnRef each : columns) {
        Column column = each.find(table);
        if (column != null) {
          places.add(column.index());
        }
      }
      return places;
    }
  }

  /**
   * Rows that a person chose by their numbers. Never proposed: it is made on the page, and left out
   * whole when one of these rows is no longer what it was.
   */
  record Chosen(List<Range> ranges) implements Criterion {
    public Chosen {
      ranges = List.copyOf(ranges);
      if (ranges.isEmpty()) {
        throw new IllegalArgumentException("no rows");
      }
    }

    /**
     * Rows that follow one another.
     *
     * @param first 1-based number in the file
     * @param last the same, included
     * @param print {@link RowPrints} of these rows together, as they were chosen
     */
    public record Range(long first, long last, long print) {
      public Range {
        if (first < 1 || last < first) {
          throw new IllegalArgumentException("rows " + first + " to " + last);
        }
      }

      boolean has(long row) {
        return row >= first && row <= last;
      }
    }

    /** True for a row, by its number in the file, that was chosen. */
    public boolean has(long row) {
      return ranges.stream().anyMatch(range -> range.has(row));
    }

    @Override
    public List<ColumnRef> columns() {
      return List.of();
    }

    @Override
    public Chosen in(List<Column> table) {
      return this;
    }

    @Override
    public RowTest test(List<Column> table) {
      return (block, sought) -> {
        for (int row = 0; row < block.rows(); row++) {
          long number = block.sourceRow(row);
          if (has(number)) {
            sought.accept(row);
          }
        }
      };
    }
  }

  /** Rows that this Jalon does not know how to tell: none leaves, and people are told. */
  record Unknown() implements Criterion {
    @Override
    public List<ColumnRef> columns() {
      return List.of();
    }

    @Override
    public Unknown in(List<Column> table) {
      return this;
    }

    @Override
    public RowTest test(List<Column> table) {
      return (block, sought) -> {};
    }
  }

  /** Rows wholly equal to one before them. */
  record Repeated() implements Criterion {
    @Override
    public Repeated in(List<Column> table) {
      return this;
    }

    @Override
    public List<ColumnRef> columns() {
      return List.of();
    }

    @Override
    public RowTest test(List<Column> table) {
      RowHashes hashes = new RowHashes();
      return hashes::add;
    }
  }
}
