package fr.jalon.portal.storage;

import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;

/** The one way by which bytes leave the store: when no room uses them any more. */
@Component
public class UnusedFiles {
  private final Storage storage;
  private final List<StoredFileUser> users;

  UnusedFiles(Storage storage, List<StoredFileUser> users) {
    this.storage = storage;
    this.users = List.copyOf(users);
  }

  /** What became of a file that somebody needs no more. */
  public enum Outcome {
    /** Its bytes are no longer there. */
    REMOVED,
    /** Another room, or something else in the same one, needs the same bytes. */
    STILL_USED,
    /** The same bytes were just received again, by someone who may not have said so yet. */
    TOO_EARLY
  }

  /** Removes a file unless it is still used: ask once nothing of yours points at it. */
  public Outcome remove(String sha256) throws IOException {
    if (users.stream().anyMatch(user -> user.uses(sha256))) {
      return Outcome.STILL_USED;
    }
    return storage.removeUnlessShared(sha256) ? Outcome.REMOVED : Outcome.TOO_EARLY;
  }
}
