package fr.jalon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {
  private static final String TREES = "nom;hauteur\nChêne;12,5\nPin;8\n";
  private static final String CONVERTED = "nom,hauteur\nChêne,\"12,5\"\nPin,8\n";

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void writesTheTableAsPlainCsvWhateverTheFileWas() throws IOException {
    Path file = folder.resolve("arbres.csv");
    Files.writeString(
        file,
        "Arbres de la commune;;\r\n\r\nnom;hauteur;note\r\nChêne;12,5;\"dit \"\"le vieux\"\"\"\r\n"
            + "Pin;8\r\nTOTAL;20,5;\r\n",
        Charset.forName("windows-1252"));
    Path target = folder.resolve("propre.csv");
    assertThat(convert(file, "-o", target)).isEqualTo(Jalon.DONE);
    assertThat(target)
        .hasContent(
            """
            nom,hauteur,note
            Chêne,"12,5","dit ""le vieux""\"
            Pin,8,
            TOTAL,"20,5",
            """);
  }

  @Test
  void inventsNoNamesForAFileWithoutAny() throws IOException {
    Path file = write("sans-titres.csv", "2021-01-01;12\n2021-01-02;15\n2021-01-03;11\n");
    Path target = folder.resolve("out.csv");
    assertThat(convert(file, "-o", target)).isEqualTo(Jalon.DONE);
    assertThat(target).hasContent("2021-01-01,12\n2021-01-02,15\n2021-01-03,11\n");
  }

  @Test
  void namesTheFieldsOfRecordsThatHaveNoHeaderRow() throws IOException {
    Path file = write("records.json", "[{\"nom\":\"Chêne\",\"age\":3},{\"nom\":\"Pin\"}]");
    Path target = folder.resolve("out.csv");
    assertThat(convert(file, "-o", target)).isEqualTo(Jalon.DONE);
    assertThat(target).hasContent("nom,age\nChêne,3\nPin,\n");
  }

  @Test
  void walksAFolderBehindALink() throws IOException {
    write("dépôt/2021/a.csv", TREES);
    Path link = Files.createSymbolicLink(folder.resolve("lien"), folder.resolve("dépôt"));
    Path target = folder.resolve("out");
    assertThat(convert(link, "-o", target)).isEqualTo(Jalon.DONE);
    assertThat(names(target)).containsExactly("2021/a.csv.csv");
  }

  @Test
  void walksAFolderAndKeepsItsShape() throws IOException {
    write("dépôt/a.csv", TREES);
    write("dépôt/2021/été/a.csv", TREES);
    write("dépôt/.caché.csv", TREES);
    write("dépôt/~$a.xlsx", "lock");
    Path target = folder.resolve("out");
    assertThat(convert(folder.resolve("dépôt"), "-o", target)).isEqualTo(Jalon.DONE);
    assertThat(names(target)).containsExactly("2021/été/a.csv.csv", "a.csv.csv");
    assertThat(target.resolve("a.csv.csv")).hasContent(CONVERTED);
  }

  @Test
  void readsNoResultOfAnEarlierRunInsideTheFolder() throws IOException {
    write("dépôt/a.csv", TREES);
    Path target = folder.resolve("dépôt/out");
    assertThat(convert(folder.resolve("dépôt"), "-o", target)).isEqualTo(Jalon.DONE);
    assertThat(convert(folder.resolve("dépôt"), "-o", target)).isEqualTo(Jalon.DONE);
    assertThat(names(target)).containsExactly("a.csv.csv");
  }

  @Test
  void keepsResultsOfTheSameNameApart() throws IOException {
    Path first = write("un/a.csv", TREES);
    Path second = write("deux/a.csv", TREES.replace("Pin", "Orme"));
    Path target = folder.resolve("out");
    assertThat(convert(first, second, first, "-o", target)).isEqualTo(Jalon.DONE);
    assertThat(names(target)).containsExactly("a.csv-2.csv", "a.csv.csv");
    assertThat(target.resolve("a.csv-2.csv")).content().contains("Orme");
  }

  @Test
  void goesOnPastAFileItCannotReadAndSaysSoAtTheEnd() throws IOException {
    Path good = write("a.csv", TREES);
    Path image = write("b.csv", "%PDF-1.4 rien d'un tableau");
    Path target = folder.resolve("out");
    assertThat(convert(image, folder.resolve("absent.csv"), good, "-o", target))
        .isEqualTo(Jalon.UNREADABLE);
    assertThat(names(target)).containsExactly("a.csv.csv");
    assertThat(said()).contains("b.csv: ", "PDF", "absent.csv").contains("1 fichier écrit");
  }

  @Test
  void writesAnEmptyResultForAnEmptyFileAndWarns() throws IOException {
    Path empty = write("vide.csv", "");
    Path target = folder.resolve("out.csv");
    assertThat(convert(empty, "-o", target)).isEqualTo(Jalon.DONE);
    assertThat(target).isEmptyFile();
    assertThat(said()).contains("vide.csv: ce fichier est vide");
  }

  @Test
  void leavesNothingHalfWrittenAndKeepsTheEarlierResult() throws IOException {
    Path broken = folder.resolve("arbres.csv.gz");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(TREES.repeat(1000).getBytes(StandardCharsets.UTF_8));
    }
    Files.write(broken, Arrays.copyOf(packed.toByteArray(), packed.size() - 20));
    Path target = write("out/arbres.csv", "before");
    assertThat(convert(broken, "-o", target)).isEqualTo(Jalon.UNREADABLE);
    assertThat(target).hasContent("before");
    assertThat(names(folder.resolve("out"))).containsExactly("arbres.csv");
  }

  @Test
  void neverReplacesAFileItReads() throws IOException {
    Path file = write("a.csv", TREES);
    assertThat(convert(file, "-o", file)).isEqualTo(Jalon.USAGE);
    Path link = Files.createSymbolicLink(folder.resolve("lien.csv"), file);
    assertThat(convert(link, "-o", file)).isEqualTo(Jalon.USAGE);
    Path other = write("a", TREES);
    assertThat(convert(other, file, "-o", folder)).isEqualTo(Jalon.USAGE);
    assertThat(file).hasContent(TREES);
    assertThat(said()).contains("would be replaced");
  }

  @Test
  void readsAsItIsTold() throws IOException {
    Path file = write("a.csv", "a|b;c\n1|2;3\n4|5;6\n");
    Path target = folder.resolve("out.csv");
    assertThat(convert(file, "-o", target, "--delimiter", "|", "--header", "none"))
        .isEqualTo(Jalon.DONE);
    assertThat(target).hasContent("a,b;c\n1,2;3\n4,5;6\n");
  }

  @Test
  void writesToStandardOutputWhenAsked() throws IOException {
    Path file = write("a.csv", TREES);
    assertThat(convert(file, "-o", "-")).isEqualTo(Jalon.DONE);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(CONVERTED);
  }

  @Test
  void refusesWhatItCannotUnderstand() throws IOException {
    Path file = write("a.csv", TREES);
    assertThat(convert(file)).isEqualTo(Jalon.USAGE);
    assertThat(convert("-o", folder)).isEqualTo(Jalon.USAGE);
    assertThat(convert(file, "-o", folder, "--colour")).isEqualTo(Jalon.USAGE);
    assertThat(convert(file, "-o", "x.csv", "--header", "0")).isEqualTo(Jalon.USAGE);
    assertThat(convert(file, file, "-o", folder, "--sheet", "Feuille1")).isEqualTo(Jalon.USAGE);
    assertThat(convert(file, folder, "-o", file)).isEqualTo(Jalon.USAGE);
  }

  @Test
  void saysNothingWhenAskedToBeQuiet() throws IOException {
    Path file = write("a.csv", TREES);
    assertThat(convert(file, "-o", folder.resolve("out.csv"), "--quiet")).isEqualTo(Jalon.DONE);
    assertThat(said()).isEmpty();
  }

  @Test
  void showsNoNameThatCouldCommandATerminal() throws IOException {
    Path file = write("a\u001b[2Jb.csv", "%PDF-1.4");
    assertThat(convert(file, "-o", folder.resolve("out.csv"))).isEqualTo(Jalon.UNREADABLE);
    assertThat(said()).doesNotContain("\u001b").contains("a?[2Jb.csv");
  }

  @Test
  void redrawsItsBarOnATerminal() {
    ProgressBar bar = new ProgressBar(stream(err), 4, 400, 90, false);
    bar.done("communes/arbres.csv", 200);
    bar.say("une phrase");
    bar.finish();
    assertThat(said())
        .startsWith("\r[############............] 1 sur 4")
        .contains("communes/arbres.csv")
        .endsWith("\u001b[K\r\u001b[Kune phrase\n");
  }

  private int convert(Object... words) throws IOException {
    List<String> all = Stream.of(words).map(Object::toString).toList();
    return ConvertCommand.run(all, stream(out), stream(err));
  }

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private static List<String> names(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
