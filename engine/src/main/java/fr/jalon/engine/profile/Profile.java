package fr.jalon.engine.profile;

import java.util.List;

/** What a whole table holds, column by column. */
public record Profile(long rows, List<ColumnProfile> columns) {
  public Profile {
    columns = List.copyOf(columns);
  }
}
