package fr.jalon.portal.agreement;

import fr.jalon.portal.document.Document;
import fr.jalon.portal.document.Filling;
import fr.jalon.portal.document.Texts;
import fr.jalon.portal.web.Rejected;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** The papers of agreements, in the words of their season. */
@Service
public class AgreementPapers {
  private final Agreements agreements;
  private final Texts texts;

  AgreementPapers(Agreements agreements, Texts texts) {
    this.agreements = agreements;
    this.texts = texts;
  }

  /**
   * A paper as it is now, or as it was signed.
   *
   * @param name of its file
   * @throws Rejected with {@link AgreementProblem#NO_SUCH_FACT} when there is none
   */
  public Document get(Agreement agreement, String name) {
    return paperwork(agreement)
        .find(name)
        .orElseThrow(() -> new Rejected(AgreementProblem.NO_SUCH_FACT));
  }

  /** What an agreement says of what the text of a paper may name. */
  public Filling filling(Agreement agreement, AgreementPaper kind) {
    return paperwork(agreement).filling(kind);
  }

  /** The same of no agreement, with the terms of a season. */
  public Filling example(AgreementText text, Terms terms) {
    return Paperwork.example(text, terms, today());
  }

  private Paperwork paperwork(Agreement agreement) {
    return new Paperwork(
        agreement, today(), (kind, at) -> texts.get(agreement.seasonId(), kind, at).text());
  }

  private LocalDate today() {
    return agreements.today();
  }
}
