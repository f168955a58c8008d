package fr.jalon.portal.document;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Files written, as others read them. */
public final class Papers {
  /** Above and under it are the head and the foot of each page. */
  private static final Rectangle2D BODY = new Rectangle2D.Double(0, mm(28), mm(210), mm(245));

  private static final int MOST_SECONDS = 90;

  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private Papers() {}

  public static byte[] pdf(Document document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Pdf.write(document, out);
    return out.toByteArray();
  }

  public static byte[] odt(Document document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Odt.write(document, out);
    return out.toByteArray();
  }

  /** What veraPDF has to say against it. */
  public static List<String> faults(byte[] pdf, PDFAFlavour standard) throws Exception {
    return faults(List.of(pdf), standard);
  }

  /** What veraPDF has to say against any of them: its rules are read once. */
  public static List<String> faults(List<byte[]> pdfs, PDFAFlavour standard) throws Exception {
    List<String> faults = new ArrayList<>();
    try (PDFAValidator validator = Foundries.defaultInstance().createValidator(standard, false)) {
      for (byte[] pdf : pdfs) {
        try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), standard)) {
          faults.addAll(faults(validator.validate(parser)));
        }
      }
    }
    return faults;
  }

  private static List<String> faults(ValidationResult result) {
    List<String> faults =
        result.getTestAssertions().stream()
            .filter(each -> each.getStatus() == TestAssertion.Status.FAILED)
            .map(each -> each.getRuleId().getClause() + " " + each.getMessage())
            .distinct()
            .collect(Collectors.toList());
    if (faults.isEmpty() && !result.isCompliant()) {
      faults.add("not compliant");
    }
    return faults;
  }

  /** What is seen on each page. */
  static List<String> pages(byte[] pdf) throws IOException {
    return pages(pdf, new Rectangle2D.Double(0, 0, mm(210), mm(297)));
  }

  /** What is seen between the head and the foot of each page. */
  static List<String> bodies(byte[] pdf) throws IOException {
    return pages(pdf, BODY);
  }

  private static List<String> pages(byte[] pdf, Rectangle2D where) throws IOException {
    List<String> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        PDFTextStripperByArea area = new PDFTextStripperByArea();
        area.addRegion("here", where);
        area.extractRegions(page);
        pages.add(area.getTextForRegion("here"));
      }
    }
    return pages;
  }

  /** The words, without the bullets. Spaces of every width part them. */
  public static List<String> words(String text) {
    return Stream.of(text.split("[\\s\u00a0\u202f]+"))
        .filter(word -> !word.isEmpty() && !word.equals("•"))
        .toList();
  }

  /** Letters alone: neither spaces, nor what is never seen. */
  static String squeezed(String text) {
    return text.replaceAll("[\\s\\p{Z}\\p{Cf}•]+", "");
  }

  /** ODTs as LibreOffice gives their text; none when it is not on this machine. */
  public static List<String> textsByLibreOffice(List<Document> documents, Path folder)
      throws Exception {
    Optional<Path> office =
        Stream.of(System.getenv("PATH").split(":"))
            .map(each -> Path.of(each, "soffice"))
            .filter(Files::isExecutable)
            .findFirst();
    if (office.isEmpty()) {
      System.out.println("LibreOffice is not on this machine: no ODT was opened by it");
      return List.of();
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                office.get().toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "txt:Text (encoded):UTF8",
                "--outdir",
                folder.toString()));
    for (int at = 0; at < documents.size(); at++) {
      Path file = folder.resolve(at + ".odt");
      Files.write(file, odt(documents.get(at)));
      command.add(file.toString());
    }
    run(command, folder.resolve("log"));
    List<String> texts = new ArrayList<>();
    for (int at = 0; at < documents.size(); at++) {
      texts.add(Files.readString(folder.resolve(at + ".txt")).replace("\ufeff", ""));
    }
    return texts;
  }

  private static void run(List<String> command, Path log) throws Exception {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("LibreOffice did not end in " + MOST_SECONDS + " s");
    }
  }

  private static double mm(double length) {
    return length * 72 / 25.4;
  }
}
