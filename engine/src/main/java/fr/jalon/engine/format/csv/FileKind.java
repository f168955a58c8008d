package fr.jalon.engine.format.csv;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Files that reach this last format and are no text of cells, told by their first bytes. */
final class FileKind {
  private FileKind() {}

  /** The end of the refusal's code ("web-page"), or null when the file may be a table. */
  static @Nullable String of(byte[] head) {
    String bytes = new String(head, 0, Math.min(head.length, 512), StandardCharsets.ISO_8859_1);
    if (bytes.startsWith("SQLite format 3\0") || bytes.startsWith("PAR1")) {
      return "database";
    }
    if (bytes.startsWith("WEBP", 8) || bytes.startsWith("ftyp", 4) || bytes.startsWith("ID3")) {
      return "media";
    }
    String text =
        (bytes.startsWith("\u00ef\u00bb\u00bf") ? bytes.substring(3) : bytes)
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    if (text.startsWith("<!doctype html") || text.startsWith("<html") || text.startsWith("<head")) {
      return "web-page";
    }
    return text.startsWith("<?xml") || text.startsWith("<!doctype") ? "xml" : null;
  }
}
