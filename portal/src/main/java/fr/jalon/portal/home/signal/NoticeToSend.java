package fr.jalon.portal.home.signal;

import fr.jalon.portal.agreement.Window;
import java.util.stream.Stream;

/** The payment notice may be sent, and its window is open. */
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
  public Stream<Found> of(AuthorityFacts one) {
    Window window = one.position().terms().notice();
    return Stream.of(one)
        .filter(any -> one.isSigned() && one.position().isNoticeExpected())
        .filter(any -> window.contains(one.today()))
        .map(
            any ->
                one.found(
                    this,
                    one.followed().agreement().id(),
                    Told.on(window.to()).of(one.position().toNotice()),
                    one.agreementHref() + "#argent"));
  }
}
