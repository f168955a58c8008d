package fr.jalon.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  @TempDir private Path folder;

  @Test
  void givesTheFilesBack() throws IOException {
    try (Archive archive = open(new Zips().with("a/b.txt", "bonjour").bytes())) {
      Archive.Entry entry = archive.entries().get(0);
      assertThat(entry.name()).isEqualTo("a/b.txt");
      assertThat(archive.bytes(entry, 100)).asString(StandardCharsets.UTF_8).isEqualTo("bonjour");
      assertThat(archive.has("A/B.TXT")).isTrue();
    }
  }

  @Test
  void readsNamesInAPageOfDos() throws IOException {
    byte[] zip = new Zips().with("Départ.shp", "x").bytes(Charset.forName("IBM850"));
    try (Archive archive = open(zip)) {
      assertThat(archive.entries().get(0).name()).isEqualTo("Départ.shp");
    }
  }

  @Test
  void acceptsBytesBeforeTheArchive() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[100]);
    out.writeBytes(new Zips().with("a", "bonjour").bytes());
    try (Archive archive = open(out.toByteArray())) {
      assertThat(archive.bytes(archive.entries().get(0), 100)).hasSize(7);
    }
  }

  @Test
  void refusesTooManyFiles() {
    Zips zip = new Zips();
    for (int i = 0; i < 1_001; i++) {
      zip.with("f" + i, "");
    }
    assertRefused(zip.bytes(), "archive-too-many-files");
  }

  @Test
  void refusesNamesThatClimb() {
    assertRefused(new Zips().with("../a", "").bytes(), "archive-unsafe-names");
    assertRefused(new Zips().with("a/../../b", "").bytes(), "archive-unsafe-names");
    assertRefused(new Zips().with("a\\..\\b", "").bytes(), "archive-unsafe-names");
  }

  @Test
  void refusesTwoFilesOfOneName() {
    byte[] zip = new Zips().with("aa", "1").with("ab", "2").bytes();
    for (int i = 0; i + 1 < zip.length; i++) {
      if (zip[i] == 'a' && zip[i + 1] == 'b') {
        zip[i + 1] = 'a';
      }
    }
    assertRefused(zip, "archive-twice");
  }

  @Test
  void refusesFilesThatOverlap() {
    byte[] zip = new Zips().with("aa", "bonjour").with("ab", "bonjour").bytes();
    ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int directory = buffer.getInt(zip.length - 22 + 16);
    int second = directory + 46 + 2;
    buffer.putInt(second + 42, 0);
    assertRefused(zip, "archive-overlap");
  }

  @Test
  void refusesAnArchiveCutShort() {
    byte[] zip = new Zips().with("a", "bonjour").bytes();
    for (int length = 0; length < zip.length; length++) {
      assertRefused(Arrays.copyOf(zip, length), "corrupt-archive");
    }
  }

  @Test
  void refusesBytesThatAreNotWhatTheirSumSays() throws IOException {
    byte[] zip = new Zips().with("a", "bonjour à tous").bytes();
    ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int directory = buffer.getInt(zip.length - 22 + 16);
    buffer.putInt(directory + 16, 12345);
    try (Archive archive = open(zip)) {
      assertThatThrownBy(() -> archive.bytes(archive.entries().get(0), 100))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("corrupt-archive");
    }
  }

  @Test
  void stopsAFileThatUnpacksToTooMuch() throws IOException {
    byte[] zip = Zips.zeros("bomb", "", 200L << 20);
    try (Archive archive = open(zip)) {
      assertThatThrownBy(() -> drain(archive))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("archive-too-big");
    }
    Path file = folder.resolve("small");
    Files.write(file, Zips.zeros("bomb", "", 2L << 20));
    try (Archive archive = Archive.open(file, 1 << 20)) {
      assertThatThrownBy(() -> drain(archive)).hasMessageContaining("archive-too-big");
    }
  }

  @Test
  void letsAHonestHighRatioThrough() throws IOException {
    try (Archive archive = open(Zips.zeros("flat", "", 40L << 20))) {
      drain(archive);
    }
  }

  @Test
  void neverOpensAnArchiveInsideAnArchive() {
    byte[] inner = new Zips().with("a.csv", "a;b\n1;2\n").bytes();
    byte[] outer = new Zips().with("inner.zip", inner).bytes();
    assertThat(Outcome.of("a.zip", outer).refusal()).isEqualTo("not-a-table.archive");
  }

  @Test
  void saysThatALockedFileIsLocked() throws IOException {
    byte[] zip = new Zips().with("a", "bonjour").bytes();
    ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int directory = buffer.getInt(zip.length - 22 + 16);
    buffer.putShort(directory + 8, (short) 1);
    try (Archive archive = open(zip)) {
      assertThatThrownBy(() -> drain(archive)).hasMessageContaining("password-protected");
    }
  }

  private static void drain(Archive archive) throws IOException {
    try (InputStream in = archive.stream(archive.entries().get(0))) {
      in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private Archive open(byte[] bytes) throws IOException {
    Path file = folder.resolve("archive");
    Files.write(file, bytes);
    return Archive.open(file);
  }

  private void assertRefused(byte[] bytes, String code) {
    assertThatThrownBy(() -> open(bytes).close())
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith(code);
  }
}
