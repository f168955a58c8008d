package fr.jalon.engine.rule.mend;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may choose for values that speak of people, so that they are not published. */
public enum Choice {
  /** The column leaves the table, filled as it is. */
  REMOVE_COLUMN,
  /** The cells in which somebody can be recognized are emptied. */
  REMOVE_CELLS,
  /** {@link Masks#MASK} stands in the place of what was there. */
  MASK,
  /** A date keeps its year and its month. */
  GROUP_MONTH,
  /** A date keeps its year. */
  GROUP_YEAR,
  /** An age, or a date of birth, becomes a band of ages. */
  GROUP_AGE_BAND,
  /** An address keeps its town. */
  GROUP_COMMUNE,
  /** A name keeps its initials. */
  GROUP_INITIAL,
  /** One to four become "less than five". */
  GROUP_UNDER_FIVE;

  /** As in JSON, in ids and in messages: "remove-column". */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  static Choice of(String code) {
    return find(code).orElseThrow(() -> new IllegalArgumentException("no choice " + code));
  }

  /** The choice of this code, empty when there is none. */
  public static Optional<Choice> find(String code) {
    return Arrays.stream(values()).filter(choice -> choice.code().equals(code)).findFirst();
  }

  /** True when several values become one, whose cells are worth counting. */
  public boolean groups() {
    return switch (this) {
      case REMOVE_COLUMN, REMOVE_CELLS, MASK -> false;
      case GROUP_MONTH,
          GROUP_YEAR,
          GROUP_AGE_BAND,
          GROUP_COMMUNE,
          GROUP_INITIAL,
          GROUP_UNDER_FIVE ->
          true;
    };
  }
}
