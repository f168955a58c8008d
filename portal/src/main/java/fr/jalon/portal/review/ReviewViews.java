package fr.jalon.portal.review;

import fr.jalon.portal.diagnosis.Level;
import fr.jalon.portal.programme.Phase;
import fr.jalon.portal.review.Content.Criterion;
import fr.jalon.portal.review.Content.OfAuthority;
import fr.jalon.portal.review.Content.Opened;
import fr.jalon.portal.review.Review.Kind;
import fr.jalon.portal.review.ReviewView.Bar;
import fr.jalon.portal.review.ReviewView.Bars;
import fr.jalon.portal.review.ReviewView.Cell;
import fr.jalon.portal.review.ReviewView.Head;
import fr.jalon.portal.review.ReviewView.Part;
import fr.jalon.portal.review.ReviewView.Piece;
import fr.jalon.portal.review.ReviewView.Prose;
import fr.jalon.portal.review.ReviewView.Sentence;
import fr.jalon.portal.review.ReviewView.Table;
import fr.jalon.portal.review.Reviews.Look;
import fr.jalon.portal.review.Survival.Line;
import fr.jalon.portal.review.Survival.Shown;
import fr.jalon.portal.web.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a report in words. */
final class ReviewViews {
  private static final int HUNDRED = 100;

  private ReviewViews() {}

  /** What a reader may see and do. */
  record Reader(boolean seesMoney, boolean ofTheRegion) {
    /** Of papers kept by all sides. */
    static Reader of(boolean seesMoney) {
      return new Reader(seesMoney, false);
    }
  }

  static String title(Messages words, Kind kind, @Nullable Phase phase) {
    return kind == Kind.STAGE && phase != null
        ? words.text("review.title.STAGE", phase.title())
        : words.text("review.title." + kind);
  }

  static ReviewView of(Messages words, Look look, Reader reader) {
    Content content = look.said().content();
    Kind kind = look.review().kind();
    List<Part> parts = new ArrayList<>();
    parts.add(prose(words, look, Passage.SUMMARY, reader));
    parts.add(figures(words, content));
    if (kind == Kind.SEASON) {
      parts.add(authorities(words, content));
    }
    parts.add(opened(words, kind, content));
    if (kind != Kind.SEASON) {
      parts.add(underWay(words, content));
      parts.add(sessions(words, content));
    }
    parts.add(requests(words, content));
    if (kind != Kind.STAGE) {
      parts.add(levels(words, content));
      parts.add(satisfaction(words, content));
    }
    criterionPart(words, content).ifPresent(parts::add);
    if (reader.seesMoney() && !content.money().isEmpty()) {
      parts.add(new Part("argent", words.text("review.money"), money(words, content)));
    }
    parts.add(prose(words, look, Passage.DIFFICULTIES, reader));
    parts.add(prose(words, look, Passage.NEXT, reader));
    look.supplements().forEach(one -> parts.add(supplement(words, one, look.review().href())));
    return new ReviewView(
        title(words, look.review().kind(), look.phase()),
        about(words, look),
        words.date(content.day()),
        parts);
  }

  /** What is known today of how it went: levels, opinion, what happened since. */
  static List<Part> evaluation(Messages words, Content content) {
    List<Part> parts = new ArrayList<>();
    parts.add(levels(words, content));
    parts.add(satisfaction(words, content));
    criterionPart(words, content).ifPresent(parts::add);
    return parts;
  }

  /** What everybody may know of a season: its authorities and what they opened. */
  static List<Part> ofAll(Messages words, Content content) {
    return List.of(
        new Part(
            "collectivites",
            words.text("review.authorities"),
            List.of(
                content.authorities().isEmpty()
                    ? new Sentence(words.text("review.authorities.none"))
                    : new Table(
                        words.text("review.authorities"),
                        List.of(
                            text(words, "review.authority"),
                            number(words, "review.authority.sessions"),
                            number(words, "review.authority.datasets"),
                            text(words, "review.authority.first")),
                        content.authorities().stream()
                            .map(
                                one ->
                                    List.of(
                                        new Cell(one.name(), one.href()),
                                        Cell.of(words.number(one.held())),
                                        Cell.of(words.number(one.datasets())),
                                        Cell.of(
                                            one.first() == null
                                                ? words.text("review.not-yet")
                                                : words.date(one.first()))))
                            .toList()))),
        opened(words, Kind.SEASON, content));
  }

  /** Whose it is; a season's is named by its season alone. */
  static String about(Messages words, Look look) {
    return look.beneficiary() == null
        ? look.season().name()
        : words.text("review.about", look.said().content().name(), look.season().name());
  }

