package fr.jalon.engine.rule.promise;

import fr.jalon.engine.format.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Tables made to break what reads texts again: the cells and titles of an example, with arrows,
 * line ends, tabs, quotes, formulas, commas, controls, emoji, very long cells, one title for
 * several columns.
 */
final class HostileTables {
  /** Longer than what any sheet or buffer holds of one cell: 32 767 signs in Excel, 64 KB here. */
  private static final int LONG = 1 << 17;

  private static final List<String> TEXTS =
      List.of(
          "a → b",
          " → ",
          "Orléans → Tours\n12/03/2022 → 2022-03-12",
          "une\nligne",
          "une\r\nligne, et une autre\r",
          "\ttabulation\tdedans",
          "\"entre guillemets\"",
          "l'\"été\"",
          "=cmd()",
          "=cmd|' /C calc'!A0",
          "+33 6",
          "@SUM(A1)",
          "-1+1",
          "a,b;c|d",
          "1,5,2",
          "12,5 → 12.5",
          "😀 fête 🎉",
          "é\u0301\u200d",
          "\u0000nul\u0001",
          "\u001b[31mrouge",
          "\u202e droite à gauche",
          "\ufeffdébut",
          "\u00a0 \u202f",
          " ",
          "\n",
          "null",
          "\\N",
          "{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[1",
          "<b>gras</b>&amp;",
          "%s %d ${x} {0}",
          "edit-cell:B2",
          "1 234 567,89 €",
          "99999999999999999999999999999999999999",
          "1e308",
          "31/02/2022",
          "Ã\u0000",
          "ÃÃÃÃ©");

  private static final List<String> TITLES =
      List.of(
          "a → b",
          "deux  espaces",
          "ligne\nbrisée",
          "\"titre\"",
          "=cmd()",
          "😀",
          "a,b;c",
          "colonne_A",
          "\u0001",
          "null",
          "ThÃ©Ã¢tre");

  private final Random random;

  private HostileTables(long seed) {
    random = new Random(seed);
  }

  /** The example, its first cell of the length at which reading a file cuts one. */
  static MadeTable withMegabyte(MadeTable example) {
    List<List<String>> rows = new ArrayList<>(example.cells());
    List<String> first = padded(rows.get(0), example.names().size());
    String cell = first.get(0) + " été ";
    first.set(0, cell.repeat(Limits.CELL_BYTES / cell.length()));
    rows.set(0, first);
    return new MadeTable(example.names(), rows);
  }

  /** The example, its rows many times so that a few odd cells do not hide what it is about. */
  static MadeTable of(MadeTable example, long seed) {
    return new HostileTables(seed).planted(example, seed);
  }

  private MadeTable planted(MadeTable example, long seed) {
    List<String> names = new ArrayList<>(example.names());
    List<List<String>> rows = new ArrayList<>();
    for (int time = 0; time < 8; time++) {
      example.cells().forEach(row -> rows.add(padded(row, example.names().size())));
    }
    int width = names.size();
    for (int planted = 0; planted < 2 + rows.size() / 8; planted++) {
      List<String> row = rows.get(random.nextInt(rows.size()));
      int column = random.nextInt(width);
      row.set(column, hostile(row.get(column)));
    }
    if (seed % 3 == 0) {
      // a column twice, under one name
      int column = random.nextInt(width);
      names.add(names.get(column));
      rows.forEach(row -> row.add(row.get(column)));
    }
    if (seed % 2 == 0) {
      names.add(pick(TITLES));
      rows.forEach(row -> row.add(pick(TEXTS)));
    }
    if (seed % 20 == 0) {
      String letters = random.nextBoolean() ? "été, " : " 1 ";
      rows.get(random.nextInt(rows.size())).set(0, letters.repeat(LONG / letters.length()));
    }
    return new MadeTable(names, rows);
  }

  private static List<String> padded(List<String> row, int width) {
    List<String> padded = new ArrayList<>(row);
    while (padded.size() < width) {
      padded.add("");
    }
    return padded;
  }

  private String hostile(String cell) {
    return switch (random.nextInt(6)) {
      case 0 -> cell + "\n";
      case 1 -> "\t" + cell + "\r\n";
      case 2 -> cell + " → " + cell;
      case 3 -> "\"" + cell + "\"";
      default -> pick(TEXTS);
    };
  }

  private String pick(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
