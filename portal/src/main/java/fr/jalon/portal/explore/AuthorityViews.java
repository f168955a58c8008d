package fr.jalon.portal.explore;

import fr.jalon.portal.catalog.CatalogFigures;
import fr.jalon.portal.catalog.CatalogSearch;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Fact;
import fr.jalon.portal.catalog.Publisher;
import fr.jalon.portal.catalog.Publishers;
import fr.jalon.portal.explore.AuthorityView.Opened;
import fr.jalon.portal.web.Messages;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of an organization: what it opened, how fresh it is, what the law asks of it. */
@Component
class AuthorityViews {
  private final CatalogSearch search;
  private final CatalogFigures figures;
  private final Publishers publishers;
  private final DatasetLines lines;
  private final Clock clock;

  AuthorityViews(
      CatalogSearch search,
      CatalogFigures figures,
      Publishers publishers,
      DatasetLines lines,
      Clock clock) {
    this.search = search;
    this.figures = figures;
    this.publishers = publishers;
    this.lines = lines;
    this.clock = clock;
  }

  AuthorityView of(Publisher publisher, Messages messages) {
    List<Dataset> datasets = search.listPublishedBy(publisher.id());
    List<DatasetLine> shown = lines.of(datasets);
    List<Opened> opened = new ArrayList<>();
    for (int i = 0; i < datasets.size(); i++) {
      opened.add(new Opened(shown.get(i), late(datasets.get(i), messages)));
    }
    return new AuthorityView(
        publisher,
        publishers.facts(publisher.id(), messages),
        story(publisher, opened, messages),
        opened,
        contacts(datasets),
        publishers.law(publisher.id(), messages));
  }

  private @Nullable String late(Dataset dataset, Messages messages) {
    return Freshness.overdueSince(dataset.current(), clock.instant())
        .map(due -> messages.text("catalog.frequency.late", messages.date(due)))
        .orElse(null);
  }

  private List<String> story(Publisher publisher, List<Opened> opened, Messages messages) {
    if (opened.isEmpty()) {
      return List.of();
    }
    List<String> story = new ArrayList<>();
    long rows = opened.stream().mapToLong(one -> one.line().rows()).sum();
    story.add(
        messages.count(
            "explore.authority.opened", opened.size(), messages.count("catalog.rows", rows)));
    Instant last =
        opened.stream().map(one -> one.line().updatedAt()).max(Instant::compareTo).orElseThrow();
    Optional<Instant> first = figures.openedSince(publisher.id());
    String lastDay = messages.date(last);
    String firstDay = first.map(messages::date).orElse(lastDay);
    story.add(
        firstDay.equals(lastDay)
            ? messages.text("explore.authority.once", lastDay)
            : messages.text("explore.authority.since", firstDay, lastDay));
    long late = opened.stream().filter(one -> one.late() != null).count();
    story.add(
        late == 0
            ? messages.text("explore.authority.in-time")
            : messages.count("explore.authority.late", late));
    return story;
  }

  private static List<Fact> contacts(List<Dataset> datasets) {
    return datasets.stream()
        .map(dataset -> dataset.current().description().contactEmail())
        .filter(Objects::nonNull)
        .filter(email -> !email.isBlank())
        .distinct()
        .sorted()
        .map(email -> new Fact("", email, "mailto:" + email))
        .toList();
  }
}
