package fr.jalon.portal.web.body;

import fr.jalon.portal.web.LargeBodies.Allowance;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * The body of one request: first it comes, then it is read as if it came. A short one stays in
 * memory, a longer one goes to the disk where its sender may send one; one that is refused is read
 * from the network all the same, kept nowhere, and then looks empty.
 */
final class Body implements InputBuffer {
  /** What is held in memory; also the most that anyone may send: our forms hold less. */
  static final int SHORT = 16 << 10;

  private static final int CHUNK = 64 << 10;

  private final Intake intake;
  private final @Nullable Allowance allowance;
  private final long most;
  private @Nullable Refusal refusal;
  private byte[] memory = new byte[512];
  private int inMemory;
  private long received;
  private long onDisk;
  private @Nullable FileChannel file;
  private long given;
  private @Nullable ByteBuffer chunk;
  private boolean whole;
  private boolean closed;

  /**
   * @param allowance the places it holds until it is closed, null for none
   * @param most bytes kept, beyond which it is refused
   */
  Body(Intake intake, @Nullable Allowance allowance, long most, @Nullable Refusal refusal) {
    this.intake = intake;
    this.allowance = allowance;
    this.most = most;
    this.refusal = refusal;
  }

  /** Keeps what came. */
  void add(ByteBuffer bytes) {
    received += bytes.remaining();
    if (refusal != null) {
      return;
    }
    if (received > most) {
      refuse(allowance == null ? Refusal.FROM_A_STRANGER : Refusal.TOO_LARGE);
      return;
    }
    try {
      if (file == null && inMemory + bytes.remaining() <= SHORT) {
        remember(bytes);
      } else {
        write(bytes);
      }
    } catch (IOException noRoom) {
      refuse(Refusal.NO_ROOM);
    }
  }

  private void remember(ByteBuffer bytes) {
    int more = bytes.remaining();
    if (inMemory + more > memory.length) {
      memory = Arrays.copyOf(memory, Math.max(inMemory + more, 2 * memory.length));
    }
    bytes.get(memory, inMemory, more);
    inMemory += more;
  }

  private void write(ByteBuffer bytes) throws IOException {
    FileChannel to = file;
    if (to == null) {
      to = intake.newFile();
      file = to;
    }
    intake.requireRoom(onDisk, bytes.remaining());
    while (bytes.hasRemaining()) {
      onDisk += to.write(bytes);
    }
  }

  /** Keeps nothing of it, and no more of it. */
  void refuse(Refusal why) {
    refusal = why;
    memory = new byte[0];
    inMemory = 0;
    closeFile();
  }

  @Nullable Refusal refusal() {
    return refusal;
  }

  /** Milliseconds since it was begun within which the rest is to come. */
  long patience() {
    return (allowance == null ? Pace.OF_FORMS : Pace.OF_FILES).millis(received);
  }

  /** It came to its end. */
  void end() {
    whole = true;
  }

  boolean isWhole() {
    return whole;
  }

  @Override
  public int doRead(ApplicationBufferHandler reader) throws IOException {
    ByteBuffer next = next();
    if (next == null) {
      return -1;
    }
    reader.setByteBuffer(next);
    given += next.remaining();
    return next.remaining();
  }

  private @Nullable ByteBuffer next() throws IOException {
    if (given < inMemory) {
      return ByteBuffer.wrap(memory, 0, inMemory).slice();
    }
    FileChannel from = file;
    long at = given - inMemory;
    if (from == null || at >= onDisk) {
      return null;
    }
    if (chunk == null) {
      chunk = ByteBuffer.allocate(CHUNK);
    }
    chunk.clear();
    if (from.read(chunk, at) <= 0) {
      throw new IOException("what came of a body is on the disk no more");
    }
    return chunk.flip();
  }

  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, inMemory + onDisk - given);
  }

  /** Gives back what it holds; nothing the second time. */
  void close() {
    if (closed) {
      return;
    }
    closed = true;
    closeFile();
    if (allowance != null) {
      intake.leave(allowance);
    }
  }

  private void closeFile() {
    FileChannel open = file;
    file = null;
    onDisk = 0;
    if (open != null) {
      try {
        open.close();
      } catch (IOException left) {
        // it has no name any more: the system gives its room back at the latest when we end
      }
    }
  }
}
