package fr.jalon.engine.format;

import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Note;
import fr.jalon.engine.table.RowRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides a {@link Layout} by weighing, for each early row, how much it differs from the rows
 * below: text above figures, names never met again, known words. Short files are the normal case,
 * so every weight is a share of cells and none needs many rows.
 */
final class LayoutDetector {
  /** Rows that may be the header; nobody was seen to write more above a table. */
  private static final int MAX_CANDIDATES = 40;

  /** Columns weighed; the next ones of a very wide table follow the first. */
  private static final int MAX_WEIGHED_COLUMNS = 400;

  private static final int MAX_HEADER_ROWS = 6;

  /** Below this a row with rows of a table above it is one of them. */
  private static final double MIN_TOTAL = 0.6;

  /** Share of the names that may be figures or dates. */
  private static final double MAX_TYPED_NAMES = 0.15;

  /** Share of the cells that makes a column one of figures, dates, codes… */
  private static final double TYPED = 0.7;

  private static final Pattern NOTE_MARK =
      Pattern.compile(
          "(?i)^(\\*|\\(\\*|\\(?\\d\\)\\s|sources?\\b|notes?\\b|nota\\b|n\\.?b\\.?\\s*:|champs?\\s*:|lecture\\s*:"
              + "|légende|legende|quelle|remarque|observations?\\s*:|mise à jour|maj\\s*:|©|licence\\b"
              + "|données\\b.*:|page \\d).*");
  private static final Pattern TOTAL_MARK =
      Pattern.compile("(?i)^(sous[- ]?total|totaux|total|totale|grand total|ensemble)\\b.{0,60}");
  private static final Pattern UNIT =
      Pattern.compile(
          "(?i)\\(?(en )?(k?€|m€|euros?|milliers d'euros|%|‰|pourcentage|m|m²|m2|m3|m³|km|km²|km2|ha|hectares?"
              + "|mètres?|metres?|cm|mm|kg|g|t|tonnes?|l|litres?|kw|kwh|mwh|gwh|mw|h|heures?|min|minutes?"
              + "|jours?|ans?|années?|nb|nbre|nombre|habitants?|hab|unités?|°c|°|€ ?(ht|ttc)|µg/m3|µg/m³"
              + "|db|km/h|texte|date|entier|décimal|jj/mm/aaaa|aaaa-mm-jj|aaaa)\\)?");

  private final List<GridRow> head;
  private final List<GridRow> tail;
  private final int width;

  /** Trimmed cells and their shapes, row by row of the head. */
  private final String[][] cells;

  private final CellShape[][] shapes;
  private final int[] filled;

  /** Index in the head of the first row after the table's last, or its size. */
  private int end;

  private long footRow = Layout.NO_FOOT;
  private final Evidence evidence;

  LayoutDetector(List<GridRow> head, List<GridRow> tail) {
    this.head = head.size() > Layout.HEAD_ROWS ? head.subList(0, Layout.HEAD_ROWS) : head;
    long last = this.head.isEmpty() ? 0 : this.head.get(this.head.size() - 1).number();
    List<GridRow> rest = new ArrayList<>(head.subList(this.head.size(), head.size()));
    long seen = rest.isEmpty() ? last : rest.get(rest.size() - 1).number();
    tail.stream().filter(row -> row.number() > seen).forEach(rest::add);
    this.tail = rest;
    this.width = this.head.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    int rows = this.head.size();
    this.cells = new String[rows][];
    this.shapes = new CellShape[rows][];
    this.filled = new int[rows];
    for (int r = 0; r < rows; r++) {
      List<String> raw = this.head.get(r).cells();
      cells[r] = new String[raw.size()];
      shapes[r] = new CellShape[raw.size()];
      for (int c = 0; c < raw.size(); c++) {
        cells[r][c] = CellShape.trim(raw.get(c));
        shapes[r][c] = CellShape.of(cells[r][c]);
        if (shapes[r][c] != CellShape.EMPTY) {
          filled[r]++;
        }
      }
    }
    this.end = rows;
    findFoot();
    this.evidence = new Evidence(cells, shapes, end, Math.min(width, MAX_WEIGHED_COLUMNS));
  }

