package fr.jalon.engine.rule.mend;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fr.jalon.engine.profile.Misreading;
import fr.jalon.engine.profile.Mojibake;
import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.profile.kind.DateOrder;
import fr.jalon.engine.profile.kind.Dates;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.profile.kind.Points;
import fr.jalon.engine.profile.kind.YearWindow;
import fr.jalon.engine.table.InOrder;
import fr.jalon.engine.table.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A way to write a value, told by its settings alone: it may be replayed on values never seen. Each
 * gives the text itself when there is nothing to put right, and changes nothing twice.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = Conversion.Unknown.class)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Conversion.MendAccents.class, name = "mend-accents"),
  @JsonSubTypes.Type(value = Conversion.ReadAgain.class, name = "read-again"),
  @JsonSubTypes.Type(value = Conversion.Unescape.class, name = "unescape"),
  @JsonSubTypes.Type(value = Conversion.DropUnseen.class, name = "drop-unseen"),
  @JsonSubTypes.Type(value = Conversion.JoinLines.class, name = "join-lines"),
  @JsonSubTypes.Type(value = Conversion.TrimSpaces.class, name = "trim-spaces"),
  @JsonSubTypes.Type(value = Conversion.EmptyOut.class, name = "empty-out"),
  @JsonSubTypes.Type(value = Conversion.DropPointZero.class, name = "drop-point-zero"),
  @JsonSubTypes.Type(value = Conversion.JoinCode.class, name = "join-code"),
  @JsonSubTypes.Type(value = Conversion.RestoreZero.class, name = "restore-zero"),
  @JsonSubTypes.Type(value = Conversion.WriteSigns.class, name = "write-signs"),
  @JsonSubTypes.Type(value = Conversion.OneUnit.class, name = "one-unit"),
  @JsonSubTypes.Type(value = Conversion.StripUnits.class, name = "strip-units"),
  @JsonSubTypes.Type(value = Conversion.JoinGroups.class, name = "join-groups"),
  @JsonSubTypes.Type(value = Conversion.JoinMark.class, name = "join-mark"),
  @JsonSubTypes.Type(value = Conversion.DecimalPoint.class, name = "decimal-point"),
  @JsonSubTypes.Type(value = Conversion.WriteNumbers.class, name = "write-numbers"),
  @JsonSubTypes.Type(value = Conversion.ReadDayNumbers.class, name = "read-day-numbers"),
  @JsonSubTypes.Type(value = Conversion.WriteDates.class, name = "write-dates"),
  @JsonSubTypes.Type(value = Conversion.ExtractDate.class, name = "extract-date"),
  @JsonSubTypes.Type(value = Conversion.WriteBooleans.class, name = "write-booleans"),
  @JsonSubTypes.Type(value = Conversion.TurnPoints.class, name = "turn-points"),
  @JsonSubTypes.Type(value = Conversion.MendOutlines.class, name = "mend-outlines"),
  @JsonSubTypes.Type(value = Conversion.Unknown.class, name = "unknown")
})
public sealed interface Conversion {
  Stage stage();

  String convert(String text);

  /**
   * True when whoever accepted this one accepted the other: the same, or one that does less in the
   * same way.
   */
  default boolean covers(Conversion other) {
    return equals(other);
  }

  /** True when both read the same cells in different ways, so that only one can be right. */
  default boolean isOtherReading(Conversion other) {
    return getClass() == other.getClass() && !equals(other);
  }

  /** A conversion that this Jalon does not know: the mend is told and never applied. */
  record Unknown() implements Conversion {
    @Override
    public Stage stage() {
      return Stage.VALUES;
    }

    @Override
    public String convert(String text) {
      return text;
    }
  }

  /**
   * Accents read in the wrong alphabet come back: "Ã©" becomes "é".
   *
   * @param least how sure a text must be; as stored before there was a choice: wholly
   */
  record MendAccents(Mojibake.Surety least) implements Conversion {
    public MendAccents {
      least = Objects.requireNonNullElse(least, Mojibake.Surety.SURE);
    }

    @Override
    public boolean covers(Conversion other) {
      return other instanceof MendAccents accents && accents.least.compareTo(least) <= 0;
    }

