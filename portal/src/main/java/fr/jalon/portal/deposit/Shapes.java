package fr.jalon.portal.deposit;

import fr.jalon.portal.web.Page;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shapes on a map, said in words: their coordinates are for machines. */
final class Shapes {
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\{\\s*\"type\"\\s*:\\s*\"((?:Multi)?(?:Point|LineString|Polygon)|GeometryCollection)\"");

  private Shapes() {}

  /** What the shape is when the cell holds one, else the cell as it is. */
  static String inWords(Page page, String cell) {
    if (!cell.startsWith("{")) {
      return cell;
    }
    Matcher shape = SHAPE.matcher(cell);
    return shape.lookingAt() ? page.t("deposit.shape." + shape.group(1)) : cell;
  }
}
