package fr.jalon.portal.review;

import fr.jalon.engine.Json;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Token;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Followed;
import fr.jalon.portal.programme.Phase;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.review.Review.Kind;
import fr.jalon.portal.review.Review.Listed;
import fr.jalon.portal.review.Review.Said;
import fr.jalon.portal.review.Review.Text;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Rejected;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reports made of facts: begun, written in, frozen, added to. Each method is one transaction.
 * The people of an authority see its own; the report of a season is for those of the region.
 */
@Service
public class Reviews {
  /** Texts that facts make are those of the papers. */
  private static final Messages FRENCH = Messages.in(Messages.FRENCH);

  private final ReviewRows rows;
  private final Facts facts;
  private final Beneficiaries beneficiaries;
  private final Seasons seasons;

  Reviews(ReviewRows rows, Facts facts, Beneficiaries beneficiaries, Seasons seasons) {
    this.rows = rows;
    this.facts = facts;
    this.beneficiaries = beneficiaries;
    this.seasons = seasons;
  }

  /**
   * A report as it reads.
   *
   * @param beneficiary null for a season's
   * @param phase null for the whole
   * @param said of the facts as they are, or as it was frozen
   * @param written what people wrote, by passage
   * @param sha256 of what is said
   */
  public record Look(
      Review review,
      Season season,
      @Nullable Beneficiary beneficiary,
      @Nullable Phase phase,
      Said said,
      Map<Passage, Written> written,
      String sha256,
      List<Supplement> supplements) {

    String text(Passage passage) {
      return said.texts().stream()
          .filter(one -> one.passage() == passage)
          .map(Text::text)
          .findFirst()
          .orElse("");
    }

    int revision(Passage passage) {
      Written one = written.get(passage);
      return one == null ? 0 : one.revision();
    }
  }

  /** Those of a beneficiary, the first begun first. */
  @Transactional(readOnly = true)
  public List<Listed> listOf(Person who, UUID beneficiaryId) {
    return rows.listOfBeneficiary(beneficiaries.getFor(beneficiaryId, who).id());
  }

  /** Those of a season and of its beneficiaries, the first begun first; for the region. */
  @Transactional(readOnly = true)
  public List<Listed> listOfSeason(UUID seasonId) {
    return rows.listOfSeason(seasonId);
  }

  /** Begins the review of a phase, or finds the one begun. */
  @Transactional
  public Review begin(Person by, UUID beneficiaryId, String phase) {
    ReviewRules.requireRegion(by);
    Beneficiary one = beneficiaries.getFor(beneficiaryId, by);
    if (find(seasons.get(one.seasonId()), phase) == null) {
      throw new Rejected(ReviewProblem.NO_SUCH_PHASE);
    }
    return begin(by, Kind.STAGE, one.seasonId(), one.id(), phase);
  }

  /** Begins the closing report of a beneficiary, or finds the one begun. */
  @Transactional
  public Review beginClosing(Person by, UUID beneficiaryId) {
    ReviewRules.requireRegion(by);
    Beneficiary one = beneficiaries.getFor(beneficiaryId, by);
    return begin(by, Kind.CLOSING, one.seasonId(), one.id(), "");
  }

  /** Begins the report of a season, or finds the one begun. */
  @Transactional
  public Review beginSeason(Person by, Season season) {
    ReviewRules.requireRegion(by);
    return begin(by, Kind.SEASON, season.id(), null, "");
  }

  private Review begin(
      Person by, Kind kind, UUID seasonId, @Nullable UUID beneficiaryId, String phase) {
    rows.insert(
        new Review(UUID.randomUUID(), kind, seasonId, beneficiaryId, phase, seasons.now(), null),
        by.name());
    return rows.find(kind, seasonId, beneficiaryId, phase).orElseThrow();
  }

  private static @Nullable Phase find(Season season, String key) {
    return season.plan().track().phases().stream()
        .filter(phase -> phase.key().equals(key))
        .findFirst()
        .orElse(null);
  }

  /** A report as it reads, for someone who may see it: another's is as if it were not there. */
  @Transactional(readOnly = true)
  public Look look(Person who, UUID id) {
    return look(visible(rows.find(id).orElseThrow(Reviews::none), who));
  }

  private Review visible(Review review, Person who) {
    UUID beneficiary = review.beneficiaryId();
    if (beneficiary != null) {
      beneficiaries.getFor(beneficiary, who);
    } else if (!ReviewRules.isOfTheRegion(who)) {
      throw none();
    }
    return review;
  }

  private static Rejected none() {
    return new Rejected(ReviewProblem.NO_SUCH_REVIEW);
  }

  private Look look(Review review) {
    Season season = seasons.get(review.seasonId());
    UUID beneficiaryId = review.beneficiaryId();
    Beneficiary one = beneficiaryId == null ? null : beneficiaries.get(beneficiaryId);
    Phase phase = find(season, review.phase());
    Map<Passage, Written> written =
        rows.listWritten(review.id()).stream()
            .collect(Collectors.toMap(Written::passage, Function.identity()));
    Review.Frozen frozen = review.frozen();
    Said said = frozen == null ? said(review, season, one, phase, written) : frozen.said();
    return new Look(
        review,
        season,
        one,
        phase,
        said,
        written,
        frozen == null ? Token.sha256(Json.write(said)) : frozen.sha256(),
        rows.listSupplements(review.id()));
  }