    @Override
    public Stage stage() {
      return Stage.LETTERS;
    }

    @Override
    public String convert(String text) {
      Mojibake.Reading reading = Mojibake.read(text);
      return reading.surety().compareTo(least) <= 0 ? reading.text() : text;
    }

    @Override
    public boolean isOtherReading(Conversion other) {
      return false;
    }
  }

  /** Texts read in another alphabet of single letters are read again: "R‚mi" becomes "Rémi". */
  record ReadAgain(Misreading misreading) implements Conversion {
    public ReadAgain {
      Objects.requireNonNull(misreading, "misreading");
    }

    @Override
    public Stage stage() {
      return Stage.LETTERS;
    }

    @Override
    public String convert(String text) {
      return misreading.read(text);
    }
  }

  /**
   * Signs that a program wrote by their numbers or names are signs again: "&amp;eacute;" is "é".
   */
  record Unescape(Escapes.Extent extent) implements Conversion {
    public Unescape {
      Objects.requireNonNull(extent, "extent");
    }

    @Override
    public Stage stage() {
      return Stage.ESCAPES;
    }

    @Override
    public String convert(String text) {
      return Escapes.undone(text, extent);
    }

    @Override
    public boolean isOtherReading(Conversion other) {
      return false;
    }
  }

  /** Signs that nobody sees go; a control code between two words leaves a space. */
  record DropUnseen() implements Conversion {
    @Override
    public Stage stage() {
      return Stage.UNSEEN;
    }

    @Override
    public String convert(String text) {
      return Spaces.seen(text);
    }
  }

  /** Line breaks inside a text become spaces. */
  record JoinLines() implements Conversion {
    @Override
    public Stage stage() {
      return Stage.LINES;
    }

    @Override
    public String convert(String text) {
      return Spaces.joined(text);
    }
  }

  /**
   * Spaces around a text go, and several in a row become one.
   *
   * @param kept wordings that hold several spaces and are written so on purpose, with the word on
   *     either side: a text that holds one keeps all its inner spaces; as stored before: none
   */
  record TrimSpaces(@JsonInclude(JsonInclude.Include.NON_EMPTY) SortedSet<String> kept)
      implements Conversion {
    public TrimSpaces {
      kept =
          kept == null
              ? Collections.emptySortedSet()
              : Collections.unmodifiableSortedSet(new TreeSet<>(kept));
    }

    public TrimSpaces() {
      this(Collections.emptySortedSet());
    }

    @Override
    public boolean covers(Conversion other) {
      return other instanceof TrimSpaces trim && trim.kept.containsAll(kept);
    }

    @Override
    public Stage stage() {
      return Stage.SPACES;
    }

    @Override
    public String convert(String text) {
      for (String wording : kept) {
        if (text.contains(wording)) {
          return Spaces.around(text);
        }
      }
      return Spaces.trimmed(text);
    }
  }

  /** Words that mean that nothing is known, or errors of formulas, leave their cells empty. */
  record EmptyOut(Nothing what) implements Conversion {
    public EmptyOut {
      Objects.requireNonNull(what, "what");
    }

    /** What says nothing. */
    public enum Nothing {
      BLANK_WORDS,
      FORMULA_ERRORS,
      BOTH,
      /** Spaces that are not plain ones, which no program takes for nothing. */
      SPACES;

      public boolean isIt(String text) {
        return switch (this) {
          case BLANK_WORDS -> Blanks.isBlankWord(text);
          case FORMULA_ERRORS -> Blanks.isSpreadsheetError(text);
          case BOTH -> Blanks.isBlankWord(text) || Blanks.isSpreadsheetError(text);
          case SPACES -> Blanks.isOnlySpaces(text);
        };
      }
    }

    @Override
    public boolean covers(Conversion other) {
      return equals(other)
          || (what == Nothing.BOTH
              && other instanceof EmptyOut empty
              && empty.what != Nothing.SPACES);
    }

    @Override
    public Stage stage() {
      return Stage.NOTHING_KNOWN;
    }

    @Override
    public String convert(String text) {
      return what.isIt(text) ? "" : text;
    }

