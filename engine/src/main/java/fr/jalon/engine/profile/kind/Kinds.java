package fr.jalon.engine.profile.kind;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every kind. */
public final class Kinds {
  public static final Kind UUID = new UuidKind();
  public static final Kind GEOMETRY = new GeometryKind();
  public static final Kind JSON = new JsonKind();
  public static final Kind EMAIL = new EmailKind();
  public static final Kind URL = new UrlKind();
  public static final Kind IBAN = new IbanKind();
  public static final Kind NIR = new NirKind();
  public static final Kind RNA = new RnaKind();
  public static final Kind UAI = new UaiKind();
  public static final Kind SIRET = new SiretKind();
  public static final Kind SIREN = new SirenKind();
  public static final Kind POINT = new PointKind();
  public static final Kind INSEE = new InseeKind();
  public static final Kind POSTAL = new PostalCodeKind();
  public static final Kind DEPARTEMENT = new DepartementKind();
  public static final Kind REGION = new RegionKind();
  public static final Kind PHONE = new PhoneKind();
  public static final Kind PERIOD = new PeriodKind();
  public static final Kind DATE = new DateKind();
  public static final Kind DATETIME = new DateTimeKind();
  public static final Kind YEAR = new YearKind();
  public static final Kind BOOLEAN = new BooleanKind();
  public static final Kind LATITUDE = new CoordinateKind(CoordinateKind.Axis.LATITUDE);
  public static final Kind LONGITUDE = new CoordinateKind(CoordinateKind.Axis.LONGITUDE);
  public static final Kind LAMBERT93_X = new CoordinateKind(CoordinateKind.Axis.LAMBERT93_X);
  public static final Kind LAMBERT93_Y = new CoordinateKind(CoordinateKind.Axis.LAMBERT93_Y);
  public static final Kind INTEGER = new IntegerKind();
  public static final Kind DECIMAL = new DecimalKind();

  /** Any text: what a column is of when no kind suits it. */
  public static final Kind TEXT = new TextKind();

  /** Nothing: what a column without a filled cell is of. */
  public static final Kind EMPTY = new EmptyKind();

  /**
   * The kinds that values are judged for, most demanding first: a column is of the first that suits
   * it. {@link #TEXT} and {@link #EMPTY} are what remains, and not among them.
   */
  public static final List<Kind> ALL =
      List.of(
          UUID,
          GEOMETRY,
          POINT,
          JSON,
          EMAIL,
          URL,
          IBAN,
          NIR,
          RNA,
          UAI,
          SIRET,
          SIREN,
          INSEE,
          POSTAL,
          DEPARTEMENT,
          REGION,
          PHONE,
          PERIOD,
          DATE,
          DATETIME,
          YEAR,
          BOOLEAN,
          LATITUDE,
          LONGITUDE,
          LAMBERT93_X,
          LAMBERT93_Y,
          INTEGER,
          DECIMAL);

  private static final Map<Kind, Integer> POSITIONS = positions();
  private static final Map<String, Kind> BY_CODE = byCode();

  private Kinds() {}

  /**
   * The kind of this code, {@link #TEXT} and {@link #EMPTY} among them.
   *
   * @throws IllegalArgumentException when no kind has the code
   */
  public static Kind get(String code) {
    return find(code)
        .orElseThrow(() -> new IllegalArgumentException("no kind has the code " + code));
  }

  /** The kind of this code; none for a code that only an older or a newer Jalon knows. */
  public static Optional<Kind> find(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** True when a kind of {@link #ALL} bears this code. */
  public static boolean has(String code) {
    return find(code).filter(ALL::contains).isPresent();
  }

  /** The position of a kind in {@link #ALL}: its bit in the masks of distinct values. */
  public static int index(Kind kind) {
    Integer position = POSITIONS.get(kind);
    if (position == null) {
      throw new IllegalArgumentException("values are not judged for the kind " + kind.code());
    }
    return position;
  }

  /** The position in {@link #ALL} of the kind of this code. */
  public static int index(String code) {
    return index(get(code));
  }

  private static Map<Kind, Integer> positions() {
    Map<Kind, Integer> positions = new IdentityHashMap<>();
    for (int i = 0; i < ALL.size(); i++) {
      positions.put(ALL.get(i), i);
    }
    return positions;
  }

  private static Map<String, Kind> byCode() {
    Map<String, Kind> byCode = new HashMap<>();
    ALL.forEach(kind -> byCode.put(kind.code(), kind));
    byCode.put(TEXT.code(), TEXT);
    byCode.put(EMPTY.code(), EMPTY);
    return byCode;
  }
}
