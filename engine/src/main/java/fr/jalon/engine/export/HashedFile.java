package fr.jalon.engine.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file being written under a temporary name; it takes its own name only once whole and on the
 * disk. Its SHA-256 is computed on the way. Closing an unfinished one deletes it.
 */
final class HashedFile extends OutputStream {
  private static final int BUFFER = 1 << 17;

  private final Path temporary;
  private final Path target;
  private final FileChannel channel;
  private final MessageDigest digest;
  private final byte[] buffer = new byte[BUFFER];
  private int buffered;
  private long written;
  private boolean finished;

  HashedFile(Path folder, String name) throws IOException {
    this.target = folder.resolve(name);
    this.temporary = folder.resolve("." + name + ".part");
    this.channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    this.digest = sha256();
  }

  /** Bytes written so far: the position of the next one. */
  long position() {
    return written + buffered;
  }

  @Override
  public void write(int b) throws IOException {
    if (buffered == BUFFER) {
      drain();
    }
    buffer[buffered++] = (byte) b;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (length > BUFFER - buffered) {
      drain();
      if (length >= BUFFER) {
        send(bytes, offset, length);
        return;
      }
    }
    System.arraycopy(bytes, offset, buffer, buffered, length);
    buffered += length;
  }

  /** Puts the file on the disk under its own name. */
  WrittenFile finish(WrittenFormat format, long rows) throws IOException {
    drain();
    channel.force(true);
    channel.close();
    Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    finished = true;
    String hash = HexFormat.of().formatHex(digest.digest());
    return new WrittenFile(target.getFileName().toString(), format, written, hash, rows);
  }

  @Override
  public void close() throws IOException {
    channel.close();
    if (!finished) {
      Files.deleteIfExists(temporary);
    }
  }

  private void drain() throws IOException {
    send(buffer, 0, buffered);
    buffered = 0;
  }

  private void send(byte[] bytes, int offset, int length) throws IOException {
    digest.update(bytes, offset, length);
    ByteBuffer wrapped = ByteBuffer.wrap(bytes, offset, length);
    while (wrapped.hasRemaining()) {
      channel.write(wrapped);
    }
    written += length;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