  private static Part prose(Messages words, Look look, Passage passage, Reader reader) {
    String title =
        words.text(
            "review.passage."
                + passage.key()
                + (passage == Passage.DIFFICULTIES && look.review().kind() == Kind.SEASON
                    ? ".season"
                    : ""));
    String text = look.text(passage);
    Written own = look.written().get(passage);
    boolean written = own != null && !own.text().isEmpty();
    boolean writes =
        !look.review().isFrozen() && (reader.ofTheRegion() || passage.isOfTheAuthority());
    return new Part(
        passage.key(),
        title,
        List.of(
            new Prose(
                text.isEmpty() ? words.text("review.passage.none") : text,
                own != null && written
                    ? words.text("review.passage.by", own.by(), words.date(own.at()))
                    : text.isEmpty() ? "" : words.text("review.passage.proposed"),
                writes ? look.review().href() + "/passages/" + passage.key() : null,
                words.text("review.passage.edit", title))));
  }

  private static Part figures(Messages words, Content content) {
    return new Part(
        "chiffres",
        words.text("review.figures"),
        List.of(table(words, words.text("review.figures"), content.figures())));
  }

  /** Each figure, how it is counted, and the way to what it counts. */
  static Table table(Messages words, String caption, List<Figure> figures) {
    return new Table(
        caption,
        List.of(
            text(words, "review.figure.what"),
            number(words, "review.figure.value"),
            text(words, "review.figure.rule")),
        figures.stream()
            .map(
                one ->
                    List.of(
                        Cell.of(words.text("review.measure." + one.measure())),
                        new Cell(value(words, one), one.href()),
                        Cell.of(words.text("review.measure." + one.measure() + ".rule"))))
            .toList());
  }

  static String value(Messages words, Figure figure) {
    return switch (figure.measure().unit()) {
      case COUNT -> words.number(figure.value());
      case SHARE -> words.text("review.share", figure.value(), figure.of());
      case DAYS -> words.count("review.days", figure.value());
      case HUNDREDTHS -> Proposed.level(words, figure.value());
      case CENTS -> words.euros(figure.value());
    };
  }

  private static Head text(Messages words, String key) {
    return new Head(words.text(key), false);
  }

  private static Head number(Messages words, String key) {
    return new Head(words.text(key), true);
  }

  private static Part opened(Messages words, Kind kind, Content content) {
    List<Piece> pieces = new ArrayList<>();
    if (content.opened().isEmpty()) {
      pieces.add(new Sentence(words.text("review.opened.none")));
    } else {
      boolean season = kind == Kind.SEASON;
      List<Head> heads = new ArrayList<>();
      if (season) {
        heads.add(text(words, "review.authority"));
      }
      heads.add(text(words, "review.dataset"));
      heads.add(text(words, "review.schema"));
      heads.add(number(words, "review.rows"));
      heads.add(text(words, "review.quality"));
      heads.add(text(words, "review.since"));
      pieces.add(new Sentence(words.text("review.quality.rule", Quality.ENOUGH_POINTS)));
      pieces.add(
          new Table(
              words.text("review.opened"),
              heads,
              content.opened().stream().map(one -> opened(words, season, one)).toList()));
    }
    return new Part("jeux", words.text("review.opened"), pieces);
  }

  private static List<Cell> opened(Messages words, boolean season, Opened one) {
    List<Cell> cells = new ArrayList<>();
    if (season) {
      cells.add(Cell.of(one.authority()));
    }
    cells.add(new Cell(one.title(), one.href()));
    cells.add(Cell.of(one.schema().isEmpty() ? words.text("review.schema.none") : one.schema()));
    cells.add(Cell.of(words.number(one.rows())));
    cells.add(Cell.of(quality(words, one)));
    cells.add(Cell.of(words.date(one.since())));
    return cells;
  }

  static String quality(Messages words, Opened one) {
    return words.count(
        "review.quality.of", one.problems(), words.count("review.quality.points", one.points()));
  }

  private static Part underWay(Messages words, Content content) {
    return new Part(
        "en-cours",
        words.text("review.under-way"),
        List.of(
            content.underWay().isEmpty()
                ? new Sentence(words.text("review.under-way.none"))
                : new Table(
                    words.text("review.under-way"),
                    List.of(
                        text(words, "review.dataset"),
                        text(words, "review.missing"),
                        text(words, "review.last-act")),
                    content.underWay().stream()
                        .map(
                            one ->
                                List.of(
                                    new Cell(one.title(), one.href()),
                                    Cell.of(words.text("review.missing." + one.missing())),
                                    Cell.of(words.date(one.since()))))
                        .toList())));
  }

