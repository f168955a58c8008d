package fr.jalon.portal.storage;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The one way by which bytes leave the store: when no room uses them any more. */
@Component
public class UnusedFiles {
  private static final Logger log = LoggerFactory.getLogger(UnusedFiles.class);

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

  /** Removes files once the transaction under way is done, unless they are still used then. */
  public void removeOnceCommitted(Collection<String> sha256s) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            sha256s.forEach(UnusedFiles.this::removeOrTell);
          }
        });
  }

  private void removeOrTell(String sha256) {
    try {
      remove(sha256);
    } catch (IOException stays) {
      log.warn("The bytes of {} are still there, and nothing needs them", sha256);
    }
  }

  /** Removes a file unless it is still used: ask once nothing of yours points at it. */
  public Outcome remove(String sha256) throws IOException {
    if (users.stream().anyMatch(user -> user.uses(sha256))) {
      return Outcome.STILL_USED;
    }
    return storage.removeUnlessShared(sha256) ? Outcome.REMOVED : Outcome.TOO_EARLY;
  }
}
