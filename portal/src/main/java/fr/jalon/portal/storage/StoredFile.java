package fr.jalon.portal.storage;

/**
 * A file kept.
 *
 * @param sha256 of its bytes, in lower-case hexadecimal: also its name in the store
 * @param size in bytes
 */
public record StoredFile(String sha256, long size) {
  public StoredFile {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "A SHA-256 is 64 hexadecimal digits in lower case, got: " + sha256);
    }
  }
}
