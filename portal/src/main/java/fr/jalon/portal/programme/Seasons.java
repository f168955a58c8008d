package fr.jalon.portal.programme;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.agreement.Act;
import fr.jalon.portal.agreement.Agreement;
import fr.jalon.portal.agreement.AgreementPaper;
import fr.jalon.portal.agreement.AgreementText;
import fr.jalon.portal.agreement.Agreements;
import fr.jalon.portal.agreement.ArticlesText;
import fr.jalon.portal.agreement.Status;
import fr.jalon.portal.agreement.Terms;
import fr.jalon.portal.document.Author;
import fr.jalon.portal.document.Texts;
import fr.jalon.portal.web.Rejected;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The editions of the programme. */
@Service
public class Seasons {
  private final SeasonRows rows;
  private final Agreements agreements;
  private final Texts texts;
  private final Clock clock;

  Seasons(SeasonRows rows, Agreements agreements, Texts texts, Clock clock) {
    this.rows = rows;
    this.agreements = agreements;
    this.texts = texts;
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** The civil day. */
  public LocalDate today() {
    return LocalDate.ofInstant(now(), Meeting.ZONE);
  }

  /** The last first. */
  @Transactional(readOnly = true)
  public List<Season> list() {
    return rows.list();
  }

  /** The one that began last, or begins first when none has. */
  @Transactional(readOnly = true)
  public Optional<Season> findCurrent() {
    List<Season> all = rows.list();
    LocalDate today = today();
    return all.stream()
        .filter(one -> !one.plan().firstDay().isAfter(today))
        .findFirst()
        .or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1)));
  }

  /**
   * @throws Rejected with {@link ProgrammeProblem#NO_SUCH_SEASON}
   */
  @Transactional(readOnly = true)
  public Season get(String slug) {
    return rows.find(slug).orElseThrow(() -> new Rejected(ProgrammeProblem.NO_SUCH_SEASON));
  }

  @Transactional(readOnly = true)
  public Season get(UUID id) {
    return rows.find(id).orElseThrow(() -> new Rejected(ProgrammeProblem.NO_SUCH_SEASON));
  }

  /**
   * Makes a season from the template, or from an earlier one whose days are moved along.
   *
   * @param from an earlier season, null for the template
   */
  @Transactional
  public Season make(Person by, String name, LocalDate firstDay, @Nullable UUID from) {
    requireAdministrator(by);
    String named = words(name, 120);
    if (firstDay.getYear() < 2000 || firstDay.getYear() > 2199) {
      throw new Rejected(ProgrammeProblem.NO_SUCH_DAY);
    }
    SeasonPlan plan =
        from == null
            ? SeasonTemplate.shipped().on(named, firstDay)
            : get(from).plan().shifted(named, firstDay);
    Season made = insert(plan);
    texts.begin(made.id(), from, SeasonTexts.ALL, author(by));
    if (from != null && texts.get(from, AgreementPaper.ARTICLES).isShipped()) {
      // made before texts were kept: its articles are in its plan alone
      texts.write(
          made.id(),
          AgreementPaper.ARTICLES,
          ArticlesText.write(plan.text().articles()),
          texts.get(made.id(), AgreementPaper.ARTICLES).number(),
          author(by));
    }
    return made;
  }

  static Author author(Person by) {
    return new Author(by.id(), by.name());
  }

  private Season insert(SeasonPlan plan) {
    UUID id = UUID.randomUUID();
    String slug = slug(plan.name());
    if (slug.isEmpty()) {
      throw new Rejected(ProgrammeProblem.WORDS_MISSING);
    }
    if (!rows.insert(id, slug, plan, now())) {
      throw new Rejected(ProgrammeProblem.NAME_TAKEN);
    }
    return get(id);
  }

  /**
   * Changes a season, as long as nobody signed an agreement of it; those drafted are written anew.
   *
   * @param revision of the season that the page showed
   */
  @Transactional
  public Season edit(Person by, UUID id, SeasonPlan plan, int revision) {
    requireAdministrator(by);
    List<Agreement> drafted = agreements.listOfSeason(id);
    if (drafted.stream().anyMatch(Seasons::isSigned)) {
      throw new Rejected(ProgrammeProblem.SEASON_SIGNED);
    }
    if (!rows.update(id, plan, revision)) {
      throw new Rejected(ProgrammeProblem.CHANGED_MEANWHILE);
    }
    redraft(drafted, plan, by);
    return get(id);
  }

  /**
   * Gives the agreements of a season other articles. Those that somebody signed keep theirs; those
   * drafted are written anew.
   */
  @Transactional
  Season rewrite(Person by, Season season, List<AgreementText.Article> articles) {
    requireAdministrator(by);
    AgreementText text = season.plan().text();
    SeasonPlan plan =
        season
            .plan()
            .withText(
                new AgreementText(
                    text.title(),
                    text.organizer(),
                    text.organizerSignatory(),
                    text.place(),
                    articles));
    if (!rows.update(season.id(), plan, season.revision())) {
      throw new Rejected(ProgrammeProblem.CHANGED_MEANWHILE);
    }
    redraft(
        agreements.listOfSeason(season.id()).stream().filter(one -> !isSigned(one)).toList(),
        plan,
        by);
    return get(season.id());
  }

  /** Those that were sent stay as the others have them: to change one, its sending is corrected. */
  private void redraft(List<Agreement> drafted, SeasonPlan plan, Person by) {
    for (Agreement one : drafted) {
      if (one.reckon().on(today()).status() == Status.DRAFT) {
        Terms former = one.reckon().termsOn(today());
        Terms terms = plan.terms(former.beneficiary(), former.signatory(), former.address());
        agreements.redraft(one.id(), plan.text(), new Act.Drafted(today(), terms), by);
      }
    }
  }

  /** How many agreements of it somebody signed. */
  @Transactional(readOnly = true)
  long countSigned(UUID id) {
    return agreements.listOfSeason(id).stream().filter(Seasons::isSigned).count();
  }

  /** True once somebody signed an agreement of it: nothing of it changes any more. */
  @Transactional(readOnly = true)
  public boolean isFixed(UUID id) {
    return agreements.listOfSeason(id).stream().anyMatch(Seasons::isSigned);
  }

  private static boolean isSigned(Agreement agreement) {
    return agreement.reckon().facts().stream().anyMatch(fact -> fact.act() instanceof Act.Signed);
  }

  static void requireAdministrator(Person by) {
    if (by.role() != Role.ADMINISTRATOR) {
      throw new Rejected(ProgrammeProblem.FOR_ADMINISTRATORS);
    }
  }

  /** What somebody wrote, without its outer blanks. */
  static String words(String written, int most) {
    String words = optional(written, most);
    if (words.isEmpty()) {
      throw new Rejected(ProgrammeProblem.WORDS_MISSING);
    }
    return words;
  }

  static String optional(String written, int most) {
    String words = written.replace("\r\n", "\n").strip();
    if (words.length() > most) {
      throw new Rejected(ProgrammeProblem.TOO_LONG, most);
    }
    return words;
  }

  static String slug(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-+|-+$", "");
  }
}
