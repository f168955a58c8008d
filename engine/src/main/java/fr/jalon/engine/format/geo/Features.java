package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.GridRow;
import fr.jalon.engine.format.Layout;
import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.RowSpool;
import fr.jalon.engine.format.SpooledTable;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Note;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.RowRole;
import fr.jalon.engine.table.SheetSummary;
import fr.jalon.engine.table.SourceRow;
import fr.jalon.engine.table.Table;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * Collects records with named properties, and perhaps a place, into a table. Columns are made as
 * names come; coordinates are kept as they are written until their system is known, then brought to
 * WGS 84. One thread.
 */
final class Features implements Closeable {
  private static final int X = 0;
  private static final int Y = 1;
  private static final int Z = 2;
  private static final int GEOMETRY = 3;
  private static final int FIRST_PROPERTY = 4;
  private static final int THUMBNAIL_ROWS = 6;

  /** About a meter: the same place, rounded. */
  private static final double SAME_DEGREES = 0.000_02;

  /** Stands for the identifier of a feature, whatever its properties are called. */
  private static final String IDENTIFIER = "\u0000id";

  private final Path work;
  private RowSpool spool;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private @Nullable String[] row = new String[16];
  private int[] touched = new int[16];
  private int touchedCount;

  private @Nullable Crs crs;
  private boolean geographic;
  private double minX = Double.POSITIVE_INFINITY;
  private double minY = Double.POSITIVE_INFINITY;
  private double maxX = Double.NEGATIVE_INFINITY;
  private double maxY = Double.NEGATIVE_INFINITY;
  private boolean anyHeight;
  private boolean idsAreRanks = true;
  private long withoutGeometry;
  private long invalidGeometry;
  private final List<Note> notes = new ArrayList<>();
  private final Set<String> leftOut = new HashSet<>();
  private final long most;

  Features(Path work) {
    this(work, Long.MAX_VALUE);
  }

  private Features(Path work, long most) {
    this.work = work;
    this.most = most;
    this.spool = new RowSpool(work);
  }

  /** Collects the first records of a layer that is not the one read, for a thumbnail. */
  static Features sketch(Path work) {
    return new Features(work, THUMBNAIL_ROWS);
  }

  /** True until enough records are collected; a sketch needs only a few. */
  boolean wantsMore() {
    return spool.rows() < most;
  }

  /** Says in which system the coordinates are, null to find out from their extent. */
  void declare(@Nullable Crs declared) {
    crs = declared;
  }

  /** Says that records of this file are places, so that those without one are worth a note. */
  void expectGeometry() {
    geographic = true;
  }

  void note(Note note) {
    notes.add(note);
  }

  /** Makes the column of a property before any record has it, to keep an order. */
  void column(String name) throws IOException {
    place(name);
  }

  /** Says that values of these properties could not be kept: no column is made of nothing else. */
  void leaveOut(Set<String> properties) {
    leftOut.addAll(properties);
  }

  /** True when a property has this name already. */
  boolean has(String name) {
    return places.containsKey(name);
  }

  /** A property of the current record, by the number of its column. */
  void value(int column, String value) {
    set(column, value);
  }

  /** A property of the current record; the last value of a name holds. */
  void property(String name, String value) throws IOException {
    set(place(name), value);
  }

  /**
   * The identifier beside the current record's properties; kept unless identifiers are nothing but
   * ranks, as programs write them, or a property already has the name.
   *
   * @param rank 0-based
   */
  void identifier(String value, long rank) throws IOException {
    idsAreRanks &= value.equals(Long.toString(rank)) || value.equals(Long.toString(rank + 1));
    set(place(IDENTIFIER), value);
  }

  /** The current record is a point; coordinates as written. */
  void point(String x, String y, @Nullable String z) {
    set(X, x);
    set(Y, y);
    if (z != null) {
      set(Z, z);
      anyHeight |= !z.matches("-?0*\\.?0*");
    }
  }

  /** The current record has another shape: GeoJSON text, coordinates as written. */
  void geometry(String text) {
    set(GEOMETRY, text);
  }

  void noGeometry() {
    withoutGeometry++;
  }

  void invalidGeometry() {
    invalidGeometry++;
  }

