package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.Utf8;
import fr.jalon.engine.format.XmlScanner;
import fr.jalon.engine.format.XmlScanner.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The texts a workbook keeps once and cells name by number, as bytes in pages of memory. What the
 * file says of their count is not believed. They are well-formed UTF-8 whatever the file is.
 */
final class SharedStrings {
  private static final int PAGE_BITS = 20;
  private static final int PAGE_SIZE = 1 << PAGE_BITS;

  /** A third of the memory there is: the rest of the reading needs some too. */
  private static final long MAX_BYTES = Runtime.getRuntime().maxMemory() / 3;

  private final List<byte[]> pages = new ArrayList<>();
  private byte[] page = new byte[0];
  private int used;
  private long bytes;
  private long[] places = new long[64];
  private int[] lengths = new int[64];
  private int count;

  static SharedStrings none() {
    return new SharedStrings();
  }

  static SharedStrings read(XmlScanner xml) throws IOException {
    SharedStrings strings = new SharedStrings();
    RichText text = new RichText();
    for (Event event = xml.next(); event != Event.END_DOCUMENT; event = xml.next()) {
      if (event == Event.START && xml.at("si")) {
        text.read(xml);
        if (Utf8.isValid(text.bytes(), 0, text.length())) {
          strings.add(text.bytes(), text.length());
        } else {
          byte[] mended = text.asWindows();
          strings.add(mended, mended.length);
        }
      }
    }
    return strings;
  }

  int count() {
    return count;
  }

  byte[] page(int index) {
    return pages.get((int) (places[index] >>> PAGE_BITS));
  }

  int offset(int index) {
    return (int) (places[index] & (PAGE_SIZE - 1));
  }

  int length(int index) {
    return lengths[index];
  }

  void add(byte[] text, int length) throws IOException {
    bytes += length + 12;
    if (bytes > MAX_BYTES) {
      throw new RefusedException("too-large");
    }
    // an empty text has a place too: at the end of a page it would be in the next one
    if (used + Math.max(length, 1) > page.length) {
      page = new byte[Math.max(PAGE_SIZE, length)];
      pages.add(page);
      used = 0;
    }
    if (count == places.length) {
      places = Arrays.copyOf(places, count * 2);
      lengths = Arrays.copyOf(lengths, count * 2);
    }
    System.arraycopy(text, 0, page, used, length);
    places[count] = ((long) (pages.size() - 1) << PAGE_BITS) | used;
    lengths[count++] = length;
    used += length;
  }
}