    @Override
    public boolean isOtherReading(Conversion other) {
      return false;
    }
  }

  /** Codes that became decimal numbers lose their decimals: 45234 for "45234.0". */
  record DropPointZero(Code code) implements Conversion {
    public DropPointZero {
      Objects.requireNonNull(code, "code");
    }

    @Override
    public Stage stage() {
      return Stage.POINT_ZERO;
    }

    @Override
    public String convert(String text) {
      return code.pointless(text);
    }
  }

  /** Spaces and points go from the codes of the kind that are right without them. */
  record JoinCode(Code code) implements Conversion {
    public JoinCode {
      Objects.requireNonNull(code, "code");
    }

    @Override
    public Stage stage() {
      return Stage.CODES;
    }

    @Override
    public String convert(String text) {
      return code.joined(text);
    }
  }

  /** Codes that lost their first zero get it back: 1001 becomes 01001. */
  record RestoreZero(Code code) implements Conversion {
    public RestoreZero {
      Objects.requireNonNull(code, "code");
    }

    @Override
    public Stage stage() {
      return Stage.ZEROS;
    }

    @Override
    public String convert(String text) {
      return code.restored(text);
    }
  }

  /**
   * Negative numbers have one minus before them, and a number has a digit on both sides of its
   * point or no point.
   */
  record WriteSigns(Signs signs) implements Conversion {
    public WriteSigns {
      Objects.requireNonNull(signs, "signs");
    }

    /** Which numbers are written anew. */
    public enum Signs {
      /** Those that have one meaning: "−12", "+5", ".5", "5.". */
      PLAIN,
      /** Those whose negative sign is a custom, or none: "12-", "(12)", "- 12". */
      CUSTOMARY
    }

    @Override
    public Stage stage() {
      return Stage.SIGNS;
    }

    @Override
    public String convert(String text) {
      if (isUsual(text) || Numbers.read(text) == null || WriteNumbers.isExponent(text)) {
        return text;
      }
      String bare = Numbers.spacesMadePlain(text).strip();
      boolean negative = false;
      String body = bare;
      if (body.startsWith("(") && body.endsWith(")")) {
        negative = true;
        body = body.substring(1, body.length() - 1).strip();
      }
      if (body.startsWith("-") || body.startsWith("\u2212")) {
        negative = !negative;
        body = body.substring(1).strip();
      } else if (body.startsWith("+")) {
        body = body.substring(1).strip();
      } else if (!negative && (body.endsWith("-") || body.endsWith("\u2212"))) {
        negative = true;
        body = body.substring(0, body.length() - 1).strip();
      }
      String number = body.startsWith(".") ? "0" + body : body;
      String written = (negative ? "-" : "") + withoutLastPoint(number);
      boolean mine = isCustomary(bare) == (signs == Signs.CUSTOMARY);
      return written.equals(bare) || !mine ? text : written;
    }

    private static boolean isCustomary(String bare) {
      return bare.startsWith("(")
          || bare.startsWith("- ")
          || bare.endsWith("-")
          || bare.endsWith("\u2212");
    }

    @Override
    public boolean isOtherReading(Conversion other) {
      return false;
    }

    private static String withoutLastPoint(String number) {
      return number.endsWith(".") ? number.substring(0, number.length() - 1) : number;
    }

    /** True for most numbers, seen at a glance: they begin and end by a digit. */
    private static boolean isUsual(String text) {
      int last = text.length() - 1;
      return last < 0 || (isDigit(text.charAt(0)) && isDigit(text.charAt(last)));
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    /** True when the sign of the number is not written as usual: it is left to this conversion. */
    static boolean reaches(String text) {
      return !new WriteSigns(Signs.PLAIN).convert(text).equals(text)
          || !new WriteSigns(Signs.CUSTOMARY).convert(text).equals(text);
    }
  }