  Layout detect(@Nullable List<Long> given) {
    RowRole[] roles = new RowRole[head.size()];
    List<Note> notes = new ArrayList<>();
    List<Integer> header = given == null ? findHeader() : given(given);
    boolean form = header.isEmpty() && given == null && isForm();
    int data = header.isEmpty() ? firstUntitledRow(form) : header.get(header.size() - 1) + 1;
    for (int r = 0; r < head.size(); r++) {
      roles[r] = filled[r] == 0 ? RowRole.BLANK : r < data ? RowRole.TITLE : RowRole.DATA;
      if (r >= end && filled[r] > 0) {
        roles[r] = RowRole.NOTE;
      }
    }
    header.forEach(r -> roles[r] = RowRole.HEADER);
    List<Integer> naming = header;
    if (given == null && !header.isEmpty()) {
      naming = namingRows(header);
      if (naming.size() < header.size()) {
        List<Integer> named = naming;
        int other = header.stream().filter(r -> !named.contains(r)).findFirst().orElseThrow();
        notes.add(Layout.note("label-row", "row", head.get(other).number()));
      }
      data = markUnits(data, roles);
    }
    List<List<String>> headerCells = header.stream().map(r -> head.get(r).cells()).toList();
    markRows(data, roles, headerCells);
    long firstData = 0;
    for (int r = data; r < head.size() && firstData == 0; r++) {
      firstData = Layout.isKept(roles[r]) ? head.get(r).number() : 0;
    }
    if (form && firstData > 0) {
      notes.add(Note.of("form-layout"));
    }
    return new Layout(
        head,
        Arrays.asList(roles),
        naming.stream().map(r -> head.get(r).number()).toList(),
        firstData,
        footRow,
        columns(naming),
        headerCells,
        notes);
  }

  // --- the end of the table ---

  /** Walks up from the last row while rows are blank or notes. */
  private void findFoot() {
    int usual = usualFilled();
    List<GridRow> all = new ArrayList<>(head);
    all.addAll(tail);
    int foot = all.size();
    boolean notes = false;
    for (int i = all.size() - 1; i > 0; i--) {
      GridRow row = all.get(i);
      boolean blank = Layout.isBlank(row);
      if (!blank && !isNote(row, usual, Layout.isBlank(all.get(i - 1)))) {
        break;
      }
      if (!blank) {
        notes = true;
      }
      foot = i;
    }
    if (notes) {
      footRow = all.get(foot).number();
      end = Math.min(foot, head.size());
    }
  }

  /** Cells a row of this sheet usually fills: the median of the fuller half. */
  private int usualFilled() {
    int[] counts = Arrays.stream(filled).filter(count -> count > 0).sorted().toArray();
    return counts.length == 0 ? 0 : counts[counts.length * 3 / 4];
  }

  private static boolean isNote(GridRow row, int usual, boolean afterBlank) {
    List<String> texts =
        row.cells().stream().map(CellShape::trim).filter(cell -> !cell.isEmpty()).toList();
    if (texts.size() > 2 || texts.size() >= usual || isTotal(row)) {
      return false;
    }
    String first = texts.get(0);
    if (texts.size() == 1 && usual >= 3 && TOTAL_MARK.matcher(first).matches()) {
      return true;
    }
    boolean marked = NOTE_MARK.matcher(first).matches() || first.startsWith("****");
    if (marked) {
      return true;
    }
    if (usual < 3 || texts.stream().noneMatch(text -> CellShape.of(text) == CellShape.TEXT)) {
      return false;
    }
    boolean talks = texts.stream().anyMatch(text -> text.length() > 30 || text.endsWith(":"));
    boolean narrow = row.cells().size() <= 2 && usual >= 4;
    if (texts.size() == 2) {
      return usual >= 5 && (talks || narrow);
    }
    boolean inFront =
        !CellShape.trim(row.cell(0)).isEmpty() || !CellShape.trim(row.cell(1)).isEmpty();
    return inFront && (talks || afterBlank || narrow);
  }

  static boolean isTotal(GridRow row) {
    for (int c = 0; c < Math.min(4, row.cells().size()); c++) {
      String cell = CellShape.trim(row.cell(c));
      if (!cell.isEmpty()) {
        return TOTAL_MARK.matcher(cell).matches() && filledAfter(row, c);
      }
    }
    return false;
  }

  private static boolean filledAfter(GridRow row, int column) {
    for (int c = column + 1; c < row.cells().size(); c++) {
      CellShape shape = CellShape.of(CellShape.trim(row.cell(c)));
      if (shape == CellShape.NUMBER) {
        return true;
      }
    }
    return false;
  }

  // --- the header ---

