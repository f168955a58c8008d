package fr.jalon.engine.format;

import java.util.List;

/** Every format Jalon reads, in the order in which they are tried. */
public final class Formats {
  public static final List<Format> ALL = List.of();

  private Formats() {}
}