  /**
   * Numbers that bear another unit of the same measure are converted to the one of the column,
   * which they then bear: "1200 cm" becomes "12 m". Numbers without a unit are left alone.
   *
   * @param unit as it is to be written behind the numbers
   * @param factors what to multiply by, for each other unit as written in the cells
   */
  record OneUnit(String unit, Map<String, BigDecimal> factors) implements Conversion {
    public OneUnit {
      Objects.requireNonNull(unit, "unit");
      factors = InOrder.copyOf(factors);
      factors.values().forEach(ConvertUnit::checkFactor);
    }

    @Override
    public boolean covers(Conversion other) {
      return other instanceof OneUnit one
          && one.unit.equals(unit)
          && factors.entrySet().containsAll(one.factors.entrySet());
    }

    @Override
    public Stage stage() {
      return Stage.UNITS;
    }

    @Override
    public String convert(String text) {
      Numbers.Written number = Numbers.read(text);
      BigDecimal factor = number == null ? null : factors.get(number.unit());
      if (number == null || factor == null || WriteSigns.reaches(text)) {
        return text;
      }
      BigDecimal value = new BigDecimal(number.canonical()).multiply(factor);
      String plain = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
      return plain + " " + unit;
    }

    @Override
    public boolean isOtherReading(Conversion other) {
      return other instanceof StripUnits || (other instanceof OneUnit && !other.equals(this));
    }
  }

  /**
   * Units and currencies leave the cells, which become plain numbers: "1 200 €" becomes 1200. A
   * comma that may part thousands is left as it is.
   *
   * @param units as written in the cells; a number that bears another one is left alone. Empty for
   *     any
   * @param asShare 45 % becomes 0.45
   */
  record StripUnits(List<String> units, boolean asShare) implements Conversion {
    public StripUnits {
      units = List.copyOf(units);
    }

    @Override
    public boolean covers(Conversion other) {
      return other instanceof StripUnits strip
          && strip.asShare == asShare
          && (units.isEmpty() || units.containsAll(strip.units));
    }

    @Override
    public Stage stage() {
      return Stage.UNITS;
    }

    @Override
    public String convert(String text) {
      Numbers.Written number = Numbers.read(text);
      if (number == null
          || number.unit().isEmpty()
          || WriteSigns.reaches(text)
          || !(units.isEmpty() || units.contains(number.unit()))) {
        return text;
      }
      if (asShare && number.unit().equals("%")) {
        return new BigDecimal(number.canonical()).movePointLeft(2).toPlainString();
      }
      String figures = figures(text);
      return Commas.mayBeGroups(figures) ? figures : number.canonical();
    }

    private static String figures(String text) {
      return Numbers.spacesMadePlain(text).replaceAll("^[€£$ ]+|[^0-9]+$", "");
    }

    @Override
    public boolean isOtherReading(Conversion other) {
      return other instanceof OneUnit || (other instanceof StripUnits && !other.equals(this));
    }
  }

  /**
   * Numbers with their thousands apart are written in one piece: 1500 for "1 500", 27275.25 for
   * "27,275.25" where commas are known to part thousands. A decimal comma stays.
   */
  record JoinGroups(Commas commas) implements Conversion {
    public JoinGroups {
      Objects.requireNonNull(commas, "commas");
    }

    /** What former versions proposed at once is proposed mark by mark. */
    @Override
    public boolean covers(Conversion other) {
      return equals(other)
          || (other instanceof JoinMark join
              && (join.mark == JoinMark.Mark.SPACE
                  || (join.mark == JoinMark.Mark.COMMA && commas == Commas.THOUSANDS)));
    }

    @Override
    public Stage stage() {
      return Stage.THOUSANDS;
    }

    @Override
    public String convert(String text) {
      if (text.indexOf(',') >= 0) {
        return commas == Commas.THOUSANDS ? Commas.joined(text) : text;
      }
      Numbers.Written number = Numbers.read(text);
      boolean parted = number != null && number.grouped() && number.unit().isEmpty();
      return number == null || !parted ? text : number.canonical();
    }

    @Override
    public boolean isOtherReading(Conversion other) {
      return commas == Commas.THOUSANDS && other instanceof DecimalPoint;
    }
  }

  /** One mark between thousands goes, where it is known to part them: "1,234" becomes 1234. */
  record JoinMark(Mark mark) implements Conversion {
    public JoinMark {
      Objects.requireNonNull(mark, "mark");
    }

