package fr.jalon.portal.catalog;

import fr.jalon.engine.export.WrittenFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a deposit hands over: the files are already in the store.
 *
 * @param datasetId the dataset it renews, null for a new one
 * @param publisherId the organization the dataset belongs to
 * @param by the person who deposits
 * @param distributions at least CSV and Parquet
 * @param corrections what was put right, in French sentences that hold no value of the file's
 *     personal data: they are shown to all
 * @param correctionsInEnglish the same in English
 */
public record SandboxVersion(
    @Nullable UUID datasetId,
    UUID publisherId,
    UUID by,
    Description description,
    List<ColumnDescription> columns,
    List<Distribution> distributions,
    long rows,
    @Nullable Conformity conformity,
    List<String> corrections,
    List<String> correctionsInEnglish) {
  public SandboxVersion {
    columns = List.copyOf(columns);
    distributions = List.copyOf(distributions);
    corrections = List.copyOf(corrections);
    correctionsInEnglish = List.copyOf(correctionsInEnglish);
    for (WrittenFormat needed : List.of(WrittenFormat.CSV, WrittenFormat.PARQUET)) {
      if (distributions.stream().noneMatch(one -> one.format() == needed)) {
        throw new IllegalArgumentException("a " + needed.title() + " distribution is needed");
      }
    }
  }
}
