package fr.jalon.engine;

import fr.jalon.engine.export.Update;
import java.nio.file.Path;
import java.util.List;

/**
 * What a file is put onto: the rows that are published, and what it does to them.
 *
 * @param published the CSV that an {@link Export} wrote; not looked at to replace it
 * @param how its name in JSON: "BY_KEY"
 * @param key names of the published columns that tell rows apart; none unless by key
 */
public record Onto(Path published, Update how, List<String> key) {
  public Onto {
    key = List.copyOf(key);
    if ((how == Update.BY_KEY) == key.isEmpty()) {
      throw new IllegalArgumentException(
          "wanted a key to update by key and none otherwise, got " + how + " " + key);
    }
  }

  /** The rows of the file behind those that are published. */
  public static Onto append(Path published) {
    return new Onto(published, Update.APPEND, List.of());
  }

  /** The rows of the file in the place of those of the same key. */
  public static Onto byKey(Path published, List<String> key) {
    return new Onto(published, Update.BY_KEY, key);
  }
}