    /** What parts thousands; an apostrophe does as a space. */
    public enum Mark {
      SPACE,
      COMMA,
      POINT
    }

    @Override
    public Stage stage() {
      return Stage.THOUSANDS;
    }

    @Override
    public String convert(String text) {
      if (WriteSigns.reaches(text)) {
        return text;
      }
      boolean comma = text.indexOf(',') >= 0;
      return switch (mark) {
        case COMMA -> comma ? Commas.joined(text) : text;
        case POINT -> comma ? text : Commas.pointsJoined(text);
        case SPACE -> comma ? text : spacesJoined(text);
      };
    }

    private static String spacesJoined(String text) {
      Numbers.Written number = Numbers.read(text);
      boolean parted = number != null && number.grouped() && number.unit().isEmpty();
      return number == null || !parted || Commas.mayBePointGroups(text.strip())
          ? text
          : number.canonical();
    }

    @Override
    public boolean isOtherReading(Conversion other) {
      return mark == Mark.COMMA && other instanceof DecimalPoint;
    }
  }

  /** Decimals follow a point, in a number of one piece: 1200.50 for "1 200,50". */
  record DecimalPoint() implements Conversion {
    @Override
    public Stage stage() {
      return Stage.NUMBERS;
    }

    @Override
    public String convert(String text) {
      if (text.indexOf(',') < 0) {
        return text;
      }
      Numbers.Written number = Numbers.read(text);
      boolean decimal =
          number != null
              && number.commaDecimal()
              && number.unit().isEmpty()
              && !WriteNumbers.isExponent(text)
              && !WriteSigns.reaches(text);
      return number == null || !decimal ? text : number.canonical();
    }

    @Override
    public boolean isOtherReading(Conversion other) {
      return (other instanceof JoinGroups groups && groups.commas() == Commas.THOUSANDS)
          || (other instanceof JoinMark join && join.mark() == JoinMark.Mark.COMMA);
    }
  }

  /** As Jalon 0.1 wrote numbers: with a point, without spaces, whatever was otherwise. */
  record WriteNumbers(Commas commas) implements Conversion {
    public WriteNumbers {
      Objects.requireNonNull(commas, "commas");
    }

    /** What version 0.1 proposed at once is proposed piece by piece. */
    @Override
    public boolean covers(Conversion other) {
      return equals(other)
          || (other instanceof DecimalPoint && commas == Commas.DECIMAL)
          || new JoinGroups(commas).covers(other);
    }

    @Override
    public Stage stage() {
      return Stage.NUMBERS;
    }

    @Override
    public String convert(String text) {
      if ((commas == Commas.THOUSANDS && text.indexOf(',') >= 0) || isNew(text.strip())) {
        return text;
      }
      Numbers.Written number = Numbers.read(text);
      if (number == null || !number.unit().isEmpty() || isExponent(text)) {
        return text;
      }
      return number.canonical();
    }

    /** What Jalon 0.1 did not read. */
    private static boolean isNew(String text) {
      return text.endsWith("-") || text.endsWith("\u2212") || text.endsWith(".");
    }

    /** A number in scientific form may be a code that was rounded: it stays as it is. */
    private static boolean isExponent(String text) {
      return text.indexOf('E') >= 0 || text.indexOf('e') >= 0;
    }
  }

  /** Numbers of days become dates: 44593 becomes 2022-02-01. */
  record ReadDayNumbers() implements Conversion {
    @Override
    public Stage stage() {
      return Stage.DAY_NUMBERS;
    }

    @Override
    public String convert(String text) {
      LocalDate date = Dates.ofSerial(text);
      return date == null ? text : date.toString();
    }
  }

  /**
   * Dates are written year first: 12/03/2022 becomes 2022-03-12.
   *
   * @param order of day and month in the figures; a date that it makes impossible is left alone
   * @param years those that two figures may stand for, null to leave such dates alone
   */
  record WriteDates(Form form, DateOrder order, @Nullable YearWindow years) implements Conversion {
    public WriteDates {
      Objects.requireNonNull(form, "form");
      Objects.requireNonNull(order, "order");
    }

