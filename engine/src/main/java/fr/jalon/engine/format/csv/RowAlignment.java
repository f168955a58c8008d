package fr.jalon.engine.format.csv;

import fr.jalon.engine.format.CellShape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a record of one cell less lost a delimiter, and where one of one cell more got one
 * too many, when what the columns usually hold leaves no doubt. Otherwise it says nothing, and the
 * record is completed or joined at its end.
 */
final class RowAlignment {
  /** How much likelier (as a logarithm) a reading must be than the plain one. */
  private static final double MARGIN = 3;

  private static final double GAP = 1.5;
  private static final double SPLIT = 1;
  private static final double DROP = 0.5;

  /** How much likelier a place to cut a cell must be than the next best. */
  private static final double SURE_CUT = 0.3;

  private static final int MAX_CUT_LENGTH = 2_000;
  private static final int SHORT_CELL = 40;

  private final RaggedRows rows;
  private final int width;

  RowAlignment(RaggedRows rows) {
    this.rows = rows;
    this.width = rows.width();
  }

  private record Cut(String left, String right, double score) {}

  /** The record with a cell for each column, or null when nothing is certain. */
  @Nullable List<String> align(List<String> cells) {
    if (cells.size() == width - 1) {
      return oneLess(cells);
    }
    return cells.size() == width + 1 ? oneMore(cells) : null;
  }

  private double likelihood(int column, String cell) {
    return rows.column(column).likelihood(cell);
  }

  /** Likelihoods of the first cells in the first columns: at k, those of the first k. */
  private double[] before(List<String> cells) {
    double[] sum = new double[width + 1];
    for (int c = 0; c < width; c++) {
      sum[c + 1] = sum[c] + (c < cells.size() ? likelihood(c, cells.get(c)) : 0);
    }
    return sum;
  }

  /** Likelihoods of the last cells in the last columns: at k, those of the columns from k on. */
  private double[] after(List<String> cells) {
    int shift = cells.size() - width;
    double[] sum = new double[width + 2];
    for (int c = width - 1; c + shift >= 0 && c >= 0; c--) {
      sum[c] = sum[c + 1] + likelihood(c, cells.get(c + shift));
    }
    return sum;
  }

  private @Nullable List<String> oneLess(List<String> cells) {
    double[] before = before(cells);
    double[] after = after(cells);
    double padded = before[width - 1] + likelihood(width - 1, "");
    double best = padded + MARGIN;
    int gap = -1;
    for (int c = 0; c < width - 1; c++) {
      double score = before[c] + likelihood(c, "") + after[c + 1] - GAP;
      if (score > best) {
        best = score;
        gap = c;
      }
    }
    Cut cut = null;
    int at = -1;
    for (int c = 0; c < width - 1; c++) {
      double around = before[c] + after[c + 2] - SPLIT;
      // A cell cut in two is never likelier than one that comes back: no need to look for it.
      if (around <= best) {
        continue;
      }
      Cut found = cut(c, cells.get(c));
      if (found != null && around + found.score() > best) {
        best = around + found.score();
        cut = found;
        at = c;
      }
    }
    if (gap < 0 && cut == null) {
      return null;
    }
    List<String> aligned = new ArrayList<>(cells);
    if (cut == null) {
      aligned.add(gap, "");
      return aligned;
    }
    aligned.set(at, cut.left());
    aligned.add(at + 1, cut.right());
    return rows.looksRight(aligned) ? aligned : null;
  }

  /** Where a cell holds what belongs to a column and to the next one, or null. */
  private @Nullable Cut cut(int column, String cell) {
    if (cell.length() < 2 || cell.length() > MAX_CUT_LENGTH) {
      return null;
    }
    Cut best = null;
    double second = Double.NEGATIVE_INFINITY;
    for (int place = 1; place < cell.length(); place++) {
      double doubt = doubt(cell, place);
      if (cell.length() > SHORT_CELL && doubt > 1) {
        continue;
      }
      boolean quote = isQuote(cell, place);
      String left = cell.substring(0, place);
      String right = cell.substring(quote ? place + 1 : place);
      if (quote && right.endsWith("\"")) {
        right = right.substring(0, right.length() - 1);
      }
      double score = likelihood(column, left) + likelihood(column + 1, right) - doubt;
      if (best == null || score > best.score()) {
        second = best == null ? second : best.score();
        best = new Cut(left, right, score);
      } else {
        second = Math.max(second, score);
      }
    }
    return best != null && best.score() >= second + SURE_CUT ? best : null;
  }

  /** A quote that closed a cell and opened the next: the last of those on end. */
  private static boolean isQuote(String cell, int place) {
    return cell.charAt(place) == '"' && place + 1 < cell.length() && cell.charAt(place + 1) != '"';
  }

  /** How strange it would be to cut here: between two letters more than between two sentences. */
  private static double doubt(String cell, int place) {
    char left = cell.charAt(place - 1);
    char right = cell.charAt(place);
    if (isQuote(cell, place)) {
      return 0;
    }
    if (left == '"' || right == '"' || CellShape.isBlank(left) || CellShape.isBlank(right)) {
      return 3;
    }
    if (cell.startsWith("http", place) || cell.startsWith("www.", place)) {
      return 0;
    }
    if (Character.isLetter(left) && Character.isLetter(right)) {
      return Character.isLowerCase(left) && Character.isUpperCase(right) ? 0.5 : 2.5;
    }
    if (Character.isDigit(left) && Character.isDigit(right)) {
      return 1.2;
    }
    boolean sentence = ".!?)".indexOf(left) >= 0 && Character.isUpperCase(right);
    boolean change = Character.isLetterOrDigit(left) && Character.isLetterOrDigit(right);
    return sentence || change ? 0.5 : 1;
  }

  private @Nullable List<String> oneMore(List<String> cells) {
    double[] before = before(cells);
    double[] after = after(cells);
    boolean blankEnd = CellShape.trim(cells.get(width)).isEmpty();
    double plain = blankEnd ? before[width] : Double.NEGATIVE_INFINITY;
    double joined = Double.NEGATIVE_INFINITY;
    int join = -1;
    for (int c = 0; c < width; c++) {
      String left = cells.get(c);
      String right = cells.get(c + 1);
      double score =
          before[c]
              + likelihood(c, left + rows.delimiter() + right)
              + after[c + 1]
              - RaggedRows.joinCost(left, right, rows.delimiter());
      if (score > joined) {
        joined = score;
        join = c;
      }
    }
    double dropped = Double.NEGATIVE_INFINITY;
    int drop = -1;
    for (int c = 0; c < width; c++) {
      double score = before[c] + after[c] - DROP;
      if (CellShape.trim(cells.get(c)).isEmpty() && score > dropped) {
        dropped = score;
        drop = c;
      }
    }
    List<String> aligned = new ArrayList<>(cells);
    if (drop >= 0 && dropped > joined && dropped > plain + MARGIN) {
      aligned.remove(drop);
      return aligned;
    }
    if (blankEnd && joined > plain + MARGIN) {
      aligned.set(join, cells.get(join) + rows.delimiter() + cells.get(join + 1));
      aligned.remove(join + 1);
      return aligned;
    }
    return null;
  }
}
