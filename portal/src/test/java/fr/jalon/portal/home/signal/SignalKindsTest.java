package fr.jalon.portal.home.signal;

import static fr.jalon.portal.home.signal.SampleAuthority.at;
import static fr.jalon.portal.home.signal.SampleAuthority.day;
import static fr.jalon.portal.home.signal.SampleAuthority.on;
import static fr.jalon.portal.home.signal.SampleAuthority.unsigned;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.agreement.Act;
import fr.jalon.portal.agreement.Euros;
import fr.jalon.portal.agreement.Party;
import fr.jalon.portal.catalog.Conformity;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.checklist.AuthorityItem;
import fr.jalon.portal.checklist.ItemState;
import fr.jalon.portal.checklist.Line;
import fr.jalon.portal.checklist.Mark;
import fr.jalon.portal.deposit.Place;
import fr.jalon.portal.deposit.Repeated;
import fr.jalon.portal.deposit.Step;
import fr.jalon.portal.deposit.UnderWay;
import fr.jalon.portal.deposit.Visa.Side;
import fr.jalon.portal.diagnosis.Interview.Guide;
import fr.jalon.portal.diagnosis.Unreleased;
import fr.jalon.portal.help.Urgency;
import fr.jalon.portal.help.Waiting;
import fr.jalon.portal.programme.Beneficiary.Dossier;
import fr.jalon.portal.programme.Candidacy;
import fr.jalon.portal.programme.Candidacy.Standing;
import fr.jalon.portal.programme.Eligibility;
import fr.jalon.portal.programme.Meeting;
import fr.jalon.portal.questionnaire.Filling;
import fr.jalon.portal.questionnaire.Filling.Occasion;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.workshop.Exercise;
import fr.jalon.portal.workshop.SignUps;
import fr.jalon.portal.workshop.Workshop;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Each kind by examples: what is told, on which day first, and what resolves it. */
class SignalKindsTest {
  private static final Set<String> EXAMPLES = new TreeSet<>();

  @Test
  void nothingIsToldOfAnAuthorityThatIsOnTimeEverywhere() {
    for (LocalDate day = SampleAuthority.SIGNED.plusDays(1);
        day.isBefore(SampleAuthority.END.minusDays(30));
        day = day.plusDays(1)) {
      assertThat(on(day.toString()).told()).as("on " + day).isEmpty();
    }
  }

  @Test
  void helpPressesByWhoIsBlockedAndWhoWaitsTooLong() {
    Place place = new Place(UUID.randomUUID(), Step.REPAIRS, "line-breaks", List.of("B12"));
    tells("help-late", on("2022-06-01"), one -> one.asking.add(asked(one, Urgency.IN_DOUBT, true)));
    tells(
        "help-blocked",
        on("2022-06-01"),
        one -> one.asking.add(asked(one, Urgency.BLOCKED, false)));
    tells(
        "help-waiting",
        on("2022-06-01"),
        one -> one.asking.add(asked(one, Urgency.IN_DOUBT, false)));
    SampleAuthority one = on("2022-06-01");
    one.asking.add(asked(one, Urgency.BLOCKED, true, place));
    assertThat(sentence(one)).contains("B12").contains("Des textes tiennent").contains("en retard");
    assertThat(one.told()).as("late is told, once").containsExactly("help-late");
  }

  private static Waiting asked(SampleAuthority one, Urgency urgency, boolean late) {
    return asked(one, urgency, late, null);
  }

  private static Waiting asked(
      SampleAuthority one, Urgency urgency, boolean late, @Nullable Place place) {
    return new Waiting(
        UUID.randomUUID(),
        one.organization,
        3,
        urgency,
        place,
        place == null ? "/programme" : "",
        at(one.today.minusDays(2)),
        at(one.today.plusDays(late ? -1 : 1)),
        late);
  }

