package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.ColumnEvidence;
import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.Words;
import java.util.Set;

/** What is counted or measured: the numbers of a column that can be added up. */
abstract class QuantityKind implements Kind {
  /** Words of headers whose figures are codes to keep as they are, never quantities. */
  static final Set<String> CODES =
      Set.of(
          "code",
          "cod",
          "siret",
          "siren",
          "insee",
          "postal",
          "cp",
          "tel",
          "telephone",
          "fonction",
          "chapitre",
          "article",
          "compte",
          "matricule",
          "nomenclature",
          "iban",
          "rna",
          "nature",
          "rubrique",
          "cdcol",
          "cdetab");

  @Override
  public final boolean plausible(Shape shape) {
    return shape.digits() >= 1 && shape.length() <= 32;
  }

  @Override
  public final boolean namedBy(Words header) {
    return header.hasAny(Numbers.QUANTITIES);
  }

  @Override
  public boolean suits(ColumnEvidence column) {
    return column.share(this) >= (namedBy(column.header()) ? ENOUGH_WHEN_NAMED : ENOUGH)
        && !column.header().hasAny(CODES)
        && column.shareOf(QuantityKind::hasLeadingZero) == 0
        && !isCalled(column);
  }

  /** Numbers to call, all with a plus or without a sign: a gain would stand beside a loss. */
  private static boolean isCalled(ColumnEvidence column) {
    return column.shareOf(Numbers::mayBeCalled) > 0 && column.shareOf(QuantityKind::isGain) == 0;
  }

  /** A negative number, or a positive one that nobody can call. */
  private static boolean isGain(String value) {
    Numbers.Written number = Numbers.read(value);
    return number != null
        && (number.canonical().startsWith("-")
            || (value.startsWith("+") && !Numbers.mayBeCalled(value)));
  }

  /** One 05 among the 12 and 37 tells that they are codes. */
  private static boolean hasLeadingZero(String value) {
    return value.length() > 1 && value.charAt(0) == '0' && Identifiers.allDigits(value);
  }

  @Override
  public final boolean summable() {
    return true;
  }
}