  private static Part sessions(Messages words, Content content) {
    return new Part(
        "sessions",
        words.text("review.sessions"),
        List.of(
            content.sessions().isEmpty()
                ? new Sentence(words.text("review.sessions.none"))
                : new Table(
                    words.text("review.sessions"),
                    List.of(
                        text(words, "review.session.day"),
                        text(words, "review.session.stage"),
                        text(words, "review.session.state")),
                    content.sessions().stream()
                        .map(
                            one ->
                                List.of(
                                    Cell.of(words.date(one.day())),
                                    Cell.of(one.stage()),
                                    Cell.of(
                                        words.text(
                                            "review.session."
                                                + one.state()
                                                + (one.counted() ? ".counted" : "")))))
                        .toList())));
  }

  private static Part requests(Messages words, Content content) {
    int most = content.requests().stream().mapToInt(Content.Asked::asked).max().orElse(1);
    return new Part(
        "aide",
        words.text("review.requests"),
        List.of(
            content.requests().isEmpty()
                ? new Sentence(words.text("review.requests.none"))
                : new Bars(
                    words.text("review.requests"),
                    words.text("review.request.about"),
                    words.text("review.request.count"),
                    content.requests().stream()
                        .map(
                            one ->
                                new Bar(
                                    words.text("help.category." + one.about()),
                                    words.count("review.request.of", one.asked(), one.solved()),
                                    List.of(one.asked() * HUNDRED / most)))
                        .toList())));
  }

  private static Part levels(Messages words, Content content) {
    List<Piece> pieces = new ArrayList<>();
    if (content.levels().isEmpty()) {
      pieces.add(new Sentence(words.text("review.levels.none")));
    } else {
      pieces.add(new Sentence(words.text("diagnosis.scale")));
      pieces.add(
          new Bars(
              words.text("review.levels"),
              words.text("diagnosis.dimension"),
              words.text("review.levels.both"),
              content.levels().stream().map(one -> bar(words, one)).toList()));
    }
    return new Part("niveaux", words.text("review.levels"), pieces);
  }

  private static Bar bar(Messages words, Content.Change one) {
    Double before = one.before();
    Double after = one.after();
    return new Bar(
        one.dimension(),
        before == null && after == null
            ? words.text("review.level.none")
            : words.text("review.level.change", level(words, before), level(words, after)),
        before == null && after == null ? List.of() : List.of(percent(before), percent(after)));
  }

  private static String level(Messages words, @Nullable Double level) {
    return level == null ? words.text("review.level.none") : words.decimal(level, 1);
  }

  private static int percent(@Nullable Double level) {
    return level == null ? 0 : (int) Math.round(level * HUNDRED / Level.HIGHEST);
  }

  private static Part satisfaction(Messages words, Content content) {
    Content.Satisfaction said = content.satisfaction();
    List<Piece> pieces = new ArrayList<>();
    if (said == null) {
      pieces.add(new Sentence(words.text("review.survey.none")));
    } else {
      pieces.add(
          new Sentence(
              words.count("review.survey.answered", said.answered(), SurveyQuestion.HIGHEST)));
      pieces.add(
          new Bars(
              words.text("review.opinion"),
              words.text("review.survey.question"),
              words.text("review.survey.mark"),
              said.marks().stream().map(one -> bar(words, one)).toList()));
      if (!said.words().isEmpty()) {
        pieces.add(new Sentence(words.text("review.survey.said", said.words())));
      }
    }
    return new Part("avis", words.text("review.opinion"), pieces);
  }

  private static Bar bar(Messages words, Content.Mark one) {
    return new Bar(
        words.text("review.survey." + one.question().key()),
        one.answered() == 0
            ? words.text("review.survey.no-opinion")
            : words.text(
                "review.survey.mark.of",
                Proposed.level(words, one.hundredths()),
                SurveyQuestion.HIGHEST),
        List.of((int) (one.hundredths() / SurveyQuestion.HIGHEST)));
  }

  private static java.util.Optional<Part> criterionPart(Messages words, Content content) {
    Criterion criterion = content.criterion();
    return criterion == null
        ? java.util.Optional.empty()
        : java.util.Optional.of(
            new Part("suite", words.text("review.criterion"), criterionPieces(words, criterion)));
  }

