package fr.jalon.portal.register;

import org.jspecify.annotations.Nullable;

/**
 * A place where a person may be found, with what is done about it. Its title is in the message
 * files under {@code register.trace.<key>}.
 *
 * <p>Both statements are of one table. They are given {@code :id} (or null), {@code :email}, {@code
 * :name} ("" when none can be trusted: write {@code nullif(:name, '')}), {@code :erased} ({@link
 * Subject#ERASED}) and {@code :now}. What was erased is found no more.
 *
 * @param key never changed
 * @param table "schema.name", told with what is handed over
 * @param finding gives {@code at} and {@code data}, a flat JSON object whose keys have their words
 *     under {@code register.field.<key>}
 * @param erasing null when the lines are kept
 * @param reserved true when others wrote it for each other: people of an authority are told that it
 *     is there, and somebody hands it over
 */
public record Trace(
    String key,
    String table,
    Fate fate,
    String finding,
    @Nullable String erasing,
    boolean reserved) {
  public Trace {
    if (fate.isKept() != (erasing == null)) {
      throw new IllegalArgumentException("kept or erased, not both: " + key);
    }
  }

  public static Trace kept(String key, String table, Fate why, String finding) {
    return new Trace(key, table, why, finding, null, false);
  }

  public static Trace erased(String key, String table, String finding, String erasing) {
    return new Trace(key, table, Fate.ERASED, finding, erasing, false);
  }

  public static Trace anonymized(String key, String table, String finding, String erasing) {
    return new Trace(key, table, Fate.ANONYMIZED, finding, erasing, false);
  }

  /** The same, for what others wrote for each other. */
  public Trace asReserved() {
    return new Trace(key, table, fate, finding, erasing, true);
  }
}