  @Test
  void aDepositThatWaitsIsToldOnceByWhatItWaitsFor() {
    firstOn("stuck-on-card", 2, (one, since) -> one.deposits.add(stuck(one, since)));
    SampleAuthority stuck = on("2022-06-01");
    stuck.deposits.add(stuck(stuck, stuck.today.minusDays(30)));
    assertThat(stuck.told()).as("not as untouched too").containsExactly("stuck-on-card");
    assertThat(sentence(stuck))
        .isEqualTo(
            Messages.in(Messages.FRENCH)
                .text(
                    "signal.stuck-on-card.many",
                    30,
                    "Subventions 2022",
                    3,
                    "carte «\u00a0Des textes tiennent sur plusieurs lignes\u00a0», B12 et B31"));
    assertThat(stuck.found().get(0).href()).endsWith("/corrections?ligne=12#B12");

    firstOn(
        "personal-undecided",
        5,
        (one, since) -> one.deposits.add(deposit(one, since, Step.PROTECTION, 2, 0, null)));
    firstOn(
        "personal-unconfirmed",
        5,
        (one, since) -> one.deposits.add(deposit(one, since, Step.CHECK, 0, 1, null)));
    firstOn(
        "deposit-untouched",
        10,
        (one, since) -> one.deposits.add(deposit(one, since, Step.DESCRIPTION, 0, 0, null)));
  }

  @Test
  void aFileThatCannotBeReadIsToldUntilAnotherComes() {
    firstOn("file-unreadable", 2, (one, since) -> one.deposits.add(refused(one, since)));
    SampleAuthority again = on("2022-06-01");
    again.deposits.add(refused(again, again.today.minusDays(5)));
    again.deposits.add(deposit(again, again.today.minusDays(1), Step.READING, 0, 0, null));
    assertThat(again.told()).isEmpty();
  }

  private static UnderWay refused(SampleAuthority one, LocalDate since) {
    return new UnderWay(
        UUID.randomUUID(),
        one.organization,
        "arbres.pdf",
        Step.READING,
        at(since),
        true,
        null,
        Set.of(),
        0,
        0,
        null);
  }

  private static UnderWay stuck(SampleAuthority one, LocalDate since) {
    UUID id = UUID.randomUUID();
    Place place = new Place(id, Step.REPAIRS, "line-breaks", List.of("B12", "B31"));
    return deposit(one, since, Step.REPAIRS, 0, 0, new UnderWay.Card(3, place));
  }

  private static UnderWay deposit(
      SampleAuthority one,
      LocalDate since,
      Step step,
      int undecided,
      int unconfirmed,
      UnderWay.@Nullable Card card) {
    return new UnderWay(
        UUID.randomUUID(),
        one.organization,
        "Subventions 2022",
        step,
        at(since),
        false,
        null,
        Set.of(),
        undecided,
        unconfirmed,
        card);
  }

  @Test
  void aVisaIsToldToWhoGivesIt() {
    firstOn(
        "visa-ours",
        3,
        (one, since) -> one.deposits.add(asked(one, since, Set.of(Side.AUTHORITY))));
    firstOn(
        "visa-theirs",
        3,
        (one, since) -> one.deposits.add(asked(one, since, Set.of(Side.FACILITATOR))));
    SampleAuthority both = on("2022-06-01");
    both.deposits.add(asked(both, both.today.minusDays(9), Set.of()));
    assertThat(both.told()).as("ours first").containsExactly("visa-ours");
  }

  private static UnderWay asked(SampleAuthority one, LocalDate since, Set<Side> visas) {
    return new UnderWay(
        UUID.randomUUID(),
        one.organization,
        "Subventions 2022",
        Step.PUBLICATION,
        at(since),
        false,
        at(since),
        visas,
        0,
        0,
        null);
  }