  private Said said(
      Review review,
      Season season,
      @Nullable Beneficiary one,
      @Nullable Phase phase,
      Map<Passage, Written> written) {
    Content content;
    if (one == null) {
      content = facts.ofSeason(season);
    } else {
      Followed followed = beneficiaries.follow(one);
      content = phase == null ? facts.ofWhole(followed) : facts.ofPhase(followed, phase);
    }
    return new Said(
        content,
        Stream.of(Passage.values())
            .map(
                passage -> {
                  Written own = written.get(passage);
                  return new Text(
                      passage,
                      own == null || own.text().isEmpty()
                          ? Proposed.text(FRENCH, review.kind(), content, passage)
                          : own.text());
                })
            .toList());
  }

  /**
   * Writes a passage; "" comes back to what the facts say.
   *
   * @param revision of the passage that the form showed
   * @throws Rejected with {@link ReviewProblem#CHANGED_MEANWHILE} when somebody wrote there since,
   *     {@link ReviewProblem#FROZEN} when nothing moves any more
   */
  @Transactional
  public void write(Person by, UUID id, Passage passage, String text, int revision) {
    Review review = locked(id, by);
    if (!passage.isOfTheAuthority()) {
      ReviewRules.requireRegion(by);
    }
    String words = ReviewRules.text(text);
    if (review.isFrozen()) {
      throw new Rejected(ReviewProblem.FROZEN);
    }
    int before =
        rows.listWritten(id).stream()
            .filter(one -> one.passage() == passage)
            .mapToInt(Written::revision)
            .findFirst()
            .orElse(0);
    if (before != revision) {
      throw new Rejected(ReviewProblem.CHANGED_MEANWHILE);
    }
    rows.write(id, new Written(passage, words, before + 1, by.name(), seasons.now()));
  }

  private Review locked(UUID id, Person who) {
    return visible(rows.findForUpdate(id).orElseThrow(Reviews::none), who);
  }

  /**
   * Keeps what a report says, for good.
   *
   * @param seen the hash of what the page showed
   * @throws Rejected with {@link ReviewProblem#FIGURES_CHANGED} when it says something else now
   */
  @Transactional
  public Review freeze(Person by, UUID id, String seen) {
    ReviewRules.requireRegion(by);
    Review review = locked(id, by);
    if (review.isFrozen()) {
      throw new Rejected(ReviewProblem.FROZEN);
    }
    Look look = look(review);
    if (!look.sha256().equals(seen)) {
      throw new Rejected(ReviewProblem.FIGURES_CHANGED);
    }
    rows.freeze(id, Json.write(look.said()), look.sha256(), by.name(), seasons.now());
    return rows.find(id).orElseThrow();
  }

  /** Adds words to a frozen report. */
  @Transactional
  public void add(Person by, UUID id, String text) {
    requireFrozen(locked(id, by));
    String words = ReviewRules.text(text);
    if (words.isEmpty()) {
      throw new Rejected(ReviewProblem.WORDS_MISSING);
    }
    rows.add(
        id,
        new Supplement(
            UUID.randomUUID(), words, null, Token.sha256(words), by.name(), seasons.now()),
        null);
  }

  private static void requireFrozen(Review review) {
    if (!review.isFrozen()) {
      throw new Rejected(ReviewProblem.NOT_FROZEN);
    }
  }

  /**
   * Adds to a frozen report what survives some months after the end of the accompaniment.
   *
   * @throws Rejected with {@link ReviewProblem#TOO_EARLY} before that day is over
   */
  @Transactional
  public Survival addSurvival(Person by, UUID id, int months) {
    ReviewRules.requireRegion(by);
    Review review = locked(id, by);
    requireFrozen(review);
    if (!Survival.TERMS.contains(months) || review.kind() == Kind.STAGE) {
      throw none();
    }
    List<Followed> all = followed(review);
    if (!seasons.today().isAfter(measured(all, months))) {
      throw new Rejected(ReviewProblem.TOO_EARLY, measured(all, months));
    }
    Survival survival = Survival.of(all, facts.known(all), months);
    String content = Json.write(survival);
    Supplement supplement =
        new Supplement(
            UUID.randomUUID(), "", survival, Token.sha256(content), by.name(), seasons.now());
    if (!rows.add(id, supplement, content)) {
      throw new Rejected(ReviewProblem.ADDED_ALREADY);
    }
    return survival;
  }

  /** The terms at which survival may be added to a report, and is not yet. */
  @Transactional(readOnly = true)
  public List<Integer> termsToAdd(Look look) {
    if (!look.review().isFrozen() || look.review().kind() == Kind.STAGE) {
      return List.of();
    }
    List<Followed> all = followed(look.review());
    return Survival.TERMS.stream()
        .filter(months -> seasons.today().isAfter(measured(all, months)))
        .filter(
            months ->
                look.supplements().stream()
                    .map(Supplement::survival)
                    .filter(Objects::nonNull)
                    .noneMatch(one -> one.months() == months))
        .toList();
  }

  private List<Followed> followed(Review review) {
    UUID beneficiary = review.beneficiaryId();
    return beneficiary == null
        ? facts.signed(seasons.get(review.seasonId()))
        : List.of(beneficiaries.follow(beneficiaries.get(beneficiary)));
  }

  /** The last of the days on which they are looked at. */
  private LocalDate measured(List<Followed> all, int months) {
    return all.stream()
        .map(one -> Survival.ended(one).plusMonths(months))
        .max(Comparator.naturalOrder())
        .orElse(seasons.today());
  }
}
