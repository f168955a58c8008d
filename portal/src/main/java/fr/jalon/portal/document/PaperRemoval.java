package fr.jalon.portal.document;

import fr.jalon.portal.storage.UnusedFiles;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Has papers go with what they are about, once it has been kept long enough. */
@Service
public class PaperRemoval {
  private static final Logger log = LoggerFactory.getLogger(PaperRemoval.class);

  private final PaperRows rows;
  private final UnusedFiles files;

  PaperRemoval(PaperRows rows, UnusedFiles files) {
    this.rows = rows;
    this.files = files;
  }

  /** In the transaction in which what they are about goes; their bytes go once it is done. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(Collection<UUID> subjects) {
    List<String> bytes = rows.remove(subjects);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            bytes.forEach(PaperRemoval.this::removeBytes);
          }
        });
  }

  private void removeBytes(String sha256) {
    try {
      files.remove(sha256);
    } catch (IOException stays) {
      log.warn("The bytes of {} are still there, and nothing needs them", sha256);
    }
  }
}