  static List<Piece> criterionPieces(Messages words, Criterion criterion) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Sentence(words.text("review.criterion.text")));
    pieces.add(new Sentence(criterion(words, criterion)));
    if (!criterion.alone().isEmpty()) {
      pieces.add(
          new Table(
              words.text("review.criterion.alone"),
              List.of(
                  text(words, "review.dataset"),
                  number(words, "review.version"),
                  text(words, "review.published")),
              criterion.alone().stream()
                  .map(
                      one ->
                          List.of(
                              new Cell(one.title(), one.href()),
                              Cell.of(words.number(one.version())),
                              Cell.of(words.date(one.day()))))
                  .toList()));
    }
    return pieces;
  }

  /** What facts show of the criterion, in sentences. */
  static String criterion(Messages words, Criterion criterion) {
    String good = words.count("review.criterion.good", criterion.good());
    String alone =
        criterion.lastSession() == null
            ? words.text("review.criterion.no-session")
            : words.count(
                "review.criterion.since",
                criterion.alone().size(),
                words.date(criterion.lastSession()));
    return good + " " + alone;
  }

  private static List<Piece> money(Messages words, Content content) {
    return List.of(table(words, words.text("review.money"), content.money()));
  }

  private static Part authorities(Messages words, Content content) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Sentence(words.text("review.authorities.columns")));
    pieces.add(
        new Table(
            words.text("review.authorities"),
            List.of(
                text(words, "review.authority"),
                number(words, "review.authority.datasets"),
                number(words, "review.authority.good"),
                text(words, "review.authority.first"),
                number(words, "review.authority.sessions"),
                number(words, "review.authority.checklist"),
                text(words, "review.authority.levels"),
                text(words, "review.authority.alone")),
            content.authorities().stream().map(one -> authority(words, one)).toList()));
    int most = content.authorities().stream().mapToInt(OfAuthority::datasets).max().orElse(0);
    if (most > 0) {
      pieces.add(
          new Bars(
              words.text("review.authorities.bars"),
              words.text("review.authority"),
              words.text("review.authority.datasets"),
              content.authorities().stream()
                  .map(
                      one ->
                          new Bar(
                              one.name(),
                              words.number(one.datasets()),
                              List.of(one.datasets() * HUNDRED / most)))
                  .toList()));
    }
    return new Part("collectivites", words.text("review.authorities"), pieces);
  }

  private static List<Cell> authority(Messages words, OfAuthority one) {
    Long before = one.before();
    Long after = one.after();
    return List.of(
        new Cell(one.name(), one.href()),
        Cell.of(words.number(one.datasets())),
        Cell.of(words.number(one.good())),
        Cell.of(one.first() == null ? words.text("review.not-yet") : words.date(one.first())),
        Cell.of(words.number(one.held())),
        Cell.of(words.text("review.share", one.done(), one.of())),
        Cell.of(
            before == null && after == null
                ? words.text("review.level.none")
                : words.text(
                    "review.level.change",
                    before == null
                        ? words.text("review.level.none")
                        : Proposed.level(words, before),
                    after == null
                        ? words.text("review.level.none")
                        : Proposed.level(words, after))),
        Cell.of(words.text(one.alone() ? "review.yes" : "review.not-yet")));
  }

  private static Part supplement(Messages words, Supplement one, String href) {
    Survival survival = one.survival();
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Sentence(words.text("review.supplement.by", one.by(), one.at(), one.sha256())));
    if (survival == null) {
      pieces.add(new Prose(one.text(), "", null, ""));
    } else {
      String anchor = href + "#ajout-" + one.id();
      pieces.add(new Sentence(words.text("review.survival.rule", Survival.TOLERANCE.toDays())));
      pieces.add(
          table(words, words.text("review.survival", survival.months()), survival.figures(anchor)));
      if (!survival.lines().isEmpty()) {
        pieces.add(survivors(words, survival));
      }
    }
    return new Part(
        "ajout-" + one.id(),
        survival == null
            ? words.text("review.supplement")
            : words.text("review.survival", survival.months()),
        pieces);
  }

  private static Table survivors(Messages words, Survival survival) {
    return new Table(
        words.text("review.authorities"),
        Stream.of(
                "review.authority",
                "review.survival.measured",
                "review.survival.up-to-date",
                "review.survival.alone")
            .map(key -> text(words, key))
            .toList(),
        survival.lines().stream().map(line -> survivor(words, line)).toList());
  }

  private static List<Cell> survivor(Messages words, Line line) {
    return List.of(
        Cell.of(line.name()),
        Cell.of(words.date(line.measured())),
        shown(words, line.upToDate()),
        shown(words, line.alone()));
  }

  private static Cell shown(Messages words, @Nullable Shown one) {
    return one == null
        ? Cell.of(words.text("review.no"))
        : new Cell(
            words.text("review.survival.shown", one.title(), one.version(), words.date(one.day())),
            one.href());
  }
}
