package fr.jalon.engine.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the rows that name the columns: the early row that differs most from those below it, and
 * its neighbors when they are part of the header too.
 */
final class HeaderFinder {
  /** Rows that may be the header; nobody was seen to write more above a table. */
  private static final int MAX_CANDIDATES = 40;

  private static final int MAX_HEADER_ROWS = 6;

  /** Below this a row with rows of a table above it is one of them. */
  private static final double MIN_TOTAL = 0.6;

  private static final int MOST_SAID_AGAIN = 2;

  /** Names over figures from which a second row of names needs no known word. */
  private static final int SURE = 4;

  private static final int LONGEST_GROUP = 25;

  /** Beginnings of what is said of a whole table. */
  private static final Pattern TITLE =
      Pattern.compile(
          "(?i)^(?:(?:commune|ville|mairie|communauté|métropole|département|région|service|direction"
              + "|conseil|liste|état) (?:des?|du|d'|la|le|les)\\b"
              + "|(?:exercice|année|annexe|page|tableau|budget) (?:n°)?\\s?\\d"
              + "|(?:source|document|édité|mis à jour|mise à jour|données) ?(?:le|du|au|:)\\b).*");

  /** Share of the names that may be figures or dates. */
  private static final double MAX_TYPED_NAMES = 0.15;

  private final Grid grid;
  private final Evidence evidence;

  HeaderFinder(Grid grid, Evidence evidence) {
    this.grid = grid;
    this.evidence = evidence;
  }

  /** Indexes in the head of the header rows, top to bottom; empty when no row names the columns. */
  List<Integer> find() {
    List<Candidate> candidates = new ArrayList<>();
    int looked = 0;
    double above = 0;
    for (int r = preamble(); r < grid.end && looked < MAX_CANDIDATES; r++) {
      if (grid.filled[r] == 0) {
        continue;
      }
      looked++;
      // Of a list, the second row is as much a value as the third unless its word says otherwise.
      boolean listed = grid.width == 1 && looked > 1 && !hasNamingWords(r);
      if (listed || evidence.isRepeat(r)) {
        continue;
      }
      double score = candidateScore(r);
      if (score > -1) {
        // A blank row sets a preamble apart, whose rows may look like those of a small table.
        boolean apart = r > 0 && grid.filled[r - 1] == 0;
        double total = score - (apart ? above / 4 : above);
        if (total >= MIN_TOTAL) {
          candidates.add(new Candidate(r, total));
        }
      }
      if (looksLikeTableRow(r)) {
        above += evidence.typedShare(r) > 0.2 ? 1.2 : 0.35;
      }
    }
    int best = best(candidates, grid.end);
    int own = best < 0 ? best : firstOwnRow(best);
    int earlier = own < 0 ? own : best(candidates, own);
    // names with all the rows under them come before better ones among the rows
    best = earlier < 0 ? best : earlier;
    return best < 0 ? List.of() : extend(best);
  }

  /** A row that may be the header, and how much it is one. */
  private record Candidate(int row, double total) {}

  /** The first of the best candidates above a row, -1 when there is none. */
  private static int best(List<Candidate> candidates, int end) {
    int best = -1;
    double bestTotal = 0;
    for (Candidate candidate : candidates) {
      if (candidate.row() < end && (best < 0 || candidate.total() > bestTotal + 0.05)) {
        best = candidate.row();
        bestTotal = candidate.total();
      }
    }
    return best;
  }

  /** The first row above the header that is made as those below it, -1 when none is. */
  private int firstOwnRow(int header) {
    OwnRows own = OwnRows.of(grid, header + 1, grid.end);
    for (int r = 0; r < header; r++) {
      if (own.has(grid.head.get(r)) && !evidence.isYearRow(r)) {
        return r;
      }
    }
    return -1;
  }

  /**
   * The first row after a preamble of labels and values ("Commune;Saint-Exemple", "Année;2024"):
   * two rows or more of two cells at most, over a wider table.
   */
  private int preamble() {
    int usual = grid.usualFilled();
    int end = 0;
    int rows = 0;
    int labels = 0;
    while (end < grid.end && grid.filled[end] <= 2) {
      if (grid.filled[end] == 2) {
        String label = grid.cell(end, 0);
        if (label.isEmpty()) {
          return 0;
        }
        rows++;
        labels += label.endsWith(":") || HeaderWords.knows(label) ? 1 : 0;
      }
      end++;
    }
    boolean apart = end > 0 && end < grid.end && grid.filled[end - 1] == 0;
    boolean isPreamble =
        usual >= 3 && rows >= 2 && end < grid.end && (apart || labels == rows) && labels * 2 > rows;
    return isPreamble ? end : 0;
  }

