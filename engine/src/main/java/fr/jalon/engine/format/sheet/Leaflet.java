package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.CellShape;
import fr.jalon.engine.format.Layout;
import fr.jalon.engine.table.SourceRow;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells the short sheets for people ("Bonjour", "Contact : …") that only look like tables. Alone in
 * its workbook such a sheet is the table; beside a wider one it is there to be read.
 */
final class Leaflet {
  /** Lines of the longest one; a longer column is a list. */
  private static final int LONGEST = 100;

  private static final int WIDEST = 2;

  /** Columns of the widest one whose name says what it is, such as a key to colors. */
  private static final int WIDEST_NAMED = 4;

  /** Names of sheets written for people, without accents; the second ones only when alone. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?:a lire|lisez[ _-]?moi|lire[ _-]?moi|read[ _-]?me|notice|metadonnees|metadata|guide"
              + "|mode d'emploi|legende|sommaire|table des matieres|a propos|mentions legales"
              + "|glossaire)\\b.*"
              + "|(?:notes?|informations?(?: generales?)?|infos?|presentation|introduction|aide"
              + "|accueil|about|contacts?|licence|description|instructions|documentation)");

  /** What is said of a whole workbook, as a label before it, without accents. */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:producteur|auteur|redacteur|editeur|source|licence|contact|date|mise a jour"
              + "|mis a jour|derniere mise a jour|version|frequence|periode|perimetre|titre"
              + "|description|courriel|telephone|annee|millesime|couverture|remarques?|notes?"
              + "|observations?)(?: (?:de|du|des|d')\\b.*)?");

  private final SheetView view;
  private long rows;
  private long narrow;
  private long labels;
  private long typed;
  private final int width;
  private final boolean named;
  private final boolean may;

  private Leaflet(SheetView view) {
    this.view = view;
    int last = 0;
    int first = Integer.MAX_VALUE;
    for (SourceRow row : view.layout.sourceRows(Layout.HEAD_ROWS)) {
      int filled = 0;
      String start = "";
      for (int c = 0; c < row.cells().size(); c++) {
        String cell = CellShape.trim(row.cells().get(c));
        if (!cell.isEmpty()) {
          start = filled == 0 ? cell : start;
          filled++;
          first = Math.min(first, c);
          last = Math.max(last, c);
        }
      }
      if (filled > 0) {
        rows++;
        narrow += filled == 1 ? 1 : 0;
        typed += filled == 1 && isValue(start) ? 1 : 0;
        labels += isLabel(start) ? 1 : 0;
      }
    }
    width = rows == 0 ? 0 : last - first + 1;
    named = NAME.matcher(plain(view.sheet.name)).matches();
    may = mayBe();
  }

  /** The views, those of leaflets changed to say so. */
  static List<SheetView> tell(List<SheetView> views) {
    List<Leaflet> sheets = views.stream().map(Leaflet::new).toList();
    int widest =
        sheets.stream()
            .filter(Leaflet::isTableInSight)
            .mapToInt(sheet -> sheet.width)
            .max()
            .orElse(0);
    return sheets.stream()
        .map(sheet -> sheet.isBeside(widest) ? sheet.view.asReadMe() : sheet.view)
        .toList();
  }

  /** True when the sheet, seen alone, may be one for people. */
  private boolean mayBe() {
    if (!view.isTable()
        || view.sheet.hidden
        || view.sheet.rows.rows() > LONGEST
        || !view.tables.isEmpty()) {
      return false;
    }
    if (named) {
      return width <= WIDEST_NAMED;
    }
    boolean lines = narrow * 2 > rows && typed * 2 < rows;
    return width <= WIDEST && (lines || labels * 2 >= rows);
  }

  /** True for a table of two columns and two full rows or more, which is not for people. */
  private boolean isTableInSight() {
    return view.isTable() && !view.sheet.hidden && !may && width >= 2 && rows - narrow >= 2;
  }

  /** True for a leaflet beside tables of which the widest has this many columns. */
  private boolean isBeside(int widest) {
    return may && (widest > width || named && widest == width && width == WIDEST);
  }

  private static boolean isLabel(String text) {
    return text.endsWith(":") || LABEL.matcher(plain(text)).matches();
  }

  private static boolean isValue(String text) {
    CellShape shape = CellShape.of(text);
    return shape == CellShape.CODE || shape.isTyped() && shape != CellShape.LINK;
  }

  /** Small letters without accents. */
  private static String plain(String text) {
    return Normalizer.normalize(CellShape.trim(text), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('’', '\'')
        .toLowerCase(Locale.ROOT);
  }
}
