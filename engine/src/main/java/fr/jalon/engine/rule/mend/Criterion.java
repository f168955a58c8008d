package fr.jalon.engine.rule.mend;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fr.jalon.engine.profile.RowHashes;
import fr.jalon.engine.profile.RowTest;
import fr.jalon.engine.table.Column;
import java.util.ArrayList;
import java.util.List;

/** Which rows leave the table. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = Criterion.Unknown.class)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Criterion.Totals.class, name = "totals"),
  @JsonSubTypes.Type(value = Criterion.Repeated.class, name = "repeated"),
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
