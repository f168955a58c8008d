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

  /** The text of a number in a cell of this style. */
  String text(double value, int style) {
    CellFormat format = CellFormat.GENERAL;
    if (style >= 0 && style < styles.size()) {
      int id = styles.get(style);
      String code = codes.get(id);
      format =
          formats.computeIfAbsent(
              id, key -> code == null ? CellFormat.builtIn(key) : CellFormat.of(code));
    }
    return format.text(value, from1904);
  }
}
