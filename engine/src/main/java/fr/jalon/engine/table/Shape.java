package fr.jalon.engine.table;

/** How the rows of the file became rows of the table. */
public enum Shape {
  /** One row of the file is one row of the table. */
  ROWS,
  /** The file is written on its side: one column of the file is one row of the table. */
  TRANSPOSED,
  /**
   * The file is a crosstab: each cell of its body is one row of the table, with the label of its
   * row, the label of its column and its value.
   */
  UNPIVOTED
}
