package fr.jalon.portal.review;

import fr.jalon.portal.catalog.Conformity;
import fr.jalon.portal.catalog.MetadataFacts;
import fr.jalon.portal.catalog.UdataScore;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.deposit.Milestones;
import java.time.Instant;

/** When a published dataset is of quality: nothing left against its model, a full description. */
final class Quality {
  /**
   * Points of data.gouv.fr, out of nine: as the checklist asks. What is published once, without a
   * rhythm, can have seven.
   */
  static final int ENOUGH_POINTS = Milestones.ENOUGH_POINTS;

  private Quality() {}

  static int points(Version version, Instant now) {
    return UdataScore.of(MetadataFacts.of(version), now).points();
  }

  /**
   * Problems left against the national model it follows. What follows none was published without an
   * error, or it would not have been.
   */
  static int problems(Version version) {
    Conformity conformity = version.conformity();
    Integer problems = conformity == null ? null : conformity.problems();
    return problems == null ? 0 : problems;
  }
}