  @Test
  void moneyIsToldByItsWindowAndByItsPayment() {
    assertThat(on("2023-02-13").unbilled().told()).isEmpty();
    tells("notice-to-send", on("2023-02-14"), SampleAuthority::unbilled);
    tells("notice-to-send", on("2023-03-31"), SampleAuthority::unbilled);
    assertThat(sentence(on("2023-03-30").unbilled())).contains("demain au plus tard", "1\u202f000");
    tells("notice-late", on("2023-04-01"), SampleAuthority::unbilled);
    tells("notice-unpaid", on("2023-03-12"), one -> one.unbilled().noticed(day("2023-02-10")));
    assertThat(on("2023-03-11").unbilled().noticed(day("2023-02-10")).told())
        .as("public bodies have thirty days")
        .isEmpty();
    SampleAuthority paid = on("2023-05-01").unbilled().noticed(day("2023-02-10"));
    paid.acts.add(new Act.Paid(day("2023-02-20"), Euros.of(1_000), "V"));
    assertThat(paid.told()).isEmpty();
  }

  @Test
  void anAgreementIsToldWhileUnsignedAndBeforeItsEnd() {
    assertThat(unsigned("2022-02-15", "2022-02-01").told()).isEmpty();
    tells("agreement-unsigned", unsigned("2022-02-16", "2022-02-01"), one -> {});
    SampleAuthority half = unsigned("2022-02-16", "2022-02-01");
    half.acts.add(new Act.Signed(day("2022-02-10"), Party.ORGANIZER, "la direction"));
    assertThat(half.told()).containsExactly("agreement-unsigned");
    half.acts.add(new Act.GivenUp(day("2022-02-12"), "élections"));
    assertThat(half.told()).as("who gave up is left in peace").isEmpty();

    assertThat(on("2023-11-30").told()).isEmpty();
    tells("end-near", on("2023-12-01"), one -> {});
    tells("end-near", on("2023-12-31"), one -> {});
    assertThat(on("2024-01-01").told()).isEmpty();
    assertThat(new EndNear().look(SampleAuthority.season(on("2023-12-01"), on("2023-12-01"))))
        .as("those that go to the term are told together")
        .singleElement()
        .satisfies(found -> assertThat(found.told().count()).isEqualTo(2));
    SampleAuthority lost = on("2022-12-15");
    lost.acts.add(new Act.MembershipLost(day("2022-09-01"), "vote"));
    assertThat(lost.found())
        .as("one that ends before is told by itself")
        .filteredOn(found -> found.kind() instanceof EndNear)
        .singleElement()
        .satisfies(found -> assertThat(found.beneficiaryId()).isEqualTo(lost.id));
  }

  @Test
  void whatSomebodyMustDecideIsTold() {
    tells("session-to-decide", on("2022-06-01"), one -> one.undecided(day("2022-05-20")));
    SampleAuthority call = on("2022-06-01");
    call.candidacies.add(candidacy("2022-05-01", Standing.WAITING));
    assertThat(call.told()).as("one on the waiting list has its answer").isEmpty();
    tells(
        "candidacies-waiting",
        on("2022-06-01"),
        one -> {
          one.candidacies.add(candidacy("2022-05-25", Standing.RECEIVED));
          one.candidacies.add(candidacy("2022-05-28", Standing.RECEIVED));
        });
  }

  @Test
  void aWorkshopThatFewOrTooManyComeToIsToldBeforeItsDay() {
    SampleAuthority early = on("2022-06-01");
    early.workshops.add(workshop("2022-06-12", 9, 0));
    assertThat(early.told()).as("eleven days before").isEmpty();
    tells(
        "workshop-empty", on("2022-06-01"), one -> one.workshops.add(workshop("2022-06-11", 9, 0)));
    SampleAuthority half = on("2022-06-01");
    half.workshops.add(workshop("2022-06-03", 10, 0));
    assertThat(half.told()).as("half of the places").isEmpty();
    tells(
        "workshop-full", on("2022-06-01"), one -> one.workshops.add(workshop("2022-08-11", 20, 2)));
    SampleAuthority full = on("2022-06-01");
    full.workshops.add(workshop("2022-08-11", 20, 0));
    full.workshops.add(workshop("2022-05-30", 3, 0));
    assertThat(full.told()).as("nobody waits; over").isEmpty();
  }

  /** Of 20 places. */
  private static SignUps workshop(String on, int coming, int waiting) {
    Meeting meeting =
        new Meeting(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "launch",
            at(day(on)),
            180,
            "Mairie",
            "",
            "",
            null,
            false,
            0);
    return new SignUps(
        new Workshop(meeting, Exercise.FIRST_STEPS, 20, null, null), coming, waiting, Set.of());
  }

