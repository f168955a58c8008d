package fr.jalon.portal.agreement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a funder other than the beneficiary brings under one agreement, on a day.
 *
 * @param planned by the terms in force
 * @param due null while nothing says what it is: nobody decided, or a paper alone knows it
 */
public record Share(String funder, Euros planned, @Nullable Euros due) {
  /**
   * Those of an agreement. What an early end does to them is never guessed: it is a decision.
   *
   * @param position of the day asked about
   * @param counted sessions that count by then
   */
  static List<Share> of(Reckoning reckoning, Position position, int counted) {
    return position.terms().funding().lines().stream()
        .filter(line -> !line.beneficiary())
        .map(line -> of(line, reckoning, position, counted))
        .toList();
  }

  private static Share of(FundingLine line, Reckoning reckoning, Position position, int counted) {
    if (position.status() == Status.GIVEN_UP) {
      return new Share(line.funder(), Euros.ZERO, Euros.ZERO);
    }
    if (position.status().isBeforeForce()) {
      return new Share(line.funder(), line.amount(), Euros.ZERO);
    }
    return new Share(
        line.funder(),
        line.amount(),
        reckoning.endsEarly(position.day())
            ? afterEarlyEnd(line, reckoning, position.terms().sessions(), counted)
            : line.amount());
  }

  private static @Nullable Euros afterEarlyEnd(
      FundingLine line, Reckoning reckoning, int sessions, int counted) {
    Doubt.Choice decided = reckoning.choice(Doubt.FUNDERS_AFTER_EARLY_END);
    if (decided == Doubt.Choice.WHOLE_SHARES) {
      return line.amount();
    }
    return decided == Doubt.Choice.SHARES_BY_SESSION
        ? bySession(line.amount(), Math.min(counted, sessions), sessions)
        : null;
  }

  /** To the nearest cent, a half upwards. */
  private static Euros bySession(Euros whole, int held, int of) {
    return new Euros(
        BigDecimal.valueOf(whole.cents())
            .multiply(BigDecimal.valueOf(held))
            .divide(BigDecimal.valueOf(of), 0, RoundingMode.HALF_UP)
            .longValueExact());
  }
}
