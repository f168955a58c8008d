package fr.jalon.engine.format;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A ZIP file opened with care, in two passes: its whole directory is judged first, then files are
 * read one by one while the bytes that come out are counted.
 *
 * <p>Names of files are labels and never become paths; an archive inside an archive is never
 * opened. Every refusal is a {@link RefusedException}. Not thread-safe.
 */
public final class Archive implements Closeable {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END64_SIGNATURE = 0x06064b50;
  private static final int LOCATOR64_SIGNATURE = 0x07064b50;
  private static final int DIRECTORY_SIGNATURE = 0x02014b50;
  private static final int LOCAL_SIGNATURE = 0x04034b50;
  private static final int END_SIZE = 22;
  private static final int DIRECTORY_ENTRY_SIZE = 46;
  private static final int LOCAL_SIZE = 30;
  private static final int MAX_COMMENT = 0xffff;
  private static final long MAX_DIRECTORY_BYTES = 16L << 20;

  /** What DOS and old Windows tools wrote; accents of French are where they are in page 437. */
  private static final Charset DOS =
      Charset.isSupported("IBM850") ? Charset.forName("IBM850") : StandardCharsets.ISO_8859_1;

  /**
   * A file of the archive.
   *
   * @param name with forward slashes and no leading one
   * @param size bytes it says it unpacks to; only what comes out counts
   */
  public record Entry(
      String name, long size, long packed, int method, boolean encrypted, long crc, long offset) {
    /** The last part of the name. */
    public String shortName() {
      return name.substring(name.lastIndexOf('/') + 1);
    }

    public boolean isFolder() {
      return name.endsWith("/");
    }
  }

  private final FileChannel channel;
  private final List<Entry> entries;
  private final long maxBytes;
  private long bytesOut;

  private Archive(FileChannel channel, List<Entry> entries, long maxBytes) {
    this.channel = channel;
    this.entries = List.copyOf(entries);
    this.maxBytes = maxBytes;
  }

