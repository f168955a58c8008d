package fr.jalon.bench;

import java.util.ArrayList;
import java.util.List;

/** A table in which everything is right: what is read of it once mended is held against it. */
record CleanTable(String subject, List<String> names, List<List<String>> rows) {
  CleanTable {
    names = List.copyOf(names);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The values of a column, blank ones included. */
  List<String> column(int column) {
    List<String> values = new ArrayList<>(rows.size());
    rows.forEach(row -> values.add(row.get(column)));
    return values;
  }
}
