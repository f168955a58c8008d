package fr.jalon.portal.home.signal;

import fr.jalon.portal.agreement.Window;
import java.util.Optional;
import java.util.stream.Stream;

/** The window of the payment notice closes soon, and none was sent. */
final class NoticeToSend implements AuthorityKind {
  @Override
  public String key() {
    return "notice-to-send";
  }

  @Override
  public Level level() {
    return Level.DEADLINE;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.NOTICE);
  }

  @Override
  public Stream<Found> of(AuthorityFacts one) {
    Window window = one.position().terms().notice();
    return Stream.of(one)
        .filter(any -> one.isSigned() && one.position().isNoticeExpected())
        .filter(any -> window.contains(one.today()))
        .filter(
            any -> !one.today().plusDays(one.limits().of(Threshold.NOTICE)).isBefore(window.to()))
        .map(
            any ->
                one.found(
                    this,
                    one.followed().agreement().id(),
                    Told.on(window.to()).of(one.position().toNotice()),
                    one.agreementHref() + "#argent"));
  }
}
