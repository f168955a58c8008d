package fr.jalon.portal.agreement;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of the text that decides something, by its key: the number of its article is the matter of
 * each season's text.
 */
public enum Clause {
  /** What the accompaniment is, its phases, its sessions. */
  ACCOMPANIMENT("accompagnement"),
  /** The budget, who brings what, when the notice is sent. */
  FUNDING("financement"),
  /** What each party does: the référent, the information, the costs. */
  ROLES("roles"),
  /** Protection of personal data. */
  PERSONAL_DATA("donnees-personnelles"),
  /** From when to when; no renewal. */
  DURATION("duree"),
  /** Ended by the beneficiary, or by the loss of its membership. */
  UNILATERAL_TERMINATION("resiliation-par-le-beneficiaire"),
  /** Ended by both. */
  MUTUAL_TERMINATION("resiliation-d-un-commun-accord"),
  /** Changed by an amendment that both sign. */
  AMENDMENT("avenant"),
  /** Where acts are sent. */
  DOMICILE("domicile"),
  /** Nothing in the text: recorded as outside it. */
  NONE("");

  private final String word;

  Clause(String word) {
    this.word = word;
  }

  /** As people write it beside the title of an article: "[clé : duree]"; "" for none. */
  public String word() {
    return word;
  }

  static Optional<Clause> findByWord(String word) {
    return Stream.of(values()).filter(one -> one != NONE && one.word.equals(word)).findFirst();
  }
}
