package fr.jalon.portal.diagnosis;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.diagnosis.Interview.Guide;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.web.Rejected;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Talks with people of authorities. Notes are for those of the region, and each look at them is
 * kept; the authority sees what is released.
 */
@Service
public class Interviews {
  /** Letters of the notes on one dimension: two pages. */
  static final int LONGEST_NOTES = 6_000;

  private static final int LONGEST_WHO = 300;

  /** Years back from which a day is a slip of the pen. */
  private static final int OLDEST = 5;

  private final DiagnosisRows rows;
  private final Diagnoses diagnoses;
  private final Beneficiaries beneficiaries;
  private final Seasons seasons;

  Interviews(
      DiagnosisRows rows, Diagnoses diagnoses, Beneficiaries beneficiaries, Seasons seasons) {
    this.rows = rows;
    this.diagnoses = diagnoses;
    this.beneficiaries = beneficiaries;
    this.seasons = seasons;
  }

  /** Notes are taken once people agreed to it. */
  @Transactional
  public Interview begin(
      Person by, UUID beneficiaryId, Guide guide, LocalDate day, String met, String consent) {
    Diagnoses.requireRegion(by);
    LocalDate today = seasons.today();
    if (day.isAfter(today) || day.isBefore(today.minusYears(OLDEST))) {
      throw new Rejected(DiagnosisProblem.NO_SUCH_DAY);
    }
    Interview made =
        new Interview(
            UUID.randomUUID(),
            beneficiaries.get(beneficiaryId).id(),
            guide,
            day,
            Diagnoses.words(met, LONGEST_WHO, DiagnosisProblem.NAME_MISSING),
            Diagnoses.words(consent, LONGEST_WHO, DiagnosisProblem.CONSENT_MISSING),
            Map.of(),
            "",
            null,
            null,
            0,
            by.name());
    rows.insert(made, diagnoses.now());
    return made;
  }

  /** Those of a beneficiary; for the authority, those whose summary is released. */
  @Transactional(readOnly = true)
  public List<Interview> listOf(Person who, UUID beneficiaryId) {
    List<Interview> all = rows.listInterviews(beneficiaries.getFor(beneficiaryId, who).id());
    return Diagnoses.isOfTheRegion(who)
        ? all
        : all.stream().filter(Interview::isReleased).map(Interviews::withoutNotes).toList();
  }

  /** Those with notes of which the authority was shown nothing, of several beneficiaries. */
  @Transactional(readOnly = true)
  public List<Unreleased> listUnreleased(Collection<UUID> beneficiaryIds) {
    return rows.listUnreleased(beneficiaryIds);
  }

  private static Interview withoutNotes(Interview one) {
    return new Interview(
        one.id(),
        one.beneficiaryId(),
        one.guide(),
        one.day(),
        one.met(),
        one.consent(),
        Map.of(),
        one.summary(),
        one.releasedAt(),
        one.releasedBy(),
        one.revision(),
        one.author());
  }

  /** Opens its notes, and keeps that somebody did. */
  @Transactional
  public Interview read(Person who, UUID beneficiaryId, UUID id) {
    Interview one = get(who, beneficiaryId, id);
    rows.logReading(id, who.id(), who.name(), diagnoses.now());
    return one;
  }

  private Interview get(Person who, UUID beneficiaryId, UUID id) {
    if (!Diagnoses.isOfTheRegion(who)) {
      throw new Rejected(DiagnosisProblem.NO_SUCH_INTERVIEW);
    }
    return rows.findInterview(id)
        .filter(found -> found.beneficiaryId().equals(beneficiaryId))
        .orElseThrow(() -> new Rejected(DiagnosisProblem.NO_SUCH_INTERVIEW));
  }

  /** Who looked at its notes, the last first. */
  @Transactional(readOnly = true)
  public List<Reading> listReadings(Person who, UUID id) {
    Diagnoses.requireRegion(who);
    return rows.listReadings(id);
  }

  /** Writes its notes and its summary: one that was released is to be released again. */
  @Transactional
  public void write(
      Person by,
      UUID beneficiaryId,
      UUID id,
      Map<String, String> notes,
      String summary,
      int revision) {
    get(by, beneficiaryId, id);
    Map<String, String> kept =
        notes.entrySet().stream()
            .filter(note -> !note.getValue().isBlank())
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    note ->
                        Diagnoses.limited(
                            note.getValue().replace("\r\n", "\n").strip(), LONGEST_NOTES)));
    String told = Diagnoses.limited(summary.replace("\r\n", "\n").strip(), LONGEST_NOTES);
    if (!rows.update(id, kept, told, revision)) {
      throw new Rejected(DiagnosisProblem.CHANGED_MEANWHILE);
    }
  }

  /**
   * The authority sees the summary from now on.
   *
   * @param revision of what was read
   */
  @Transactional
  public void release(Person by, UUID beneficiaryId, UUID id, int revision) {
    if (get(by, beneficiaryId, id).summary().isEmpty()) {
      throw new Rejected(DiagnosisProblem.SUMMARY_MISSING);
    }
    if (!rows.release(id, revision, diagnoses.now(), by.name())) {
      throw new Rejected(DiagnosisProblem.CHANGED_MEANWHILE);
    }
  }

  /** It does no more. */
  @Transactional
  public void takeBack(Person by, UUID beneficiaryId, UUID id) {
    get(by, beneficiaryId, id);
    rows.takeBack(id);
  }
}
