package fr.jalon.portal.explore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The shapes of the versions looked at last. Two people who open a map at once have it read once;
 * what is forgotten is read again.
 */
@Component
class KeptShapes {
  /**
   * Positions of all of them: eight bytes each, and half as much again for what tells them apart.
   */
  static final int MOST_POSITIONS = 6_000_000;

  /** One file is read at a time: two large ones at once would need twice the room. */
  private final Lock reading = new ReentrantLock();

  private final Map<String, Shapes> kept = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param sha256 of the file, under which it is kept
   */
  Shapes of(String sha256, Path geoJson) throws IOException {
    Shapes known = find(sha256);
    if (known != null) {
      return known;
    }
    reading.lock();
    try {
      Shapes meanwhile = find(sha256);
      if (meanwhile != null) {
        return meanwhile;
      }
      Shapes read = Shapes.read(geoJson);
      keep(sha256, read);
      return read;
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    } finally {
      reading.unlock();
    }
  }

  private @Nullable Shapes find(String sha256) {
    synchronized (kept) {
      return kept.get(sha256);
    }
  }

  private void keep(String sha256, Shapes read) {
    synchronized (kept) {
      kept.put(sha256, read);
      long all = kept.values().stream().mapToLong(Shapes::positionCount).sum();
      Iterator<Shapes> oldest = kept.values().iterator();
      while (all > MOST_POSITIONS && kept.size() > 1) {
        all -= oldest.next().positionCount();
        oldest.remove();
      }
    }
  }
}