  /** Takes a position into the extent. */
  void extend(double x, double y) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }

  /** Ends the current record; {@code number} is its 1-based rank in the file. */
  void endRecord(long number) throws IOException {
    Arrays.sort(touched, 0, touchedCount);
    for (int i = 0; i < touchedCount; i++) {
      String value = row[touched[i]];
      if (value != null) {
        spool.cell(touched[i], value);
        row[touched[i]] = null;
      }
    }
    touchedCount = 0;
    spool.endRowEvenEmpty(number);
  }

  long records() {
    return spool.rows();
  }

  /**
   * The table of what was collected.
   *
   * @param layer its name, null when the format has none
   * @param others summaries of every layer; empty to give this one alone when it has a name
   */
  Table table(
      String format,
      @Nullable String encoding,
      boolean bom,
      @Nullable String layer,
      List<SheetSummary> others)
      throws IOException {
    boolean placed = settle();
    List<Column> columns = new ArrayList<>();
    List<Integer> sources = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      if (leftOut.contains(names.get(i)) && spool.filled(FIRST_PROPERTY + i) == 0) {
        continue;
      }
      if (!names.get(i).equals(IDENTIFIER)) {
        add(columns, sources, taken, names.get(i), FIRST_PROPERTY + i);
      } else if (!idsAreRanks && !places.containsKey("id")) {
        add(columns, sources, taken, "id", FIRST_PROPERTY + i);
      }
    }
    if (spool.filled(X) > 0 && !(placed && alreadyThere())) {
      add(columns, sources, taken, placed ? "longitude" : "x", X);
      add(columns, sources, taken, placed ? "latitude" : "y", Y);
    }
    if (anyHeight) {
      add(columns, sources, taken, "altitude", Z);
    }
    if (spool.filled(GEOMETRY) > 0) {
      add(columns, sources, taken, "geometry", GEOMETRY);
    }
    spool.checkGrid(columns.size());
    int[] order = sources.stream().mapToInt(Integer::intValue).toArray();
    List<SourceRow> head = head(order);
    List<SheetSummary> layers = new ArrayList<>();
    for (SheetSummary other : others) {
      layers.add(other.name().equals(layer) ? summary(other.name(), columns.size(), head) : other);
    }
    Crs found = crs;
    Reading reading =
        new Reading(
            format,
            encoding,
            bom,
            null,
            null,
            null,
            null,
            layer,
            layers,
            List.of(),
            spool.rows() == 0 ? 0 : 1,
            spool.rows(),
            columns.stream().map(Column::name).toList(),
            List.of(),
            head,
            found == null ? null : found.code(),
            allNotes());
    return new SpooledTable(reading, columns, spool, order, number -> true);
  }

  /** Stands, among the summaries of layers, for the one that is read: its own is made last. */
  static SheetSummary current(String name) {
    return new SheetSummary(name, false, 0, 0, "table", List.of());
  }

  /** What a thumbnail of these records shows, once they are all collected. */
  SheetSummary summary(String name, long rows) throws IOException {
    try (Table table = table("", null, false, null, List.of())) {
      Reading reading = table.reading();
      List<SourceRow> head = reading.head();
      return new SheetSummary(
          name,
          false,
          rows,
          reading.columns().size(),
          rows == 0 ? "empty" : "table",
          head.subList(0, Math.min(THUMBNAIL_ROWS, head.size())));
    }
  }

  @Override
  public void close() throws IOException {
    spool.close();
  }

  /** True when the records' own longitude and latitude say the same as their points. */
  private boolean alreadyThere() throws IOException {
    int longitude = named("longitude");
    int latitude = named("latitude");
    if (longitude < 0 || latitude < 0) {
      return false;
    }
    RowSpool.Cursor cursor = spool.read();
    while (cursor.next()) {
      String x = cell(cursor, X);
      if (!x.isEmpty()
          && !(near(x, cell(cursor, longitude)) && near(cell(cursor, Y), cell(cursor, latitude)))) {
        return false;
      }
    }
    return true;
  }

  private int named(String wanted) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).strip().equalsIgnoreCase(wanted)) {
        return FIRST_PROPERTY + i;
      }
    }
    return -1;
  }

  private static boolean near(String first, String second) {
    try {
      return Math.abs(Double.parseDouble(first) - Double.parseDouble(second)) < SAME_DEGREES;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private SheetSummary summary(String name, int width, List<SourceRow> head) {
    return new SheetSummary(
        name,
        false,
        spool.rows(),
        width,
        "table",
        head.subList(0, Math.min(THUMBNAIL_ROWS, head.size())));
  }

  private static void add(
      List<Column> columns, List<Integer> sources, Set<String> taken, String name, int source) {
    String trimmed = name.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    String base = trimmed.isEmpty() ? "colonne_" + (columns.size() + 1) : trimmed;
    String unique = base;
    for (int number = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); number++) {
      unique = base + "_" + number;
    }
    columns.add(new Column(columns.size(), columns.size(), unique));
    sources.add(source);
  }

  private List<SourceRow> head(int[] places) throws IOException {
    List<SourceRow> head = new ArrayList<>();
    RowSpool.Cursor cursor = spool.read();
    while (head.size() < Reading.HEAD_ROWS && cursor.next()) {
      List<String> cells = new ArrayList<>();
      for (int place : places) {
        cells.add(cell(cursor, place));
      }
      head.add(Layout.sourceRow(new GridRow(cursor.row(), cells), RowRole.DATA));
    }
    return head;
  }

  private static String cell(RowSpool.Cursor cursor, int place) {
    for (int i = 0; i < cursor.cells(); i++) {
      if (cursor.column(i) == place) {
        return cursor.text(i);
      }
    }
    return "";
  }

  private List<Note> allNotes() {
    List<Note> all = new ArrayList<>(notes);
    if (geographic && withoutGeometry > 0) {
      all.add(new Note("no-geometry", Map.of("count", Long.toString(withoutGeometry))));
    }
    if (invalidGeometry > 0) {
      all.add(new Note("invalid-geometry", Map.of("count", Long.toString(invalidGeometry))));
    }
    return all;
  }

  /** Decides the system and brings coordinates to WGS 84; false when it stays unknown. */
  private boolean settle() throws IOException {
    if (minX > maxX) {
      return true;
    }
    Crs guessed = Crs.guess(minX, minY, maxX, maxY);
    Crs known = crs;
    boolean degrees = guessed == Crs.WGS84;
    if (known == null) {
      known = guessed;
      if (known != null && !known.isWgs84()) {
        notes.add(new Note("crs-guessed", Map.of("crs", known.title())));
      }
    } else if (degrees != isDegrees(known)) {
      // what the file says of itself cannot be: believe the figures
      notes.add(new Note("crs-contradicted", Map.of("crs", known.title())));
      known = guessed;
    }
    crs = known;
    if (known == null) {
      notes.add(Note.of("crs-unknown"));
      return false;
    }
    if (!known.isWgs84()) {
      reproject(known);
      notes.add(new Note("reprojected", Map.of("crs", known.title())));
    }
    return true;
  }

  private static boolean isDegrees(Crs known) {
    if (known.isWgs84()) {
      return true;
    }
    ProjCoordinate place = known.toWgs84(2, 47);
    return place != null && Math.abs(place.x - 2) < 3 && Math.abs(place.y - 47) < 3;
  }

  private void reproject(Crs from) throws IOException {
    RowSpool moved = new RowSpool(work);
    boolean done = false;
    try {
      move(new Reprojection(from), moved);
      done = true;
    } finally {
      if (!done) {
        moved.close();
      }
    }
    spool.close();
    spool = moved;
  }

  private void move(Reprojection reprojection, RowSpool moved) throws IOException {
    RowSpool.Cursor cursor = spool.read();
    while (cursor.next()) {
      for (int i = 0; i < cursor.cells(); i++) {
        int column = cursor.column(i);
        int start = cursor.start(i);
        if (column == X && i + 1 < cursor.cells() && cursor.column(i + 1) == Y) {
          ProjCoordinate place = reprojection.place(cursor.text(i), cursor.text(i + 1));
          if (place == null) {
            invalidGeometry++;
          } else {
            moved.cell(X, Reprojection.degrees(place.x));
            moved.cell(Y, Reprojection.degrees(place.y));
          }
        } else if (column == GEOMETRY) {
          moved.cell(GEOMETRY, reprojection.text(cursor.text(i)));
        } else if (column != Y) {
          moved.cell(column, cursor.bytes(), start, cursor.end(i) - start);
        }
      }
      moved.endRowEvenEmpty(cursor.row());
    }
  }

  /** The number of the column of a property, for {@link #value}; made when it is not there yet. */
  int place(String name) throws IOException {
    Integer place = places.get(name);
    if (place == null) {
      if (names.size() + FIRST_PROPERTY >= Limits.COLUMNS) {
        throw new RefusedException("too-many-columns", "columns", Limits.COLUMNS);
      }
      place = names.size() + FIRST_PROPERTY;
      names.add(name);
      places.put(name, place);
    }
    return place;
  }

  private void set(int place, String value) {
    if (place >= row.length) {
      row = Arrays.copyOf(row, Math.max(place + 1, row.length * 2));
    }
    if (row[place] == null) {
      if (touchedCount == touched.length) {
        touched = Arrays.copyOf(touched, touchedCount * 2);
      }
      touched[touchedCount++] = place;
    }
    row[place] = value;
  }
}
