package fr.jalon.portal.home;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Datasets;
import fr.jalon.portal.checklist.Checklists;
import fr.jalon.portal.checklist.Share;
import fr.jalon.portal.home.signal.Shown;
import fr.jalon.portal.home.signal.Signal;
import fr.jalon.portal.home.signal.Signals;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Followed;
import fr.jalon.portal.programme.Progress;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.programme.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the beneficiaries of a season are, and who needs somebody. As many statements for one as
 * for all of them.
 */
@Service
class Board {
  private final Seasons seasons;
  private final Beneficiaries beneficiaries;
  private final Datasets datasets;
  private final Checklists checklists;
  private final Signals signals;

  Board(
      Seasons seasons,
      Beneficiaries beneficiaries,
      Datasets datasets,
      Checklists checklists,
      Signals signals) {
    this.seasons = seasons;
    this.beneficiaries = beneficiaries;
    this.datasets = datasets;
    this.checklists = checklists;
    this.signals = signals;
  }

  /**
   * A beneficiary on the board.
   *
   * @param phase it is in, by its place among them; as many as there are once all is done
   * @param checklist how much of it is done
   * @param signals that whoever looks has not put aside, the most pressing first
   */
  record Row(
      Followed followed,
      int phase,
      List<Progress.Step> steps,
      List<Dataset> datasets,
      Optional<Session> next,
      Share checklist,
      List<Signal> signals) {
    Beneficiary beneficiary() {
      return followed.beneficiary();
    }

    /** True when somebody should do something. */
    boolean isInNeed() {
      return signals.stream().anyMatch(Signal::isNeed);
    }
  }

  /**
   * @param shown at a glance
   * @param open all that stands
   * @param rows the most in need first
   */
  record Look(Season season, Shown shown, List<Signal> open, List<Row> rows) {}

  @Transactional(readOnly = true)
  public Look look(Season season, Person who) {
    Instant now = seasons.now();
    LocalDate today = seasons.today();
    List<Followed> all = beneficiaries.follow(season);
    List<UUID> authorities = all.stream().map(one -> one.beneficiary().organizationId()).toList();
    Map<UUID, List<Dataset>> sets =
        datasets.listOfAll(authorities).stream()
            .collect(Collectors.groupingBy(Dataset::publisherId));
    Map<UUID, Share> shares = checklists.shares(all);
    List<Signal> open = signals.listOpen(season, who);
    Map<UUID, List<Signal>> told = new HashMap<>();
    for (Signal signal : open) {
      UUID id = signal.beneficiaryId();
      if (id != null && !signal.isAside(today)) {
        told.computeIfAbsent(id, none -> new ArrayList<>()).add(signal);
      }
    }
    return new Look(
        season,
        Shown.of(open, today),
        open,
        all.stream()
            .map(
                one ->
                    row(
                        one,
                        sets.getOrDefault(one.beneficiary().organizationId(), List.of()),
                        shares.getOrDefault(one.beneficiary().id(), Share.NONE),
                        told.getOrDefault(one.beneficiary().id(), List.of()),
                        now))
            .sorted(
                Comparator.comparing((Row row) -> !row.isInNeed())
                    .thenComparing(Board::first, Comparator.nullsLast(Signal.ORDER))
                    .thenComparing(row -> row.beneficiary().name()))
            .toList());
  }

  private static @Nullable Signal first(Row row) {
    return row.isInNeed() ? row.signals().get(0) : null;
  }

  private static Row row(
      Followed one, List<Dataset> sets, Share checklist, List<Signal> signals, Instant now) {
    Optional<Session> next = one.tally().findNext().filter(session -> !session.isToNote(now));
    Progress progress = new Progress(one, sets, now);
    return new Row(one, progress.phase(), progress.steps(), sets, next, checklist, signals);
  }
}
