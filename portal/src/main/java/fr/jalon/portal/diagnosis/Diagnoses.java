package fr.jalon.portal.diagnosis;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.diagnosis.Level.Adjustment;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.questionnaire.Filling;
import fr.jalon.portal.questionnaire.Filling.Occasion;
import fr.jalon.portal.questionnaire.Fillings;
import fr.jalon.portal.questionnaire.Sheet;
import fr.jalon.portal.web.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the answers of authorities tell: computed each time, frozen when somebody says so. */
@Service
public class Diagnoses {
  static final int LONGEST_REASON = 1_000;
  private static final int LONGEST_NAME = 120;

  private final DiagnosisRows rows;
  private final Fillings fillings;
  private final Beneficiaries beneficiaries;
  private final Clock clock;

  Diagnoses(DiagnosisRows rows, Fillings fillings, Beneficiaries beneficiaries, Clock clock) {
    this.rows = rows;
    this.fillings = fillings;
    this.beneficiaries = beneficiaries;
    this.clock = clock;
  }

  /**
   * A diagnosis as it stands.
   *
   * @param medians of the season, on the same occasion
   */
  public record Current(
      Beneficiary beneficiary,
      Filling filling,
      Findings findings,
      Medians medians,
      List<Snapshot> snapshots) {}

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  static boolean isOfTheRegion(Person who) {
    return !who.role().belongsToAnAuthority();
  }

  static void requireRegion(Person who) {
    if (!isOfTheRegion(who)) {
      throw new Rejected(DiagnosisProblem.FOR_THE_REGION);
    }
  }

  /**
   * What the answers tell now: as many statements whatever was answered.
   *
   * @return empty while the authority has no questionnaire of that occasion
   */
  @Transactional(readOnly = true)
  public Optional<Current> look(Person who, UUID beneficiaryId, Occasion occasion) {
    Beneficiary one = beneficiaries.getFor(beneficiaryId, who);
    return fillings
        .find(one.id(), occasion)
        .map(
            filling ->
                new Current(
                    one,
                    filling,
                    findings(filling),
                    Medians.of(
                        rows.listLast(one.seasonId(), occasion).stream()
                            .map(snapshot -> snapshot.findings().profile())
                            .toList()),
                    rows.listSnapshots(one.id())));
  }

  private Findings findings(Filling filling) {
    Sheet sheet = fillings.sheet(filling);
    Map<String, Adjustment> adjusted = rows.listAdjustments(filling.id());
    Profile computed = Scores.of(sheet);
    return new Findings(
        new Profile(
            computed.levels().stream()
                .map(level -> level.adjusted(adjusted.get(level.dimension())))
                .toList()),
        Suggestion.of(sheet));
  }

  /**
   * A facilitator makes something else of a level, and says why; what was computed stays beside.
   *
   * @param level null to come back to what was computed
   */
  @Transactional
  public void adjust(
      Person by, UUID fillingId, String dimension, @Nullable Double level, String reason) {
    requireRegion(by);
    if (level != null && !(level >= 0 && level <= Level.HIGHEST && level * 2 % 1 == 0)) {
      throw new Rejected(DiagnosisProblem.NO_SUCH_LEVEL);
    }
    String why = words(reason, LONGEST_REASON, DiagnosisProblem.REASON_MISSING);
    rows.adjust(fillingId, dimension, new Adjustment(level, why, by.name(), now()));
  }

  /**
   * Keeps what is found today, for good.
   *
   * @param from the questionnaire it is read in
   * @param occasion that it is of, null for any other day; one questionnaire is not another's
   */
  @Transactional
  public Snapshot freeze(
      Person by, UUID beneficiaryId, Occasion from, @Nullable Occasion occasion, String name) {
    requireRegion(by);
    if (occasion != null && occasion != from) {
      throw new Rejected(DiagnosisProblem.ANOTHER_OCCASION);
    }
    Current now =
        look(by, beneficiaryId, from)
            .orElseThrow(() -> new Rejected(DiagnosisProblem.NO_SUCH_DIAGNOSIS));
    Snapshot frozen =
        new Snapshot(
            UUID.randomUUID(),
            beneficiaryId,
            occasion,
            words(name, LONGEST_NAME, DiagnosisProblem.NAME_MISSING),
            now.filling().version(),
            now.findings(),
            by.name(),
            now());
    rows.insert(frozen, now.beneficiary().seasonId());
    return frozen;
  }

  /** What was frozen of a beneficiary, the first first. */
  @Transactional(readOnly = true)
  public List<Snapshot> listSnapshots(Person who, UUID beneficiaryId) {
    return rows.listSnapshots(beneficiaries.getFor(beneficiaryId, who).id());
  }

  /**
   * What was frozen last of each beneficiary of a season on an occasion, in no order: one statement
   * for all of them. Whoever calls checks who may see it.
   */
  @Transactional(readOnly = true)
  public List<Snapshot> listLast(UUID seasonId, Occasion occasion) {
    return rows.listLast(seasonId, occasion);
  }

  static String words(String written, int most, DiagnosisProblem missing) {
    String words = written.replace("\r\n", "\n").strip();
    if (words.isEmpty()) {
      throw new Rejected(missing);
    }
    return limited(words, most);
  }

  static String limited(String words, int most) {
    if (words.length() > most) {
      throw new Rejected(DiagnosisProblem.TOO_LONG, most);
    }
    return words;
  }
}
