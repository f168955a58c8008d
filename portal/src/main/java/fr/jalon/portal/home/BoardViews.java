package fr.jalon.portal.home;

import fr.jalon.portal.agreement.Status;
import fr.jalon.portal.checklist.ChecklistPaths;
import fr.jalon.portal.home.Board.Look;
import fr.jalon.portal.home.Board.Row;
import fr.jalon.portal.home.BoardView.Cell;
import fr.jalon.portal.home.BoardView.Filter;
import fr.jalon.portal.home.BoardView.Head;
import fr.jalon.portal.home.BoardView.Phase;
import fr.jalon.portal.home.signal.Signal;
import fr.jalon.portal.home.signal.SignalPaths;
import fr.jalon.portal.home.signal.SignalWords;
import fr.jalon.portal.programme.Progress;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.programme.Stage;
import fr.jalon.portal.programme.Tally;
import fr.jalon.portal.web.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells the board in words. */
@Component
class BoardViews {
  private static final int SPELLED_OUT = 9;

  private final Seasons seasons;
  private final SignalViews signals;

  BoardViews(Seasons seasons, SignalViews signals) {
    this.seasons = seasons;
    this.signals = signals;
  }

  BoardView of(Page page, Look look, List<Season> all, BoardChoice asked) {
    Season season = look.season();
    BoardChoice choice = asked.in(season);
    long needy = look.rows().stream().filter(Row::isInNeed).count();
    Map<String, String> who = new LinkedHashMap<>();
    look.rows().stream()
        .map(Row::beneficiary)
        .sorted(Comparator.comparing(one -> one.name()))
        .forEach(one -> who.put(one.id().toString(), one.name()));
    Map<String, String> stages = new LinkedHashMap<>();
    season.plan().track().stages().forEach(stage -> stages.put(stage.key(), stage.title()));
    String back = choice.address(season);
    return new BoardView(
        lead(page, needy, look),
        season.name(),
        season.href(),
        look.shown().lines().stream()
            .map(one -> signals.line(page, one, name(look, who, one), back))
            .toList(),
        look.shown().more() > 0 ? page.n("home.more", look.shown().more()) : "",
        SignalPaths.ALL + "?saison=" + season.slug(),
        Stream.of(BoardFilter.values())
            .map(
                one ->
                    new Filter(
                        page.t("home.filter." + one.name()),
                        choice.with(one).address(season),
                        one == choice.filter()))
            .toList(),
        narrow(page, season, choice),
        all.stream()
            .filter(one -> !one.id().equals(season.id()))
            .map(one -> new Filter(one.name(), choice.in(one).address(one), false))
            .toList(),
        season.plan().track().phases().stream()
            .map(
                phase ->
                    new Phase(
                        phase.title(),
                        phase.stages().stream()
                            .map(stage -> new Head(stage.shortTitle(), stage.title()))
                            .toList()))
            .toList(),
        look.rows().stream().filter(choice::shows).map(row -> row(page, season, row)).toList(),
        who,
        stages,
        season.href() + "/noter",
        seasons.today().toString());
  }

  private static BoardView.Narrow narrow(Page page, Season season, BoardChoice choice) {
    Map<String, String> phases = new LinkedHashMap<>();
    phases.put("", page.t("home.phase.any"));
    season.plan().track().phases().forEach(phase -> phases.put(phase.key(), phase.title()));
    Map<String, String> states = new LinkedHashMap<>();
    for (BoardState state : BoardState.values()) {
      states.put(state.key(), page.t("home.agreement." + state));
    }
    return new BoardView.Narrow(
        season.slug(), choice.filter().key(), phases, choice.phase(), states, choice.state().key());
  }

  private static String lead(Page page, long needy, Look look) {
    if (needy == 0) {
      return page.t(look.rows().isEmpty() ? "home.lead.nobody" : "home.lead.calm");
    }
    return needy > 1 && needy <= SPELLED_OUT
        ? page.t("home.lead.some", page.t("home.number." + needy))
        : page.n("home.lead", needy);
  }

  private static String name(Look look, Map<String, String> who, Signal signal) {
    UUID id = signal.beneficiaryId();
    String season = look.season().name();
    return id == null ? season : who.getOrDefault(id.toString(), season);
  }

  /** Its first signal, and how many more. */
  private String told(Page page, Row row) {
    if (row.signals().isEmpty()) {
      return "";
    }
    String first = new SignalWords(page.messages(), seasons.today()).brief(row.signals().get(0));
    int others = row.signals().size() - 1;
    return others == 0 ? first : page.t("home.told", first, others);
  }

  private BoardView.Row row(Page page, Season season, Row row) {
    Tally tally = row.followed().tally();
    Status status = row.followed().position().status();
    return new BoardView.Row(
        row.beneficiary().name(),
        row.beneficiary().href(),
        told(page, row),
        row.signals().isEmpty() ? "" : SignalViews.mark(row.signals().get(0).level()),
        SignalPaths.ALL + "?saison=" + season.slug() + "&collectivite=" + row.beneficiary().id(),
        page.t("programme.status." + status),
        "/conventions/" + row.followed().agreement().id(),
        status == Status.IN_FORCE ? "done" : status.isOver() ? "advice" : "warning",
        cells(page, row),
        tally.counted() + "/" + tally.quota(),
        page.n("home.sessions.words", tally.counted(), tally.quota()),
        datasets(page, row),
        page.t("home.checklist.share", row.checklist().done(), row.checklist().of()),
        page.t("home.checklist.words", row.checklist().done(), row.checklist().of()),
        ChecklistPaths.checklist(row.beneficiary().id()),
        row.next().map(next -> page.date(next.day())).orElse(""),
        row.next().map(next -> next.meeting().href()).orElse(null));
  }

  private static String datasets(Page page, Row row) {
    long published = row.datasets().stream().filter(set -> set.published() != null).count();
    return page.number(published);
  }

  private static List<Cell> cells(Page page, Row row) {
    List<Cell> cells = new ArrayList<>();
    List<Stage> firsts =
        row.followed().season().plan().track().phases().stream()
            .map(phase -> phase.stages().get(0))
            .toList();
    boolean white = true;
    for (Progress.Step step : row.steps()) {
      white = firsts.contains(step.stage()) != white;
      String href =
          step.session()
              .map(session -> session.meeting().href())
              .orElseGet(
                  () ->
                      row.followed().season().href()
                          + "/nouveau-rendez-vous?pour="
                          + row.beneficiary().id()
                          + "&etape="
                          + step.stage().key());
      String said =
          step.session()
              .map(session -> page.t("home.cell.on", page.date(session.day())))
              .orElse("");
      cells.add(
          new Cell(
              sign(step.state()),
              step.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
              page.t(
                  "home.cell",
                  step.stage().shortTitle(),
                  page.t("home.state." + step.state()),
                  said),
              href,
              firsts.contains(step.stage()),
              white));
    }
    return cells;
  }

  private static String sign(Progress.State state) {
    return switch (state) {
      case TO_COME -> "○";
      case PLANNED -> "◐";
      case DONE -> "●";
      case LATE -> "▲";
    };
  }
}
