package fr.jalon.portal.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.util.unit.DataSize;

/** A store in a test's own folder. */
public final class TestStorage {
  private TestStorage() {}

  public static Storage in(Path folder) throws IOException {
    return new Storage(
        new StorageSettings(folder.resolve("files"), folder.resolve("work"), DataSize.ofBytes(0)),
        Clock.systemUTC());
  }
}