    /** What the column holds. */
    public enum Form {
      DATE,
      DATETIME,
      /** As Jalon 0.1 wrote them: seconds that nobody gave are zero. */
      DATETIME_TO_THE_SECOND,
      PERIOD
    }

    /** The years that two figures stand for move on with the years. */
    @Override
    public boolean covers(Conversion other) {
      return other instanceof WriteDates dates
          && (dates.form == form
              || (form == Form.DATETIME_TO_THE_SECOND && dates.form == Form.DATETIME))
          && dates.order == order
          && (dates.years == null || years != null);
    }

    @Override
    public Stage stage() {
      return Stage.DATES;
    }

    @Override
    public String convert(String text) {
      String written =
          switch (form) {
            case DATE -> {
              Dates.Written date = Dates.read(text, order, years);
              yield date == null ? null : date.iso();
            }
            case DATETIME -> Dates.readMoment(text, order, years);
            case DATETIME_TO_THE_SECOND -> {
              String moment = Dates.readMoment(text, order, years);
              yield moment == null ? null : Dates.toTheSecond(moment);
            }
            case PERIOD -> Dates.readPeriod(text, order, years);
          };
      return written == null || written.equals(text.strip()) ? text : written;
    }
  }

  /**
   * A date written in a sentence remains alone: "Conseil du 27 février 2023" becomes 2023-02-27. A
   * text with several dates is left as it is.
   *
   * @param order of day and month in the figures
   */
  record ExtractDate(DateOrder order) implements Conversion {
    public ExtractDate {
      Objects.requireNonNull(order, "order");
    }

    @Override
    public Stage stage() {
      return Stage.DATES;
    }

    @Override
    public String convert(String text) {
      Dates.Written date = Dates.within(text, order);
      return date == null ? text : date.iso();
    }
  }

  /** Yes and no are written in one way. */
  record WriteBooleans(String yes, String no) implements Conversion {
    public WriteBooleans {
      Objects.requireNonNull(yes, "yes");
      Objects.requireNonNull(no, "no");
    }

    @Override
    public Stage stage() {
      return Stage.VALUES;
    }

    @Override
    public String convert(String text) {
      String bare = text.strip();
      if (text.equals(yes) || text.equals(no)) {
        return text;
      }
      if (bare.equals("1")) {
        return yes;
      }
      if (bare.equals("0")) {
        return no;
      }
      String canonical = bare.isEmpty() ? null : Kinds.BOOLEAN.canonical(Text.of(bare));
      return canonical == null ? text : canonical.equals("true") ? yes : no;
    }
  }

  /**
   * Points of one cell whose two numbers are in the other order than they should have them change
   * places, all else staying as it is: "[1.9,47.9]" for "[47.9,1.9]".
   */
  record TurnPoints(PointOrder order) implements Conversion {
    public TurnPoints {
      Objects.requireNonNull(order, "order");
    }

    @Override
    public Stage stage() {
      return Stage.PLACES;
    }

    @Override
    public String convert(String text) {
      Points.Pair pair = Points.read(text);
      return pair == null || PointOrder.of(pair) != order.other() ? text : pair.turned();
    }
  }

  /** Outlines are put in order; no place is moved. */
  record MendOutlines(Set<OutlineFault> faults) implements Conversion {
    public MendOutlines {
      // in one order, so that the same mend is the same JSON
      faults = Collections.unmodifiableSet(new TreeSet<>(faults));
    }

    @Override
    public boolean covers(Conversion other) {
      return other instanceof MendOutlines outlines && faults.containsAll(outlines.faults);
    }

    @Override
    public Stage stage() {
      // which way an outline turns is only known once it is closed
      return faults.contains(OutlineFault.OPEN)
          ? Stage.OUTLINES_CLOSED
          : faults.contains(OutlineFault.REPEATED) ? Stage.OUTLINES_CLEARED : Stage.OUTLINES_TURNED;
    }

    @Override
    public String convert(String text) {
      return Outlines.mended(text, faults);
    }

    @Override
    public boolean isOtherReading(Conversion other) {
      return false;
    }
  }
}
