package fr.jalon.portal.document;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document that was given out, whose files stay as they were.
 *
 * @param subject what it is about
 * @param name of its files: "avenant-1"
 * @param title as the document says
 * @param pdf SHA-256 of its PDF
 * @param odt SHA-256 of its ODT
 * @param scan the same paper signed, null when there is none
 */
public record KeptPaper(
    UUID id,
    UUID subject,
    String name,
    String title,
    String pdf,
    String odt,
    String author,
    Instant at,
    @Nullable Scan scan) {

  /** A paper that somebody signed and scanned. */
  public record Scan(String name, String sha256, String author, Instant at) {}
}
