package fr.jalon.portal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class PdfTest {
  @Test
  void everyBlockIsForScreenReadersAndForArchives() throws Exception {
    byte[] pdf = Papers.pdf(Samples.everything(60));

    assertThat(Papers.faults(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    assertThat(Papers.faults(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
  }

  @Test
  void isHeardAsTheTextOfTheDocument() throws IOException {
    Document document = Samples.everything();

    assertThat(Papers.words(AsHeard.text(Papers.pdf(document))))
        .isEqualTo(Papers.words(document.text()));
  }

  @Test
  void hostileTextsStayTexts() throws Exception {
    for (String text : Samples.HOSTILE) {
      Document document = Samples.hostile(text);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Pdf.Written written = Pdf.write(document, out);

      assertThat(Papers.faults(out.toByteArray(), PDFAFlavour.PDFUA_1)).as(text).isEmpty();
      assertThat(Papers.squeezed(AsHeard.text(out.toByteArray())))
          .isEqualTo(Papers.squeezed(shown(document.text(), written)));
    }
  }

  @Test
  void saysWhichCharactersItCouldNotDraw() throws IOException {
    Pdf.Written written =
        Pdf.write(
            Document.of("Boussole 🧭", List.of(Block.Paragraph.of("é 😀 א 🧭"))),
            new ByteArrayOutputStream());

    assertThat(written.missing()).containsExactly("🧭");
  }

  @Test
  void hebrewIsSeenFromRightToLeft() throws IOException {
    byte[] pdf = Papers.pdf(Document.of("Titre", List.of(Block.Paragraph.of("abc שלום def"))));

    assertThat(Papers.pages(pdf).get(0)).contains("abc שלום def");
    assertThat(AsHeard.text(pdf)).contains("םולש");
  }

  @Test
  void theSameDocumentGivesTheSameBytes() throws IOException {
    assertThat(Papers.pdf(Samples.everything())).isEqualTo(Papers.pdf(Samples.everything()));
  }

  @Test
  void saysItsTitleItsLanguageAndItsHeadings() throws IOException {
    byte[] pdf = Papers.pdf(Samples.everything().withDescription("Un modèle"));
    try (PDDocument read = Loader.loadPDF(pdf)) {
      assertThat(read.getDocumentInformation().getTitle()).startsWith("Convention");
      assertThat(read.getDocumentInformation().getSubject()).isEqualTo("Un modèle");
      assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo("fr");
      List<String> outline = new ArrayList<>();
      for (PDOutlineItem item : read.getDocumentCatalog().getDocumentOutline().children()) {
        outline.add(item.getTitle());
      }
      assertThat(outline).contains("Article 1 — Objet", "Annexe — Séances");
    }
    assertThat(Papers.pages(Papers.pdf(Samples.everything().withLanguage(Locale.UK))).get(1))
        .contains("Date and signature");
  }

  @Test
  void eachPageHasItsHeadItsFootItsNumberAndTheHeaderOfItsTable() throws IOException {
    List<String> pages = Papers.pages(Papers.pdf(Samples.everything(60)));

    assertThat(pages).hasSize(4);
    for (int at = 0; at < pages.size(); at++) {
      assertThat(pages.get(at))
          .contains("Département du Val-d’Orne — convention 2026-014")
          .contains("Convention d’accompagnement, Vallon-sur-Orne")
          .contains("page " + (at + 1) + "/4");
    }
    assertThat(pages.subList(1, 4)).allMatch(page -> page.contains("Sujet"));
  }

  @Test
  void aHeadingIsNeverTheLastOfItsPage() throws IOException {
    String sentence = "La commune reste maîtresse de ses données et décide de ce qu’elle publie. ";
    List<Block> blocks = new ArrayList<>();
    for (int at = 1; at <= 60; at++) {
      blocks.add(new Block.Heading(2, "Article " + at));
      blocks.add(Block.Paragraph.of(sentence.repeat(3 + at % 7)));
    }
    List<String> pages = Papers.bodies(Papers.pdf(Document.of("Longue convention", blocks)));

    assertThat(pages).hasSizeGreaterThan(7);
    assertThat(pages)
        .allSatisfy(page -> assertThat(page.strip()).doesNotContainPattern("Article \\d+$"));
  }

  @Test
  void noWordIsCutWhileTheLineHasRoom() throws IOException {
    Block.Grid grid =
        Block.Grid.of(
            "",
            List.of(
                Block.Column.text("Collectivité"),
                Block.Column.numeric("Sessions"),
                Block.Column.numeric("Qualité"),
                Block.Column.text("À jour"),
                Block.Column.text("Mis à jour seule")),
            List.of(
                List.of(
                    "Châteauroux",
                    "2",
                    "1",
                    "Subventions versées aux associations, version 2 du 5 octobre 2023",
                    "Subventions versées aux associations, version 3 du 10 mai 2024")));

    assertThat(Papers.words(Papers.pages(Papers.pdf(Document.of("Survie", List.of(grid)))).get(0)))
        .contains("Collectivité", "Châteauroux", "Sessions", "Qualité", "Subventions");
  }

  @Test
  void nothingIsLostBesideThePage() throws IOException {
    List<Block.Column> columns =
        IntStream.rangeClosed(1, Block.Grid.MOST_COLUMNS)
            .mapToObj(at -> Block.Column.numeric("Colonne" + at))
            .toList();
    List<String> row = columns.stream().map(column -> "m".repeat(1000)).toList();
    byte[] pdf =
        Papers.pdf(Document.of("Large", List.of(Block.Grid.of("", columns, List.of(row)))));

    String seen = Papers.squeezed(String.join("", Papers.bodies(pdf)));
    assertThat(seen.chars().filter(letter -> letter == 'm').count()).isEqualTo(12_000);
  }

  @Test
  void longTitlesAndHeadsLeaveTheTextItsPlace() throws IOException {
    String endless = "m".repeat(10_000);
    Document document =
        Document.of(endless, List.of(new Block.Heading(2, endless), Block.Paragraph.of("Suite.")))
            .withHead("😀".repeat(200))
            .withFoot(endless);

    assertThat(document.head()).isEqualTo("😀".repeat(99) + "…");
    assertThat(document.foot()).hasSize(Document.MOST_IN_MARGIN).endsWith("m…");
    assertThat(Papers.squeezed(String.join("", Papers.bodies(Papers.pdf(document)))))
        .isEqualTo(endless + endless + "Suite.");
  }

  @Test
  void refusesADocumentTooLongForTheServer() {
    Document document =
        Document.of("Long", List.of(Block.Paragraph.of("é".repeat(Document.MOST_CHARACTERS))));

    assertThatThrownBy(() -> Papers.pdf(document))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("400000");
  }

  /** What cannot be drawn is shown as U+FFFD; what joins two of them is not seen. */
  private static String shown(String text, Pdf.Written written) {
    String shown = text;
    for (String missing : written.missing()) {
      shown = shown.replace(missing, "\ufffd");
    }
    return shown;
  }
}
