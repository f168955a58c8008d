package fr.jalon.portal.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * Addresses of static files that change with their content, so that browsers may keep them a year.
 * Thread-safe.
 */
public final class Assets {
  private final Map<String, String> addresses = new ConcurrentHashMap<>();

  /** "/css/jalon.css" → "/css/jalon.css?v=1a2b3c4d". */
  public String address(String path) {
    return addresses.computeIfAbsent(path, Assets::versioned);
  }

  private static String versioned(String path) {
    try (InputStream in = Assets.class.getResourceAsStream("/static" + path)) {
      if (in == null) {
        throw new IllegalArgumentException("no static file " + path);
      }
      CRC32 sum = new CRC32();
      sum.update(in.readAllBytes());
      return path + "?v=" + Long.toHexString(sum.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
