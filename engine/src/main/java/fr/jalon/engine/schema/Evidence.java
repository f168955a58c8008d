package fr.jalon.engine.schema;

import com.google.re2j.Pattern;
import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.table.Text;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a column say for or against a field. All shares are of the filled cells, those
 * that say nothing is known ("NC") left out.
 *
 * @param support 0 to 1, how much meeting such values under such a name says that the table is of
 *     the field's schema
 */
record Evidence(Fit fit, double support) {
  /** Values that hardly anything but this field holds: a SIRET, a term of the list, a tree. */
  static final double SURE = 1;

  /** Numbers within what is usual for the field: other things may measure as much. */
  static final double RANGED = 0.7;

  /** Values that fit, as those of many other columns would: any text, any number, any date. */
  static final double PLAIN = 0.5;

  /** Values that are not those expected, or no value: the name alone speaks, and weakly. */
  static final double WEAK = 0.25;

  /** A column of a kind may hold a few faulty cells: the share from which kinds are chosen. */
  private static final double ENOUGH = 0.9;

  /** The share under which hardly any cell is what is wanted, the other end of ENOUGH. */
  private static final double HARDLY = 0.1;

  /** Share of cells with a known word from which a column is of such words; nobody lists all. */
  private static final double WORDED = 0.3;

  private static final Set<Kind> VAGUE =
      Set.of(Kinds.TEXT, Kinds.INTEGER, Kinds.DECIMAL, Kinds.YEAR);

  /** Numbers all the same: a share written in percent, a code of five digits. */
  private static final Set<Kind> IN_DIGITS =
      Set.of(Kinds.POSTAL, Kinds.INSEE, Kinds.LATITUDE, Kinds.LONGITUDE);

  /** Codes whose cells may all be spoiled by a spreadsheet and still be meant. */
  private static final Set<Kind> CODES =
      Set.of(Kinds.SIRET, Kinds.SIREN, Kinds.RNA, Kinds.INSEE, Kinds.POSTAL);

  private static final int SIRET_DIGITS = 14;

  static Evidence of(Field field, ColumnProfile column, Distinct values) {
    Cells cells = new Cells(values);
    return cells.meant == 0
        ? new Evidence(Fit.UNKNOWN, WEAK)
        : identified(field, cells, judged(field, column, values, cells));
  }

  /** Values that repeat do not name the rows, whatever they look like. */
  private static Evidence identified(Field field, Cells cells, Evidence judged) {
    if (!field.identifies() || judged.fit() == Fit.CONTRARY) {
      return judged;
    }
    double different = (double) cells.different / cells.meant;
    if (different >= ENOUGH) {
      return new Evidence(judged.fit(), SURE);
    }
    return new Evidence(judged.fit(), Math.min(WEAK, judged.support()));
  }

  private static Evidence judged(Field field, ColumnProfile column, Distinct values, Cells cells) {
    if (Unit.other(column.name(), field) != null || cells.inAnotherUnit(field)) {
      return new Evidence(Fit.CONTRARY, PLAIN);
    }
    Kind kind = field.asKind();
    if (kind == Kinds.TEXT) {
      return text(field, column, cells);
    }
    if (kind == Kinds.DECIMAL || kind == Kinds.INTEGER) {
      return number(field, column, values, cells);
    }
    if (kind == Kinds.DATE || kind == Kinds.DATETIME) {
      return date(field, column, cells);
    }
    return kind == Kinds.BOOLEAN ? yesOrNo(field, column, cells) : code(field, column, cells);
  }

