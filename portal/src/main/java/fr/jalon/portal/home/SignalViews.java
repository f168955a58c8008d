package fr.jalon.portal.home;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.home.SignalChoice.State;
import fr.jalon.portal.home.SignalView.Line;
import fr.jalon.portal.home.signal.Level;
import fr.jalon.portal.home.signal.Signal;
import fr.jalon.portal.home.signal.Signal.Mark;
import fr.jalon.portal.home.signal.SignalPaths;
import fr.jalon.portal.home.signal.SignalWords;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells signals in words. */
@Component
class SignalViews {
  private final Seasons seasons;

  SignalViews(Seasons seasons) {
    this.seasons = seasons;
  }

  SignalView of(
      Page page,
      Person who,
      Season season,
      SignalChoice choice,
      List<Signal> all,
      List<Beneficiary> authorities,
      boolean digest) {
    LocalDate today = seasons.today();
    Map<String, String> names = new LinkedHashMap<>();
    names.put("", page.t("signal.authority.any"));
    authorities.forEach(one -> names.put(one.id().toString(), one.name()));
    List<Signal> shown = all.stream().filter(one -> choice.shows(one, today)).toList();
    Function<Signal, String> name =
        signal ->
            signal.beneficiaryId() == null
                ? season.name()
                : names.getOrDefault(signal.beneficiaryId().toString(), season.name());
    List<BoardView.Filter> levels = new ArrayList<>();
    SignalChoice any = choice.with((Level) null);
    levels.add(
        new BoardView.Filter(
            page.t("signal.level.any"), any.address(season), choice.level() == null));
    for (Level level : Level.values()) {
      SignalChoice one = any.with(level);
      long count = all.stream().filter(signal -> one.shows(signal, today)).count();
      levels.add(
          new BoardView.Filter(
              page.t("signal.level.count", page.t("signal.level." + level), count),
              one.address(season),
              choice.level() == level));
    }
    return new SignalView(
        season.name(),
        season.slug(),
        BoardController.PATH + "?saison=" + season.slug(),
        page.n("signal.count." + choice.state(), shown.size()),
        Stream.of(State.values())
            .map(
                state ->
                    new BoardView.Filter(
                        page.t("signal.state." + state),
                        choice.with(state).address(season),
                        state == choice.state()))
            .toList(),
        levels,
        choice.state().key(),
        choice.level() == null ? "" : SignalChoice.key(choice.level()),
        names,
        choice.authority(),
        shown.stream()
            .map(one -> line(page, one, name.apply(one), choice.address(season), true))
            .toList(),
        digest,
        who.role() == Role.ADMINISTRATOR
            ? SignalPaths.LIMITS.replace("{slug}", season.slug())
            : null);
  }

  /**
   * @param back where its forms lead back to
   */
  Line line(Page page, Signal signal, String name, String back) {
    return line(page, signal, name, back, false);
  }

  private Line line(Page page, Signal signal, String name, String back, boolean noted) {
    LocalDate today = seasons.today();
    SignalWords words = new SignalWords(page.messages(), today);
    boolean stands = signal.resolvedAt() == null;
    boolean aside = stands && signal.isAside(today);
    return new Line(
        signal.id().toString(),
        mark(signal.level()),
        words.level(signal.level()),
        name,
        words.sentence(signal),
        signal.href(),
        words.act(signal),
        noted ? note(page, words, signal, aside) : "",
        stands && !aside,
        aside,
        back);
  }

  private static String note(Page page, SignalWords words, Signal signal, boolean aside) {
    Instant resolved = signal.resolvedAt();
    if (resolved != null) {
      return page.t("signal.resolved", page.date(resolved));
    }
    Mark mark = signal.mark();
    if (!aside || mark == null) {
      return page.t("signal.until", words.until(signal));
    }
    return mark.laterUntil() == null
        ? page.t("signal.seen", page.date(mark.at()))
        : page.t("signal.later", page.date(mark.laterUntil()));
  }

  static String mark(Level level) {
    return switch (level) {
      case BLOCKED -> "error";
      case DEADLINE -> "warning";
      case SILENCE -> "advice";
      case GOOD_NEWS -> "done";
    };
  }
}
