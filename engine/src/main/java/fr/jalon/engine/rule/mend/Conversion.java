package fr.jalon.engine.rule.mend;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fr.jalon.engine.profile.Misreading;
import fr.jalon.engine.profile.Mojibake;
import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.profile.kind.DateOrder;
import fr.jalon.engine.profile.kind.Dates;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.profile.kind.YearWindow;
import fr.jalon.engine.table.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A way to write a value, told by its settings alone: it may be replayed on values never seen. Each
 * gives the text itself when there is nothing to put right, and changes nothing twice.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Conversion.MendAccents.class, name = "mend-accents"),
  @JsonSubTypes.Type(value = Conversion.ReadAgain.class, name = "read-again"),
  @JsonSubTypes.Type(value = Conversion.Unescape.class, name = "unescape"),
  @JsonSubTypes.Type(value = Conversion.DropUnseen.class, name = "drop-unseen"),
  @JsonSubTypes.Type(value = Conversion.JoinLines.class, name = "join-lines"),
  @JsonSubTypes.Type(value = Conversion.TrimSpaces.class, name = "trim-spaces"),
  @JsonSubTypes.Type(value = Conversion.EmptyOut.class, name = "empty-out"),
  @JsonSubTypes.Type(value = Conversion.JoinCode.class, name = "join-code"),
  @JsonSubTypes.Type(value = Conversion.RestoreZero.class, name = "restore-zero"),
  @JsonSubTypes.Type(value = Conversion.StripUnits.class, name = "strip-units"),
  @JsonSubTypes.Type(value = Conversion.JoinGroups.class, name = "join-groups"),
  @JsonSubTypes.Type(value = Conversion.DecimalPoint.class, name = "decimal-point"),
  @JsonSubTypes.Type(value = Conversion.WriteNumbers.class, name = "write-numbers"),
  @JsonSubTypes.Type(value = Conversion.ReadDayNumbers.class, name = "read-day-numbers"),
  @JsonSubTypes.Type(value = Conversion.WriteDates.class, name = "write-dates"),
  @JsonSubTypes.Type(value = Conversion.WriteBooleans.class, name = "write-booleans"),
  @JsonSubTypes.Type(value = Conversion.MendOutlines.class, name = "mend-outlines")
})
public sealed interface Conversion {
  Stage stage();

  String convert(String text);

  /** True when both read the same cells in different ways, so that only one can be right. */
  default boolean isOtherReading(Conversion other) {
    return getClass() == other.getClass() && !equals(other);
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

  /** Spaces around a text go, and several in a row become one. */
  record TrimSpaces() implements Conversion {
    @Override
    public Stage stage() {
      return Stage.SPACES;
    }

    @Override
    public String convert(String text) {
      return Spaces.trimmed(text);
    }
  }

  /** Words that mean that nothing is known, or errors of formulas, leave their cells empty. */
  record EmptyOut(Nothing what) implements Conversion {
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

  /** Spaces and points go from the numbers of the kind whose key is right. */
  record JoinCode(Code code) implements Conversion {
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
   * Units and currencies leave the cells, which become plain numbers: "1 200 €" becomes 1200.
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
    public Stage stage() {
      return Stage.UNITS;
    }

    @Override
    public String convert(String text) {
      Numbers.Written number = Numbers.read(text);
      if (number == null
          || number.unit().isEmpty()
          || !(units.isEmpty() || units.contains(number.unit()))) {
        return text;
      }
      if (asShare && number.unit().equals("%")) {
        return new BigDecimal(number.canonical()).movePointLeft(2).toPlainString();
      }
      return number.canonical();
    }
  }

  /**
   * Numbers with their thousands apart are written in one piece: 1500 for "1 500", 27275.25 for
   * "27,275.25" where commas are known to part thousands. A decimal comma stays.
   */
  record JoinGroups(Commas commas) implements Conversion {
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
              && !WriteNumbers.isExponent(text);
      return number == null || !decimal ? text : number.canonical();
    }

    @Override
    public boolean isOtherReading(Conversion other) {
      return other instanceof JoinGroups groups && groups.commas() == Commas.THOUSANDS;
    }
  }

  /** As Jalon 0.1 wrote numbers: with a point, without spaces, whatever was otherwise. */
  record WriteNumbers(Commas commas) implements Conversion {
    @Override
    public Stage stage() {
      return Stage.NUMBERS;
    }

    @Override
    public String convert(String text) {
      if (commas == Commas.THOUSANDS && text.indexOf(',') >= 0) {
        return text;
      }
      Numbers.Written number = Numbers.read(text);
      if (number == null || !number.unit().isEmpty() || isExponent(text)) {
        return text;
      }
      return number.canonical();
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
    /** What the column holds. */
    public enum Form {
      DATE,
      DATETIME,
      /** As Jalon 0.1 wrote them: seconds that nobody gave are zero. */
      DATETIME_TO_THE_SECOND,
      PERIOD
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
      return written == null ? text : written;
    }
  }

  /** Yes and no are written in one way. */
  record WriteBooleans(String yes, String no) implements Conversion {
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
      String canonical = bare.isEmpty() ? null : Kinds.get("boolean").canonical(Text.of(bare));
      return canonical == null ? text : canonical.equals("true") ? yes : no;
    }
  }

  /** Outlines are put in order; no place is moved. */
  record MendOutlines(Set<OutlineFault> faults) implements Conversion {
    public MendOutlines {
      faults = Set.copyOf(new TreeSet<>(faults));
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
