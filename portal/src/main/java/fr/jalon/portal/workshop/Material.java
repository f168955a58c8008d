package fr.jalon.portal.workshop;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to read before, during or after.
 *
 * @param link of another site, null for a file of ours
 * @param sha256 of a file of ours, null for a link
 * @param size of that file, in bytes
 * @param fileName as it was on the disk of whoever gave it, null for a link
 */
public record Material(
    UUID id,
    UUID workshopId,
    String title,
    @Nullable String link,
    @Nullable String sha256,
    long size,
    @Nullable String fileName) {
  /** That of the file: a title says not what opens it. */
  String downloadName() {
    return fileName == null ? title : fileName;
  }
}
