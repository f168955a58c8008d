package fr.jalon.engine.format.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The number formats of an old workbook's cells, as its records tell them one after another. */
final class CellStyles {
  private final Map<Integer, String> codes = new HashMap<>();
  private final List<Integer> styles = new ArrayList<>();
  private final Map<Integer, CellFormat> formats = new HashMap<>();
  private boolean from1904;

  void code(int id, String code) {
    codes.put(id, code);
  }

  void style(int formatId) {
    styles.add(formatId);
  }

  void countFrom1904() {
    from1904 = true;
  }

  boolean has(int style) {
    return style >= 0 && style < styles.size();
  }

  /** The text of a number in a cell of this style. */
  String text(double value, int style) {
    return has(style)
        ? textOfFormat(value, styles.get(style))
        : CellFormat.GENERAL.text(value, from1904);
  }

  /** The text of a number shown by this format. */
  String textOfFormat(double value, int id) {
    String code = codes.get(id);
    return formats
        .computeIfAbsent(id, key -> code == null ? CellFormat.builtIn(key) : CellFormat.of(code))
        .text(value, from1904);
  }
}
