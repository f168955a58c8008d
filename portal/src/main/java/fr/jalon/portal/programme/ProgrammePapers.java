package fr.jalon.portal.programme;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.document.Block;
import fr.jalon.portal.document.Block.Column;
import fr.jalon.portal.document.Block.Grid;
import fr.jalon.portal.document.Block.Items;
import fr.jalon.portal.document.Block.Paragraph;
import fr.jalon.portal.document.Document;
import fr.jalon.portal.document.Filling;
import fr.jalon.portal.document.KeptPaper;
import fr.jalon.portal.document.KeptPapers;
import fr.jalon.portal.document.Text;
import fr.jalon.portal.document.Texts;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Rejected;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The papers of the programme, in French, in the words of their season. */
@Service
class ProgrammePapers {
  private static final Messages FRENCH = Messages.in(Messages.FRENCH);

  /** Rows of an attendance sheet for those nobody announced. */
  private static final int ROWS_FOR_OTHERS = 3;

  private final Texts texts;
  private final KeptPapers kept;
  private final Seasons seasons;
  private final Beneficiaries beneficiaries;
  private final SessionRows sessions;

  ProgrammePapers(
      Texts texts,
      KeptPapers kept,
      Seasons seasons,
      Beneficiaries beneficiaries,
      SessionRows sessions) {
    this.texts = texts;
    this.kept = kept;
    this.seasons = seasons;
    this.beneficiaries = beneficiaries;
    this.sessions = sessions;
  }

  /** The letter that answers a candidacy is kept, in the transaction that answers it. */
  KeptPaper keepLetter(Season season, Candidacy candidacy, Person by) {
    ProgrammePaper kind = ProgrammePaper.answering(candidacy.standing());
    Document letter = document(season, kind, filling(season, candidacy));
    return kept.keep(candidacy.id(), kind.key(), letter, Seasons.author(by));
  }

  /**
   * A paper of a meeting.
   *
   * @throws Rejected with {@link ProgrammeProblem#NO_SUCH_MEETING} when it has none of that name
   */
  Document get(Meeting meeting, String name, Person by) {
    Season season = seasons.get(meeting.seasonId());
    ProgrammePaper kind =
        ofMeetings().stream()
            .filter(one -> one.key().equals(name))
            .findFirst()
            .orElseThrow(() -> new Rejected(ProgrammeProblem.NO_SUCH_MEETING));
    return document(season, kind, filling(season, meeting, by.name()));
  }

  static List<ProgrammePaper> ofMeetings() {
    return Stream.of(ProgrammePaper.values())
        .filter(one -> one.about() == ProgrammePaper.About.MEETING)
        .toList();
  }

  private Document document(Season season, ProgrammePaper kind, Filling filling) {
    return filling.fill(kind, texts.get(season.id(), kind).text());
  }

  Filling filling(Season season, Candidacy candidacy) {
    Map<String, String> fields = common(season);
    fields.put("collectivite", candidacy.name());
    fields.put("contact", candidacy.contact().name());
    fields.put("decide-par", candidacy.decidedBy());
    fields.put(
        "decide-le",
        candidacy.decidedAt() == null
            ? FRENCH.date(seasons.today())
            : FRENCH.date(candidacy.decidedAt()));
    return new Filling(fields, Map.of("motif", paragraphs(candidacy.reason())));
  }

  Filling filling(Season season, Meeting meeting, String by) {
    Map<UUID, String> names =
        beneficiaries.listOfSeason(season.id()).stream()
            .collect(Collectors.toMap(Beneficiary::id, Beneficiary::name));
    Function<Session, String> nameOf = one -> names.getOrDefault(one.beneficiaryId(), "");
    List<Session> all =
        sessions.listOfMeeting(meeting.id()).stream().sorted(Comparator.comparing(nameOf)).toList();
    Map<UUID, List<Participant>> people =
        sessions.listParticipants(meeting.id()).stream()
            .collect(Collectors.groupingBy(Participant::sessionId));
    List<List<String>> toSign = new ArrayList<>();
    for (Session one : all) {
      List<Participant> of = people.getOrDefault(one.id(), List.of());
      if (of.isEmpty()) {
        toSign.add(List.of(nameOf.apply(one), "", ""));
      }
      of.forEach(person -> toSign.add(List.of(nameOf.apply(one), person.name(), "")));
    }
    return new Filling(
        meetingFields(season, meeting, by),
        Map.of(
            "a-signer", toSign(toSign),
            "presents",
                names(
                    "programme.paper.present.none",
                    all.stream()
                        .filter(one -> one.state() == Session.State.HELD)
                        .map(nameOf)
                        .toList()),
            "absents",
                absent(
                    all.stream()
                        .filter(one -> one.state() == Session.State.ABSENT)
                        .map(nameOf)
                        .toList()),
            "compte-rendu", written(meeting.note())));
  }

