package fr.jalon.portal.programme;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.agreement.Position;
import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Datasets;
import fr.jalon.portal.catalog.Visibility;
import fr.jalon.portal.programme.Beneficiary.Designation;
import fr.jalon.portal.programme.Beneficiary.Membership;
import fr.jalon.portal.programme.BeneficiaryView.Asked;
import fr.jalon.portal.programme.BeneficiaryView.Counter;
import fr.jalon.portal.programme.BeneficiaryView.Data;
import fr.jalon.portal.programme.BeneficiaryView.Line;
import fr.jalon.portal.programme.BeneficiaryView.Money;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.RodBand;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells a beneficiary in words. */
@Component
public class BeneficiaryViews {
  private final Beneficiaries beneficiaries;
  private final Seasons seasons;
  private final Datasets datasets;
  private final Notes notes;
  private final ObjectProvider<BeneficiaryPart> parts;
  private final ObjectProvider<AskedElsewhere> elsewhere;

  BeneficiaryViews(
      Beneficiaries beneficiaries,
      Seasons seasons,
      Datasets datasets,
      Notes notes,
      ObjectProvider<BeneficiaryPart> parts,
      ObjectProvider<AskedElsewhere> elsewhere) {
    this.notes = notes;
    this.parts = parts;
    this.beneficiaries = beneficiaries;
    this.seasons = seasons;
    this.datasets = datasets;
    this.elsewhere = elsewhere;
  }

  BeneficiaryView of(Page page, Person who, Beneficiary one) {
    Followed followed = beneficiaries.follow(one);
    return of(
        page,
        who,
        followed,
        datasets.listOf(one.organizationId()),
        parts.orderedStream().map(part -> part.show(page, who, followed)).toList());
  }

  /**
   * For a page of a room above.
   *
   * @param sets of the authority
   */
  public BeneficiaryView of(
      Page page,
      Person who,
      Followed followed,
      List<Dataset> sets,
      List<BeneficiaryPart.Shown> shown) {
    Beneficiary one = followed.beneficiary();
    LocalDate today = seasons.today();
    boolean staff = !who.role().belongsToAnAuthority();
    Stream<Asked> here =
        Stream.of(Expected.values())
            .map(
                asked ->
                    new Asked(
                        page.t("programme.expected." + asked.key()), asked.isReceived(one, today)));
    Stream<Asked> other =
        elsewhere
            .orderedStream()
            .map(asked -> new Asked(page.t(asked.key()), asked.isReceived(one.id())));
    List<Asked> expected = Stream.concat(here, other).toList();
    Map<String, String> people = new LinkedHashMap<>();
    beneficiaries
        .listPeople(one)
        .forEach(person -> people.put(person.id().toString(), person.name()));
    int phase = new Progress(followed, sets, seasons.now()).phase();
    return new BeneficiaryView(
        one,
        followed.season(),
        phase(page, followed, phase),
        bands(followed, phase),
        status(page, followed.position()),
        ProgrammePaths.agreement(one.agreementId()),
        one.showsMoneyTo(who) ? money(page.messages(), followed.position()) : null,
        expected,
        (int) expected.stream().filter(asked -> !asked.received()).count(),
        focalPoint(page, one.focalPoint(today)),
        one.designations().stream()
            .map(each -> page.t("programme.designated", each.personName(), each.from(), each.by()))
            .toList(),
        people,
        stages(followed.season()),
        today.toString(),
        counter(page, followed),
        followed.tally().lines().stream().map(line -> line(page, followed, line, staff)).toList(),
        sets.stream().map(set -> data(page, set)).toList(),
        shown,
        staff ? notes.count(one.id()) : null,
        who.role() == Role.FOCAL_POINT ? readings(page, one) : null,
        membership(page, one.membership()),
        warning(page, one.membership(), today, followed.position()),
        staff,
        staff || who.role() == Role.FOCAL_POINT);
  }

  /** Who is spoken of may know when it was read, not by which agent (CJEU, C-579/21). */
  private String readings(Page page, Beneficiary one) {
    return notes
        .findReadings(one.id())
        .map(read -> page.n("programme.readings.own", read.times(), read.last()))
        .orElseGet(() -> page.t("programme.readings.own.never"));
  }

  private static String phase(Page page, Followed followed, int phase) {
    List<Phase> phases = followed.season().plan().track().phases();
    if (phase == phases.size()) {
      return page.t(
          followed.position().status().isOver()
              ? "programme.phase.over"
              : "programme.phase.all-done");
    }
    return page.t("programme.phase", phase + 1, phases.size(), phases.get(phase).title());
  }

