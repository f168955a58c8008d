package fr.jalon.portal.home.signal;

import fr.jalon.portal.agreement.Euros;
import fr.jalon.portal.deposit.Place;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the sentence of a signal says.
 *
 * @param title of a dataset or a stage, "" for none
 * @param day since when, or until when; null when no day is told
 * @param count of cells, files, candidacies; 0 when nothing is counted
 * @param place in a deposit, null for none
 * @param code of a finding, keys of pieces, an address: what the kind tells in words; "" for none
 * @param sum still to be paid, null for none
 */
public record Told(
    String title,
    @Nullable LocalDate day,
    long count,
    @Nullable Place place,
    String code,
    @Nullable Euros sum) {
  static final Told NOTHING = new Told("", null, 0, null, "", null);

  static Told on(LocalDate day) {
    return NOTHING.titled("", day);
  }

  static Told of(String title, LocalDate day) {
    return NOTHING.titled(title, day);
  }

  private Told titled(String other, LocalDate on) {
    return new Told(other, on, count, place, code, sum);
  }

  Told counting(long many) {
    return new Told(title, day, many, place, code, sum);
  }

  Told at(@Nullable Place where) {
    return new Told(title, day, count, where, code, sum);
  }

  Told about(String what) {
    return new Told(title, day, count, place, what, sum);
  }

  Told of(Euros euros) {
    return new Told(title, day, count, place, code, euros);
  }
}
