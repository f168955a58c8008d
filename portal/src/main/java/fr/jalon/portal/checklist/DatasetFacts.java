package fr.jalon.portal.checklist;

import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.MetadataFacts;
import fr.jalon.portal.catalog.UdataScore;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.catalog.Visibility;
import fr.jalon.portal.deposit.DepositProgress;
import fr.jalon.portal.deposit.Milestone;
import fr.jalon.portal.deposit.Milestones;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a dataset, from its first file on.
 *
 * @param deposit it comes from, null when it came otherwise
 * @param dataset null while it is in the sandbox of nobody
 */
record DatasetFacts(@Nullable DepositProgress deposit, @Nullable Dataset dataset, Instant now) {
  DatasetFacts {
    if (deposit == null && dataset == null) {
      throw new IllegalArgumentException("a deposit, a dataset, or both");
    }
  }

  String title() {
    return dataset != null ? dataset.title() : deposit == null ? "" : deposit.title();
  }

  /** Where its own people find it. */
  String href() {
    if (dataset != null && (deposit == null || deposit.since(Milestone.PUBLISHED) != null)) {
      return page(dataset);
    }
    return deposit == null ? "" : deposit.href();
  }

  /** What its deposit went past. */
  Optional<Proof> past(Milestone milestone) {
    Instant since = deposit == null ? null : deposit.since(milestone);
    return since == null || deposit == null
        ? Optional.empty()
        : Optional.of(Proof.of(since, deposit.title(), deposit.href()));
  }

  Optional<Proof> received() {
    return past(Milestone.RECEIVED).or(() -> Optional.ofNullable(dataset).map(DatasetFacts::proof));
  }

  Optional<Proof> model() {
    return past(Milestone.MODEL_SETTLED)
        .or(
            () ->
                Optional.ofNullable(dataset)
                    .filter(set -> set.current().conformity() != null)
                    .map(DatasetFacts::proof));
  }

  Optional<Proof> described() {
    return told(
        Milestone.DESCRIBED,
        version ->
            UdataScore.of(MetadataFacts.of(version), now).points() >= Milestones.ENOUGH_POINTS);
  }

  /** A version is never without a license. */
  Optional<Proof> license() {
    return told(Milestone.LICENSED, version -> true);
  }

  Optional<Proof> columns() {
    return told(
        Milestone.COLUMNS_EXPLAINED,
        version -> version.columns().stream().noneMatch(one -> one.description().isBlank()));
  }

  Optional<Proof> rhythm() {
    return told(
        Milestone.RHYTHM_GIVEN,
        version -> version.description().frequency() != UpdateFrequency.UNKNOWN);
  }

  Optional<Proof> sandbox() {
    return seen().map(DatasetFacts::proof);
  }

  Optional<Proof> published() {
    return seen().filter(set -> set.published() != null).map(DatasetFacts::proof);
  }

  /** What its people see in the catalog says it; until then, its deposit. */
  private Optional<Proof> told(Milestone milestone, Predicate<Version> holds) {
    Optional<Dataset> seen = seen();
    return seen.isPresent()
        ? seen.filter(set -> holds.test(set.current())).map(DatasetFacts::proof)
        : past(milestone);
  }

  private Optional<Dataset> seen() {
    return Optional.ofNullable(dataset).filter(set -> set.visibility() != Visibility.WITHDRAWN);
  }

  /** The dataset itself, since the version one looks at. */
  static Proof proof(Dataset set) {
    Version version = set.current();
    Instant published = version.publishedAt();
    return Proof.of(published == null ? version.createdAt() : published, set.title(), page(set));
  }

  private static String page(Dataset set) {
    return set.visibility() == Visibility.SANDBOX
        ? CatalogPaths.sandbox(set.slug())
        : CatalogPaths.dataset(set.slug());
  }
}