  /** Indexes in the head of the header rows, top to bottom; empty when no row names the columns. */
  private List<Integer> findHeader() {
    int best = -1;
    double bestScore = 0;
    int looked = 0;
    double above = 0;
    for (int r = 0; r < end && looked < MAX_CANDIDATES; r++) {
      if (filled[r] == 0) {
        continue;
      }
      looked++;
      if (evidence.isRepeat(r)) {
        continue;
      }
      double score = candidateScore(r);
      if (score > -1) {
        // A blank row sets a preamble apart, whose rows may look like those of a small table.
        boolean apart = r > 0 && filled[r - 1] == 0;
        double total = score - (apart ? above / 4 : above);
        if (total >= MIN_TOTAL && (best < 0 || total > bestScore + 0.05)) {
          best = r;
          bestScore = total;
        }
      }
      if (looksLikeTableRow(r)) {
        above += evidence.typedShare(r) > 0.2 ? 1.2 : 0.35;
      }
    }
    if (best < 0) {
      return List.of();
    }
    return extend(best);
  }

  private boolean looksLikeTableRow(int r) {
    int used = evidence.usedColumns(r);
    return filled[r] >= Math.min(2, used) && filled[r] >= 0.5 * used;
  }

  /** How much this row is a header, or -1 when it is not. */
  private double candidateScore(int r) {
    int used = evidence.usedColumns(r);
    double fullness = used == 0 ? 0 : (double) filled[r] / used;
    if (fullness < 0.5 || filled[r] < 2 && used > 1) {
      return -1;
    }
    boolean last = r + 1 >= end || noMoreRows(r);
    if (last && (used < 2 || evidence.typedShare(r) > 0 || !namesColumns(r))) {
      return -1;
    }
    if (evidence.typedShare(r) > MAX_TYPED_NAMES && !evidence.isYearRow(r)) {
      return -1;
    }
    double score = contrast(r) + fullness;
    if (r + 1 < end && filled[r + 1] == 0) {
      score -= fullness < 0.8 ? 0.4 : 0.1;
    }
    return score < 0.85 ? -1 : score;
  }

  /** A row of labels or units may stand between the names and the data: look beyond it too. */
  private double contrast(int r) {
    double below = evidence.contrast(r, r);
    boolean textFollows =
        r + 2 < end && filled[r + 1] > 1 && evidence.typedShare(r + 1) == 0 && !noMoreRows(r + 1);
    return textFollows ? Math.max(below, evidence.contrast(r, r + 1)) : below;
  }

  private boolean noMoreRows(int r) {
    for (int next = r + 1; next < end; next++) {
      if (filled[next] > 0) {
        return false;
      }
    }
    return true;
  }

  private boolean namesColumns(int r) {
    int known = 0;
    for (int c = 0; c < cells[r].length; c++) {
      if (HeaderWords.knows(cells[r][c])) {
        known++;
      }
    }
    return known >= 2 || known * 2 >= filled[r];
  }

  /** The rows next to the best one that are part of the header too. */
  private List<Integer> extend(int best) {
    int top = best;
    while (top > 0 && best - top < MAX_HEADER_ROWS && joinsAbove(top - 1, top)) {
      top--;
    }
    int bottom = best;
    while (bottom + 1 < end && bottom - top < MAX_HEADER_ROWS && joinsBelow(bottom + 1, top)) {
      bottom++;
    }
    List<Integer> rows = new ArrayList<>();
    for (int r = top; r <= bottom; r++) {
      rows.add(r);
    }
    return rows;
  }

  /** A row of group names above the names: several texts, and no fuller than the names. */
  private boolean joinsAbove(int r, int below) {
    if (filled[r] < 2 || evidence.typedShare(r) > 0 && !evidence.isYearRow(r)) {
      return false;
    }
    if (evidence.textOverTyped(r) >= 2 && filled[r] >= 0.5 * filled[below]) {
      return true;
    }
    return groupsBelow(r, below);
  }

  /**
   * Fewer cells than below, each over a run of names that need it: names that come back ("2012;;
   * 2013;" over "Hommes;Femmes;Hommes;Femmes") or years ("Fréquentation;;" over "2019;2020;2021").
   */
  private boolean groupsBelow(int r, int below) {
    if (filled[r] >= filled[below]) {
      return false;
    }
    Set<String> names = new HashSet<>();
    boolean again = false;
    for (String cell : cells[below]) {
      again |= !cell.isEmpty() && !names.add(cell.toLowerCase(Locale.ROOT));
    }
    return again || evidence.isYearRow(below);
  }

