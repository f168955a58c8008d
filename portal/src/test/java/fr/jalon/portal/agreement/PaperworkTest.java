package fr.jalon.portal.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.document.Document;
import fr.jalon.portal.document.Papers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The papers of agreements: what they say, and that everyone can read them. */
class PaperworkTest {
  private static final LocalDate TODAY = LocalDate.of(2022, 12, 1);
  private static final AgreementText TEXT =
      new AgreementText(
          "Convention d'accompagnement",
          "le GIP",
          "son directeur",
          "Olivet",
          List.of(
              article(Clause.ACCOMPANIMENT, "2", "Douze sessions : {{sessions}}."),
              article(Clause.FUNDING, "3", "Le budget est de {{budget}}."),
              article(Clause.DURATION, "6", "Jusqu'au {{terme}}."),
              article(Clause.UNILATERAL_TERMINATION, "7.1", "La contribution reste due."),
              article(Clause.MUTUAL_TERMINATION, "7.2", "Fin de l'année."),
              article(Clause.AMENDMENT, "8", "Par avenant.")));

  @Test
  void eachEndingHasItsLetterWithItsFigures() {
    Book lost = Book.signed().add(new Act.MembershipLost(day("2022-06-10"), "retrait"));
    assertThat(text(lost, "sortie-du-gip"))
        .contains("31 décembre 2022", "Article 7.1", "Reste à payer : 1 000 €");
    Book left = Book.signed().add(new Act.Terminated(day("2022-10-04"), null));
    assertThat(text(left, "resiliation")).contains("4 octobre 2022", "Contribution due : 1 000 €");
    Book both =
        Book.signed().add(new Act.EndedByBoth(day("2022-11-05"), day("2022-11-05"), Euros.of(500)));
    assertThat(text(both, "accord-de-resiliation")).contains("500 €", "31 décembre 2022");
    assertThat(papers(Book.signed()).keySet())
        .containsExactly("convention", "avis-des-sommes-a-payer");
    assertThat(text(Book.signed(), "convention"))
        .contains("Le budget est de 6 000 €.", "Jusqu'au 31 décembre 2023.", "Région");
  }

  @Test
  void everyPaperIsForScreenReaders() throws Exception {
    UUID notice = UUID.randomUUID();
    LocalDate on = day("2022-09-01");
    Terms changed =
        new Terms(
            Book.TERMS.end(),
            Book.TERMS.accompaniedUntil(),
            14,
            Book.PLAN,
            Book.TERMS.notice(),
            "la commune nouvelle <b>d'Amboise</b>",
            "la maire",
            "2 place Neuve");
    Book book =
        Book.signed()
            .add(new Act.Amended(on, 1, changed, on, on))
            .add(new Act.Noticed(day("2022-10-01"), notice, "T1", Euros.of(600), "Amboise"))
            .add(new Act.MembershipLost(day("2022-11-10"), "retrait"));
    String folder = System.getProperty("papers");
    for (Map.Entry<String, Supplier<Document>> paper : papers(book).entrySet()) {
      byte[] pdf = Papers.pdf(paper.getValue().get());
      assertThat(Papers.faults(pdf, PDFAFlavour.PDFUA_1)).as(paper.getKey()).isEmpty();
      if (folder != null) {
        Files.write(Path.of(folder, paper.getKey() + ".pdf"), pdf);
      }
    }
  }

  private static String text(Book book, String name) {
    return Objects.requireNonNull(papers(book).get(name))
        .get()
        .text()
        .replaceAll("[\\u00a0\\u202f]", " ");
  }

  private static Map<String, Supplier<Document>> papers(Book book) {
    Agreement agreement =
        new Agreement(
            UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), TEXT, 1, book.facts());
    return new Paperwork(agreement, TODAY).papers();
  }

  private static AgreementText.Article article(Clause clause, String number, String paragraph) {
    return new AgreementText.Article(clause, number, "Titre de l'article", List.of(paragraph));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
