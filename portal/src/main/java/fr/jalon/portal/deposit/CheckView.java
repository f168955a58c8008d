package fr.jalon.portal.deposit;

import fr.jalon.portal.web.DataTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * "Vérifiez avant le bac à sable": everything as it will be public, in one page.
 *
 * @param title of the dataset
 * @param facts what is told about it, in order
 * @param table the first rows as they will be public
 * @param columns what is told of each column
 * @param done what was put right, in sentences
 * @param leftOut corrections accepted that could not be applied, each with why
 * @param left what stays wrong, errors first
 * @param people what was decided about data that speak of people
 * @param files what can be downloaded
 * @param renewal what would change in what is published, null when nothing is
 */
public record CheckView(
    String title,
    String summary,
    List<Line> facts,
    DataTable table,
    List<ColumnLine> columns,
    List<String> done,
    List<MendsView.Apart> leftOut,
    List<Left> left,
    List<ProtectionView.Decided> people,
    List<Line> files,
    @Nullable RenewalView renewal) {
  public CheckView {
    facts = List.copyOf(facts);
    columns = List.copyOf(columns);
    done = List.copyOf(done);
    leftOut = List.copyOf(leftOut);
    left = List.copyOf(left);
    people = List.copyOf(people);
    files = List.copyOf(files);
  }

  /** How many kept things wait for a second person. */
  public long unconfirmed() {
    return people.stream().filter(ProtectionView.Decided::awaits).count();
  }

  /** A name and what it is. */
  public record Line(String name, String value) {}

  /**
   * @param type in words
   */
  public record ColumnLine(String name, String type, String meaning) {}

  /**
   * What stays wrong.
   *
   * @param severity "error", "warning" or "advice"
   * @param card its card among the corrections, to go and see
   */
  public record Left(String severity, String sentence, String card) {}
}
