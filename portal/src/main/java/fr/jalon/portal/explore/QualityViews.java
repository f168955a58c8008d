package fr.jalon.portal.explore;

import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.Conformity;
import fr.jalon.portal.catalog.MetadataFacts;
import fr.jalon.portal.catalog.MqaScore;
import fr.jalon.portal.catalog.UdataScore;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.explore.QualityView.Line;
import fr.jalon.portal.explore.QualityView.Mood;
import fr.jalon.portal.explore.QualityView.Reason;
import fr.jalon.portal.explore.QualityView.Score;
import fr.jalon.portal.web.Messages;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells how good a version is, from what was kept when it was made: nothing is read again. */
@Component
class QualityViews {
  /** Columns named for their empty cells; the others are counted. */
  private static final int MOST_NAMED = 3;

  private final Clock clock;

  QualityViews(Clock clock) {
    this.clock = clock;
  }

  QualityView of(Version version, Messages messages) {
    List<Line> lines = new ArrayList<>();
    lines.add(rows(version, messages));
    filled(version, messages).ifPresent(lines::add);
    lines.add(fresh(version, messages));
    model(version, messages).ifPresent(lines::add);
    MetadataFacts facts = MetadataFacts.of(version);
    return new QualityView(
        lines, List.of(national(facts, messages), european(MqaScore.of(facts), messages)));
  }

  private static Line rows(Version version, Messages messages) {
    String name = messages.text("explore.quality.rows");
    String rows = messages.count("catalog.rows", version.rows());
    Conformity conformity = version.conformity();
    Integer problems = conformity == null ? null : conformity.problems();
    if (conformity == null || problems == null) {
      String why = messages.text("explore.quality.rows.unknown");
      return new Line(name, rows, why, null, Mood.UNKNOWN);
    }
    return problems == 0
        ? new Line(
            name,
            messages.text("explore.quality.rows.valid", rows),
            messages.text("explore.quality.rows.valid.more", conformity.title()),
            null,
            Mood.GOOD)
        : new Line(
            name,
            messages.count("explore.quality.rows.partial", problems, rows),
            messages.text("explore.quality.rows.partial.more", conformity.title()),
            null,
            Mood.MIXED);
  }

  /** Nothing when no profile was kept: then every column would seem empty. */
  private static Optional<Line> filled(Version version, Messages messages) {
    long rows = version.rows();
    long cells = rows * version.columns().size();
    long filled =
        version.columns().stream().mapToLong(column -> Math.min(rows, column.filled())).sum();
    if (cells == 0 || filled == 0) {
      return Optional.empty();
    }
    String name = messages.text("explore.quality.filled");
    if (filled == cells) {
      String all = messages.text("explore.quality.filled.all");
      return Optional.of(new Line(name, all, "", null, Mood.GOOD));
    }
    List<ColumnDescription> holed =
        version.columns().stream()
            .filter(column -> column.filled() < rows)
            .sorted(Comparator.comparingLong(ColumnDescription::filled))
            .toList();
    String named =
        holed.stream()
            .limit(MOST_NAMED)
            .map(
                column ->
                    messages.text(
                        "explore.quality.filled.column",
                        column.name(),
                        share(rows - column.filled(), rows, messages)))
            .collect(Collectors.joining(", "));
    int others = holed.size() - MOST_NAMED;
    return Optional.of(
        new Line(
            name,
            messages.text("explore.quality.filled.part", share(filled, cells, messages)),
            others > 0
                ? messages.count("explore.quality.filled.more", others, named)
                : messages.text("explore.quality.filled.where", named),
            null,
            Mood.UNKNOWN));
  }

  /** What is not the whole is never called 100 %, nor what is something 0 %. */
  private static String share(long part, long whole, Messages messages) {
    double share = (double) part / whole;
    if (part < whole && share > 0.99) {
      return messages.text("explore.quality.nearly-all", messages.percent(0.99));
    }
    if (part > 0 && share < 0.01) {
      return messages.text("explore.quality.hardly-any", messages.percent(0.01));
    }
    return messages.percent(share);
  }

  private Line fresh(Version version, Messages messages) {
    String name = messages.text("explore.quality.fresh");
    Instant published = version.publishedAt();
    Instant due = version.due();
    String when =
        published == null
            ? messages.text("explore.dataset.deposited", messages.date(version.createdAt()))
            : messages.text("explore.quality.fresh.when", messages.date(published));
    if (due == null) {
      boolean unasked = version.description().frequency().days() == 0;
      String why = unasked ? messages.text("explore.quality.fresh.unpromised") : "";
      return new Line(name, when, why, null, Mood.UNKNOWN);
    }
    boolean late = Freshness.overdueSince(version, clock.instant()).isPresent();
    String key = late ? "explore.quality.fresh.late" : "explore.quality.fresh.next";
    return new Line(
        name, when, messages.text(key, messages.date(due)), null, late ? Mood.MIXED : Mood.GOOD);
  }

  private static Optional<Line> model(Version version, Messages messages) {
    Conformity conformity = version.conformity();
    return Optional.ofNullable(conformity)
        .map(
            one ->
                new Line(
                    messages.text("explore.quality.model"),
                    messages.text("explore.quality.model.which", one.title(), one.version()),
                    "",
                    CatalogPaths.model(one.schema()),
                    Boolean.TRUE.equals(one.valid()) ? Mood.GOOD : Mood.MIXED));
  }

  private Score national(MetadataFacts facts, Messages messages) {
    UdataScore score = UdataScore.of(facts, clock.instant());
    return new Score(
        messages.count("explore.quality.points", score.points(), score.of()),
        messages.text("explore.quality.national"),
        Stream.of(UdataScore.Rule.values())
            .map(
                rule ->
                    new Reason(
                        messages.text("explore.quality.national." + rule.key()),
                        "",
                        score.earned().contains(rule)))
            .toList());
  }

  private static Score european(MqaScore score, Messages messages) {
    return new Score(
        messages.count("explore.quality.points", score.points(), score.of()),
        messages.text("explore.quality.european"),
        Stream.of(MqaScore.Rule.values())
            .map(
                rule ->
                    new Reason(
                        messages.text("explore.quality.european." + rule.key()),
                        messages.number(rule.points()),
                        score.earned().contains(rule)))
            .toList());
  }
}
