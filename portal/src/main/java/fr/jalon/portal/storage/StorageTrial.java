package fr.jalon.portal.storage;

import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Writes a small file where files are kept, and removes it. */
@Component
class StorageTrial implements Trial {
  private final StorageSettings settings;

  StorageTrial(StorageSettings settings) {
    this.settings = settings;
  }

  @Override
  public String key() {
    return "storage.trial";
  }

  @Override
  public String run(Messages messages) throws Exception {
    for (Path folder : new Path[] {settings.folder(), settings.work()}) {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "trial-", ""));
    }
    Path folder = settings.folder().toAbsolutePath();
    long free = Storage.freeSpace(folder);
    String found = messages.text("storage.trial.free", folder, messages.size(free));
    if (free < settings.reserve().toBytes()) {
      throw new IllegalStateException(found);
    }
    return found;
  }
}