  private static Candidacy candidacy(String sent, Standing standing) {
    return new Candidacy(
        UUID.randomUUID(),
        UUID.randomUUID(),
        null,
        "",
        "Sully",
        new Candidacy.Contact("Camille", "camille@example.fr", ""),
        "",
        null,
        false,
        true,
        new Eligibility(Eligibility.Answer.UNKNOWN, 0, null, false),
        standing,
        at(day(sent)),
        null,
        "",
        "",
        0);
  }

  @Test
  void whatWasOnlineIsToldWhenItIsNoMoreOrOld() {
    tells(
        "dataset-withdrawn", on("2022-09-01"), one -> one.withdrawn(day("2022-06-01"), one.today));
    SampleAuthority fresh = on("2022-07-16");
    fresh.published(day("2022-06-01"), 2, UpdateFrequency.MONTHLY, fresh.agent);
    assertThat(fresh.told()).isEmpty();
    tells(
        "update-overdue",
        on("2022-07-17"),
        one -> one.published(day("2022-06-01"), 2, UpdateFrequency.MONTHLY, one.agent));
  }

  @Test
  void sessionsAreToldByWhatTheyLack() {
    firstOn("nothing-planned", 15, SampleAuthority.SIGNED, one -> one.sessions.clear());
    firstOn(
        "nothing-planned",
        15,
        (one, since) -> {
          one.sessions.clear();
          one.held(since, "Vu ensemble.");
        });
    SampleAuthority all = on("2022-09-01");
    all.sessions.clear();
    for (int i = 0; i < 12; i++) {
      all.held(day("2022-05-01").plusDays(i), "Vu.");
    }
    assertThat(all.told()).as("all sessions were held").isEmpty();

    firstOn("session-to-note", 1, (one, since) -> one.planned(since));
    firstOn("minutes-missing", 5, (one, since) -> one.held(since, " "));
  }

  @Test
  void aWorkshopOfSeveralIsToldOnce() {
    SampleAuthority one = on("2022-06-01").held(day("2022-05-20"), "");
    SampleAuthority other = on("2022-06-01");
    other.sessions.add(one.sessions.get(1));
    SeasonFacts season = SampleAuthority.season(one, other);
    assertThat(new MinutesMissing().look(season))
        .singleElement()
        .satisfies(found -> assertThat(found.beneficiaryId()).isNull());
  }

  @Test
  void whatWeExpectOfAnAuthorityIsTold() {
    SampleAuthority late = on("2022-03-29").undesignated().accepted("2022-03-15");
    assertThat(late.told()).isEmpty();
    tells(
        "focal-point-missing", on("2022-03-30"), one -> one.undesignated().accepted("2022-03-15"));
    tells("focal-point-missing", on("2022-06-02"), one -> one.people.clear());

    Dossier none = new Dossier("", "le maire", null, "", null, "1", "", "", true);
    assertThat(on("2022-04-13").dossier(none).accepted("2022-03-15").told()).isEmpty();
    tells("piece-missing", on("2022-04-14"), one -> one.dossier(none).accepted("2022-03-15"));
    assertThat(sentence(on("2022-06-02").dossier(none)))
        .contains("son adresse postale, son nombre d'agents et sa délibération");

    firstOn("nobody-signs-in", 30, (one, since) -> one.used(since));
    firstOn("nobody-signs-in", 30, SampleAuthority.SIGNED, one -> one.used(null));
  }

  @Test
  void aQuestionnaireIsToldUntilItIsHandedIn() {
    firstOn(
        "questionnaire-unfinished", 14, SampleAuthority.SIGNED, one -> one.questionnaires.clear());
    firstOn(
        "questionnaire-unfinished",
        14,
        (one, since) ->
            one.questionnaires.add(
                new Filling(UUID.randomUUID(), one.id, Occasion.EXIT, 1, at(since), null, null)));
  }

