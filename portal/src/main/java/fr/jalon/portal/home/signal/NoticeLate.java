package fr.jalon.portal.home.signal;

import fr.jalon.portal.agreement.Window;
import java.util.Optional;
import java.util.stream.Stream;

/** The window of the payment notice is closed, and none was sent. */
final class NoticeLate implements AuthorityKind {
  @Override
  public String key() {
    return "notice-late";
  }

  @Override
  public Level level() {
    return Level.DEADLINE;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.NOTICE_LATE);
  }

  @Override
  public Stream<Found> of(AuthorityFacts one) {
    Window window = one.position().terms().notice();
    return Stream.of(one)
        .filter(any -> one.isSigned() && one.position().isNoticeExpected())
        .filter(any -> one.today().isAfter(window.to()))
        .filter(any -> one.isPast(Threshold.NOTICE_LATE, window.to()))
        .map(
            any ->
                one.found(
                    this,
                    one.followed().agreement().id(),
                    Told.on(window.to()).of(one.position().toNotice()),
                    one.agreementHref() + "#argent"));
  }
}
