package fr.jalon.portal.explore;

import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.query.Bounds;
import fr.jalon.engine.query.Spots;
import fr.jalon.engine.query.Spots.Spot;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.Distribution;
import fr.jalon.portal.catalog.Folding;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.catalog.VersionRows;
import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Rejected;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the map of a version, and what it draws as one moves over it. */
@Component
class MapViews {
  /** Dots of the still picture. */
  private static final int MOST_DOTS = 900;

  /** Rows named beside the map. */
  private static final int MOST_LINES = 50;

  private static final int LONGEST_NAME = 60;

  private final VersionRows rows;
  private final Storage storage;
  private final MapSettings settings;
  private final KeptShapes kept;
  private final Ground ground;

  MapViews(
      VersionRows rows, Storage storage, MapSettings settings, KeptShapes kept, Ground ground) {
    this.ground = ground;
    this.kept = kept;
    this.rows = rows;
    this.storage = storage;
    this.settings = settings;
  }

  /** True when the version can be seen on a map. */
  static boolean suits(Version version) {
    return version.rows() > 0 && (Places.find(version).isPresent() || Places.hasShapes(version));
  }

  /**
   * @param path of the dataset's page
   */
  MapView of(Version version, String path, Messages messages) throws IOException {
    Optional<Places> places = Places.find(version);
    return places.isPresent()
        ? points(version, places.get(), path, messages)
        : shapes(version, path, messages);
  }

  private MapView points(Version version, Places places, String path, Messages messages)
      throws IOException {
    Optional<Bounds> extent = rows.extent(version, places.longitude(), places.latitude());
    Bounds bounds = extent.orElse(Bounds.WORLD);
    Spots spots =
        extent.isPresent()
            ? rows.spots(version, places.longitude(), places.latitude(), bounds, MOST_DOTS)
            : new Spots(List.of(), 0, false);
    return view(
        version,
        path,
        spots.total(),
        "",
        bounds,
        StillMap.of(bounds, spots).over(bounds, under(bounds)),
        lines(version, path, spots, messages));
  }

  private MapView shapes(Version version, String path, Messages messages) throws IOException {
    Shapes shapes = shapes(version);
    Bounds bounds = shapes.bounds().orElse(Bounds.WORLD);
    MapDrawing drawing = StillMap.draw(bounds, shapes, MOST_LINES);
    return view(
        version,
        path,
        shapes.isWhole() ? shapes.count() : version.rows(),
        shapes.isWhole() ? "" : messages.text("explore.map.first", shapes.count()),
        bounds,
        StillMap.of(bounds, drawing).over(bounds, under(bounds)),
        named(version, path, drawing.rows(), messages));
  }

  /** As far as the still picture reaches; nothing when a service draws the ground. */
  private Ground.Under under(Bounds bounds) throws IOException {
    Bounds whole = StillMap.reach(bounds);
    double pixel = StillMap.pixel(bounds);
    return settings.tiles() == null
        ? ground.of(whole, pixel, MapGrid.of(whole, MapGrid.zoom(pixel)))
        : Ground.Under.NOTHING;
  }

  private Shapes shapes(Version version) throws IOException {
    Distribution file =
        version
            .findDistribution(WrittenFormat.GEOJSON)
            .orElseThrow(() -> new Rejected(ExploreProblem.NO_PLACE));
    return kept.of(file.sha256(), storage.path(file.sha256()));
  }

  private MapView view(
      Version version,
      String path,
      long placed,
      String partial,
      Bounds bounds,
      StillMap still,
      List<MapView.Line> lines) {
    String tiles = settings.tiles();
    return new MapView(
        placed,
        version.rows() - placed,
        partial,
        path + "/carte",
        String.format(
            Locale.ROOT,
            "%.6f,%.6f,%.6f,%.6f",
            bounds.west(),
            bounds.south(),
            bounds.east(),
            bounds.north()),
        path + "/lignes",
        path,
        tiles == null ? "" : tiles,
        settings.attribution(),
        still,
        lines);
  }

  /** What is under a frame of a map. */
  Ground.Under ground(Bounds bounds, int zoom) throws IOException {
    return ground.of(bounds, MapGrid.pixel(zoom), MapGrid.of(bounds, zoom));
  }

