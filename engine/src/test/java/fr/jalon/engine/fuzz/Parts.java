package fr.jalon.engine.fuzz;

import fr.jalon.engine.format.Archive;
import fr.jalon.engine.format.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An archive written flat, one file after the other behind a line with its name, so that a fuzzer
 * changes what is in the files and their sums stay right. Any bytes are some flat archive.
 */
final class Parts {
  private static final byte[] MARK = {0, '@', '@'};
  private static final int LONGEST_NAME = 100;
  private static final int MOST = 40;

  private Parts() {}

  static byte[] flat(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    files.forEach(
        (name, bytes) -> {
          out.writeBytes(MARK);
          out.writeBytes(name.getBytes(StandardCharsets.UTF_8));
          out.write(0);
          out.writeBytes(bytes);
        });
    return out.toByteArray();
  }

  /** Nothing when the archive is broken. */
  static byte[] flat(byte[] zip) {
    try {
      Path file = Files.createTempFile("flat", ".zip");
      try {
        Files.write(file, zip);
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Archive archive = Archive.open(file)) {
          for (Archive.Entry entry : archive.entries()) {
            files.put(entry.name(), archive.bytes(entry, 1 << 24));
          }
        }
        return flat(files);
      } catch (RefusedException broken) {
        return new byte[0];
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The archive; a name that ends with "!" is of a file stored rather than deflated. */
  static byte[] zip(byte[] flat) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Set<String> names = new HashSet<>();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      int at = next(flat, 0);
      while (at < flat.length && names.size() < MOST) {
        int start = at + MARK.length;
        int nameEnd = start;
        while (nameEnd < flat.length && nameEnd < start + LONGEST_NAME && flat[nameEnd] != 0) {
          nameEnd++;
        }
        String name = new String(flat, start, nameEnd - start, StandardCharsets.UTF_8);
        int from = Math.min(flat.length, nameEnd + 1);
        at = next(flat, from);
        if (names.add(name)) {
          put(zip, name, flat, from, at - from);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes, int from, int length)
      throws IOException {
    boolean stored = name.endsWith("!");
    ZipEntry entry = new ZipEntry(stored ? name.substring(0, name.length() - 1) : name);
    entry.setTime(0);
    if (stored) {
      CRC32 sum = new CRC32();
      sum.update(bytes, from, length);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(length);
      entry.setCrc(sum.getValue());
    }
    zip.putNextEntry(entry);
    zip.write(bytes, from, length);
    zip.closeEntry();
  }

  private static int next(byte[] bytes, int from) {
    for (int i = from; i + MARK.length <= bytes.length; i++) {
      if (bytes[i] == MARK[0] && bytes[i + 1] == MARK[1] && bytes[i + 2] == MARK[2]) {
        return i;
      }
    }
    return bytes.length;
  }
}
