package fr.jalon.portal.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.portal.web.Rejected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class StorageTest {
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;

  @Test
  void keepsAFileUnderItsHash() throws IOException {
    Storage storage = storage(DataSize.ofBytes(0));
    assertThat(storage.put(bytes("abc"))).isEqualTo(new StoredFile(ABC, 3));
    assertThat(storage.path(ABC)).hasContent("abc");
    assertThat(folder.resolve("files/ba").resolve(ABC.substring(2))).exists();
  }

  @Test
  void keepsTheSameBytesOnce() throws IOException {
    Storage storage = storage(DataSize.ofBytes(0));
    storage.put(bytes("abc"));
    storage.put(storage.path(ABC));
    try (var kept = Files.walk(folder.resolve("files"))) {
      assertThat(kept.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  @Test
  void leavesNothingOfAFileCutShort() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("cut");
          }
        };
    assertThatThrownBy(() -> storage(DataSize.ofBytes(0)).put(broken)).hasMessage("cut");
    assertThat(folder.resolve("files/unfinished")).isEmptyDirectory();
  }

  @Test
  void emptiesWorkFoldersWhenItOpens() throws IOException {
    Storage storage = storage(DataSize.ofBytes(0));
    Path work = storage.newFolder();
    Files.writeString(work.resolve("left"), "behind");
    storage(DataSize.ofBytes(0));
    assertThat(work).doesNotExist();
    assertThatThrownBy(() -> storage.removeFolder(folder)).hasMessageContaining("work folder");
  }

  @Test
  void refusesAFileWhenTheDiskIsNearlyFull() {
    assertThatThrownBy(() -> storage(DataSize.ofTerabytes(100_000)).put(bytes("abc")))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> assertThat(rejected.problem()).isEqualTo(StorageProblem.DISK_FULL));
  }

  @Test
  void hasNoPathForWhatIsNoHash() throws IOException {
    Storage storage = storage(DataSize.ofBytes(0));
    assertThatThrownBy(() -> storage.path("../../etc/passwd"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> storage.path(ABC)).isInstanceOf(NoSuchFileException.class);
  }

  private Storage storage(DataSize reserve) throws IOException {
    return new Storage(
        new StorageSettings(folder.resolve("files"), folder.resolve("work"), reserve));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  @Test
  void nobodyElseReadsWhatIsKept() throws IOException {
    Storage storage = TestStorage.in(folder);
    StoredFile file = storage.put(new ByteArrayInputStream(new byte[] {1, 2, 3}));
    Path path = storage.path(file.sha256());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    for (Path around :
        List.of(storage.folder(), path.getParent(), storage.newFolder().getParent())) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(around)))
          .as(around.toString())
          .isEqualTo("rwx------");
    }
  }
}
