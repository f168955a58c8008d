package fr.jalon.engine.rule.mend;

import fr.jalon.engine.profile.RowTest;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.Text;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which words say that a row is one of totals. */
public final class TotalWords {
  private static final Set<String> WHOLE =
      Set.of("total", "totaux", "total general", "sous total", "total ttc", "total ht", "ensemble");
  private static final Pattern BEGINS = Pattern.compile("(?:sous[ -]?)?tota(?:l|ux)\\b.*");
  private static final int TOTA = 't' << 24 | 'o' << 16 | 't' << 8 | 'a';
  private static final int ENSE = 'e' << 24 | 'n' << 16 | 's' << 8 | 'e';

  private TotalWords() {}

  /**
   * Finds the rows of totals of a table whose columns are known by their positions.
   *
   * @param filled columns that every true row fills
   */
  public static RowTest rows(int label, List<Integer> filled) {
    return (block, sought) -> {
      Chunk chunk = block.chunk(label);
      boolean[] total = total(chunk);
      for (int row = 0; row < block.rows(); row++) {
        if (total[chunk.code(row)] && isTotalRow(block, row, chunk.at(row).toString(), filled)) {
          sought.accept(row);
        }
      }
    };
  }

  private static boolean[] total(Chunk chunk) {
    boolean[] total = new boolean[chunk.distinct()];
    for (int code = 0; code < total.length; code++) {
      total[code] = isTotal(chunk.value(code));
    }
    return total;
  }

  private static boolean isTotalRow(Block block, int row, String label, List<Integer> filled) {
    if (WHOLE.contains(plain(label))) {
      return true;
    }
    for (int column : filled) {
      if (block.chunk(column).at(row).isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** "Total" alone and "sous-total…": "Total Énergies" is a name too. */
  public static boolean isSurelyTotal(Text value) {
    if (!isTotal(value)) {
      return false;
    }
    String plain = plain(value.toString());
    return WHOLE.contains(plain) || plain.startsWith("sous total");
  }

  /** True for a text that says "total", or begins by it. */
  public static boolean isTotal(Text value) {
    if (!mayBeTotal(value)) {
      return false;
    }
    String text = value.toString();
    if (text.length() > 40 || text.length() < 5) {
      return false;
    }
    String plain = plain(text);
    return WHOLE.contains(plain) || BEGINS.matcher(plain).matches();
  }

  /** Whether the letters "tota" or "ense" follow one another, or some letter may have an accent. */
  private static boolean mayBeTotal(Text value) {
    if (value.length() > 160) {
      return false;
    }
    int last = 0;
    for (int i = 0; i < value.length(); i++) {
      byte b = value.at(i);
      if (b < 0) {
        return true;
      }
      last = last << 8 | (b | 0x20);
      if (last == TOTA || last == ENSE) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String text) {
    return String.join(" ", Words.fold(text).split("[^a-z0-9]+")).strip();
  }
}