  /** What lies in a frame of the map, and the first rows of it by name. */
  Frame frame(Version version, String path, Bounds bounds, int zoom, Messages messages)
      throws IOException {
    MapGrid grid = MapGrid.of(bounds, zoom);
    Optional<Places> points = Places.find(version);
    if (points.isEmpty()) {
      MapDrawing drawing =
          MapDrawing.of(
              shapes(version),
              bounds,
              MapGrid.pixel(zoom),
              grid,
              MapDrawing.MOST_POSITIONS,
              MOST_LINES);
      return new Frame(
          drawing.total(),
          marks(drawing.spots().spots(), zoom),
          drawing.outlines(),
          named(version, path, drawing.rows(), messages));
    }
    Places places = points.get();
    Spots around =
        rows.spots(version, places.longitude(), places.latitude(), grid.whole(), grid.cells());
    List<Spot> inside = around.spots().stream().filter(spot -> holds(bounds, spot)).toList();
    long total = inside.stream().mapToLong(Spot::count).sum();
    return new Frame(
        total,
        marks(inside, zoom),
        List.of(),
        lines(version, path, new Spots(inside, total, around.grouped()), messages));
  }

  private static List<Mark> marks(List<Spot> spots, int zoom) {
    return Mark.apart(spots.stream().map(Mark::of).toList(), zoom);
  }

  private static boolean holds(Bounds bounds, Spot spot) {
    return spot.longitude() >= bounds.west()
        && spot.longitude() <= bounds.east()
        && spot.latitude() >= bounds.south()
        && spot.latitude() <= bounds.north();
  }

  /** What the browser draws. */
  record Frame(
      long total, List<Mark> groups, List<MapDrawing.Outline> outlines, List<MapView.Line> list) {}

  /** Names the first rows in sight, in the order of the file. */
  private List<MapView.Line> lines(Version version, String path, Spots spots, Messages messages)
      throws IOException {
    List<Long> numbers =
        spots.spots().stream()
            .sorted(Comparator.comparingLong(Spot::row))
            .limit(MOST_LINES)
            .map(Spot::row)
            .toList();
    return named(version, path, numbers, messages);
  }

  private List<MapView.Line> named(
      Version version, String path, List<Long> numbers, Messages messages) throws IOException {
    List<String> named = naming(version);
    var page = rows.at(version, numbers, named);
    ValueText text = new ValueText(messages);
    List<MapView.Line> lines = new ArrayList<>();
    for (int i = 0; i < page.rows().size(); i++) {
      long row = page.numbers().get(i);
      lines.add(
          new MapView.Line(
              row + 1, name(version, named, page.rows().get(i), text), href(path, row)));
    }
    return lines;
  }

  static String href(String path, long row) {
    return path + "?ligne=" + (row + 1) + "#ligne-" + (row + 1);
  }

  /** The columns that name a row: its first texts that differ from row to row. */
  private static List<String> naming(Version version) {
    List<String> telling =
        version.columns().stream()
            .filter(column -> column.role() == null && column.type() == ValueType.TEXT)
            .filter(column -> column.filled() * 2 >= version.rows())
            .sorted(Comparator.comparingInt(MapViews::nameRank))
            .limit(2)
            .map(ColumnDescription::name)
            .toList();
    return telling.isEmpty() ? List.of(version.columns().get(0).name()) : telling;
  }

  /** A column called a name goes first; codes go last. */
  private static int nameRank(ColumnDescription column) {
    String name = Folding.fold(column.name());
    if (name.matches(".*(nom|name|libelle|titre|designation|espece|genre).*")) {
      return 0;
    }
    return name.matches(".*(^id|_id|code|siret|insee|uuid|url|web|mail|geo).*") ? 2 : 1;
  }

  private static String name(
      Version version, List<String> named, List<@Nullable Object> cells, ValueText text) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      ColumnDescription column = version.findColumn(named.get(i)).orElseThrow();
      String word = text.of(column, cells.get(i));
      if (!word.isEmpty()) {
        words.add(word.length() <= LONGEST_NAME ? word : word.substring(0, LONGEST_NAME) + "…");
      }
    }
    return words.isEmpty() ? "…" : words.stream().collect(Collectors.joining(", "));
  }
}
