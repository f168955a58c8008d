package fr.jalon.portal.home.signal;

import fr.jalon.engine.Json;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.home.signal.SignalRows.Kept;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.web.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who needs somebody, and why: looked for in the facts, kept until resolved. For facilitators and
 * administrators; to anybody else there is no such signal.
 */
@Service
public class Signals {
  /** How old what a page shows may be, when nobody did anything here meanwhile. */
  static final Duration FRESH = Duration.ofMinutes(1);

  /**
   * A season is looked at for so long after its end: whether authorities go on alone is asked at
   * twelve months.
   */
  static final int FOLLOWED_DAYS = 366;

  /** How far back what is resolved is shown. */
  private static final Duration RESOLVED = Duration.ofDays(30);

  private static final int MOST_RESOLVED = 200;
  private static final int LONGEST_DAYS = 365;

  private static final List<String> ONCE_FOR_EVER =
      SignalKinds.ALL.stream().filter(kind -> !kind.level().isNeed()).map(SignalKind::key).toList();

  private final SignalRows rows;
  private final Gathering gathering;
  private final Seasons seasons;
  private final Acts acts;

  Signals(SignalRows rows, Gathering gathering, Seasons seasons, Acts acts) {
    this.rows = rows;
    this.gathering = gathering;
    this.seasons = seasons;
    this.acts = acts;
  }

  /** Whether it is still looked at. */
  public boolean isFollowed(Season season) {
    return !seasons.today().isAfter(season.plan().end().plusDays(FOLLOWED_DAYS));
  }

  /** Looks again when something was done since, or when it is long ago. */
  @Transactional
  public void refresh(Season season) {
    Instant since = seasons.now().minus(FRESH);
    Instant act = acts.last();
    look(season, act.isAfter(since) ? act : since);
  }

  /** Looks again, unless somebody did since that moment. */
  @Transactional
  public void look(Season season, Instant since) {
    Instant now = seasons.now();
    // claiming writes: a page that finds all fresh writes nothing
    boolean fresh = rows.findLook(season.id()).filter(at -> !at.isBefore(since)).isPresent();
    if (!fresh && rows.claim(season.id(), since, now)) {
      // of a season that is followed no more nothing is left to tell
      merge(
          season,
          isFollowed(season) ? found(gathering.of(season, rows.limits(season.id()))) : Map.of(),
          now);
    }
  }

  private static Map<String, Found> found(SeasonFacts facts) {
    Map<String, Found> found = new LinkedHashMap<>();
    SignalKinds.ALL.stream()
        .flatMap(kind -> kind.look(facts))
        .forEach(
            one ->
                found.putIfAbsent(once(one.beneficiaryId(), one.kind().key(), one.object()), one));
    return found;
  }

  /** What makes two of them the same. */
  private static String once(@Nullable UUID beneficiaryId, String kind, String object) {
    return beneficiaryId + " " + kind + " " + object;
  }

  private void merge(Season season, Map<String, Found> found, Instant now) {
    Map<UUID, Found> changed = new HashMap<>();
    List<UUID> over = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Kept kept : rows.listKept(season.id(), ONCE_FOR_EVER)) {
      String once = once(kept.beneficiaryId(), kept.kind(), kept.object());
      known.add(once);
      Found again = found.get(once);
      if (kept.resolved()) {
        continue;
      }
      if (again == null) {
        over.add(kept.id());
      } else if (!Json.write(again.told()).equals(kept.told())
          || !again.href().equals(kept.href())) {
        changed.put(kept.id(), again);
      }
    }
    List<Found> fresh =
        found.entrySet().stream()
            .filter(one -> !known.contains(one.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    if (!fresh.isEmpty()) {
      rows.insert(season.id(), fresh, now);
    }
    if (!changed.isEmpty()) {
      rows.update(changed);
    }
    if (!over.isEmpty()) {
      rows.resolve(over, now);
    }
  }

  /** Those that stand, the most pressing first. */
  @Transactional(readOnly = true)
  public List<Signal> listOpen(Season season, Person who) {
    require(who);
    return rows.listOpen(season.id(), who.id()).stream().sorted(Signal.ORDER).toList();
  }

  /** Those that were resolved lately, the last first. */
  @Transactional(readOnly = true)
  public List<Signal> listResolved(Season season, Person who) {
    require(who);
    return rows.listResolved(season.id(), who.id(), seasons.now().minus(RESOLVED), MOST_RESOLVED);
  }

  /** They have seen it: it is told to them no more, but among all. */
  @Transactional
  public Signal see(UUID id, Person who) {
    return mark(id, who, null);
  }

  /** They want to be told again from that day on. */
  @Transactional
  public Signal putOff(UUID id, Person who, Later later) {
    return mark(id, who, later.from(seasons.today()));
  }

  private Signal mark(UUID id, Person who, @Nullable LocalDate until) {
    Signal signal = get(id, who);
    rows.mark(id, who.id(), until, seasons.now());
    return signal;
  }

  /** It is told to them again. */
  @Transactional
  public Signal takeUp(UUID id, Person who) {
    Signal signal = get(id, who);
    rows.unmark(id, who.id());
    return signal;
  }

  private Signal get(UUID id, Person who) {
    require(who);
    return rows.find(id, who.id()).orElseThrow(() -> new Rejected(SignalProblem.NO_SUCH_SIGNAL));
  }

  /** The thresholds of a season. */
  @Transactional(readOnly = true)
  public Limits limits(Season season) {
    return rows.limits(season.id());
  }

  /** Changes them; what they tell is looked for again. */
  @Transactional
  public void setLimits(Person by, Season season, Map<Threshold, Integer> values) {
    if (by.role() != Role.ADMINISTRATOR) {
      throw new Rejected(SignalProblem.NO_SUCH_SIGNAL);
    }
    boolean wrong =
        values.entrySet().stream()
            .anyMatch(
                one ->
                    one.getValue() < (one.getKey().unit() == Threshold.Unit.TIMES ? 2 : 0)
                        || one.getValue() > LONGEST_DAYS);
    if (wrong) {
      throw new Rejected(SignalProblem.NO_SUCH_THRESHOLD);
    }
    if (!values.isEmpty()) {
      rows.setLimits(season.id(), values, by.id(), seasons.now());
    }
    acts.note();
  }

  /** Whether somebody gets the mail of Mondays. */
  @Transactional(readOnly = true)
  public boolean getsDigest(Person who) {
    return !rows.isDigestStopped(who.id());
  }

  @Transactional
  public void setDigest(Person who, boolean wanted) {
    require(who);
    if (wanted) {
      rows.resumeDigest(who.id());
    } else {
      rows.stopDigest(who.id(), seasons.now());
    }
  }

  private static void require(Person who) {
    if (who.role() != Role.FACILITATOR && who.role() != Role.ADMINISTRATOR) {
      throw new Rejected(SignalProblem.NO_SUCH_SIGNAL);
    }
  }

  /** The season of a signal that somebody named. */
  public Season seasonOf(Signal signal) {
    return seasons.get(signal.seasonId());
  }
}
