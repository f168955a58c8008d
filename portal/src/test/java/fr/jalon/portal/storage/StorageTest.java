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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class StorageTest {
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;
  private Instant now = Instant.parse("2024-03-12T10:00:00Z");

  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

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
  void removesWhatNobodyUsesAndNothingElse() throws IOException {
    Storage storage = storage(DataSize.ofBytes(0));
    storage.put(bytes("abc"));

    assertThat(new UnusedFiles(storage, List.of(hash -> false, ABC::equals)).remove(ABC))
        .isEqualTo(UnusedFiles.Outcome.STILL_USED);
    assertThat(storage.has(ABC)).isTrue();
    assertThat(new UnusedFiles(storage, List.of(hash -> false)).remove(ABC))
        .isEqualTo(UnusedFiles.Outcome.REMOVED);
    assertThat(storage.has(ABC)).isFalse();
    assertThat(new UnusedFiles(storage, List.of()).remove(ABC))
        .as("asked again after a kill")
        .isEqualTo(UnusedFiles.Outcome.REMOVED);
  }

  @Test
  void leavesBytesReceivedAgainToWhoeverIsAboutToSaySo() throws IOException {
    Storage storage = storage(DataSize.ofBytes(0));
    UnusedFiles unused = new UnusedFiles(storage, List.of(hash -> false));
    storage.put(bytes("abc"));
    storage.put(bytes("abc"));

    assertThat(unused.remove(ABC)).isEqualTo(UnusedFiles.Outcome.TOO_EARLY);
    now = now.plus(Storage.SHARED);
    assertThat(unused.remove(ABC)).isEqualTo(UnusedFiles.Outcome.TOO_EARLY);
    now = now.plusSeconds(1);
    assertThat(unused.remove(ABC)).isEqualTo(UnusedFiles.Outcome.REMOVED);
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
        new StorageSettings(folder.resolve("files"), folder.resolve("work"), reserve), clock);
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
