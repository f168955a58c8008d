package fr.jalon.engine.rule;

import fr.jalon.engine.profile.RowTest;
import fr.jalon.engine.profile.kind.Dates;
import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.schema.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the checks across columns of a schema have in common. */
final class SchemaRules {
  private SchemaRules() {}

  static List<Schema.Rule> named(Facts facts, String name) {
    Schema schema = facts.schema();
    return schema == null
        ? List.of()
        : schema.rules().stream().filter(rule -> rule.name().equals(name)).toList();
  }

  /** The columns of the table that answer the fields given by these parameters of the rule. */
  static List<ColumnFacts> columns(Facts facts, Schema.Rule rule, String... parameters) {
    List<ColumnFacts> columns = new ArrayList<>();
    for (String parameter : parameters) {
      for (String field : rule.list(parameter)) {
        ColumnFacts column = facts.answering(field);
        if (column != null) {
          columns.add(column);
        }
      }
    }
    return columns;
  }

  static String names(List<ColumnFacts> columns) {
    return String.join(", ", columns.stream().map(ColumnFacts::name).toList());
  }

  /** The rows whose cells in these columns, in this order, pass the test. */
  static RowTest rows(List<ColumnFacts> columns, Predicate<List<String>> test) {
    return (block, sought) -> {
      for (int row = 0; row < block.rows(); row++) {
        List<String> values = new ArrayList<>(columns.size());
        for (ColumnFacts column : columns) {
          values.add(block.chunk(column.index()).at(row).toString());
        }
        if (test.test(values)) {
          sought.accept(row);
        }
      }
    };
  }

  /** A row of totals has no beneficiary and no date: it is not asked for them. */
  static RowTest withoutTotals(Facts facts, RowTest test) {
    TotalRows totals = TotalRows.of(facts, true);
    return totals == null ? test : totals.leftOut(test);
  }

  /** The order of two numbers or two dates, null when they cannot be compared. */
  static @Nullable Integer compare(String one, String other) {
    Numbers.Written a = Numbers.read(one);
    Numbers.Written b = Numbers.read(other);
    if (a != null && b != null) {
      return new BigDecimal(a.canonical()).compareTo(new BigDecimal(b.canonical()));
    }
    Dates.Written from = Dates.read(one);
    Dates.Written to = Dates.read(other);
    return from == null || to == null ? null : from.date().compareTo(to.date());
  }
}
