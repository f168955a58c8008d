package fr.jalon.engine.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes ZIP files for tests. */
public final class Zips {
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  public Zips with(String name, String text) {
    return with(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public Zips with(String name, byte[] bytes) {
    files.put(name, bytes);
    return this;
  }

  public Zips without(String name) {
    files.remove(name);
    return this;
  }

  public byte[] bytes() {
    return bytes(StandardCharsets.UTF_8);
  }

  public byte[] bytes(Charset names) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, names)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A file of one entry that unpacks to this many zeros, made without holding them. */
  public static byte[] zeros(String name, String before, long count) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(before.getBytes(StandardCharsets.UTF_8));
      zeros(zip, count);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void zeros(OutputStream out, long count) throws IOException {
    byte[] block = new byte[1 << 20];
    for (long left = count; left > 0; left -= block.length) {
      out.write(block, 0, (int) Math.min(block.length, left));
    }
  }
}