  /** A second row of names: text over columns of figures, like the first, or its missing half. */
  private boolean joinsBelow(int r, int top) {
    if (filled[r] < 2
        || evidence.isRepeat(r)
        || evidence.typedShare(r) > 0.1 && !evidence.isYearRow(r)) {
      return false;
    }
    if (noMoreRows(r)) {
      return false;
    }
    int typed = evidence.typedColumns(r);
    int over = evidence.textOverTyped(r);
    int overTop = evidence.textOverTyped(top);
    return over >= 2 && over >= 0.6 * typed && over >= 0.6 * overTop && !isUnits(r);
  }

  /** Of two rows of which one bears codes and the other labels, the codes name the columns. */
  private List<Integer> namingRows(List<Integer> header) {
    if (header.size() != 2) {
      return header;
    }
    int first = header.get(0);
    int second = header.get(1);
    if (areCodes(first) && !areCodes(second) && filled[second] >= 0.8 * filled[first]) {
      return List.of(first);
    }
    if (areCodes(second) && !areCodes(first) && filled[first] >= 0.9 * filled[second]) {
      return List.of(second);
    }
    return header;
  }

  private boolean areCodes(int r) {
    Set<String> distinct = new HashSet<>();
    int codes = 0;
    for (String cell : cells[r]) {
      if (!cell.isEmpty() && distinct.add(cell) && HeaderWords.looksLikeIdentifier(cell)) {
        codes++;
      }
    }
    return codes >= 0.9 * filled[r];
  }

  private List<Integer> given(List<Long> rows) {
    List<Integer> indexes = new ArrayList<>();
    for (int r = 0; r < head.size(); r++) {
      if (rows.contains(head.get(r).number())) {
        indexes.add(r);
      }
    }
    return indexes;
  }

  // --- rows of no header ---

  /** The first row that is not a title, when nothing names the columns. */
  private int firstUntitledRow(boolean form) {
    if (form) {
      return 0;
    }
    int usual = usualFilled();
    for (int r = 0; r < end; r++) {
      boolean title =
          filled[r] == 0
              || usual >= 2 && filled[r] < Math.max(2, 0.34 * usual) && evidence.typedShare(r) == 0;
      if (!title) {
        return r;
      }
    }
    return 0;
  }

  /** A form: labels beside their values, several times across the page, and no column names. */
  private boolean isForm() {
    int labels = 0;
    int pairs = 0;
    for (int c = 0; c + 1 < Math.min(width, 40); c++) {
      if (evidence.holdsLabels(c)) {
        labels++;
        pairs += evidence.holdsLabels(c + 1) ? 0 : 1;
      }
    }
    return labels >= 2 && pairs == labels;
  }

  // --- roles after the header ---

  private int markUnits(int data, @Nullable RowRole[] roles) {
    if (data < end && filled[data] > 0 && isUnits(data)) {
      roles[data] = RowRole.UNITS;
      return data + 1;
    }
    return data;
  }

  private boolean isUnits(int r) {
    int units = 0;
    for (String cell : cells[r]) {
      if (!cell.isEmpty() && UNIT.matcher(cell).matches()) {
        units++;
      }
    }
    return units >= 0.7 * filled[r] && (units >= 2 || evidence.textOverTyped(r) > 0);
  }

  private void markRows(int data, RowRole[] roles, List<List<String>> headerCells) {
    int typed = 0;
    for (int c = 0; c < Math.min(width, MAX_WEIGHED_COLUMNS); c++) {
      typed += evidence.isTyped(c, Math.max(0, data - 1)) ? 1 : 0;
    }
    for (int r = data; r < end; r++) {
      if (roles[r] != RowRole.DATA) {
        continue;
      }
      GridRow row = head.get(r);
      if (headerCells.stream().anyMatch(header -> sameCells(header, row))) {
        roles[r] = RowRole.REPEATED_HEADER;
      } else if (isTotal(row)) {
        roles[r] = RowRole.TOTAL;
      } else if (filled[r] == 1 && typed >= 2 && evidence.typedShare(r) == 0) {
        roles[r] = RowRole.GROUP;
      }
    }
  }

