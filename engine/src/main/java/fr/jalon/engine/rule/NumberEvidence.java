package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.rule.mend.Commas;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the values of a column, all together, tell of figures apart by a mark: whether they are one
 * number, several numbers in one cell, hours and minutes, or a name.
 */
final class NumberEvidence {
  /**
   * One decimal comma in ten must be none of a list, where nothing else tells: people who list
   * numbers put them in order but for a slip, while the decimals of measures follow no order.
   */
  static final double UNORDERED = 0.1;

  /**
   * Two numbers of one cell are of one size: seats and standing room, the whole price and the
   * reduced one. The digits before a thousand are not, but by chance in a whole column.
   */
  static final int ONE_SIZE = 10;

  private static final int MINUTES = 60;
  private static final int HOURS = 24;

  /** Numbers listed beside one another have as many digits, or one more: "9,10", "98,101". */
  private static final int UNLIKE_DIGITS = 2;

  /** No list of numbers met has one so long; years have four. */
  private static final int LONGEST_LISTED = 4;

  private static final Pattern COMMA = Pattern.compile("(\\d[\\d .'’]*),(\\d+)");
  private static final Pattern GROUPS = Pattern.compile("\\d{1,3}(?:[ ,'’]\\d{3})+");

  /** A cell that lists more is a text, and no expression is to be tried on a megabyte. */
  private static final int LONGEST_LIST = 200;

  private static final Pattern LIST = Pattern.compile("\\d+(?: ?(?:[,;/&+-]|et|à|ou) ?\\d+)+");

  /** A time is counted in quarters where decimals are not: those end by 25, 5 and 75. */
  private static final Pattern QUARTER = Pattern.compile("00|15|30|45");

  private final NumberTitle title;
  private boolean unit;
  private boolean lists;
  private boolean surePoints;
  private boolean longWithComma;
  private long commas;
  private long unordered;
  private boolean sureComma;
  private boolean allLong = true;
  private boolean minutes = true;
  private boolean quarters = true;
  private boolean someQuarter;
  private boolean allHalves = true;
  private boolean oneSize = true;
  private boolean sureGroups;
  private boolean orderedGroups = true;

  private NumberEvidence(ColumnFacts column) {
    this.title = NumberTitle.of(column);
    for (int index = 0; index < column.values().size(); index++) {
      look(Numbers.spacesMadePlain(column.values().value(index).toString()).strip());
    }
  }

  static NumberEvidence of(ColumnFacts column) {
    return new NumberEvidence(column);
  }

  private void look(String text) {
    if (isDigits(text)) {
      return;
    }
    Numbers.Written number = Numbers.read(text);
    if (number == null) {
      lists |= text.length() <= LONGEST_LIST && LIST.matcher(text).matches();
      return;
    }
    // "8,30 h" is a time
    unit |= !number.unit().isEmpty() && !number.unit().equalsIgnoreCase("h");
    boolean negative = number.canonical().startsWith("-");
    String figures = NumberColumns.figures(text).strip();
    Matcher comma = COMMA.matcher(figures);
    if (comma.matches() && !Commas.mayBeGroups(figures)) {
      lookAtDecimals(comma.group(1), comma.group(2), negative);
    } else if (Commas.mayBeGroups(figures) && figures.indexOf('.') < 0) {
      lookAtOpenComma(figures);
    }
    if (GROUPS.matcher(figures).matches()) {
      lookAtGroups(figures.split("[ ,'’]"), negative);
    } else {
      // decimals beside thousands apart
      sureGroups |= number.grouped() && number.canonical().indexOf('.') >= 0;
    }
  }

  /** "98,101" may be two pages as well. */
  private void lookAtOpenComma(String figures) {
    int at = figures.indexOf(',');
    if (at == figures.lastIndexOf(',')) {
      commas++;
      boolean follows = isBelow(figures.substring(0, at), figures.substring(at + 1));
      unordered += follows ? 0 : 1;
      allLong = false;
      minutes = false;
      quarters = false;
    }
  }

