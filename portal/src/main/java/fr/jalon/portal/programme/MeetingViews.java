package fr.jalon.portal.programme;

import fr.jalon.portal.programme.MeetingView.Entry;
import fr.jalon.portal.programme.MeetingView.Month;
import fr.jalon.portal.programme.MeetingView.There;
import fr.jalon.portal.web.Page;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells meetings in words. */
@Component
class MeetingViews {
  private final Sessions sessions;
  private final Seasons seasons;
  private final Beneficiaries beneficiaries;

  MeetingViews(Sessions sessions, Seasons seasons, Beneficiaries beneficiaries) {
    this.sessions = sessions;
    this.seasons = seasons;
    this.beneficiaries = beneficiaries;
  }

  MeetingView of(Page page, Meeting meeting, Map<UUID, Beneficiary> all) {
    Map<UUID, List<Participant>> people =
        sessions.listParticipants(meeting.id()).stream()
            .collect(Collectors.groupingBy(Participant::sessionId));
    List<There> there = new ArrayList<>();
    Map<UUID, Beneficiary> others = new LinkedHashMap<>(all);
    for (Session session : sessions.listOfMeeting(meeting.id())) {
      Beneficiary one = others.remove(session.beneficiaryId());
      if (one != null) {
        there.add(there(page, session, one, people.getOrDefault(session.id(), List.of())));
      }
    }
    there.sort(java.util.Comparator.comparing(one -> one.beneficiary().name()));
    return new MeetingView(
        meeting,
        Words.moment(page.messages(), meeting),
        Words.place(page.messages(), meeting),
        Words.length(page.messages(), meeting),
        state(page, meeting),
        meeting.movedFrom() == null ? "" : page.t("programme.moved-from", meeting.movedFrom()),
        !meeting.day().isAfter(seasons.today()),
        there,
        List.copyOf(others.values()));
  }

  private static There there(
      Page page, Session session, Beneficiary one, List<Participant> people) {
    return new There(
        one,
        session.came() == null || session.came(),
        page.t("programme.session." + session.state()),
        people.stream()
            .map(
                person ->
                    page.t(
                        person.coming() == null
                            ? "programme.answer.none"
                            : person.coming() ? "programme.answer.yes" : "programme.answer.no",
                        person.name()))
            .toList());
  }

  private String state(Page page, Meeting meeting) {
    if (meeting.cancelled()) {
      return page.t("programme.session.CANCELLED");
    }
    return page.t(
        meeting.endsAt().isBefore(seasons.now())
            ? "programme.meeting.past"
            : "programme.session.PLANNED");
  }

  List<Month> months(Page page, Season season) {
    Map<UUID, String> names =
        beneficiaries.listOfSeason(season.id()).stream()
            .collect(Collectors.toMap(Beneficiary::id, Beneficiary::name));
    Map<Meeting, List<String>> byMeeting = new LinkedHashMap<>();
    sessions
        .listOfSeason(season.id())
        .forEach(
            one ->
                byMeeting
                    .computeIfAbsent(one.meeting(), none -> new ArrayList<>())
                    .add(names.getOrDefault(one.beneficiaryId(), "")));
    Map<YearMonth, List<Entry>> months = new LinkedHashMap<>();
    byMeeting.forEach(
        (meeting, who) ->
            months
                .computeIfAbsent(YearMonth.from(meeting.day()), none -> new ArrayList<>())
                .add(
                    new Entry(
                        Words.moment(page.messages(), meeting),
                        Words.stage(season, meeting.stage()),
                        meeting.href(),
                        who.stream().sorted().collect(Collectors.joining(", ")),
                        state(page, meeting))));
    DateTimeFormatter title = DateTimeFormatter.ofPattern("MMMM uuuu", page.messages().locale());
    return months.entrySet().stream()
        .map(month -> new Month(title.format(month.getKey()), month.getValue()))
        .toList();
  }
}
