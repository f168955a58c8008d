package fr.jalon.engine.profile;

import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.profile.kind.Dates;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides of what kind a whole column is: the first kind that enough of its values are. A header
 * that announces a kind lowers what is enough; some kinds are only chosen when announced.
 */
final class KindChooser {
  /** A column full of one kind may hold a few faulty cells: they must stay visible as faults. */
  private static final double ENOUGH = 0.9;

  private static final double ENOUGH_WHEN_NAMED = 0.6;

  /** Words of headers whose figures are codes to keep as they are, never quantities. */
  private static final Set<String> CODES =
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

  private final Words header;
  private final Distinct values;
  private final long filled;
  private final long[] kindCounts;

  KindChooser(Words header, Distinct values, long filled, long[] kindCounts) {
    this.header = header;
    this.values = values;
    this.filled = filled;
    this.kindCounts = kindCounts;
  }

  record Choice(String code, @Nullable Kind kind) {}

  Choice choose() {
    if (filled == 0) {
      return new Choice("empty", null);
    }
    Choice choice = choose(filled);
    if (choice.kind() != null) {
      return choice;
    }
    long meant = filled - Math.round(filled * shareOf(KindChooser::saysNothing));
    return meant > 0 && meant < filled ? choose(meant) : choice;
  }

  /** "NC" in a column of amounts is no amount, but it is no argument against amounts either. */
  private static boolean saysNothing(String value) {
    return Blanks.isBlankWord(value)
        || Blanks.isSpreadsheetError(value)
        || Blanks.isOnlySpaces(value);
  }

  private Choice choose(long cells) {
    for (int i = 0; i < Kinds.ALL.size(); i++) {
      Kind kind = Kinds.ALL.get(i);
      if (chosen(kind, (double) kindCounts[i] / cells)) {
        return new Choice(kind.code(), kind);
      }
    }
    return new Choice("text", null);
  }

  private boolean chosen(Kind kind, double share) {
    boolean named = kind.namedBy(header);
    return switch (kind.code()) {
      case "insee" -> named ? share >= ENOUGH_WHEN_NAMED : share >= ENOUGH && communesAreKnown();
      case "postal" ->
          named ? share >= ENOUGH_WHEN_NAMED : share >= ENOUGH && postalCodesAreKnown();
      case "date" -> share >= ENOUGH || (named && share >= 0.3 && share + serials() >= ENOUGH);
      case "datetime" -> share >= ENOUGH;
      case "integer" -> isQuantity(share, named) && noneHasDecimals();
      case "decimal" -> isQuantity(share, named);
      default -> named ? share >= ENOUGH_WHEN_NAMED : share >= ENOUGH && !kind.needsName();
    };
  }

  private boolean isQuantity(double share, boolean named) {
    return share >= (named ? ENOUGH_WHEN_NAMED : ENOUGH)
        && !header.hasAny(CODES)
        && shareOf(KindChooser::hasLeadingZero) == 0;
  }

  /** One 05 among the 12 and 37 tells that they are codes. */
  private static boolean hasLeadingZero(String value) {
    return value.length() > 1
        && value.charAt(0) == '0'
        && value.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private boolean noneHasDecimals() {
    return kindCounts[Kinds.index("integer")] == kindCounts[Kinds.index("decimal")];
  }

  private boolean communesAreKnown() {
    return known(code -> Communes.region().find(code) != null)
        && !known(Communes.region()::hasPostalCode);
  }

  private boolean postalCodesAreKnown() {
    return known(Communes.region()::hasPostalCode);
  }

  private boolean known(Predicate<String> isKnown) {
    return shareOf(isKnown) >= ENOUGH;
  }

  private double serials() {
    return shareOf(value -> Dates.ofSerial(value) != null);
  }

  private double shareOf(Predicate<String> test) {
    long count = 0;
    for (int index = 0; index < values.size(); index++) {
      if (test.test(values.value(index).toString().strip())) {
        count += values.count(index);
      }
    }
    return (double) count / filled;
  }
}
