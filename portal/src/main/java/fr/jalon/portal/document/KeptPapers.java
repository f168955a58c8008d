package fr.jalon.portal.document;

import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.storage.StoredFileUser;
import fr.jalon.portal.web.Rejected;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Documents given out: their PDF and their ODT are kept under their hash, with the signed scan that
 * comes back. Whoever calls checks who may.
 */
@Service
public class KeptPapers implements StoredFileUser {
  /** First bytes of a PDF, of a JPEG and of a PNG: what scanners and telephones make. */
  private static final List<byte[]> SCANS =
      List.of(
          new byte[] {'%', 'P', 'D', 'F', '-'},
          new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff},
          new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n'});

  private static final int LONGEST_START = 6;
  private static final int LONGEST_NAME = 200;

  private final PaperRows rows;
  private final Storage storage;
  private final Clock clock;

  KeptPapers(PaperRows rows, Storage storage, Clock clock) {
    this.rows = rows;
    this.storage = storage;
    this.clock = clock;
  }

  /** Keeps a document as it is now; the same one is kept once. */
  @Transactional
  public KeptPaper keep(UUID subject, String name, Document document, Author by) {
    try {
      String pdf = put(bytes(document, PaperFormat.PDF));
      String odt = put(bytes(document, PaperFormat.ODT));
      rows.insert(
          new KeptPaper(
              UUID.randomUUID(), subject, name, document.title(), pdf, odt, by.name(), now(), null),
          by.id());
      return rows.find(subject, name, pdf).orElseThrow();
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    }
  }

  /** A document as a file. */
  public static byte[] bytes(Document document, PaperFormat format) throws IOException {
    var out = new ByteArrayOutputStream();
    if (format == PaperFormat.PDF) {
      Pdf.write(document, out);
    } else {
      Odt.write(document, out);
    }
    return out.toByteArray();
  }

  private String put(byte[] content) throws IOException {
    try (InputStream in = new ByteArrayInputStream(content)) {
      return storage.put(in).sha256();
    }
  }

  /** Those about something, the last first. */
  @Transactional(readOnly = true)
  public List<KeptPaper> list(UUID subject) {
    return rows.list(subject);
  }

  /**
   * @throws Rejected with {@link DocumentProblem#NO_SUCH_PAPER}
   */
  @Transactional(readOnly = true)
  public KeptPaper get(UUID subject, UUID id) {
    return rows.find(subject, id).orElseThrow(() -> new Rejected(DocumentProblem.NO_SUCH_PAPER));
  }

  /**
   * Puts the signed scan beside its paper, in the place of a former one.
   *
   * @throws Rejected with {@link DocumentProblem#NOT_A_SCAN}
   */
  @Transactional
  public KeptPaper attach(
      UUID subject, UUID id, @Nullable String name, InputStream content, Author by)
      throws IOException {
    KeptPaper paper = get(subject, id);
    var scan = new BufferedInputStream(content);
    scan.mark(LONGEST_START);
    byte[] start = scan.readNBytes(LONGEST_START);
    scan.reset();
    if (start.length == 0) {
      throw new Rejected(DocumentProblem.FILE_MISSING);
    }
    if (SCANS.stream().noneMatch(known -> startsWith(start, known))) {
      throw new Rejected(DocumentProblem.NOT_A_SCAN);
    }
    rows.attach(
        paper.id(),
        new KeptPaper.Scan(
            label(name == null ? "" : name), storage.put(scan).sha256(), by.name(), now()));
    return get(subject, id);
  }

  private static boolean startsWith(byte[] content, byte[] start) {
    return content.length >= start.length
        && Arrays.equals(content, 0, start.length, start, 0, start.length);
  }

  /** A name fit to be shown and downloaded: no path, nothing unseen. */
  private static String label(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
    return clean.isEmpty()
        ? "document"
        : clean.substring(Math.max(0, clean.length() - LONGEST_NAME));
  }

  /** Where a file that is kept is. */
  Path path(String sha256) {
    try {
      return storage.path(sha256);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Override
  public boolean uses(String sha256) {
    return rows.uses(sha256);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
