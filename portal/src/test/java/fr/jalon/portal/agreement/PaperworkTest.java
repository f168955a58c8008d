package fr.jalon.portal.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.document.Document;
import fr.jalon.portal.document.Papers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
        .contains("31 décembre 2022", "Article 7.1", "reste à payer : 1 000 €");
    Book left = Book.signed().add(new Act.Terminated(day("2022-10-04"), null));
    assertThat(text(left, "resiliation")).contains("4 octobre 2022", "contribution due : 1 000 €");
    Book both =
        Book.signed().add(new Act.EndedByBoth(day("2022-11-05"), day("2022-11-05"), Euros.of(500)));
    assertThat(text(both, "accord-de-resiliation")).contains("500 €", "31 décembre 2022");
    assertThat(papers(Book.signed()).keySet())
        .containsExactly("convention", "avis-des-sommes-a-payer");
    assertThat(text(Book.signed(), "convention"))
        .contains("Le budget est de 6 000 €.", "Jusqu'au 31 décembre 2023.", "Région");
  }

  @Test
  void everyPaperIsForScreenReadersWhateverIsWrittenInIt() throws Exception {
    LocalDate on = day("2022-09-01");
    Terms changed =
        new Terms(
            Book.TERMS.end(),
            Book.TERMS.accompaniedUntil(),
            14,
            Book.PLAN,
            Book.TERMS.notice(),
            "la commune nouvelle <b>d'Amboise</b> {{titre}} \u202egpj.exe \u0007 שלום",
            "[page] **la maire",
            "## 2 place\n| Neuve |");
    Book amended = Book.signed().add(new Act.Amended(on, 1, changed, on, on));
    List<byte[]> pdfs = new ArrayList<>();
    for (Act ending :
        List.of(
            new Act.MembershipLost(day("2022-11-10"), "retrait"),
            new Act.Terminated(day("2022-11-10"), null),
            new Act.EndedByBoth(day("2022-11-10"), day("2022-11-10"), Euros.of(500)))) {
      Map<String, Document> papers = papers(new Book(amended).add(ending));
      for (Document paper : papers.values()) {
        if (pdfs.size() < papers.size() || paper == last(papers)) {
          pdfs.add(Papers.pdf(paper));
        }
      }
      assertThat(last(papers).text())
          .contains("<b>d'Amboise</b> {{titre}} \ufffdgpj.exe", "[page] **la maire", "## 2 place");
    }
    assertThat(pdfs).hasSize(6);
    assertThat(Papers.faults(pdfs, PDFAFlavour.PDFUA_1)).isEmpty();
  }

  @Test
  void whatWasSignedKeepsTheWordsItWasSignedWith() {
    Book book = Book.signed();
    Agreement signed = agreement(book);
    Instant signature =
        book.facts().stream()
            .filter(fact -> fact.act() instanceof Act.Signed)
            .map(Fact::recordedAt)
            .min(Instant::compareTo)
            .orElseThrow();
    Paperwork.Wordings later =
        (kind, at) -> at == null || at.isAfter(signature) ? "# Autre\n\nAutre" : kind.shipped();
    assertThat(new Paperwork(signed, TODAY, later).find("convention").orElseThrow().text())
        .contains("Le budget est de")
        .doesNotContain("Autre");
    assertThat(
            new Paperwork(signed, TODAY, later)
                .find("avis-des-sommes-a-payer")
                .orElseThrow()
                .text())
        .as("nobody signs it")
        .contains("Autre");
  }

  @Test
  void noAgreementGoesWithoutItsPlan() {
    String told = text(Book.signed(), "convention");
    assertThat(told.split("Plan de relance", -1)).as("once").hasSize(2);
  }

  private static Document last(Map<String, Document> papers) {
    return papers.values().stream().reduce((former, last) -> last).orElseThrow();
  }

  private static String text(Book book, String name) {
    return Objects.requireNonNull(papers(book).get(name))
        .text()
        .replaceAll("[\\u00a0\\u202f]", " ");
  }

  private static Map<String, Document> papers(Book book) {
    Agreement agreement = agreement(book);
    Paperwork paperwork = new Paperwork(agreement, TODAY, (kind, at) -> kind.shipped());
    Map<String, Document> papers = new LinkedHashMap<>();
    Paperwork.papers(agreement, TODAY)
        .keySet()
        .forEach(name -> papers.put(name, paperwork.find(name).orElseThrow()));
    return papers;
  }

  private static Agreement agreement(Book book) {
    return new Agreement(
        UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), TEXT, 1, book.facts());
  }

  private static AgreementText.Article article(Clause clause, String number, String paragraph) {
    return new AgreementText.Article(clause, number, "Titre de l'article", List.of(paragraph));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
