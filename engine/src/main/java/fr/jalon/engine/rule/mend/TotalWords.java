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

  /** Those that may also be the name of a supplier, or of a housing estate. */
  private static final Set<String> NAMES = Set.of("total", "ensemble");

  private static final Pattern BEGINS = Pattern.compile("(?:sous[ -]?)?tota(?:l|ux)\\b.*");

  /** A row of totals says so in a few words: longer texts speak of a total. */
  private static final int LONGEST = 40;

  private static final int SHORTEST = "total".length();
  private static final int BYTES_A_LETTER = 4;

  private static final int TOTA = 't' << 24 | 'o' << 16 | 't' << 8 | 'a';
  private static final int ENSE = 'e' << 24 | 'n' << 16 | 's' << 8 | 'e';

  private TotalWords() {}

  /**
   * Finds the rows of totals of a table whose columns are known by their positions.
   *
   * @param filled columns that every true row fills
   * @param gone how many more such columns the rows had when this was found, which count as filled
   * @param whole whether the totals of this table may fill them too: a row that says "total" and no
   *     more is then one, and so is any that leaves one of them blank; else half of them are blank
   */
  public static RowTest rows(int label, List<Integer> filled, int gone, boolean whole) {
    List<Integer> others = filled.stream().filter(column -> column != label).toList();
    return (block, sought) -> {
      Chunk chunk = block.chunk(label);
      boolean[] total = total(chunk);
      for (int row = 0; row < block.rows(); row++) {
        if (total[chunk.code(row)]
            && (isMarked(block, row, others, gone, whole)
                || isWhole(chunk.at(row).toString(), whole))) {
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

  /**
   * A row of totals has nothing to put in most columns; a purchase from "Total Énergies" may lack
   * one.
   */
  private static boolean isMarked(
      Block block, int row, List<Integer> filled, int gone, boolean one) {
    int blank = blank(block, row, filled);
    return blank > 0 && (one || blank * 2 >= filled.size() + gone);
  }

  private static boolean isWhole(String label, boolean evenNames) {
    String plain = plain(label);
    return WHOLE.contains(plain) && (evenNames || !NAMES.contains(plain));
  }

  /** True for a text that says "total" and no more, be it a name or not. */
  public static boolean isWhole(String label) {
    return isWhole(label, true);
  }

  /** True for "Sous-total", "Total général": no name is made of these words. */
  public static boolean isNoName(String label) {
    return isWhole(label, false) || plain(label).startsWith("sous total");
  }

  /** How many of these columns the row leaves blank. */
  public static int blank(Block block, int row, List<Integer> columns) {
    int blank = 0;
    for (int column : columns) {
      blank += block.chunk(column).at(row).isBlank() ? 1 : 0;
    }
    return blank;
  }

  /** True for a text that says "total", or begins by it. */
  public static boolean isTotal(Text value) {
    if (!mayBeTotal(value)) {
      return false;
    }
    String text = value.toString();
    if (text.length() > LONGEST || text.length() < SHORTEST) {
      return false;
    }
    String plain = plain(text);
    return WHOLE.contains(plain) || BEGINS.matcher(plain).matches();
  }

  /** Whether the letters "tota" or "ense" follow one another, or some letter may have an accent. */
  private static boolean mayBeTotal(Text value) {
    if (value.length() > LONGEST * BYTES_A_LETTER) {
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