  private static List<RodBand> bands(Followed followed, int phase) {
    List<Phase> phases = followed.season().plan().track().phases();
    return IntStream.range(0, phases.size())
        .mapToObj(
            i ->
                new RodBand(
                    phases.get(i).title(),
                    i < phase
                        ? RodBand.State.DONE
                        : i == phase ? RodBand.State.CURRENT : RodBand.State.TO_COME,
                    null))
        .toList();
  }

  static Map<String, String> stages(Season season) {
    Map<String, String> stages = new LinkedHashMap<>();
    season.plan().track().stages().forEach(stage -> stages.put(stage.key(), stage.title()));
    return stages;
  }

  static String status(Page page, Position position) {
    return page.t(
        "programme.agreement." + position.status(),
        position.start() == null ? "" : page.date(position.start()),
        position.lastDay() == null ? "" : page.date(position.lastDay()));
  }

  private static Money money(Messages words, Position position) {
    return new Money(
        Words.euros(words, position.due()),
        Words.euros(words, position.noticed()),
        Words.euros(words, position.paid()),
        Words.euros(words, position.remaining()));
  }

  private static String focalPoint(Page page, @Nullable Designation one) {
    return one == null
        ? page.t("programme.focal-point.none")
        : page.t("programme.focal-point.since", one.personName(), one.from());
  }

  private static String membership(Page page, @Nullable Membership one) {
    if (one == null) {
      return page.t("programme.membership.unknown");
    }
    return one.lostOn() == null
        ? page.t("programme.membership.since", one.since())
        : page.t("programme.membership.lost", one.since(), one.lostOn(), one.reason());
  }

  /** Before it is signed: the text presumes that who signs is a member. */
  private static @Nullable String warning(
      Page page, @Nullable Membership one, LocalDate today, Position position) {
    if (one != null
        && one.lostOn() != null
        && position.ending() == null
        && !position.status().isOver()) {
      return page.t("programme.membership.to-record");
    }
    return position.start() == null && (one == null || !one.isMember(today))
        ? page.t("programme.membership.warning")
        : null;
  }

  private Counter counter(Page page, Followed followed) {
    Tally tally = followed.tally();
    return new Counter(
        tally.counted(),
        tally.quota(),
        page.t(
            "programme.counter",
            page.n("programme.counter.counted", tally.counted()),
            tally.quota(),
            page.n("programme.counter.planned", tally.planned()),
            tally.remaining()),
        tally
            .findNext()
            .filter(next -> next.meeting().startsAt().isAfter(seasons.now()))
            .map(
                next ->
                    page.t(
                        "programme.next",
                        Words.moment(page.messages(), next.meeting()),
                        Words.place(page.messages(), next.meeting())))
            .orElse(null));
  }

  private Line line(Page page, Followed followed, Tally.Line line, boolean staff) {
    Session session = line.session();
    Meeting meeting = session.meeting();
    boolean toNote = session.isToNote(seasons.now());
    String state = toNote ? "TO_NOTE" : session.state().name();
    return new Line(
        session.id().toString(),
        Words.moment(page.messages(), meeting),
        Words.stage(followed.season(), meeting.stage()),
        meeting.place().isEmpty() && meeting.link().isEmpty() && session.came() != null
            ? ""
            : Words.place(page.messages(), meeting),
        page.t("programme.session." + state),
        mark(session, toNote),
        counted(page, line),
        meeting.note(),
        staff ? meeting.href() : null,
        line.why() == Tally.Why.TO_DECIDE && staff
            ? ProgrammePaths.agreement(followed.agreement().id())
            : null,
        staff && line.why().isForAPerson(),
        line.isCounted());
  }

  private static String mark(Session session, boolean toNote) {
    return switch (session.state()) {
      case HELD -> "done";
      case PLANNED -> toNote ? "warning" : "advice";
      case ABSENT, CANCELLED -> "advice";
    };
  }

  private static String counted(Page page, Tally.Line line) {
    Session.Decision decision = line.session().decision();
    return decision != null && line.why().isForAPerson()
        ? page.t("programme.why." + line.why(), decision.by(), decision.reason())
        : page.t("programme.why." + line.why(), "", "");
  }

  private static Data data(Page page, Dataset set) {
    boolean published = set.visibility() == Visibility.PUBLISHED;
    return new Data(
        set.title(),
        set.visibility() == Visibility.SANDBOX
            ? CatalogPaths.sandbox(set.slug())
            : CatalogPaths.dataset(set.slug()),
        page.t("programme.data." + set.visibility(), published ? page.date(set.updatedAt()) : ""));
  }
}
