package fr.jalon.portal.storage;

import fr.jalon.portal.web.PrivateFolder;
import fr.jalon.portal.web.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The store of files, each under the hash of its bytes ({@code ab/cdef…}).
 *
 * <p>A file is written aside, forced to the disk, then renamed into its place and its folder forced
 * too: after a power cut it is there whole or not at all. The same bytes are kept once. Files kept
 * are never changed, and leave by {@link UnusedFiles} alone; safe for use by many threads.
 */
@Component
public class Storage {
  private static final int BUFFER = 1 << 16;

  /**
   * How long bytes received a second time are kept whoever gives them up: whoever received them
   * says so within the transaction that follows, which lasts seconds.
   */
  static final Duration SHARED = Duration.ofMinutes(10);

  private final Path files;
  private final Path aside;
  private final Path work;
  private final long reserve;
  private final Clock clock;

  /**
   * When files that were there already were received again, by hash; held to look and to remove.
   */
  private final Map<String, Instant> receivedAgain = new HashMap<>();

  /** Opens the store and empties what a killed portal left: half-written files, work folders. */
  Storage(StorageSettings settings, Clock clock) throws IOException {
    this.clock = clock;
    this.files = settings.folder().toAbsolutePath().normalize();
    this.aside = files.resolve("unfinished");
    this.work = settings.work().toAbsolutePath().normalize();
    this.reserve = settings.reserve().toBytes();
    FileSystemUtils.deleteRecursively(aside);
    FileSystemUtils.deleteRecursively(work);
    PrivateFolder.open(files);
    PrivateFolder.open(aside);
    PrivateFolder.open(work);
  }

  /**
   * Keeps what the stream gives, to its end.
   *
   * @throws Rejected with {@link StorageProblem#DISK_FULL} when there is no room for it
   */
  public StoredFile put(InputStream content) throws IOException {
    requireRoom();
    Path written = aside.resolve(UUID.randomUUID().toString());
    try {
      StoredFile file = write(content, written);
      moveInPlace(written, file);
      return file;
    } catch (IOException failed) {
      throw full(aside, failed);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  /** Keeps a copy of a file. */
  public StoredFile put(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return put(content);
    }
  }

  /**
   * Where a file kept is, to be read only.
   *
   * @throws NoSuchFileException when no file has this hash
   */
  public Path path(String sha256) throws NoSuchFileException {
    Path path = place(new StoredFile(sha256, 0));
    if (!Files.isRegularFile(path)) {
      throw new NoSuchFileException(path.toString());
    }
    return path;
  }

  /** The folder under which every file kept lies; nothing else does. */
  public Path folder() {
    return files;
  }

  /** True when a file of this hash is kept. */
  public boolean has(String sha256) {
    return Files.isRegularFile(place(new StoredFile(sha256, 0)));
  }

  /**
   * A new empty folder for the temporary files of one job, to be given back to {@link
   * #removeFolder}. What is forgotten is removed at the next start.
   */
  public Path newFolder() throws IOException {
    try {
      return Files.createDirectory(work.resolve(UUID.randomUUID().toString()));
    } catch (IOException failed) {
      throw full(work, failed);
    }
  }

  /** The file system says "no space left" in words only; what is left tells the same. */
  private static IOException full(Path folder, IOException failed) {
    if (freeSpace(folder) < BUFFER) {
      throw new Rejected(StorageProblem.DISK_FULL);
    }
    return failed;
  }

  /** Removes a work folder and all it holds. */
  public void removeFolder(Path folder) throws IOException {
    if (!work.equals(folder.getParent())) {
      throw new IllegalArgumentException("Not a work folder: " + folder);
    }
    FileSystemUtils.deleteRecursively(folder);
  }

  /**
   * Bytes that may still be written under a folder.
   *
   * <p>Asked of the file system itself: {@code Files.getFileStore} looks the folder up in the list
   * of mounts, which a chroot or a container may not show.
   */
  public static long freeSpace(Path folder) {
    return folder.toFile().getUsableSpace();
  }

  /**
   * @throws Rejected with {@link StorageProblem#DISK_FULL} when there is no room for one more file
   */
  public void requireRoom() {
    if (freeSpace(aside) < reserve) {
      throw new Rejected(StorageProblem.DISK_FULL);
    }
  }

  private static StoredFile write(InputStream content, Path path) throws IOException {
    MessageDigest hash = sha256();
    try (FileChannel channel =
            FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PrivateFolder.file(path));
        OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), hash)) {
      byte[] buffer = new byte[BUFFER];
      long size = 0;
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        out.write(buffer, 0, read);
        size += read;
      }
      channel.force(true);
      return new StoredFile(HexFormat.of().formatHex(hash.digest()), size);
    }
  }

  /**
   * Removes the file of that hash, which nobody used a moment ago, unless the same bytes were
   * received since: whoever did may not have said so yet.
   *
   * @return false when they were
   */
  boolean removeUnlessShared(String sha256) throws IOException {
    Path place = place(new StoredFile(sha256, 0));
    synchronized (receivedAgain) {
      forgetReceived();
      if (receivedAgain.containsKey(sha256)) {
        return false;
      }
      if (Files.deleteIfExists(place)) {
        force(folder(new StoredFile(sha256, 0)));
      }
      return true;
    }
  }

  private void forgetReceived() {
    Instant limit = clock.instant().minus(SHARED);
    receivedAgain.values().removeIf(limit::isAfter);
  }

  private boolean isThere(StoredFile file) throws IOException {
    synchronized (receivedAgain) {
      Path place = place(file);
      if (!Files.isRegularFile(place) || Files.size(place) != file.size()) {
        return false;
      }
      forgetReceived();
      receivedAgain.put(file.sha256(), clock.instant());
      return true;
    }
  }

  private void moveInPlace(Path written, StoredFile file) throws IOException {
    Path place = place(file);
    if (isThere(file)) {
      return;
    }
    Path folder = folder(file);
    if (Files.notExists(folder)) {
      PrivateFolder.open(folder);
      force(files);
    }
    Files.move(written, place, StandardCopyOption.ATOMIC_MOVE);
    force(folder);
  }

  private Path place(StoredFile file) {
    return folder(file).resolve(file.sha256().substring(2));
  }

  private Path folder(StoredFile file) {
    return files.resolve(file.sha256().substring(0, 2));
  }

  /** A rename is on the disk once the folder it happened in is. */
  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