  private boolean looksLikeTableRow(int r) {
    int used = evidence.usedColumns(r);
    return grid.filled[r] >= Math.min(2, used) && grid.filled[r] >= 0.5 * used;
  }

  /** How much this row is a header, or -1 when it is not. */
  private double candidateScore(int r) {
    int used = evidence.sharedColumns(r);
    double fullness = used == 0 ? 0 : (double) grid.filled[r] / used;
    if (fullness < 0.5 || grid.filled[r] < 2 && evidence.usedColumns(r) > 1) {
      return -1;
    }
    boolean last = grid.isLast(r);
    if (last && (used < 2 || evidence.typedShare(r) > 0 || !namesColumns(r))) {
      return -1;
    }
    if (evidence.typedShare(r) > MAX_TYPED_NAMES && !evidence.isYearRow(r)) {
      return -1;
    }
    double score = contrast(r) + fullness;
    if (r + 1 < grid.end && grid.filled[r + 1] == 0) {
      score -= fullness < 0.8 ? 0.4 : 0.1;
    }
    if (fullness < 1 && Arrays.stream(grid.cells[r]).anyMatch(c -> TITLE.matcher(c).matches())) {
      score -= 0.5;
    }
    return score < 0.85 ? -1 : score;
  }

  /** A row of labels or units may stand between the names and the data: look beyond it too. */
  private double contrast(int r) {
    double below = evidence.contrast(r, r);
    boolean textFollows =
        r + 2 < grid.end
            && grid.filled[r + 1] > 1
            && evidence.typedShare(r + 1) == 0
            && !grid.isLast(r + 1);
    return textFollows ? Math.max(below, evidence.contrast(r, r + 1)) : below;
  }

  private boolean hasNamingWords(int r) {
    int known = 0;
    for (String cell : grid.cells[r]) {
      known +=
          HeaderWords.knows(cell) || HeaderWords.looksLikeIdentifier(cell) && cell.length() > 2
              ? 1
              : 0;
    }
    return known * 3 >= grid.filled[r];
  }

  private boolean namesColumns(int r) {
    int known = 0;
    for (int c = 0; c < grid.cells[r].length; c++) {
      if (HeaderWords.knows(grid.cells[r][c])) {
        known++;
      }
    }
    return known >= 2 || known * 2 >= grid.filled[r];
  }

  /** The rows next to the best one that are part of the header too. */
  private List<Integer> extend(int best) {
    int top = best;
    while (top > 0 && best - top < MAX_HEADER_ROWS && joinsAbove(top - 1, top)) {
      top--;
    }
    int bottom = best;
    bottom += saidAgain(best);
    while (bottom + 1 < grid.end && bottom - top < MAX_HEADER_ROWS && joinsBelow(bottom + 1, top)) {
      bottom++;
    }
    List<Integer> rows = new ArrayList<>();
    for (int r = top; r <= bottom; r++) {
      rows.add(r);
    }
    return rows;
  }

  /** How often the rows below say the header again; never when they go on doing so. */
  private int saidAgain(int best) {
    int again = 0;
    while (best + again + 1 < grid.end && isSaidAgain(best + again + 1, best)) {
      again++;
    }
    return grid.filled[best] < 2 || again > MOST_SAID_AGAIN ? 0 : again;
  }

  /**
   * True when two rows have the same cells: nothing tells which of them is the real header, and
   * both are it. Names like NOM_COM are those of a program, which knows no "NOM_COM NOM_COM": there
   * the header only comes again.
   */
  private boolean isSaidAgain(int r, int other) {
    for (int c = 0; c < grid.width; c++) {
      String cell = grid.cell(r, c);
      if (!cell.equals(grid.cell(other, c)) || cell.indexOf('_') > 0) {
        return false;
      }
    }
    return true;
  }

  /** A row of group names above the names: several texts, and no fuller than the names. */
  private boolean joinsAbove(int r, int below) {
    if (grid.filled[r] < 2 || evidence.typedShare(r) > 0 && !evidence.isYearRow(r)) {
      return false;
    }
    if (evidence.textOverTyped(r) >= 2 && grid.filled[r] >= 0.5 * grid.filled[below]) {
      return true;
    }
    return groupsBelow(r, below);
  }

