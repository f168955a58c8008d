package fr.jalon.engine.check;

/** Every check, in the order in which findings are told. */
public final class Checks {
  private Checks() {}
}
