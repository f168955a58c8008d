package fr.jalon.engine.check;

import java.util.Set;

/** Which columns hold quantities. */
public final class NumberColumns {
  private static final Set<String> KINDS = Set.of("decimal", "integer", "latitude", "longitude");

  private NumberColumns() {}

  public static boolean holds(ColumnFacts column) {
    return KINDS.contains(column.kind()) && column.profile().filled() > 0;
  }
}