  @Test
  void whatIsPromisedOrReturnsIsTold() {
    tells(
        "item-late",
        on("2022-06-01"),
        one -> one.checklist.add(item(ItemState.UNDER_WAY, one.today.minusDays(1))));
    SampleAuthority done = on("2022-06-01");
    done.checklist.add(item(ItemState.DONE, done.today.minusDays(1)));
    done.checklist.add(item(ItemState.TO_DO, done.today));
    assertThat(done.told()).isEmpty();

    firstOn(
        "summary-missing",
        7,
        (one, since) ->
            one.talks.add(new Unreleased(UUID.randomUUID(), one.id, Guide.ENTRY, since)));

    SampleAuthority twice = on("2022-06-01");
    twice.repeated.add(new Repeated(twice.organization, "line-breaks", 2));
    assertThat(twice.told()).isEmpty();
    tells(
        "same-finding",
        on("2022-06-01"),
        one -> one.repeated.add(new Repeated(one.organization, "line-breaks", 3)));
  }

  private static Line item(ItemState state, LocalDate due) {
    return new Line(
        AuthorityItem.ELECTED, null, new Mark(state, "", "", "", due, "Noa", at(due), 1));
  }

  @Test
  void goodNewsAreToldForAWhile() {
    tells(
        "first-dataset",
        on("2022-06-14"),
        one -> one.published(day("2022-06-01"), 1, UpdateFrequency.ANNUAL, one.agent));
    SampleAuthority old = on("2022-06-15");
    old.published(day("2022-06-01"), 1, UpdateFrequency.ANNUAL, old.agent);
    assertThat(old.told()).as("two weeks are enough").isEmpty();
    SampleAuthority second = on("2022-09-14");
    second.published(day("2022-06-01"), 1, UpdateFrequency.ANNUAL, second.agent);
    second.published(day("2022-09-13"), 1, UpdateFrequency.ANNUAL, second.agent);
    assertThat(second.told()).as("there is one first").isEmpty();

    tells(
        "model-passed",
        on("2022-09-14"),
        one -> {
          one.published(day("2022-06-01"), 1, UpdateFrequency.ANNUAL, one.agent);
          one.conformity = new Conformity("scdl/subventions", "2.1", "Subventions", 0);
          one.published(day("2022-09-13"), 1, UpdateFrequency.ANNUAL, one.agent);
        });
    SampleAuthority against = on("2022-09-14");
    against.published(day("2022-06-01"), 1, UpdateFrequency.ANNUAL, against.agent);
    against.conformity = new Conformity("scdl/subventions", "2.1", "Subventions", 3);
    against.published(day("2022-09-13"), 1, UpdateFrequency.ANNUAL, against.agent);
    assertThat(against.told()).isEmpty();

    tells(
        "goes-on-alone",
        on("2023-09-14"),
        one -> one.published(day("2023-09-10"), 2, UpdateFrequency.ANNUAL, one.agent));
    SampleAuthority helped = on("2023-09-14");
    helped.published(day("2023-09-10"), 2, UpdateFrequency.ANNUAL, UUID.randomUUID());
    assertThat(helped.told()).as("published by somebody else").doesNotContain("goes-on-alone");
  }

  @Test
  void aSeasonSaysFromWhenOn() {
    SampleAuthority patient = on("2022-06-01").held(day("2022-05-20"), "");
    assertThat(patient.told()).containsExactly("minutes-missing");
    patient.limits.put(Threshold.MINUTES, 20);
    assertThat(patient.told()).isEmpty();
  }

