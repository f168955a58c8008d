package fr.jalon.engine.profile.kind;

import java.util.List;

/**
 * Every kind, most demanding first: a column is of the first kind that enough of its values are.
 */
public final class Kinds {
  public static final List<Kind> ALL =
      List.of(
          new UuidKind(),
          new GeometryKind(),
          new PointKind(),
          new JsonKind(),
          new EmailKind(),
          new UrlKind(),
          new IbanKind(),
          new NirKind(),
          new RnaKind(),
          new UaiKind(),
          new SiretKind(),
          new SirenKind(),
          new InseeKind(),
          new PostalCodeKind(),
          new DepartementKind(),
          new RegionKind(),
          new PhoneKind(),
          new PeriodKind(),
          new DateKind(),
          new DateTimeKind(),
          new YearKind(),
          new BooleanKind(),
          new LatitudeKind(),
          new LongitudeKind(),
          new Lambert93XKind(),
          new Lambert93YKind(),
          new IntegerKind(),
          new DecimalKind());

  private Kinds() {}

  /** The kind of this code; "text", "empty" and unknown codes have none and throw. */
  public static Kind get(String code) {
    return ALL.get(index(code));
  }

  /** True when a kind bears this code. */
  public static boolean has(String code) {
    return find(code) >= 0;
  }

  /** The position of a kind in {@link #ALL}: its bit in the masks of distinct values. */
  public static int index(String code) {
    int index = find(code);
    if (index < 0) {
      throw new IllegalArgumentException("no kind has the code " + code);
    }
    return index;
  }

  private static int find(String code) {
    for (int i = 0; i < ALL.size(); i++) {
      if (ALL.get(i).code().equals(code)) {
        return i;
      }
    }
    return -1;
  }
}