  private Map<String, String> meetingFields(Season season, Meeting meeting, String by) {
    Map<String, String> fields = common(season);
    fields.put("etape", Words.stage(season, meeting.stage()));
    fields.put("moment", capitalized(Words.moment(FRENCH, meeting)));
    fields.put("duree", Words.length(FRENCH, meeting));
    fields.put("lieu-seance", Words.place(FRENCH, meeting));
    fields.put("redige-par", by);
    return fields;
  }

  private static String capitalized(String sentence) {
    return sentence.substring(0, 1).toUpperCase(Messages.FRENCH) + sentence.substring(1);
  }

  /** Of nobody: the season's own words, and examples. */
  Filling example(Season season) {
    Map<String, String> fields = new HashMap<>();
    Stream.of(ProgrammePaper.values())
        .flatMap(kind -> kind.fields().stream())
        .forEach(field -> fields.put(field, FRENCH.text("document.field." + field + ".example")));
    fields.putAll(common(season));
    String someone = FRENCH.text("document.field.contact.example");
    String authority = FRENCH.text("document.field.collectivite.example");
    return new Filling(
        fields,
        Map.of(
            "motif", paragraphs(FRENCH.text("programme.paper.reason.example")),
            "a-signer", toSign(List.of(List.of(authority, someone, ""))),
            "presents", names("programme.paper.present.none", List.of(authority)),
            "absents", absent(List.of()),
            "compte-rendu", written(FRENCH.text("programme.paper.minutes.example"))));
  }

  private Map<String, String> common(Season season) {
    SeasonPlan plan = season.plan();
    Map<String, String> fields = new HashMap<>();
    fields.put("saison", plan.name());
    fields.put("organisateur", plan.text().organizer());
    fields.put("signataire-organisateur", plan.text().organizerSignatory());
    fields.put("lieu", plan.text().place());
    fields.put("date", FRENCH.date(seasons.today()));
    fields.put("debut", FRENCH.date(plan.firstDay()));
    fields.put("fin", FRENCH.date(plan.accompaniedUntil()));
    fields.put("sessions", FRENCH.number(plan.sessions()));
    fields.put("contribution", FRENCH.euros(plan.funding().contribution().cents()));
    return fields;
  }

  private static List<Block> toSign(List<List<String>> people) {
    List<List<String>> rows = new ArrayList<>(people);
    for (int more = 0; more < ROWS_FOR_OTHERS; more++) {
      rows.add(List.of("", "", ""));
    }
    return List.of(
        Grid.of(
            "",
            List.of(
                Column.text(FRENCH.text("programme.authority")),
                Column.text(FRENCH.text("programme.paper.person")),
                Column.toFill(FRENCH.text("programme.paper.signature"))),
            rows));
  }

  private static List<Block> names(String none, List<String> names) {
    return names.isEmpty()
        ? List.of(Paragraph.of(FRENCH.text(none)))
        : List.of(new Items(false, names.stream().map(Text::of).toList()));
  }

  private static List<Block> absent(List<String> names) {
    return names.isEmpty()
        ? List.of()
        : List.of(Paragraph.of(FRENCH.text("programme.paper.absent", String.join(", ", names))));
  }

  private static List<Block> written(String minutes) {
    return minutes.isBlank()
        ? List.of(Paragraph.of(FRENCH.text("programme.paper.minutes.none")))
        : paragraphs(minutes);
  }

  /** What people wrote in a form: a blank line parts paragraphs. */
  private static List<Block> paragraphs(String written) {
    return Stream.of(written.replace("\r\n", "\n").split("\n\\s*\n"))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .<Block>map(Paragraph::of)
        .toList();
  }
}
