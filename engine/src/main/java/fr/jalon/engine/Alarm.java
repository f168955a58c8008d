package fr.jalon.engine;

import fr.jalon.engine.rule.Cause;
import org.jspecify.annotations.Nullable;

/** Something about an update that people are asked to confirm before anything is published. */
public sealed interface Alarm {
  /** Stable code: "few-rows-left". */
  String code();

  /** True when rows that are published would be so no more. */
  boolean erases();

  /**
   * No row would be left.
   *
   * @param before rows published
   */
  record Emptied(long before) implements Alarm {
    @Override
    public String code() {
      return "emptied";
    }

    @Override
    public boolean erases() {
      return true;
    }
  }

  /**
   * There would be far fewer rows.
   *
   * @param before rows published
   * @param after rows that would be
   */
  record FewRowsLeft(long before, long after) implements Alarm {
    @Override
    public String code() {
      return "few-rows-left";
    }

    @Override
    public boolean erases() {
      return true;
    }

    /** The share of the rows that go, in whole hundredths, never more than it is. */
    public int percentGone() {
      return percent(before - after, before);
    }
  }

  /**
   * There would be as many rows or nearly, but not the same ones.
   *
   * @param before rows published
   * @param gone those of them that would be there no more
   * @param byKey true when rows were matched by a key; without one, a row of which one cell changed
   *     counts as gone
   */
  record RowsGone(long before, long gone, boolean byKey) implements Alarm {
    @Override
    public String code() {
      return "rows-gone";
    }

    @Override
    public boolean erases() {
      return true;
    }

    /** The share of the rows that go, in whole hundredths, never more than it is. */
    public int percentGone() {
      return percent(gone, before);
    }
  }

  /**
   * The rows would no longer follow the model that those published follow.
   *
   * @param before code of the model
   * @param after code of the one followed instead, null when there is none
   */
  record OtherSchema(String before, @Nullable String after) implements Alarm {
    @Override
    public String code() {
      return "other-schema";
    }

    @Override
    public boolean erases() {
      return false;
    }
  }

  /**
   * Cells bear the SIRET of another authority than the one that deposits.
   *
   * @param cause what was found, with its count and its cells
   */
  record OtherAuthority(Cause cause) implements Alarm {
    @Override
    public String code() {
      return "other-authority";
    }

    @Override
    public boolean erases() {
      return false;
    }
  }

  private static int percent(long part, long whole) {
    return (int) (part * 100 / whole);
  }
}
