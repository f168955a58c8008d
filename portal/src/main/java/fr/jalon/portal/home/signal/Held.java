package fr.jalon.portal.home.signal;

import fr.jalon.portal.programme.Meeting;
import fr.jalon.portal.programme.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A meeting with the sessions it is for those who were invited.
 *
 * @param beneficiaryId null when it is of several
 */
record Held(SeasonFacts season, @Nullable UUID beneficiaryId, List<Session> sessions) {
  Held {
    sessions = List.copyOf(sessions);
  }

  static Stream<Held> in(SeasonFacts season) {
    Map<UUID, List<Session>> meetings = new LinkedHashMap<>();
    season.authorities().stream()
        .filter(AuthorityFacts::tookPart)
        .flatMap(AuthorityFacts::sessions)
        .filter(one -> !one.meeting().cancelled())
        .forEach(
            one ->
                meetings.computeIfAbsent(one.meeting().id(), none -> new ArrayList<>()).add(one));
    return meetings.values().stream()
        .map(some -> new Held(season, some.size() > 1 ? null : some.get(0).beneficiaryId(), some));
  }

  Meeting meeting() {
    return sessions.get(0).meeting();
  }

  boolean isPast(Threshold threshold) {
    return !meeting().day().plusDays(season.limits().of(threshold)).isAfter(season.today());
  }

  /** Its stage, and its day. */
  Told told() {
    return Told.of(season.stage(meeting()), meeting().day()).counting(sessions.size());
  }
}