  /**
   * Fewer cells than below, each over a run of names that need it: names that come back ("2012;;
   * 2013;" over "Hommes;Femmes;Hommes;Femmes") or years ("Fréquentation;;" over "2019;2020;2021").
   */
  private boolean groupsBelow(int r, int below) {
    if (grid.filled[r] >= grid.filled[below]) {
      return false;
    }
    Set<String> names = new HashSet<>();
    boolean again = false;
    for (String cell : grid.cells[below]) {
      again |= !cell.isEmpty() && !names.add(cell.toLowerCase(Locale.ROOT));
    }
    return again || evidence.isYearRow(below) || areGroups(r, below);
  }

  /**
   * Short words, each over the first of the names it is for, from the first name on: "Aide;;Dates;"
   * over "Montant;Nature;Début;Fin". What is said of the whole table has figures or many letters.
   */
  private boolean areGroups(int r, int below) {
    boolean inGroup = false;
    for (int c = 0; c < grid.width; c++) {
      String group = grid.cell(r, c);
      if (!group.isEmpty()) {
        if (group.length() > LONGEST_GROUP
            || grid.cell(below, c).isEmpty()
            || grid.cell(below, c).equals(group)
            || group.chars().anyMatch(Character::isDigit)
            || TITLE.matcher(group).matches()) {
          return false;
        }
        inGroup = true;
      } else if (!grid.cell(below, c).isEmpty() && !inGroup) {
        return false;
      }
    }
    return evidence.textOverTyped(below) >= 1;
  }

  /** A second row of names: text over columns of figures, like the first, or its missing half. */
  private boolean joinsBelow(int r, int top) {
    if (grid.filled[r] < 2
        || evidence.isRepeat(r)
        || evidence.typedShare(r) > 0.1 && !evidence.isYearRow(r)) {
      return false;
    }
    // The only row below tells too little of its columns.
    if (grid.isLast(r) || grid.isLast(r + 1) && !hasNamingWords(r)) {
      return false;
    }
    // A first row of data with one odd text names nothing.
    boolean bothFull =
        grid.filled[r] >= evidence.usedColumns(r) && grid.filled[top] >= grid.filled[r];
    if (bothFull && evidence.textOverTyped(r) < SURE && !hasNamingWords(r)) {
      return false;
    }
    int typed = evidence.typedColumns(r) - namedAbove(r, top);
    int over = evidence.textOverTyped(r);
    int overTop = evidence.textOverTyped(top);
    return over >= 2 && over >= 0.6 * typed && over >= 0.6 * overTop && !grid.isUnits(r, evidence);
  }

  /**
   * Columns of figures that need no second name, when a row names all the columns that a first one
   * of groups leaves without: ";Type;Surface;" below "Lieu;Bâtiment;;Ouverture".
   */
  private int namedAbove(int r, int top) {
    int named = 0;
    boolean completes = false;
    for (int c = 0; c < grid.width; c++) {
      boolean here = !grid.cell(r, c).isEmpty();
      boolean above = !grid.cell(top, c).isEmpty();
      if (!here && !above && evidence.holdsSomething(c, r)) {
        return 0;
      }
      completes |= here && !above;
      named += above && !here && evidence.isTyped(c, r) ? 1 : 0;
    }
    return completes ? named : 0;
  }

  /** Of two rows of which one bears codes and the other labels, the codes name the columns. */
  List<Integer> namingRows(List<Integer> header) {
    if (header.size() != 2) {
      return header;
    }
    int first = header.get(0);
    int second = header.get(1);
    if (grid.filled[first] < 0.8 * grid.filled[second]) {
      return header;
    }
    if (areCodes(first) && !areCodes(second) && grid.filled[second] >= 0.8 * grid.filled[first]) {
      return List.of(first);
    }
    if (areCodes(second) && !areCodes(first) && grid.filled[first] >= 0.9 * grid.filled[second]) {
      return List.of(second);
    }
    return header;
  }

  private boolean areCodes(int r) {
    Set<String> distinct = new HashSet<>();
    int codes = 0;
    for (String cell : grid.cells[r]) {
      if (!cell.isEmpty() && distinct.add(cell) && HeaderWords.looksLikeIdentifier(cell)) {
        codes++;
      }
    }
    return codes >= 0.9 * grid.filled[r];
  }
}
