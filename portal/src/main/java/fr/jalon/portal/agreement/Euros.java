package fr.jalon.portal.agreement;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A sum, in whole cents.
 *
 * @param cents may be negative: what is taken off
 */
public record Euros(long cents) implements Comparable<Euros> {
  public static final Euros ZERO = new Euros(0);

  /** Nobody bills beyond a hundred million here: more is a slip of the keyboard. */
  private static final long MOST_CENTS = 10_000_000_000L;

  private static final Pattern WRITTEN =
      Pattern.compile("\\d{1,3}(?: ?\\d{3})*(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?");

  public static Euros of(long euros) {
    return new Euros(Math.multiplyExact(euros, 100));
  }

  /** A sum as people write it ("1 000", "1 000,50 €"); empty when it is none, or beyond reason. */
  public static Optional<Euros> read(String text) {
    String plain = text.replaceAll("[\\s\\u00a0\\u202f]+", " ").replace("€", "").strip();
    if (!WRITTEN.matcher(plain).matches()) {
      return Optional.empty();
    }
    BigDecimal euros = new BigDecimal(plain.replace(" ", "").replace(',', '.'));
    BigDecimal cents = euros.movePointRight(2);
    return cents.compareTo(BigDecimal.valueOf(MOST_CENTS)) > 0
        ? Optional.empty()
        : Optional.of(new Euros(cents.longValueExact()));
  }

  public static Euros sum(Collection<Euros> some) {
    return new Euros(some.stream().mapToLong(Euros::cents).reduce(0, Math::addExact));
  }

  public Euros plus(Euros other) {
    return new Euros(Math.addExact(cents, other.cents));
  }

  public Euros minus(Euros other) {
    return new Euros(Math.subtractExact(cents, other.cents));
  }

  /** This, or nothing when it is below nothing. */
  public Euros orNothing() {
    return cents < 0 ? ZERO : this;
  }

  public Euros least(Euros other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public boolean isNegative() {
    return cents < 0;
  }

  public boolean isZero() {
    return cents == 0;
  }

  @Override
  public int compareTo(Euros other) {
    return Long.compare(cents, other.cents);
  }
}
