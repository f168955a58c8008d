package fr.jalon.engine.personal;

/** Says of one value whether it tells something of a person; asked once per distinct value. */
@FunctionalInterface
public interface CellTest {
  /** Every value of a column that tells of people, unless it stands for nothing ("NC", "-"). */
  CellTest ALL = ColumnLook::saysSomething;

  boolean isPersonal(String value);
}
