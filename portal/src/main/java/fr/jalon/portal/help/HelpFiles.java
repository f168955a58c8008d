package fr.jalon.portal.help;

import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.storage.StoredFile;
import fr.jalon.portal.storage.StoredFileUser;
import fr.jalon.portal.web.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The files that go with what was said, in the store. */
@Component
class HelpFiles implements StoredFileUser {
  /** A screenshot, a spreadsheet: what a mail would take. In bytes. */
  static final long LARGEST = 10_000_000;

  /** With one message. */
  static final int MOST = 5;

  private static final int LONGEST_NAME = 120;

  private final Storage storage;
  private final JdbcClient jdbc;

  HelpFiles(Storage storage, JdbcClient jdbc) {
    this.storage = storage;
    this.jdbc = jdbc;
  }

  @Override
  public boolean uses(String sha256) {
    return jdbc.sql("select exists (select 1 from help.attachment where sha256 = :sha256)")
        .param("sha256", sha256)
        .query(Boolean.class)
        .single();
  }

  /** Those that hold something: a form without a file sends an empty one. */
  static List<MultipartFile> sent(List<MultipartFile> files) {
    return files.stream().filter(file -> !file.isEmpty()).toList();
  }

  /**
   * Keeps them, all or none.
   *
   * @throws Rejected when one is too large, or there are too many
   */
  List<Attachment> keep(UUID lineId, List<MultipartFile> files) {
    List<MultipartFile> sent = sent(files);
    if (sent.size() > MOST) {
      throw new Rejected(HelpProblem.TOO_MANY_ATTACHMENTS, MOST);
    }
    if (sent.stream().anyMatch(file -> file.getSize() > LARGEST)) {
      throw new Rejected(HelpProblem.ATTACHMENT_TOO_LARGE, LARGEST / 1_000_000);
    }
    List<Attachment> kept = new ArrayList<>();
    for (MultipartFile file : sent) {
      try (InputStream content = file.getInputStream()) {
        StoredFile stored = storage.put(content);
        kept.add(
            new Attachment(
                UUID.randomUUID(),
                lineId,
                label(file.getOriginalFilename()),
                stored.size(),
                stored.sha256()));
      } catch (IOException disk) {
        throw new UncheckedIOException(disk);
      }
    }
    return kept;
  }

  /**
   * A name fit to be shown and to be saved under: no path, no control character, nothing that turns
   * the letters around (U+202E makes "exe.pdf" of "fdp.exe"), not too long.
   */
  static String label(@org.jspecify.annotations.Nullable String name) {
    String given = name == null ? "" : name;
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String clean =
        last.replaceAll("[\\p{Cntrl}\\p{Cf}:*?\"<>|]", "").strip().replaceAll("^\\.+", "");
    if (clean.isEmpty()) {
      return "fichier";
    }
    return clean.length() <= LONGEST_NAME ? clean : clean.substring(clean.length() - LONGEST_NAME);
  }
}
