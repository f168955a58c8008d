package fr.jalon.engine.profile.kind;

import java.util.List;

/**
 * Every kind, most demanding first: a column is of the first kind that enough of its values are.
 */
public final class Kinds {
  public static final List<Kind> ALL = List.of();

  private Kinds() {}
}
