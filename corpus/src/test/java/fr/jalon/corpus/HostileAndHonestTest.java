package fr.jalon.corpus;

import static fr.jalon.corpus.MadeFiles.after;
import static fr.jalon.corpus.MadeFiles.nothing;
import static fr.jalon.corpus.MadeFiles.repeat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.engine.Inspection;
import fr.jalon.engine.table.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two sides of one promise: files made to harm are answered soon and in little memory, each by what
 * was promised; files that are only odd are read. What they are read as, {@link CorpusTest} holds.
 */
class HostileAndHonestTest {
  /** A second or two on a quiet machine for the longest of them; a busy one must not fail. */
  private static final Duration SOON = Duration.ofMinutes(2);

  private static final String ROW = "<row><c t=\"s\"><v>0</v></c><c><v>1</v></c></row>";

  @TempDir static Path folder;

  private static @Nullable BoundedWorker worker;
  private final MadeFiles made = new MadeFiles(folder);

  @BeforeAll
  static void start() {
    worker = new BoundedWorker(folder);
  }

  @AfterAll
  static void stop() {
    Objects.requireNonNull(worker).close();
  }

  @TestFactory
  Stream<DynamicTest> answersHostileFilesSoon() throws IOException {
    return files("files/hostile").map(file -> test(file, () -> answers(file)));
  }

  @TestFactory
  Stream<DynamicTest> readsOddButHonestFiles() throws IOException {
    return files("files/honest").map(file -> test(file, () -> accepts(file)));
  }

  @Test
  void refusesWhatUnpacksWithoutEnd() throws IOException {
    long bytes = 200L << 20;
    refuses(made.gzip("bomb.csv.gz", repeat("a;b\n", bytes / 4)), "archive-too-big");
    refuses(made.zip("bomb.zip", "a.csv", repeat("a;b\n", bytes / 4)), "archive-too-big");
    refuses(
        made.zip("bomb.kmz", "doc.kml", after("<kml>", repeat("<a/>", bytes / 4))),
        "archive-too-big");
    refuses(made.ods("bomb.ods", repeat("<a/>", bytes / 4)), "archive-too-big");
    refuses(made.xlsx("bomb.xlsx", repeat("<a/>", bytes / 4), nothing()), "archive-too-big");
    refuses(made.xlsx("rows.xlsx", repeat("<row/>", 6_000_000), nothing()), "too-many-rows");
    refuses(
        made.xlsx("texts.xlsx", repeat(ROW, 3), repeat("<si><t/></si>", bytes / 13)), "too-large");
  }

  @Test
  void refusesMoreThanAnyTableHolds() throws IOException {
    refuses(made.text("wide.csv", after("a", repeat(";a", 20_000))), "too-many-columns");
    refuses(
        made.text("long.csv", after("nom;note\nA;\"", repeat("x", 70 << 20))), "record-too-long");
    refuses(made.text("wide.json", after("[{\"a\":1", names(20_000))), "too-many-columns");
  }

  @Test
  void readsAWorkbookOfAsManyColumnsAsSpreadsheetsHave() throws IOException {
    String row = "<row>" + "<c><v>1</v></c>".repeat(16_384) + "</row>";
    Path file =
        made.xlsx("columns.xlsx", after(row.replace("<v>1", "<v>2021"), repeat(row, 2)), nothing());
    assertThat(accepts(file).columns()).hasSize(16_384);
  }

  @Test
  void readsAWorkbookOfAsManyRowsAsSpreadsheetsHave() throws IOException {
    Path file =
        made.xlsx(
            "rows.xlsx",
            after("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>", numbered(1_048_575)),
            after("<si><t>nom</t></si><si><t>n</t></si>", nothing()));
    assertThat(accepts(file).rows()).isEqualTo(1_048_575);
  }

  /** Sixty to one and more: what other readers take for a bomb. */
  @Test
  void readsAnHonestWorkbookThatPacksVeryWell() throws IOException {
    String cells = "<c t=\"s\"><v>2</v></c>".repeat(8);
    Path file =
        made.xlsx(
            "even.xlsx",
            after(
                "<row>" + "<c t=\"s\"><v>0</v></c>".repeat(8) + "</row>",
                repeat(
                    "<row><c><v>1</v></c>" + cells.substring(cells.length() / 8) + "</row>",
                    300_000)),
            after("<si><t>nom</t></si><si><t>n</t></si><si><t>Orléans</t></si>", nothing()));
    assertThat(accepts(file).rows()).isEqualTo(300_000);
  }