  /** True when a row says the header again, perhaps with a few names missing. */
  static boolean sameCells(List<String> header, GridRow row) {
    int names = 0;
    int same = 0;
    int others = 0;
    for (int c = 0; c < Math.max(header.size(), row.cells().size()); c++) {
      String name = c < header.size() ? CellShape.trim(header.get(c)) : "";
      String cell = CellShape.trim(row.cell(c));
      names += name.isEmpty() ? 0 : 1;
      if (!cell.isEmpty()) {
        if (name.equalsIgnoreCase(cell)) {
          same++;
        } else {
          others++;
        }
      }
    }
    return isSame(names, same, others);
  }

  /** Most names are there, and next to nothing else. */
  static boolean isSame(int names, int same, int others) {
    return same == names && same > 0 && others == 0
        || same >= 3 && (others == 0 || same >= 0.7 * names && others <= 0.1 * names);
  }

  // --- columns ---

  private List<Column> columns(List<Integer> naming) {
    boolean[] used = new boolean[width];
    for (String[] row : cells) {
      for (int c = 0; c < row.length; c++) {
        used[c] |= !row[c].isEmpty();
      }
    }
    int tailWidth = width;
    for (GridRow row : tail) {
      if (row.number() < footRow) {
        for (int c = 0; c < row.cells().size(); c++) {
          if (!CellShape.trim(row.cell(c)).isEmpty()) {
            if (c < width) {
              used[c] = true;
            } else {
              tailWidth = Math.max(tailWidth, c + 1);
            }
          }
        }
      }
    }
    int first = 0;
    while (first < width && !used[first]) {
      first++;
    }
    int last = width;
    while (last > first && !used[last - 1]) {
      last--;
    }
    // One empty column on the right is a delimiter too many or a column left to fill; several are a
    // spreadsheet's leftovers.
    if (width - last == 1 && last > first) {
      last = width;
    }
    if (tailWidth > width) {
      last = tailWidth;
    }
    return named(naming, first == width ? 0 : first, last);
  }

  private List<Column> named(List<Integer> naming, int first, int last) {
    List<String[]> rows = new ArrayList<>();
    for (int i = 0; i < naming.size(); i++) {
      rows.add(
          i + 1 < naming.size() ? spread(naming.get(i), naming.get(i + 1)) : cells[naming.get(i)]);
    }
    List<Column> columns = new ArrayList<>();
    Map<String, Integer> taken = new HashMap<>();
    for (int c = first; c < last; c++) {
      columns.add(new Column(columns.size(), c, unique(name(rows, c), taken)));
    }
    return columns;
  }

  /** A group's name holds for the nameless cells on its right, as a merged cell does. */
  private String[] spread(int row, int below) {
    String[] names = Arrays.copyOf(cells[row], Math.max(cells[row].length, cells[below].length));
    for (int c = 0; c < names.length; c++) {
      if (names[c] == null || names[c].isEmpty()) {
        boolean named = c < cells[below].length && !cells[below][c].isEmpty();
        boolean leftHasName =
            c > 0 && c - 1 < cells[below].length && !cells[below][c - 1].isEmpty();
        names[c] = c > 0 && named && leftHasName ? names[c - 1] : "";
      }
    }
    return names;
  }

  private static String name(List<String[]> rows, int column) {
    List<String> parts = new ArrayList<>();
    for (String[] row : rows) {
      String part = column < row.length ? clean(row[column]) : "";
      if (!part.isEmpty() && !parts.contains(part)) {
        parts.add(part);
      }
    }
    return parts.isEmpty()
        ? "colonne_" + fr.jalon.engine.table.Address.letters(column)
        : String.join(" ", parts);
  }

  private static String clean(String cell) {
    StringBuilder name = new StringBuilder(cell.length());
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (!CellShape.isBlank(c)) {
        name.append(c);
      } else if (name.length() > 0 && name.charAt(name.length() - 1) != ' ') {
        name.append(' ');
      }
    }
    return name.toString().strip();
  }

  private static String unique(String name, Map<String, Integer> taken) {
    String key = name.toLowerCase(Locale.ROOT);
    Integer seen = taken.putIfAbsent(key, 1);
    if (seen == null) {
      return name;
    }
    int number = seen;
    String candidate;
    do {
      number++;
      candidate = name + "_" + number;
    } while (taken.putIfAbsent(candidate.toLowerCase(Locale.ROOT), 1) != null);
    taken.put(key, number);
    return candidate;
  }

  /** True when enough of a column's cells are figures, dates or the like. */
  static boolean isTyped(double typed, double present) {
    return present > 0 && typed >= TYPED * present;
  }
}