  private static Evidence number(Field field, ColumnProfile column, Distinct values, Cells cells) {
    double share = cells.of(field.asKind());
    if (!VAGUE.contains(column.asKind()) && column.asKind() != Kinds.EMPTY || share < HARDLY) {
      boolean digits = IN_DIGITS.contains(column.asKind());
      return digits ? new Evidence(Fit.UNKNOWN, WEAK) : new Evidence(Fit.CONTRARY, 0);
    }
    if (share < ENOUGH || cells.share(text -> isOutside(text, field)) > HARDLY) {
      return new Evidence(Fit.UNKNOWN, WEAK);
    }
    if (UnitSuspicion.of(field, column.name(), values) != null) {
      return new Evidence(Fit.CONTRARY, PLAIN);
    }
    Field.Range usual = field.usual();
    Unit wanted = Unit.of(field.title());
    if (usual != null) {
      boolean right = UnitSuspicion.share(values, usual, BigDecimal.ONE) >= UnitSuspicion.USUAL;
      return right ? new Evidence(Fit.FITS, RANGED) : new Evidence(Fit.UNKNOWN, WEAK);
    }
    boolean unitSaid = wanted == null || wanted.isMain() || Unit.of(column.name()) != null;
    return new Evidence(unitSaid ? Fit.FITS : Fit.UNKNOWN, PLAIN);
  }

  private static boolean isOutside(String text, Field field) {
    Numbers.Written number = Numbers.read(text);
    if (number == null) {
      return false;
    }
    double value = Double.parseDouble(number.canonical());
    Double minimum = field.constraints().minimum();
    Double maximum = field.constraints().maximum();
    return minimum != null && value < minimum || maximum != null && value > maximum;
  }

  private static Evidence date(Field field, ColumnProfile column, Cells cells) {
    double share = cells.of(field.asKind());
    if (share >= ENOUGH) {
      return new Evidence(Fit.FITS, PLAIN);
    }
    boolean other = !VAGUE.contains(column.asKind()) && !isDay(column.asKind());
    boolean digitless = column.asKind() == Kinds.TEXT && cells.share(Evidence::hasDigit) < HARDLY;
    return other || digitless || column.asKind() == Kinds.DECIMAL
        ? new Evidence(Fit.CONTRARY, 0)
        : new Evidence(Fit.UNKNOWN, WEAK);
  }

  private static boolean isDay(Kind kind) {
    return kind == Kinds.DATE || kind == Kinds.DATETIME || kind == Kinds.PERIOD;
  }

  private static Evidence yesOrNo(Field field, ColumnProfile column, Cells cells) {
    double listed =
        cells.share(
            text -> field.trueValues().contains(text) || field.falseValues().contains(text));
    double share = Math.max(cells.of(Kinds.BOOLEAN), listed);
    if (share >= ENOUGH) {
      return new Evidence(Fit.FITS, column.asKind() == Kinds.BOOLEAN ? SURE : PLAIN);
    }
    return share < HARDLY ? new Evidence(Fit.CONTRARY, 0) : new Evidence(Fit.UNKNOWN, WEAK);
  }

  /** SIRET, commune, coordinate, address of a page… */
  private static Evidence code(Field field, ColumnProfile column, Cells cells) {
    boolean siret = field.asKind() == Kinds.SIRET;
    double share = Math.max(cells.of(field.asKind()), siret ? cells.share(Evidence::asSiret) : 0);
    boolean mayBe = column.asKind() == field.asKind() || VAGUE.contains(column.asKind());
    if (mayBe && share >= ENOUGH) {
      return new Evidence(Fit.FITS, SURE);
    }
    boolean spoiled =
        CODES.contains(field.asKind()) && mayBe && cells.share(Evidence::hasDigit) >= ENOUGH;
    if (share >= HARDLY && mayBe) {
      return new Evidence(Fit.UNKNOWN, share >= ENOUGH / 2 ? PLAIN : WEAK);
    }
    boolean days = field.asKind() == Kinds.PERIOD && isDay(column.asKind());
    return spoiled || days || share >= HARDLY
        ? new Evidence(Fit.UNKNOWN, WEAK)
        : new Evidence(Fit.CONTRARY, 0);
  }

  /** Fourteen digits, their key being wrong or not. */
  private static boolean asSiret(String text) {
    return text.length() >= SIRET_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9' || Character.isSpaceChar(c))
        && text.chars().filter(c -> c >= '0' && c <= '9').count() == SIRET_DIGITS;
  }

