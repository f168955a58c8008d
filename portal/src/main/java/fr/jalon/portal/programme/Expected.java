package fr.jalon.portal.programme;

import fr.jalon.portal.programme.Beneficiary.Dossier;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a beneficiary is asked for; each ticks itself once we have it. */
public enum Expected {
  FOCAL_POINT,
  ADDRESS,
  AGENTS,
  SIGNATORY,
  DELIBERATION,
  DEBTOR,
  /** Or the word that there are none. */
  CODES;

  /** Of its words in the message files. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public boolean isReceived(Beneficiary beneficiary, LocalDate day) {
    Dossier dossier = beneficiary.dossier();
    return switch (this) {
      case FOCAL_POINT -> beneficiary.focalPoint(day) != null;
      case ADDRESS -> !dossier.address().isBlank();
      case AGENTS -> dossier.agents() != null;
      case SIGNATORY -> !dossier.signatory().isBlank();
      case DELIBERATION -> !dossier.deliberation().isBlank() && dossier.deliberatedOn() != null;
      case DEBTOR -> !dossier.debtorSiret().isBlank();
      case CODES ->
          dossier.noCodes() || !dossier.serviceCode().isBlank() || !dossier.engagement().isBlank();
    };
  }

  /** What is still missing. */
  public static List<Expected> missing(Beneficiary beneficiary, LocalDate day) {
    return Stream.of(values()).filter(one -> !one.isReceived(beneficiary, day)).toList();
  }
}