  @Test
  void theMostPressingOfEachIsShownSevenAtMost() {
    LocalDate today = day("2022-06-01");
    List<Signal> open =
        java.util.stream.IntStream.range(0, 9)
            .boxed()
            .flatMap(
                n -> {
                  UUID authority = UUID.randomUUID();
                  return java.util.stream.Stream.of(
                      signal(authority, "nothing-planned", Level.SILENCE),
                      signal(
                          authority,
                          n == 4 ? "help-late" : "end-near",
                          n == 4 ? Level.BLOCKED : Level.DEADLINE),
                      signal(authority, "first-dataset", Level.GOOD_NEWS));
                })
            .sorted(Signal.ORDER)
            .toList();
    Shown shown = Shown.of(open, today);
    assertThat(shown.lines())
        .extracting(Signal::level)
        .containsExactly(
            Level.BLOCKED,
            Level.DEADLINE,
            Level.DEADLINE,
            Level.DEADLINE,
            Level.DEADLINE,
            Level.DEADLINE,
            Level.GOOD_NEWS);
    assertThat(shown.lines().subList(0, 6))
        .as("one line an authority")
        .extracting(Signal::beneficiaryId)
        .doesNotHaveDuplicates();
    assertThat(shown.more()).isEqualTo(20);
  }

  private static Signal signal(UUID authority, String kind, Level level) {
    return new Signal(
        UUID.randomUUID(),
        UUID.randomUUID(),
        authority,
        kind,
        level,
        "x",
        Told.NOTHING,
        "/",
        at(day("2022-05-01")),
        null,
        null);
  }

  @Test
  void kindsAreInOrderAndHaveTheirWords() {
    assertThat(SignalKinds.ALL)
        .hasSizeGreaterThanOrEqualTo(20)
        .isSortedAccordingTo(Comparator.comparing(SignalKind::level));
    assertThat(SignalKinds.ALL.stream().map(SignalKind::key)).doesNotHaveDuplicates();
    for (Messages words : List.of(Messages.in(Messages.FRENCH), Messages.in(Messages.ENGLISH))) {
      for (SignalKind kind : SignalKinds.ALL) {
        String key = "signal." + kind.key();
        assertThat(words.has(key) || words.has(key + ".many")).as(key).isTrue();
        List.of(".short", ".act", ".until").forEach(part -> words.text(key + part));
      }
      Arrays.stream(Threshold.values()).forEach(one -> words.text("signal.limit." + one.key()));
    }
  }

  @AfterAll
  static void everyKindHasItsExample() {
    assertThat(EXAMPLES)
        .as("add an example of each kind to this class")
        .containsExactlyInAnyOrderElementsOf(
            SignalKinds.ALL.stream().map(SignalKind::key).collect(Collectors.toSet()));
  }

  /** Once that is done, this is told, once, and nothing else; its words are whole. */
  private static void tells(String key, SampleAuthority one, Consumer<SampleAuthority> change) {
    change.accept(one);
    assertThat(one.told()).as(key).containsExactly(key);
    EXAMPLES.add(key);
    for (Messages words : List.of(Messages.in(Messages.FRENCH), Messages.in(Messages.ENGLISH))) {
      assertThat(sentence(one, words)).doesNotContainPattern("\\{|\\}|null").isNotBlank();
    }
  }

  /** Told from so many days on, and not the day before. */
  private static void firstOn(String key, int days, BiConsumer<SampleAuthority, LocalDate> since) {
    SampleAuthority before = on("2022-06-01");
    since.accept(before, before.today.minusDays(days - 1L));
    assertThat(before.told()).as(key + ", the day before").isEmpty();
    tells(key, on("2022-06-01"), one -> since.accept(one, one.today.minusDays(days)));
  }

  private static void firstOn(
      String key, int days, LocalDate since, Consumer<SampleAuthority> change) {
    SampleAuthority before = on(since.plusDays(days - 1L).toString());
    change.accept(before);
    assertThat(before.told()).as(key + ", the day before").isEmpty();
    tells(key, on(since.plusDays(days).toString()), change);
  }

  private static String sentence(SampleAuthority one) {
    return sentence(one, Messages.in(Messages.FRENCH));
  }

  private static String sentence(SampleAuthority one, Messages words) {
    Found found = one.found().get(0);
    return new SignalWords(words, one.today)
        .sentence(
            new Signal(
                UUID.randomUUID(),
                UUID.randomUUID(),
                found.beneficiaryId(),
                found.kind().key(),
                found.kind().level(),
                found.object(),
                found.told(),
                found.href(),
                at(one.today),
                null,
                null));
  }
}