  private void lookAtDecimals(String whole, String decimals, boolean negative) {
    commas++;
    boolean grouped = !isDigits(whole);
    surePoints |= grouped && whole.indexOf('.') >= 0;
    longWithComma |= !grouped && whole.length() > 3;
    sureComma |=
        negative || grouped || decimals.startsWith("0") || decimals.length() > LONGEST_LISTED;
    allLong &= decimals.length() > LONGEST_LISTED;
    boolean followed =
        !grouped
            && isBelow(whole, decimals)
            && !whole.equals("0")
            && !isNeedless(whole, decimals)
            && decimals.length() < whole.length() + UNLIKE_DIGITS;
    unordered += followed ? 0 : 1;
    lookAtMinutes(whole, decimals, grouped);
  }

  /** "12,50": a list would hardly end so. "9,10", "19,20" and "30,40" are lists. */
  private static boolean isNeedless(String whole, String decimals) {
    return decimals.length() == 2
        && decimals.endsWith("0")
        && !decimals.equals("10")
        && !whole.endsWith("0")
        && !whole.endsWith("9");
  }

  private void lookAtMinutes(String whole, String decimals, boolean grouped) {
    boolean isTime =
        !grouped
            && decimals.length() <= 2
            && Integer.parseInt(decimals.length() == 1 ? decimals + "0" : decimals) < MINUTES;
    minutes &= isTime;
    allHalves &= decimals.equals("5");
    boolean quarter = isTime && whole.length() <= 2 && QUARTER.matcher(decimals).matches();
    quarters &= quarter && Integer.parseInt(whole) <= HOURS;
    someQuarter |= quarter && !decimals.equals("00");
  }

  private void lookAtGroups(String[] groups, boolean negative) {
    boolean zero = false;
    for (int i = 1; i < groups.length; i++) {
      zero |= groups[i].startsWith("0");
      orderedGroups &= isBelow(groups[i - 1], groups[i]);
    }
    sureGroups |= negative || zero;
    boolean alike = isOneSize(groups);
    sureGroups |= groups.length > 2 && !alike;
    oneSize &= alike;
  }

  private static boolean isOneSize(String[] groups) {
    for (int i = 1; i < groups.length; i++) {
      int one = Integer.parseInt(groups[i - 1]);
      int other = Integer.parseInt(groups[i]);
      if (Math.max(one, other) > ONE_SIZE * Math.min(one, other)) {
        return false;
      }
    }
    return true;
  }

  /** True when the one comes before the other in a list. */
  private static boolean isBelow(String one, String other) {
    return one.length() < 10
        && other.length() < 10
        && Integer.parseInt(one) < Integer.parseInt(other);
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** True when the commas may part hours and minutes: "8,30" in a column of opening hours. */
  boolean mayBeHours() {
    if (commas == 0 || unit || title.saysMeasure()) {
      return false;
    }
    return title.saysHours() ? minutes && !allHalves : quarters && someQuarter;
  }

  /** True when the commas may part the numbers of several things: "1,2" for two classrooms. */
  boolean mayBeLists() {
    if (commas == 0 || unit || title.saysMeasure()) {
      return false;
    }
    if (lists || (title.saysName() && !allLong)) {
      return true;
    }
    return !sureComma && (title.saysNumbered() || unordered < UNORDERED * commas);
  }

  /** True when the spaces may be between two numbers: "150 300" for seats and standing room. */
  boolean mayBePairs() {
    if (unit || sureGroups) {
      return false;
    }
    return title.saysName() || title.namesTwoThings() || (oneSize && !title.saysOneAmount());
  }

  /** True when commas between groups of three figures may list numbers: "101,205,310". */
  boolean mayBeListedGroups() {
    return !unit
        && !sureGroups
        && !title.saysMeasure()
        && (title.saysNumbered() || lists || orderedGroups);
  }

  /** True when points between groups of three figures part thousands, as amounts alone prove. */
  boolean provesPoints() {
    return !longWithComma && (unit || surePoints || title.saysQuantity());
  }

  /** True when figures apart by points are most likely a name: "1.100.200" is a version. */
  boolean isName() {
    return title.saysName() && !unit && !surePoints;
  }
}
