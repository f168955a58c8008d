package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.rule.mend.Commas;
import java.util.Set;
import java.util.regex.Pattern;

/** Which columns hold quantities. */
public final class NumberColumns {
  private static final Set<String> KINDS = Set.of("decimal", "integer", "latitude", "longitude");

  private static final Pattern SURE_GROUPS = Pattern.compile(".*(?:,.*,|,.*\\.).*");

  private NumberColumns() {}

  /** What the commas of a column mean. */
  public enum Comma {
    /** Decimals follow, as in French; or there is no comma at all. */
    DECIMAL,
    /**
     * ThousandsRule are apart, as in English: "1,234,567" or "1,234.50" tell it for the whole
     * column.
     */
    THOUSANDS,
    /** Each comma has three digits behind it and nothing tells which it is: "1,234". */
    DOUBTFUL
  }

  /** Decided on the whole column: a single value may not tell. */
  public static Comma comma(ColumnFacts column) {
    if (!column.kind().equals("decimal") && !column.kind().equals("integer")) {
      return Comma.DECIMAL;
    }
    boolean grouped = false;
    boolean sure = false;
    boolean longWithout = false;
    for (int index = 0; index < column.values().size(); index++) {
      String text = Numbers.spacesMadePlain(column.values().value(index).toString()).strip();
      if (text.indexOf(',') < 0) {
        longWithout |= text.matches("-?\\d{4,}");
      } else if (!Commas.mayBeGroups(text)) {
        return Comma.DECIMAL;
      } else {
        grouped = true;
        sure |= SURE_GROUPS.matcher(text).matches();
      }
    }
    if (!grouped || (longWithout && !sure)) {
      return Comma.DECIMAL;
    }
    return sure ? Comma.THOUSANDS : Comma.DOUBTFUL;
  }

  public static boolean holds(ColumnFacts column) {
    return KINDS.contains(column.kind()) && column.profile().filled() > 0;
  }
}
