package fr.jalon.engine.table;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Maps that are always written in the same order: the same value is then always the same JSON. */
public final class InOrder {
  private InOrder() {}

  /**
   * An unmodifiable copy, in the order of its names.
   *
   * @throws NullPointerException when a name or a value is null
   */
  public static <V> Map<String, V> copyOf(Map<String, V> map) {
    return Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(map)));
  }
}
