package fr.jalon.portal.checklist;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.catalog.Visibility;
import fr.jalon.portal.deposit.Begun;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Beneficiary.Designation;
import fr.jalon.portal.programme.Session;
import fr.jalon.portal.programme.Stage;
import fr.jalon.portal.programme.StageKind;
import fr.jalon.portal.programme.Track;
import fr.jalon.portal.upkeep.Keepers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is known of an authority.
 *
 * @param track of its season
 * @param sessions its own, by day
 * @param people who may sign in for it
 * @param datasets its own, withdrawn or not
 * @param begun its datasets from their first file on, the first first
 * @param reminded of each dataset published
 */
record AuthorityFacts(
    Beneficiary beneficiary,
    Track track,
    List<Session> sessions,
    Set<UUID> people,
    List<Dataset> datasets,
    List<Begun> begun,
    Map<UUID, List<Person>> reminded,
    LocalDate today) {
  /**
   * Datasets chosen first: three to five; with fewer, one that stops leaves nothing to learn on.
   */
  static final int FIRST_CHOICES = 3;

  Optional<Proof> focalPoint() {
    Designation one = beneficiary.focalPoint(today);
    return one == null || !people.contains(one.personId())
        ? Optional.empty()
        : Optional.of(new Proof(one.from(), one.personName(), beneficiary.href() + "#referent"));
  }

  Optional<Proof> deliberation() {
    Beneficiary.Dossier dossier = beneficiary.dossier();
    return dossier.deliberation().isBlank() || dossier.deliberatedOn() == null
        ? Optional.empty()
        : Optional.of(
            new Proof(
                dossier.deliberatedOn(), dossier.deliberation(), beneficiary.href() + "#dossier"));
  }

  /** The first session held of a stage of that kind. */
  Optional<Proof> held(StageKind kind) {
    for (Session session : sessions) {
      Optional<Stage> stage = track.findStage(session.meeting().stage());
      if (session.state() == Session.State.HELD
          && stage.isPresent()
          && stage.get().kind() == kind) {
        return Optional.of(
            new Proof(session.day(), stage.get().title(), beneficiary.href() + "#sessions"));
      }
    }
    return Optional.empty();
  }

  Optional<Proof> firstChoices() {
    if (begun.size() < FIRST_CHOICES) {
      return Optional.empty();
    }
    Begun last = begun.get(FIRST_CHOICES - 1);
    return Optional.of(Proof.of(last.at(), last.title(), last.href()));
  }

  /** The license of the first dataset that has one: a version cannot be without. */
  Optional<Proof> license() {
    return datasets.stream()
        .filter(set -> set.visibility() != Visibility.WITHDRAWN)
        .reduce((one, next) -> next)
        .map(DatasetFacts::proof);
  }

  /** When every dataset online says how often it is renewed, and two people here are reminded. */
  Optional<Proof> renewal() {
    return allPublished(
        set ->
            version(set).description().frequency() != UpdateFrequency.UNKNOWN
                && reminded.getOrDefault(set.id(), List.of()).stream()
                        .filter(person -> people.contains(person.id()))
                        .count()
                    >= Keepers.ENOUGH);
  }

  /** When every dataset online says whom to write to. */
  Optional<Proof> contact() {
    return allPublished(set -> version(set).description().contactEmail() != null);
  }

  private Optional<Proof> allPublished(java.util.function.Predicate<Dataset> holds) {
    List<Dataset> published = datasets.stream().filter(set -> set.published() != null).toList();
    return published.isEmpty() || !published.stream().allMatch(holds)
        ? Optional.empty()
        : Optional.of(
            published.size() == 1
                ? DatasetFacts.proof(published.get(0))
                : Proof.of(
                    published.get(0).updatedAt(),
                    published.get(0).title(),
                    CatalogPaths.dataset(published.get(0).slug())));
  }

  private static Version version(Dataset set) {
    return set.current();
  }
}
