package fr.jalon.portal.checklist;

import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.deposit.DepositProgress;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The checklist of a beneficiary and of each of its datasets.
 *
 * @param authority its own items, in order
 * @param datasets the last changed first
 */
public record Checklist(UUID beneficiaryId, List<Line> authority, List<OfDataset> datasets) {
  public Checklist {
    authority = List.copyOf(authority);
    datasets = List.copyOf(datasets);
  }

  public Share share() {
    return Share.of(authority);
  }

  /**
   * That of a dataset, from its first file on.
   *
   * @param deposit it comes from, null when it came otherwise
   * @param dataset null while it was never in the sandbox
   * @param subjects itself and all its deposits: what was said of one of them is said of it
   */
  public record OfDataset(
      String title,
      String href,
      @Nullable DepositProgress deposit,
      @Nullable Dataset dataset,
      Set<UUID> subjects,
      List<Line> lines) {
    public OfDataset {
      subjects = Set.copyOf(subjects);
      lines = List.copyOf(lines);
    }

    /** What is said of it is kept under that: its dataset once there is one, else its deposit. */
    public UUID subject() {
      return dataset != null ? dataset.id() : Objects.requireNonNull(deposit).id();
    }

    /**
     * True of its dataset and of its deposits: an address made before there was a dataset holds.
     */
    boolean isAbout(UUID id) {
      return subjects.contains(id);
    }

    public Share share() {
      return Share.of(lines);
    }
  }
}
