package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.rule.mend.Commas;
import java.util.Set;
import java.util.regex.Pattern;

/** Which columns hold quantities, and what parts their figures. */
public final class NumberColumns {
  private static final Set<Kind> KINDS =
      Set.of(Kinds.DECIMAL, Kinds.INTEGER, Kinds.LATITUDE, Kinds.LONGITUDE);

  private static final Pattern SURE_GROUPS = Pattern.compile(".*(?:,.*,|,.*\\.).*");
  private static final Pattern SURE_POINT_GROUPS = Pattern.compile(".*(?:\\..*\\.|\\..*,).*");
  private static final Pattern AROUND = Pattern.compile("^[^0-9,.]+|[^0-9]+$");
  private static final Pattern LONG = Pattern.compile("\\d{4,}");

  private NumberColumns() {}

  /** What one mark, comma or point, does in the numbers of a column. */
  public enum Comma {
    /** Decimals follow, as one value proves and none denies; or there is no such mark at all. */
    DECIMAL,
    /** Thousands are apart: "1,234,567" or "1,234.50" tell it for the whole column. */
    THOUSANDS,
    /** Each mark has three digits behind it and nothing tells which it is: "1,234". */
    DOUBTFUL,
    /** One value proves decimals and another thousands: "12,5" and "1,234,567". */
    BOTH
  }

  /** What commas are; decided on the whole column, for a single value may not tell. */
  public static Comma comma(ColumnFacts column) {
    boolean open = false;
    boolean groups = false;
    boolean decimals = false;
    for (int index = 0; index < column.values().size(); index++) {
      String figures = figures(column.values().value(index).toString());
      if (figures.indexOf(',') >= 0) {
        boolean mayBeGroups = Commas.mayBeGroups(figures);
        boolean sure = mayBeGroups && SURE_GROUPS.matcher(figures).matches();
        groups |= sure;
        open |= mayBeGroups && !sure;
        decimals |= !mayBeGroups;
      }
    }
    if (isPlace(column)) {
      return Comma.DECIMAL;
    }
    return meaning(open, groups, decimals);
  }

  /**
   * What points are. Programs write decimals with a point, three of them as well: a point is
   * doubted only beside whole numbers that all are below a thousand ("850", "1.250").
   */
  public static Comma point(ColumnFacts column) {
    long open = 0;
    boolean groups = false;
    boolean decimals = false;
    boolean smallWithout = false;
    boolean longWithout = false;
    for (int index = 0; index < column.values().size(); index++) {
      String figures = figures(column.values().value(index).toString());
      if (figures.indexOf('.') < 0) {
        boolean isLong = LONG.matcher(figures).find();
        longWithout |= isLong;
        smallWithout |= !isLong && figures.indexOf(',') < 0;
        continue;
      }
      boolean commaBefore = figures.indexOf(',') >= 0 && !isDecimalComma(figures);
      boolean sure = !commaBefore && SURE_POINT_GROUPS.matcher(figures).matches();
      groups |= sure;
      open += !sure && Commas.mayBePointGroups(figures) ? 1 : 0;
      decimals |= !sure && !Commas.mayBePointGroups(figures);
    }
    if (isPlace(column)) {
      return Comma.DECIMAL;
    }
    if (groups || decimals) {
      return meaning(false, groups, decimals);
    }
    return open > 1 && smallWithout && !longWithout ? Comma.DOUBTFUL : Comma.DECIMAL;
  }

  /** "1.250,50": the comma comes last. */
  private static boolean isDecimalComma(String figures) {
    return figures.lastIndexOf(',') > figures.lastIndexOf('.');
  }

  private static Comma meaning(boolean open, boolean groups, boolean decimals) {
    if (groups) {
      return decimals ? Comma.BOTH : Comma.THOUSANDS;
    }
    return open && !decimals ? Comma.DOUBTFUL : Comma.DECIMAL;
  }

  /**
   * True when points that may part thousands are beside commas before decimals, in the Belgian way:
   * "1.234" and "12,50". Whoever reads the one has to read the other.
   */
  static boolean mixesMarks(ColumnFacts column) {
    boolean points = false;
    boolean commas = false;
    for (int index = 0; index < column.values().size(); index++) {
      String figures = figures(column.values().value(index).toString());
      if (figures.indexOf(',') >= 0) {
        commas |= !Commas.mayBeGroups(figures);
      } else if (figures.indexOf('.') >= 0) {
        if (!Commas.mayBePointGroups(figures)) {
          return false;
        }
        // two points are no decimals: they are read alone
        points |= figures.indexOf('.') == figures.lastIndexOf('.');
      }
    }
    return points && commas && comma(column) == Comma.DECIMAL && !isPlace(column);
  }

  static boolean isPlace(ColumnFacts column) {
    return column.kind() == Kinds.LATITUDE || column.kind() == Kinds.LONGITUDE;
  }

  /** The number without its sign and its unit; "" for a text too long to be one. */
  static String figures(String text) {
    // looking for what ends a text takes the square of the time on one that never ends
    if (text.length() > Numbers.MAX_LENGTH) {
      return "";
    }
    return AROUND.matcher(Numbers.spacesMadePlain(text)).replaceAll("");
  }

  static boolean isNumber(Kind kind) {
    return KINDS.contains(kind);
  }

  public static boolean holds(ColumnFacts column) {
    return isNumber(column.kind()) && column.profile().filled() > 0;
  }
}
