package fr.jalon.portal.programme;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.agreement.Agreement;
import fr.jalon.portal.agreement.AgreementPaper;
import fr.jalon.portal.agreement.AgreementPapers;
import fr.jalon.portal.agreement.AgreementText;
import fr.jalon.portal.agreement.Agreements;
import fr.jalon.portal.agreement.ArticlesText;
import fr.jalon.portal.agreement.Terms;
import fr.jalon.portal.document.Document;
import fr.jalon.portal.document.DocumentProblem;
import fr.jalon.portal.document.Filling;
import fr.jalon.portal.document.TextKind;
import fr.jalon.portal.document.TextVersion;
import fr.jalon.portal.document.Texts;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Rejected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The texts of a season's papers, which its administrators write. */
@Service
class SeasonTexts {
  static final List<TextKind> ALL =
      Stream.<TextKind>concat(
              Stream.of(AgreementPaper.values()), Stream.of(ProgrammePaper.values()))
          .toList();

  private static final Messages FRENCH = Messages.in(Messages.FRENCH);

  private final Texts texts;
  private final Seasons seasons;
  private final Agreements agreements;
  private final AgreementPapers agreementPapers;
  private final ProgrammePapers programmePapers;
  private final Beneficiaries beneficiaries;
  private final Candidacies candidacies;
  private final Sessions sessions;

  SeasonTexts(
      Texts texts,
      Seasons seasons,
      Agreements agreements,
      AgreementPapers agreementPapers,
      ProgrammePapers programmePapers,
      Beneficiaries beneficiaries,
      Candidacies candidacies,
      Sessions sessions) {
    this.texts = texts;
    this.seasons = seasons;
    this.agreements = agreements;
    this.agreementPapers = agreementPapers;
    this.programmePapers = programmePapers;
    this.beneficiaries = beneficiaries;
    this.candidacies = candidacies;
    this.sessions = sessions;
  }

  /**
   * @throws Rejected with {@link DocumentProblem#NO_SUCH_TEXT}
   */
  static TextKind get(String key) {
    return ALL.stream()
        .filter(one -> one.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new Rejected(DocumentProblem.NO_SUCH_TEXT));
  }

  /** The words that hold now; the articles of a season made before texts were kept are its own. */
  @Transactional(readOnly = true)
  public TextVersion current(Season season, TextKind kind) {
    TextVersion found = texts.get(season.id(), kind);
    return kind == AgreementPaper.ARTICLES && found.isShipped()
        ? new TextVersion(0, ArticlesText.write(season.plan().text().articles()), "", null)
        : found;
  }

  /**
   * Writes a text anew. What was signed keeps its own; agreements that nobody signed take the new
   * articles.
   *
   * @throws Rejected with {@link DocumentProblem#TEXT_CHANGED} or {@link
   *     DocumentProblem#TEXT_FAULTY}
   */
  @Transactional
  public void write(Person by, Season season, TextKind kind, String text, int seen) {
    Seasons.requireAdministrator(by);
    texts.write(season.id(), kind, text, seen, Seasons.author(by));
    if (kind == AgreementPaper.ARTICLES) {
      seasons.rewrite(by, season, ArticlesText.articles(text));
    }
  }

  /** What the text would make, of an example or of someone. */
  @Transactional(readOnly = true)
  public Document preview(
      Person by, Season season, TextKind kind, String text, @Nullable UUID subject) {
    if (kind == AgreementPaper.ARTICLES) {
      if (!kind.faults(text).isEmpty()) {
        throw new Rejected(DocumentProblem.TEXT_FAULTY);
      }
      AgreementText before = season.plan().text();
      AgreementText after =
          new AgreementText(
              before.title(),
              before.organizer(),
              before.organizerSignatory(),
              before.place(),
              ArticlesText.articles(text));
      return agreementFilling(season, AgreementPaper.AGREEMENT, after, subject)
          .fill(AgreementPaper.AGREEMENT, texts.get(season.id(), AgreementPaper.AGREEMENT).text());
    }
    Filling filling =
        kind instanceof AgreementPaper paper
            ? agreementFilling(season, paper, season.plan().text(), subject)
            : programmeFilling(by, season, (ProgrammePaper) kind, subject);
    return filling.fill(kind, text);
  }

  private Filling agreementFilling(
      Season season, AgreementPaper paper, AgreementText text, @Nullable UUID subject) {
    Terms terms =
        season
            .plan()
            .terms(
                FRENCH.text("document.field.beneficiaire.example"),
                FRENCH.text("document.field.signataire.example"),
                FRENCH.text("document.field.adresse.example"));
    Filling example = agreementPapers.example(text, terms);
    if (subject == null) {
      return example;
    }
    Agreement real = agreements.get(ofSeason(beneficiaries.get(subject), season).agreementId());
    Agreement reworded =
        new Agreement(
            real.id(), real.organizationId(), real.seasonId(), text, real.revision(), real.facts());
    return agreementPapers.filling(reworded, paper).over(example);
  }

  private Filling programmeFilling(
      Person by, Season season, ProgrammePaper kind, @Nullable UUID subject) {
    Filling example = programmePapers.example(season);
    if (subject == null) {
      return example;
    }
    return switch (kind.about()) {
      case CANDIDACY -> {
        Candidacy one = candidacies.get(subject);
        if (!one.seasonId().equals(season.id())) {
          throw new Rejected(ProgrammeProblem.NO_SUCH_CANDIDACY);
        }
        yield programmePapers.filling(season, one).over(example);
      }
      case MEETING -> {
        Meeting one = sessions.getMeeting(subject);
        if (!one.seasonId().equals(season.id())) {
          throw new Rejected(ProgrammeProblem.NO_SUCH_MEETING);
        }
        yield programmePapers.filling(season, one, by.name()).over(example);
      }
    };
  }

  private static Beneficiary ofSeason(Beneficiary one, Season season) {
    if (!one.seasonId().equals(season.id())) {
      throw new Rejected(ProgrammeProblem.NO_SUCH_BENEFICIARY);
    }
    return one;
  }

  /** Of whom a preview may be made, by their id. */
  @Transactional(readOnly = true)
  public Map<String, String> subjects(Season season, TextKind kind) {
    Map<String, String> subjects = new LinkedHashMap<>();
    if (kind instanceof AgreementPaper) {
      beneficiaries
          .listOfSeason(season.id())
          .forEach(one -> subjects.put(one.id().toString(), one.name()));
    } else if (kind instanceof ProgrammePaper paper) {
      switch (paper.about()) {
        case CANDIDACY ->
            candidacies
                .listOf(season.id())
                .forEach(one -> subjects.put(one.id().toString(), one.name()));
        case MEETING ->
            sessions.listOfSeason(season.id()).stream()
                .map(Session::meeting)
                .distinct()
                .forEach(
                    one ->
                        subjects.put(
                            one.id().toString(),
                            Words.stage(season, one.stage()) + ", " + Words.moment(FRENCH, one)));
      }
    }
    return subjects;
  }
}
