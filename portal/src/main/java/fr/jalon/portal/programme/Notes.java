package fr.jalon.portal.programme;

import fr.jalon.portal.account.Person;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What facilitators write for each other of a beneficiary: never shown to it. Nobody reads it
 * without leaving a trace. Whoever calls checks who may.
 */
@Service
public class Notes {
  private static final int LONGEST = 8_000;

  /** Readings shown to administrators: what a person can go through. */
  private static final int SHOWN = 500;

  private final NoteRows rows;
  private final Beneficiaries beneficiaries;
  private final Seasons seasons;

  Notes(NoteRows rows, Beneficiaries beneficiaries, Seasons seasons) {
    this.rows = rows;
    this.beneficiaries = beneficiaries;
    this.seasons = seasons;
  }

  @Transactional
  public void add(Person by, UUID beneficiaryId, String text) {
    Beneficiary one = beneficiaries.get(beneficiaryId);
    rows.add(one.id(), by.id(), new Note(seasons.now(), by.name(), Seasons.words(text, LONGEST)));
  }

  /** The notes of a beneficiary, the last first; that they were read is noted in one with it. */
  @Transactional
  public List<Note> read(Person by, UUID beneficiaryId) {
    rows.addReading(beneficiaryId, by.id(), by.name(), seasons.now());
    return rows.list(beneficiaryId);
  }

  @Transactional(readOnly = true)
  int count(UUID beneficiaryId) {
    return rows.count(beneficiaryId);
  }

  /** Who read the notes of whom, the last first. */
  @Transactional(readOnly = true)
  public List<NoteReading> listReadings() {
    return rows.listReadings(SHOWN);
  }

  /** How often the notes of one were read, without saying by whom. */
  @Transactional(readOnly = true)
  Optional<NoteRows.Readings> findReadings(UUID beneficiaryId) {
    return rows.findReadings(beneficiaryId);
  }
}
