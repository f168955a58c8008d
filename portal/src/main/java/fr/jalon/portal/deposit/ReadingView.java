package fr.jalon.portal.deposit;

import fr.jalon.portal.web.DataTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page "Voici ce que j'ai lu".
 *
 * @param sentences what was read, in words, the most useful first
 * @param file the head of the file as its owner knows it
 * @param table what was understood
 * @param schema what it looks like, null when like nothing known
 * @param headers rows that could name the columns
 * @param sheets of a workbook, empty when there is only one
 * @param accents the file's own words under other readings, empty when they cannot differ
 * @param cuts the file's first rows cut at other signs, empty when they cannot be
 */
public record ReadingView(
    List<String> sentences,
    DataTable file,
    DataTable table,
    long rows,
    SchemaView schema,
    List<Alternative> headers,
    List<SheetChoice> sheets,
    List<Alternative> accents,
    List<Alternative> cuts) {
  public ReadingView {
    sentences = List.copyOf(sentences);
    headers = List.copyOf(headers);
    sheets = List.copyOf(sheets);
    accents = List.copyOf(accents);
    cuts = List.copyOf(cuts);
  }

  /**
   * Another way to read, shown on the owner's own rows.
   *
   * @param value sent back when chosen
   * @param label what distinguishes it ("Ligne 4")
   * @param lines the rows as they would be read, one list of cells each
   */
  public record Alternative(String value, String label, List<List<String>> lines, boolean current) {
    public Alternative {
      lines = lines.stream().map(List::copyOf).toList();
    }
  }

  /** A sheet as a thumbnail. */
  public record SheetChoice(
      String name, String what, List<List<String>> head, boolean current, boolean readable) {
    public SheetChoice {
      head = head.stream().map(List::copyOf).toList();
    }
  }

  /**
   * What the table looks like.
   *
   * @param title of the schema chosen, null when none is
   * @param sentence "Cela ressemble à…"
   * @param missing titles of the required fields no column answers
   * @param unmatched columns that answer no field: kept as they are
   * @param others schemas one can choose instead
   */
  public record SchemaView(
      @Nullable String title,
      String sentence,
      List<String> missing,
      List<String> unmatched,
      List<Pair> pairs,
      List<Choice> others) {
    public SchemaView {
      missing = List.copyOf(missing);
      unmatched = List.copyOf(unmatched);
      pairs = List.copyOf(pairs);
      others = List.copyOf(others);
    }
  }

  /** A field of the schema and the column that answers it. */
  public record Pair(String field, String column, List<String> examples) {
    public Pair {
      examples = List.copyOf(examples);
    }
  }

  /** A schema one can choose. */
  public record Choice(String value, String label) {}
}
