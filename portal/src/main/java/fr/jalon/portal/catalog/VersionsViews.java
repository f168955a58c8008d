package fr.jalon.portal.catalog;

import fr.jalon.portal.catalog.VersionsView.Act;
import fr.jalon.portal.catalog.VersionsView.Line;
import fr.jalon.portal.catalog.VersionsView.State;
import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.web.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Makes the page of the versions of a dataset. */
@Component
class VersionsViews {
  private final Publishers publishers;
  private final Storage storage;

  VersionsViews(Publishers publishers, Storage storage) {
    this.publishers = publishers;
    this.storage = storage;
  }

  VersionsView of(Dataset dataset, List<Version> versions, Standing standing, Messages messages) {
    boolean steward = standing == Standing.STEWARD;
    Tombstone tombstone = dataset.tombstone();
    String state = dataset.visibility().name().toLowerCase(Locale.ROOT);
    return new VersionsView(
        dataset.title(),
        dataset.visibility() == Visibility.SANDBOX
            ? CatalogPaths.sandbox(dataset.slug())
            : CatalogPaths.dataset(dataset.slug()),
        CatalogPaths.care(dataset.slug()),
        messages.text("catalog.versions.state." + state),
        steward && dataset.published() != null,
        steward && tombstone != null && tombstone.version().withdrawal() == null,
        versions.stream()
            .filter(version -> version.erasedAt() == null)
            .map(Version::number)
            .toList(),
        versions.stream().map(version -> line(dataset, version, steward, messages)).toList());
  }

  private Line line(Dataset dataset, Version version, boolean steward, Messages messages) {
    State state = state(dataset, version);
    Instant published = version.publishedAt();
    Withdrawal withdrawal = version.withdrawal();
    Publisher publisher = publishers.get(dataset.publisherId());
    return new Line(
        version.number(),
        state,
        published == null
            ? ""
            : messages.text("catalog.versions.when", messages.dateTime(published)),
        facts(version, messages),
        version.repeats(),
        withdrawal,
        withdrawal == null ? "" : TombstoneAnswers.by(withdrawal, publisher, messages),
        state == State.ERASED ? kept(version) : 0,
        steward ? acts(state) : List.of());
  }

  private static State state(Dataset dataset, Version version) {
    if (version.erasedAt() != null) {
      return State.ERASED;
    }
    if (version.withdrawal() != null) {
      return State.WITHDRAWN;
    }
    if (dataset.tombstone() != null) {
      return State.HIDDEN;
    }
    Version published = dataset.published();
    return published != null && published.id().equals(version.id()) ? State.ONLINE : State.EARLIER;
  }

  private static List<Act> acts(State state) {
    return switch (state) {
      case ONLINE -> List.of(Act.WITHDRAW);
      case EARLIER -> List.of(Act.PUBLISH_AGAIN, Act.WITHDRAW);
      case HIDDEN -> List.of(Act.PUBLISH_AGAIN, Act.WITHDRAW, Act.ERASE);
      case WITHDRAWN -> List.of(Act.RESTORE, Act.ERASE);
      case ERASED -> List.of();
    };
  }

  private static List<String> facts(Version version, Messages messages) {
    List<String> facts = new ArrayList<>();
    facts.add(messages.count("catalog.rows", version.rows()));
    if (version.erasedAt() == null) {
      facts.add(messages.count("catalog.columns", version.columns().size()));
      String period = version.description().period();
      if (period != null && !period.isBlank()) {
        facts.add(period);
      }
    }
    facts.add(messages.count("catalog.files", version.distributions().size()));
    facts.add(messages.size(version.size()));
    return facts;
  }

  private int kept(Version version) {
    return (int)
        version.distributions().stream().filter(file -> storage.has(file.sha256())).count();
  }
}