  private static Evidence text(Field field, ColumnProfile column, Cells cells) {
    String pattern = field.constraints().pattern();
    if (pattern != null) {
      Pattern form = Pattern.compile(pattern);
      double share = cells.share(form::matches);
      return share >= ENOUGH ? new Evidence(Fit.FITS, SURE) : misfit(column, share);
    }
    Integer longest = field.constraints().maxLength();
    if (longest != null && cells.share(text -> text.length() > longest) > HARDLY) {
      return new Evidence(Fit.UNKNOWN, WEAK);
    }
    if (!field.constraints().allowed().isEmpty()) {
      Set<String> allowed =
          field.constraints().allowed().stream().map(Words::fold).collect(Collectors.toSet());
      double share = cells.share(text -> allowed.contains(Words.fold(text)));
      return share >= ENOUGH
          ? new Evidence(Fit.FITS, SURE)
          : share >= WORDED ? new Evidence(Fit.UNKNOWN, SURE) : misfit(column, share);
    }
    return words(field, column, cells);
  }

  private static Evidence words(Field field, ColumnProfile column, Cells cells) {
    boolean figures = hasDigit(field.example());
    if (column.asKind() != Kinds.TEXT) {
      boolean number = VAGUE.contains(column.asKind()) || column.asKind() == Kinds.DATE;
      return figures && number
          ? new Evidence(Fit.FITS, PLAIN)
          : misfit(column, column.asKind() == Kinds.INTEGER ? HARDLY : 0);
    }
    if (field.words().isEmpty()) {
      return new Evidence(Fit.FITS, PLAIN);
    }
    boolean known = cells.share(text -> Words.of(text).hasAny(field.words())) >= WORDED;
    return known ? new Evidence(Fit.FITS, SURE) : new Evidence(Fit.UNKNOWN, WEAK);
  }

  private static Evidence misfit(ColumnProfile column, double share) {
    return column.asKind() == Kinds.TEXT || share >= HARDLY
        ? new Evidence(Fit.UNKNOWN, WEAK)
        : new Evidence(Fit.CONTRARY, 0);
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  /** The cells of a column that say something, as far as the profile keeps them. */
  private static final class Cells {
    private final Distinct values;
    private final boolean[] blank;
    private long meant;
    private long different;

    Cells(Distinct values) {
      this.values = values;
      this.blank = new boolean[values.size()];
      for (int index = 0; index < values.size(); index++) {
        String text = text(index);
        blank[index] = Blanks.isBlankWord(text) || Blanks.isSpreadsheetError(text);
        meant += blank[index] ? 0 : values.count(index);
        different += blank[index] ? 0 : 1;
      }
    }

    private String text(int index) {
      Text value = values.value(index);
      return value.toString().strip();
    }

    double share(Predicate<String> test) {
      long count = 0;
      for (int index = 0; index < blank.length; index++) {
        count += !blank[index] && test.test(text(index)) ? values.count(index) : 0;
      }
      return (double) count / meant;
    }

    double of(Kind kind) {
      int bit = Kinds.index(kind);
      long count = 0;
      for (int index = 0; index < blank.length; index++) {
        boolean is = !blank[index] && (values.kinds(index) >> bit & 1) != 0;
        count += is ? values.count(index) : 0;
      }
      return (double) count / meant;
    }

    /** True when the cells bear a unit themselves, and another than the field's. */
    boolean inAnotherUnit(Field field) {
      Unit wanted = Unit.of(field.title());
      return wanted != null && share(text -> isOther(unit(text), wanted)) > HARDLY;
    }

    private static boolean isOther(@Nullable Unit unit, Unit wanted) {
      return unit != null && !unit.equals(wanted);
    }

    private static @Nullable Unit unit(String text) {
      Numbers.Written number = hasDigit(text) ? Numbers.read(text) : null;
      return number == null || number.unit().isEmpty() ? null : Unit.of(" " + number.unit());
    }
  }
}
