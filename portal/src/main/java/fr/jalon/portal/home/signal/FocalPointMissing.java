package fr.jalon.portal.home.signal;

import fr.jalon.portal.programme.Beneficiary.Designation;
import java.util.Optional;
import java.util.stream.Stream;

/** Nobody who has an account is its référent. */
final class FocalPointMissing implements AuthorityKind {
  @Override
  public String key() {
    return "focal-point-missing";
  }

  @Override
  public Level level() {
    return Level.SILENCE;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.FOCAL_POINT);
  }

  @Override
  public Stream<Found> of(AuthorityFacts one) {
    Designation known = one.followed().beneficiary().focalPoint(one.today());
    boolean missing = known == null || !one.people().contains(known.personId());
    return Stream.of(one.knownOn())
        .filter(accepted -> one.isAccompanied() && missing)
        .filter(accepted -> one.isPast(Threshold.FOCAL_POINT, accepted))
        .map(accepted -> one.found(this, "referent", Told.on(accepted), one.href() + "#referent"));
  }
}
