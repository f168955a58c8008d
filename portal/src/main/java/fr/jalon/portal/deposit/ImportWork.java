package fr.jalon.portal.deposit;

import fr.jalon.portal.fetch.Download;
import fr.jalon.portal.fetch.FetchFailed;
import fr.jalon.portal.fetch.FileFinder;
import fr.jalon.portal.fetch.FileLink;
import fr.jalon.portal.fetch.WebAddress;
import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.storage.StoredFile;
import fr.jalon.portal.web.UploadSettings;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes one file from its site into the store and begins its deposit. Safe to be done twice: the
 * file is kept under its hash, the deposit begins in one transaction.
 */
@Component
class ImportWork {
  private static final Logger log = LoggerFactory.getLogger(ImportWork.class);

  private final ImportRows rows;
  private final Deposits deposits;
  private final FileFinder finder;
  private final Storage storage;
  private final UploadSettings uploads;
  private final TransactionTemplate transactions;

  ImportWork(
      ImportRows rows,
      Deposits deposits,
      FileFinder finder,
      Storage storage,
      UploadSettings uploads,
      TransactionTemplate transactions) {
    this.rows = rows;
    this.deposits = deposits;
    this.finder = finder;
    this.storage = storage;
    this.uploads = uploads;
    this.transactions = transactions;
  }

  void run(UUID id, int attempt) {
    rows.findForAttempt(id, attempt).ifPresent(wanted -> run(wanted, attempt));
  }

  private void run(Import wanted, int attempt) {
    try {
      take(wanted, attempt);
    } catch (FetchFailed failed) {
      log.info("Import {} stopped: {}", wanted.id(), failed.getMessage());
      rows.stopped(wanted.id(), attempt, failed.problem(), failed.site());
    } catch (IOException failed) {
      throw new UncheckedIOException("import " + wanted.id(), failed);
    }
  }

  private void take(Import wanted, int attempt) throws IOException {
    long largest = uploads.maxSize().toBytes();
    FileLink choice = wanted.choice();
    if (choice != null) {
      keep(finder.take(choice, largest), wanted, attempt);
      return;
    }
    FileFinder.Found found = finder.find(WebAddress.of(wanted.address()), largest);
    if (found instanceof FileFinder.Found.Several several) {
      rows.choosing(wanted.id(), attempt, several.files());
    } else if (found instanceof FileFinder.Found.One one) {
      keep(one.download(), wanted, attempt);
    }
  }

  private void keep(Download download, Import wanted, int attempt) throws IOException {
    try (download) {
      StoredFile file = storage.put(told(download, wanted.id(), attempt));
      transactions.executeWithoutResult(
          all ->
              rows.findForAttempt(wanted.id(), attempt)
                  .ifPresent(
                      still ->
                          deposits.arrived(
                              still, download.name(), file, download.address().toString())));
    }
  }

  /** The content, whose coming is told twice a second. */
  private InputStream told(Download download, UUID id, int attempt) {
    return new FilterInputStream(download.content()) {
      private static final long PAUSE = Duration.ofMillis(500).toNanos();
      private long last = System.nanoTime() - PAUSE;

      @Override
      public int read(byte[] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
        long now = System.nanoTime();
        if (now - last >= PAUSE) {
          last = now;
          rows.progress(id, attempt, download.received(), download.announced());
        }
        return read;
      }
    };
  }
}
