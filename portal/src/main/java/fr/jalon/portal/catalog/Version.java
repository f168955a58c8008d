package fr.jalon.portal.catalog;

import fr.jalon.engine.export.WrittenFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One state of a dataset: its rows, its files, its description. Never changed once published; a
 * correction is a new version.
 *
 * @param number 1 for the first published, without gap; 0 while it waits in the sandbox
 * @param columns in the order of the files
 * @param corrections what was put right before, in French sentences
 * @param correctionsInEnglish the same in English, empty when they were only told in French
 * @param publishedAt null while it waits in the sandbox
 * @param withdrawal why it is no longer to be seen when it was withdrawn alone, else null
 * @param erasedAt when its files and all it said were erased, else null
 * @param repeats the number of the earlier version whose files it has, else null
 */
public record Version(
    UUID id,
    UUID datasetId,
    int number,
    Description description,
    List<ColumnDescription> columns,
    List<Distribution> distributions,
    long rows,
    @Nullable Conformity conformity,
    List<String> corrections,
    List<String> correctionsInEnglish,
    Instant createdAt,
    UUID createdBy,
    @Nullable Instant publishedAt,
    @Nullable Withdrawal withdrawal,
    @Nullable Instant erasedAt,
    @Nullable Integer repeats) {
  public Version {
    columns = List.copyOf(columns);
    distributions = List.copyOf(distributions);
    corrections = List.copyOf(corrections);
    correctionsInEnglish = List.copyOf(correctionsInEnglish);
  }

  /** What was put right before, in that language when it was told in it. */
  public List<String> corrections(Locale language) {
    boolean english = language.getLanguage().equals("en") && !correctionsInEnglish.isEmpty();
    return english ? correctionsInEnglish : corrections;
  }

  /** The file of that format, if there is one. */
  public Optional<Distribution> findDistribution(WrittenFormat format) {
    return distributions.stream().filter(one -> one.format() == format).findFirst();
  }

  /** Its files, the ones most people want first. */
  public List<Distribution> filesInOrder() {
    return distributions.stream().sorted(Comparator.comparing(Distribution::format)).toList();
  }

  /** What its files weigh together, in bytes. */
  public long size() {
    return distributions.stream().mapToLong(Distribution::size).sum();
  }

  /** When the next one is promised, null when nothing is. */
  public @Nullable Instant due() {
    int days = description.frequency().days();
    return publishedAt == null || days == 0 ? null : publishedAt.plus(Duration.ofDays(days));
  }

  /** The column of that exact name, if there is one. */
  public Optional<ColumnDescription> findColumn(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }
}
