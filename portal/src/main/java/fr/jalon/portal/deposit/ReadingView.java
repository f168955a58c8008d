package fr.jalon.portal.deposit;

import fr.jalon.portal.web.DataTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page "Voici ce que j'ai lu".
 *
 * @param lines what was read, in words, each with the other ways to read it
 * @param unpublished what a workbook holds beside its cells, in words
 * @param file the head of the file as its owner knows it
 * @param table what was understood
 * @param sideBySide whether rows of both bear the same numbers
 * @param schema what it looks like
 * @param changes what a person corrected in the reading, in words
 */
public record ReadingView(
    List<Line> lines,
    List<String> unpublished,
    FileTable file,
    DataTable table,
    boolean sideBySide,
    SchemaView schema,
    List<Change> changes) {
  public ReadingView {
    lines = List.copyOf(lines);
    unpublished = List.copyOf(unpublished);
    changes = List.copyOf(changes);
  }

  /**
   * One sentence.
   *
   * @param mark "done" for what proves right, "warning" for what needs a look, "" else
   * @param question what to answer when it is wrong, null when nothing can be
   */
  public record Line(String sentence, String mark, @Nullable Question question) {}

  /**
   * "Ce n'est pas ça": the same rows read otherwise.
   *
   * @param id of its place in the page, in its address
   * @param field sent back with the value of the alternative chosen
   * @param invite the words one opens it by ("Ce n'est pas ça")
   * @param words the question
   * @param style "rows" for rows of the file to pick, "ways" for ways to read, "thumbs" for sheets
   *     and tables
   */
  public record Question(
      String id,
      String field,
      String invite,
      String words,
      String style,
      List<Alternative> alternatives) {
    public Question {
      alternatives = List.copyOf(alternatives);
    }

    /** Empty cells to add to a row, so that those of all rows stand under each other. */
    public int missing(Alternative one, List<String> line) {
      int width =
          style.equals("rows")
              ? alternatives.stream().mapToInt(Alternative::width).max().orElse(0)
              : one.width();
      return line.size() == 1 ? 0 : width - line.size();
    }
  }

  /**
   * Another way to read, shown on the owner's own rows.
   *
   * @param value sent back when chosen
   * @param label what distinguishes it ("Ligne 4")
   * @param what said beside in smaller letters, "" for nothing
   * @param lines the rows as they would be read, one list of cells each
   */
  public record Alternative(
      String value, String label, String what, List<List<String>> lines, boolean current) {
    public Alternative {
      lines = lines.stream().map(List::copyOf).toList();
    }

    /** Cells of the widest row shown. */
    int width() {
      return lines.stream().mapToInt(List::size).max().orElse(0);
    }
  }

  /**
   * Something a person corrected in the reading.
   *
   * @param field to send to have it as it was read first
   */
  public record Change(String field, String sentence) {}

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