  /** Names of columns have no length, and searching them must not take the square of it. */
  @Test
  void readsNamesOfColumnsOfAnyLength() throws IOException {
    accepts(
        made.text(
            "spaces.csv", after("\"a", after(" ".repeat(400_000), text("b\";n\n1;2\n3;4\n")))));
    accepts(made.text("humps.csv", after("aA".repeat(200_000), text(";n\n1;2\n3;4\n"))));
  }

  /** Every file of the corpus that names an address or a path outside, with a door to knock at. */
  @Test
  void opensNothingThatAFileNames() throws IOException {
    try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String address = "http://127.0.0.1:" + door.getLocalPort();
      int named = 0;
      for (Path file : Stream.concat(files("files/hostile"), files("files/honest")).toList()) {
        Path aimed = aim(file, address);
        if (aimed != null) {
          named++;
          Inspection inspection = inspect(aimed);
          assertThat(String.valueOf(inspection)).as("%s", file).doesNotContain("root:x:0");
        }
      }
      assertThat(named).isGreaterThan(15);
      door.setSoTimeout(200);
      assertThatThrownBy(door::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  private static @Nullable Path aim(Path file, String address) throws IOException {
    Path target = folder.resolve("aimed-" + file.getFileName());
    boolean packed = file.toString().matches(".*\\.(xlsx|xlsm|ods|kmz|zip)");
    return packed ? aimParts(file, target, address) : aimText(file, target, address);
  }

  private static @Nullable Path aimText(Path file, Path target, String address) throws IOException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    return namesSomething(text)
        ? Files.writeString(target, aimed(text, address), StandardCharsets.ISO_8859_1)
        : null;
  }

  private static @Nullable Path aimParts(Path file, Path target, String address)
      throws IOException {
    boolean named = false;
    try (InputStream in = Files.newInputStream(file);
        ZipInputStream zip = new ZipInputStream(in, StandardCharsets.ISO_8859_1);
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String text = new String(zip.readNBytes(1 << 20), StandardCharsets.ISO_8859_1);
        named |= namesSomething(text);
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(aimed(text, address).getBytes(StandardCharsets.ISO_8859_1));
      }
    } catch (IOException | IllegalArgumentException broken) {
      return null;
    }
    return named ? target : null;
  }

  private static boolean namesSomething(String text) {
    return text.contains("http://127.0.0.1:9") || text.contains("file:///etc/passwd");
  }

  /** Half of the doors are tried by the address, the others stay files. */
  private static String aimed(String text, String address) {
    return text.replace("http://127.0.0.1:9", address)
        .replace("\"file:///etc/passwd", "\"" + address);
  }

  private void answers(Path file) throws IOException {
    String promise = Files.readString(Path.of(file + ".expected.json"));
    Inspection inspection = inspect(file);
    String promised = promise.contains("\"refusal\" : ") ? promise.split("\"")[3] : "read";
    String given = inspection.refusal() == null ? "read" : inspection.refusal().code();
    assertThat(given).isEqualTo(promised);
  }

  private Reading accepts(Path file) throws IOException {
    Inspection inspection = inspect(file);
    assertThat(inspection.refusal()).as("%s is honest", file).isNull();
    return Objects.requireNonNull(inspection.reading());
  }

  private void refuses(Path file, String code) throws IOException {
    Inspection inspection = inspect(file);
    assertThat(inspection.refusal()).as("%s is no table", file).isNotNull();
    assertThat(Objects.requireNonNull(inspection.refusal()).code()).isEqualTo(code);
  }

  private Inspection inspect(Path file) throws IOException {
    return Objects.requireNonNull(worker).inspect(file, SOON);
  }

  private static MadeFiles.Content text(String text) {
    return MadeFiles.text(text);
  }

  private static MadeFiles.Content names(int count) {
    return out -> {
      for (int i = 0; i < count; i++) {
        MadeFiles.text(",\"n" + i + "\":1").to(out);
      }
      MadeFiles.text("}]").to(out);
    };
  }

  private static MadeFiles.Content numbered(int count) {
    return out -> {
      for (int i = 0; i < count; i++) {
        String row = "<row><c t=\"s\"><v>" + i % 2 + "</v></c><c><v>" + i + "</v></c></row>";
        out.write(row.getBytes(StandardCharsets.US_ASCII));
      }
    };
  }

  private static DynamicTest test(Path file, Executable check) {
    return DynamicTest.dynamicTest(file.getFileName().toString(), check);
  }

  private static Stream<Path> files(String folder) throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of(folder))) {
      List<Path> files =
          walk.filter(Files::isRegularFile)
              .filter(file -> !file.toString().toLowerCase(Locale.ROOT).endsWith(".expected.json"))
              .sorted()
              .toList();
      return files.stream();
    }
  }
}