  /** True when the file begins as a ZIP file does. */
  public static boolean looksLikeOne(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      ByteBuffer start = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
      return channel.read(start, 0) == 4
          && (start.getInt(0) == LOCAL_SIGNATURE || start.getInt(0) == END_SIGNATURE);
    }
  }

  /** Opens the archive and judges its directory. */
  public static Archive open(Path path) throws IOException {
    return open(path, Limits.ARCHIVE_BYTES);
  }

  static Archive open(Path path, long maxBytes) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      List<Entry> entries = new Directory(channel).read();
      judge(entries);
      return new Archive(channel, entries, maxBytes);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  public List<Entry> entries() {
    return entries;
  }

  /** The file of this name, upper and lower case alike, or null. */
  public @Nullable Entry find(String name) {
    for (Entry entry : entries) {
      if (entry.name().equals(name)) {
        return entry;
      }
    }
    for (Entry entry : entries) {
      if (entry.name().equalsIgnoreCase(name)) {
        return entry;
      }
    }
    return null;
  }

  public boolean has(String name) {
    return find(name) != null;
  }

  /** The unpacked bytes of a file, counted and checked against its sum as they are read. */
  public InputStream stream(Entry entry) throws IOException {
    if (entry.encrypted()) {
      throw new RefusedException("password-protected");
    }
    if (entry.method() != 0 && entry.method() != 8) {
      throw new RefusedException("archive-method", "file", entry.name());
    }
    return new EntryStream(entry, dataStart(entry));
  }

  /** The whole of a small file; refuses one of more than {@code most} bytes. */
  public byte[] bytes(Entry entry, int most) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in = stream(entry)) {
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (out.size() + n > most) {
          throw new RefusedException("archive-too-big", "file", entry.name());
        }
        out.write(buffer, 0, n);
      }
    }
    return out.toByteArray();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static void judge(List<Entry> entries) throws IOException {
    Set<String> names = new HashSet<>();
    for (Entry entry : entries) {
      String name = entry.name();
      if (("/" + name + "/").contains("/../")) {
        throw new RefusedException("archive-unsafe-names", "file", name);
      }
      if (!entry.isFolder() && !names.add(name)) {
        throw new RefusedException("archive-twice", "file", name);
      }
    }
    List<Entry> byPlace = new ArrayList<>(entries);
    byPlace.sort(Comparator.comparingLong(Entry::offset));
    long end = 0;
    for (Entry entry : byPlace) {
      if (entry.offset() < end) {
        throw new RefusedException("archive-overlap", "file", entry.name());
      }
      end = entry.offset() + LOCAL_SIZE + entry.packed();
    }
  }

  private long dataStart(Entry entry) throws IOException {
    ByteBuffer header = Directory.bytes(channel, entry.offset(), LOCAL_SIZE);
    if (header.getInt(0) != LOCAL_SIGNATURE) {
      throw new RefusedException("corrupt-archive");
    }
    return entry.offset()
        + LOCAL_SIZE
        + (header.getShort(26) & 0xffff)
        + (header.getShort(28) & 0xffff);
  }

  /** Reads the directory at the end of the file. */
  private static final class Directory {
    private final FileChannel channel;

    Directory(FileChannel channel) {
      this.channel = channel;
    }

    List<Entry> read() throws IOException {
      long end = findEnd();
      ByteBuffer last = bytes(channel, end, END_SIZE);
      long count = last.getShort(10) & 0xffff;
      long size = last.getInt(12) & 0xffffffffL;
      long offset = last.getInt(16) & 0xffffffffL;
      long directoryEnd = end;
      if (count == 0xffff || size == 0xffffffffL || offset == 0xffffffffL) {
        ByteBuffer locator = bytes(channel, end - 20, 20);
        if (locator.getInt(0) == LOCATOR64_SIGNATURE) {
          directoryEnd = locator.getLong(8);
          ByteBuffer end64 = bytes(channel, directoryEnd, 56);
          if (end64.getInt(0) != END64_SIGNATURE) {
            throw new RefusedException("corrupt-archive");
          }
          count = end64.getLong(32);
          size = end64.getLong(40);
          offset = end64.getLong(48);
        }
      }
      if (count < 0 || count > Limits.ARCHIVE_ENTRIES) {
        throw new RefusedException("archive-too-many-files", "files", count);
      }
      // bytes before the archive shift every place in it
      long shift = directoryEnd - size - offset;
      if (size < 0 || size > MAX_DIRECTORY_BYTES || offset < 0 || shift < 0) {
        throw new RefusedException("corrupt-archive");
      }
      return entries(bytes(channel, offset + shift, (int) size), (int) count, shift);
    }

    private long findEnd() throws IOException {
      long size = channel.size();
      int tail = (int) Math.min(size, END_SIZE + MAX_COMMENT);
      ByteBuffer buffer = bytes(channel, size - tail, tail);
      for (int at = tail - END_SIZE; at >= 0; at--) {
        if (buffer.getInt(at) == END_SIGNATURE
            && at + END_SIZE + (buffer.getShort(at + 20) & 0xffff) <= tail) {
          return size - tail + at;
        }
      }
      throw new RefusedException("corrupt-archive");
    }

    private List<Entry> entries(ByteBuffer directory, int count, long shift) throws IOException {
      List<Entry> entries = new ArrayList<>();
      int at = 0;
      while (at + DIRECTORY_ENTRY_SIZE <= directory.limit()
          && directory.getInt(at) == DIRECTORY_SIGNATURE) {
        int nameLength = directory.getShort(at + 28) & 0xffff;
        int extraLength = directory.getShort(at + 30) & 0xffff;
        int commentLength = directory.getShort(at + 32) & 0xffff;
        int next = at + DIRECTORY_ENTRY_SIZE + nameLength + extraLength + commentLength;
        if (next > directory.limit()) {
          throw new RefusedException("corrupt-archive");
        }
        entries.add(entry(directory, at, nameLength, extraLength, shift));
        if (entries.size() > Limits.ARCHIVE_ENTRIES) {
          throw new RefusedException("archive-too-many-files", "files", "> " + entries.size());
        }
        at = next;
      }
      if (entries.size() != count) {
        throw new RefusedException("corrupt-archive");
      }
      return entries;
    }

    private Entry entry(ByteBuffer directory, int at, int nameLength, int extraLength, long shift)
        throws IOException {
      int flags = directory.getShort(at + 8);
      long packed = directory.getInt(at + 20) & 0xffffffffL;
      long size = directory.getInt(at + 24) & 0xffffffffL;
      long offset = directory.getInt(at + 42) & 0xffffffffL;
      byte[] name = new byte[nameLength];
      directory.get(at + DIRECTORY_ENTRY_SIZE, name);
      int extra = at + DIRECTORY_ENTRY_SIZE + nameLength;
      int extraEnd = extra + extraLength;
      while (extra + 4 <= extraEnd) {
        int id = directory.getShort(extra) & 0xffff;
        int length = directory.getShort(extra + 2) & 0xffff;
        int value = extra + 4;
        int valueEnd = Math.min(value + length, extraEnd);
        if (id == 1) {
          if (size == 0xffffffffL && value + 8 <= valueEnd) {
            size = directory.getLong(value);
            value += 8;
          }
          if (packed == 0xffffffffL && value + 8 <= valueEnd) {
            packed = directory.getLong(value);
            value += 8;
          }
          if (offset == 0xffffffffL && value + 8 <= valueEnd) {
            offset = directory.getLong(value);
          }
        }
        extra += 4 + length;
      }
      offset += shift;
      if (size < 0 || packed < 0 || offset < 0 || offset + packed > channel.size()) {
        throw new RefusedException("corrupt-archive");
      }
      return new Entry(
          label(name, (flags & 0x800) != 0),
          size,
          packed,
          directory.getShort(at + 10) & 0xffff,
          (flags & 1) != 0,
          directory.getInt(at + 16) & 0xffffffffL,
          offset);
    }

    private static String label(byte[] name, boolean declaredUtf8) {
      String text;
      try {
        text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
      } catch (CharacterCodingException e) {
        text = new String(name, declaredUtf8 ? StandardCharsets.UTF_8 : DOS);
      }
      text = text.replace('\\', '/');
      while (text.startsWith("/")) {
        text = text.substring(1);
      }
      return text;
    }

    static ByteBuffer bytes(FileChannel channel, long from, int length) throws IOException {
      ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
      if (from < 0) {
        throw new RefusedException("corrupt-archive");
      }
      long at = from;
      while (buffer.hasRemaining()) {
        int n = channel.read(buffer, at);
        if (n < 0) {
          throw new RefusedException("corrupt-archive");
        }
        at += n;
      }
      return buffer.flip().order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  /** Inflates one file, counting what comes out of the whole archive. */
  private final class EntryStream extends InputStream {
    private final Entry entry;
    private final @Nullable Inflater inflater;
    private final ByteBuffer input = ByteBuffer.allocate(1 << 16);
    private final CRC32 sum = new CRC32();
    private final long dataEnd;
    private long position;
    private long out;
    private boolean finished;

    EntryStream(Entry entry, long start) {
      this.entry = entry;
      this.position = start;
      this.dataEnd = start + entry.packed();
      this.inflater = entry.method() == 8 ? new Inflater(true) : null;
      input.limit(0);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      int n = finished ? -1 : unpack(target, offset, length);
      if (n < 0) {
        finish();
        return -1;
      }
      sum.update(target, offset, n);
      out += n;
      bytesOut += n;
      if (bytesOut > maxBytes
          || (out > Limits.RATIO_FLOOR && out / Limits.RATIO > entry.packed())) {
        throw new RefusedException("archive-too-big", "file", entry.name());
      }
      return n;
    }

    private int unpack(byte[] target, int offset, int length) throws IOException {
      Inflater open = inflater;
      if (open == null) {
        return fill() ? take(target, offset, length) : -1;
      }
      try {
        while (true) {
          int n = open.inflate(target, offset, length);
          if (n > 0) {
            return n;
          }
          if (open.finished()) {
            return -1;
          }
          if (open.needsDictionary() || !fill()) {
            throw new RefusedException("corrupt-archive");
          }
          open.setInput(input.array(), input.position(), input.remaining());
          input.position(input.limit());
        }
      } catch (DataFormatException e) {
        throw new RefusedException("corrupt-archive");
      }
    }

    private int take(byte[] target, int offset, int length) {
      int n = Math.min(length, input.remaining());
      input.get(target, offset, n);
      return n;
    }

    /** Makes sure that packed bytes are at hand; false at their end. */
    private boolean fill() throws IOException {
      if (input.hasRemaining()) {
        return true;
      }
      if (position >= dataEnd) {
        return false;
      }
      input.clear();
      input.limit((int) Math.min(input.capacity(), dataEnd - position));
      int n = channel.read(input, position);
      if (n <= 0) {
        throw new RefusedException("corrupt-archive");
      }
      position += n;
      input.flip();
      return true;
    }

    private void finish() throws IOException {
      if (finished) {
        return;
      }
      finished = true;
      if (sum.getValue() != entry.crc()) {
        throw new RefusedException("corrupt-archive");
      }
    }

    @Override
    public void close() {
      finished = true;
      if (inflater != null) {
        inflater.end();
      }
    }
  }

  /** True when the name ends with one of these, which are given in lower case. */
  public static boolean ends(Entry entry, String... endings) {
    String name = entry.name().toLowerCase(Locale.ROOT);
    for (String ending : endings) {
      if (name.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
