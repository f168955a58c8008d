package fr.jalon.engine.personal;

import fr.jalon.engine.table.Column;
import java.util.List;

/** Columns that tell who someone is once put side by side, though none of them alone does. */
public record Together(List<Column> columns) {
  public Together {
    columns = List.copyOf(columns);
  }
}
