package fr.jalon.bench;

/**
 * Asked at each turn of each loop of a mutant, which may have no end. Public, for the mutants live
 * apart.
 */
public final class Patience {
  private static volatile boolean over;

  private Patience() {}

  /** One mutant after another: what is left of the former one comes to its end as well. */
  static void begin() {
    over = false;
  }

  static void end() {
    over = true;
  }

  public static void turn() {
    if (over) {
      throw new IllegalStateException("no end");
    }
  }
}
