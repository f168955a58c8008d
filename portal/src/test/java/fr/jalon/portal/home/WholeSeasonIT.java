package fr.jalon.portal.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.portal.TestClock;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.agreement.Act;
import fr.jalon.portal.agreement.AgreementProblem;
import fr.jalon.portal.agreement.Agreements;
import fr.jalon.portal.agreement.Clause;
import fr.jalon.portal.agreement.Doubt;
import fr.jalon.portal.agreement.Euros;
import fr.jalon.portal.agreement.FunderAct;
import fr.jalon.portal.agreement.Funders;
import fr.jalon.portal.agreement.FundingLine;
import fr.jalon.portal.agreement.FundingPlan;
import fr.jalon.portal.agreement.Position;
import fr.jalon.portal.agreement.SeasonMoney;
import fr.jalon.portal.agreement.SeasonMoney.AuthorityLine;
import fr.jalon.portal.agreement.SeasonMoney.FunderLine;
import fr.jalon.portal.agreement.Status;
import fr.jalon.portal.agreement.Terms;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.SampleDatasets;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.SampleSeason;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.programme.Sessions;
import fr.jalon.portal.programme.Tally;
import fr.jalon.portal.web.Rejected;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A whole season day after day, with all that may happen to an agreement, and its money to the
 * cent. R1 to R12 are the rules of the text.
 */
@Import(TestClock.Wired.class)
class WholeSeasonIT extends CatalogIT {
  private static final String LAUNCH = "launch";

  @Autowired private ApplicationContext portal;
  @Autowired private TestClock clock;
  @Autowired private Seasons seasons;
  @Autowired private Beneficiaries beneficiaries;
  @Autowired private Sessions sessions;
  @Autowired private Agreements agreements;
  @Autowired private Funders funders;
  @Autowired private Money money;
  @Autowired private Organizations organizations;
  @Autowired private JdbcClient jdbc;

  private record Happening(LocalDate day, Runnable what) {}

  private final List<Happening> diary = new ArrayList<>();
  private List<Beneficiary> all = List.of();
  private @Nullable SampleSeason sample;
  private @Nullable Season season;

  static Stream<Edition> editions() {
    return Stream.of(Edition.SHIPPED, Edition.ANOTHER);
  }

  @BeforeEach
  void emptied() {
    jdbc.sql(
            """
            truncate programme.season, programme.candidacy, programme.beneficiary, programme.meeting,
              programme.session, agreement.agreement, agreement.funder_fact cascade
            """)
        .update();
  }

  @ParameterizedTest
  @MethodSource("editions")
  void comesToWhatTheTextSays(Edition edition) {
    open(edition);
    write(edition);
    Dataset opened = published(authority(20));
    diary.sort(Comparator.comparing(Happening::day));
    for (Happening one : diary) {
      clock.set(one.day());
      one.what().run();
    }
    clock.set(edition.looked());
    rules(edition, opened);
    table(edition);
  }

  private void open(Edition edition) {
    clock.set(LocalDate.of(edition.firstYear() - 1, 9, 15));
    sample = new SampleSeason(portal);
    Season made =
        seasons.make(
            SampleSeason.ADMINISTRATOR,
            edition.name(),
            LocalDate.of(edition.firstYear(), 1, 1),
            null);
    season =
        seasons.edit(
            SampleSeason.ADMINISTRATOR, made.id(), edition.changed().apply(made.plan()), 0);
    all = sample().accept(season(), 25);
    SeasonMoney planned = money.look(season(), seasons.today()).money();
    assertThat(planned.allFunders().planned()).isEqualTo(new Euros(edition.budget()));
    assertThat(planned.funders())
        .extracting(line -> line.planned().cents())
        .isEqualTo(edition.planned());
    assertThat(planned.total().due()).as("nothing is due before both signed").isEqualTo(Euros.ZERO);
  }

  /** What happens, authority after authority. */
  private void write(Edition edition) {
    Euros contribution = season().plan().funding().contribution();
    LocalDate signed = edition.first("03-15");
    LocalDate noticed = edition.second("02-10");
    LocalDate paid = edition.second("04-03");
    for (int n = 1; n <= 25; n++) {
      if (n != 16 && n != 17) {
        Beneficiary one = authority(n);
        at(signed, () -> sample().sign(one, signed));
      }
    }
    at(signed, () -> sample().record(authority(16), new Act.Sent(signed)));
    at(signed, () -> sample().record(authority(17), new Act.GivenUp(signed, "élections")));
    for (int n : List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 19, 20, 21)) {
      notice(n, noticed, contribution);
    }
    for (int n : List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 19, 21)) {
      pay(n, paid, contribution);
    }
    wrongPayment(10, edition.second("03-20"));
    // the organizer ends it alone, which the text does not know
    LocalDate outside = edition.second("03-31");
    at(outside, () -> sample().record(authority(11), new Act.EndedOutside(outside, "le GIP seul")));
    pay(12, paid, new Euros(333_33));
    pay(12, edition.second("05-03"), new Euros(333_33));
    notice(13, edition.second("06-15"), contribution);
    reduced(15, noticed, contribution, edition.second("03-01"), Euros.of(250));
    pay(15, paid, Euros.of(750));
    endings(edition);
    amendments(edition, noticed, paid);
    sessionsAroundALoss(edition);
    calls(edition);
  }

  private void endings(Edition edition) {
    LocalDate left = edition.first("10-04");
    pay(18, edition.first("09-01"), Euros.of(400));
    at(left, () -> sample().record(authority(18), new Act.Terminated(left, null)));
    notice(18, edition.second("02-10"), Euros.of(600));
    LocalDate received = edition.second("09-15");
    at(
        received,
        () ->
            sample().record(authority(19), new Act.Terminated(received, edition.second("09-30"))));
    decide(19, edition.second("10-05"), Doubt.FUNDERS_AFTER_EARLY_END, Doubt.Choice.WHOLE_SHARES);
    LocalDate lost = edition.first("06-10");
    at(lost, () -> sample().record(authority(20), new Act.MembershipLost(lost, "retrait")));
    pay(20, edition.second("04-03"), Euros.of(500));
    decide(
        20, edition.second("05-01"), Doubt.FUNDERS_AFTER_EARLY_END, Doubt.Choice.SHARES_BY_SESSION);
    LocalDate later = edition.second("02-01");
    at(later, () -> sample().record(authority(21), new Act.MembershipLost(later, "fusion")));
    pay(22, edition.first("09-01"), Euros.of(700));
    endedByBoth(22, edition.first("11-05"), Euros.of(500));
    decide(22, edition.first("11-20"), Doubt.FUNDERS_AFTER_EARLY_END, Doubt.Choice.IN_THE_PROTOCOL);
    endedByBoth(23, edition.first("12-31"), Euros.ZERO);
    endedByBoth(24, later, new Euros(800_50));
    notice(24, edition.second("02-10"), new Euros(800_50));
    pay(24, edition.second("04-03"), new Euros(800_50));
  }

  private void amendments(Edition edition, LocalDate noticed, LocalDate paid) {
    Terms before = terms(25);
    LocalDate once = edition.first("09-01");
    LocalDate twice = edition.second("01-15");
    at(once, () -> amend(1, once, with(before, 400, 600, 2)));
    at(twice, () -> amend(2, twice, with(before, 200, 800, 2)));
    Euros contribution = before.funding().contribution().plus(Euros.of(200));
    notice(25, noticed, contribution);
    pay(25, paid, contribution);
  }

  private void amend(int number, LocalDate on, Terms terms) {
    sample().record(authority(25), new Act.Amended(on, number, terms, on, on.minusDays(3)));
  }

  /** More of the authority, more of the last of the others, more sessions. */
  private static Terms with(Terms terms, long own, long other, int sessions) {
    List<FundingLine> lines = new ArrayList<>(terms.funding().lines());
    int last = lines.size() - 2;
    lines.set(last, more(lines.get(last), other));
    lines.set(last + 1, more(lines.get(last + 1), own));
    return new Terms(
        terms.end(),
        terms.accompaniedUntil(),
        terms.sessions() + sessions,
        new FundingPlan(terms.funding().budget().plus(Euros.of(own + other)), lines),
        terms.notice(),
        terms.beneficiary(),
        terms.signatory(),
        terms.address());
  }

  private static FundingLine more(FundingLine line, long euros) {
    return new FundingLine(line.funder(), line.amount().plus(Euros.of(euros)), line.beneficiary());
  }

  /** Two before it, one between it and the end, which is decided to count, and one after. */
  private void sessionsAroundALoss(Edition edition) {
    for (LocalDate day :
        List.of(
            edition.first("04-12"),
            edition.first("05-12"),
            edition.first("09-12"),
            edition.second("01-12"))) {
      at(
          day,
          () ->
              sessions.note(
                  SampleSeason.ADMINISTRATOR,
                  season(),
                  List.of(authority(20).id()),
                  day,
                  LAUNCH,
                  true));
    }
    decide(20, edition.first("09-20"), Doubt.SESSIONS_AFTER_LOSS, Doubt.Choice.COUNTED);
  }

  private void calls(Edition edition) {
    List<String> names =
        season().plan().funding().lines().stream()
            .filter(line -> !line.beneficiary())
            .map(FundingLine::funder)
            .toList();
    LocalDate called = edition.second("05-02");
    LocalDate came = edition.second("07-03");
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      Edition.Call call = edition.calls().get(i);
      UUID slip = UUID.randomUUID();
      at(
          called,
          () ->
              of(
                  new FunderAct.Called(called, name, new Euros(call.asked()), "AF"),
                  UUID.randomUUID()));
      at(came, () -> of(new FunderAct.Received(came, name, new Euros(5_00), "?"), slip));
      at(
          came,
          () -> of(new FunderAct.Corrected(came, slip, "une autre saison"), UUID.randomUUID()));
      at(
          came,
          () ->
              of(
                  new FunderAct.Received(came, name, new Euros(call.paid()), "V"),
                  UUID.randomUUID()));
    }
  }

  private void of(FunderAct act, UUID id) {
    funders.record(season().id(), id, act, SampleSeason.ADMINISTRATOR);
  }

  private void rules(Edition edition, Dataset opened) {
    SeasonPlan plan = new SeasonPlan(season().plan().end(), season().plan().notice());
    LocalDate signed = edition.first("03-15");
    LocalDate newYear = edition.second("01-01");
    assertThat(List.of(on(1, signed.minusDays(1)), on(1, signed), on(1, plan.end())))
        .as("R1 in force from its signature to its term, both included")
        .extracting(Position::status)
        .containsExactly(Status.DRAFT, Status.IN_FORCE, Status.IN_FORCE);
    assertThat(on(1, plan.end().plusDays(1)).status()).as("R1").isEqualTo(Status.ENDED_BY_TERM);

    assertThat(plan.notice().contains(edition.second("02-10"))).as("R2 in the window").isTrue();
    assertThat(plan.notice().contains(edition.second("06-15")))
        .as("R2 outside it, which was not refused to the thirteenth")
        .isFalse();
    assertThat(lines())
        .as("R2 what is still to be asked for is told as late")
        .filteredOn(AuthorityLine::noticeLate)
        .extracting(AuthorityLine::authority)
        .containsExactlyInAnyOrder(names(14, 15, 18));

    Euros contribution = season().plan().funding().contribution();
    assertThat(lines())
        .as("R3 never more than the contribution without an amendment")
        .filteredOn(line -> line.sums().due().compareTo(contribution) > 0)
        .extracting(AuthorityLine::authority)
        .containsExactly(names(25));
    assertThatThrownBy(() -> new FundingPlan(contribution, season().plan().funding().lines()))
        .as("R3 lines that do not add up are no plan")
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(on(18, edition.first("10-05")).status()).as("R4").isEqualTo(Status.TERMINATED);
    assertThat(on(18, edition.first("10-05")).remaining())
        .as("R4 the whole of it stays due, less what is paid")
        .isEqualTo(contribution.minus(Euros.of(400)));
    assertThat(on(19, edition.second("10-01")).due())
        .as("R4 after the last session and before the term too")
        .isEqualTo(contribution);

    assertThat(on(20, edition.first("12-31")).status()).as("R5").isEqualTo(Status.IN_FORCE);
    assertThat(on(20, newYear).status()).as("R5").isEqualTo(Status.ENDED_BY_MEMBERSHIP_LOSS);
    assertThat(on(20, newYear).due()).as("R5 as in R4").isEqualTo(contribution);
    assertThat(on(21, plan.end()).status())
        .as("R5 in the second year nothing ends before its time")
        .isEqualTo(Status.IN_FORCE);

    assertThat(on(22, edition.first("12-31")).status()).as("R6").isEqualTo(Status.IN_FORCE);
    assertThat(on(22, newYear).status()).as("R6").isEqualTo(Status.ENDED_BY_BOTH);
    assertThat(on(22, newYear).overpaid()).as("R6 nothing is given back").isEqualTo(Euros.of(200));
    assertThat(on(24, plan.end()).status()).as("R7 its natural end").isEqualTo(Status.IN_FORCE);
    assertThat(on(24, plan.end()).due()).as("R7 what both wrote").isEqualTo(new Euros(800_50));
    assertThat(on(23, edition.first("12-31")).status()).as("R8").isEqualTo(Status.IN_FORCE);
    assertThat(on(23, newYear).status()).as("R8").isEqualTo(Status.ENDED_BY_BOTH);

    Euros once = contribution.plus(Euros.of(400));
    assertThat(
            List.of(
                on(25, edition.first("08-31")).due(),
                on(25, edition.first("09-01")).due(),
                on(25, edition.second("01-14")).due(),
                on(25, edition.second("01-15")).due()))
        .as("R9 the terms of a day")
        .containsExactly(contribution, once, once, contribution.plus(Euros.of(200)));

    noRenewal();

    assertThat(on(11, edition.second("04-01")).status())
        .as("R11 recorded as outside the text")
        .isEqualTo(Status.ENDED_OUTSIDE);
    assertThat(new Act.EndedOutside(signed, "").clause()).as("R11").isEqualTo(Clause.NONE);

    assertThat(beneficiaries.follow(authority(20)).tally().lines())
        .as("R12 nothing counts after the end")
        .extracting(Tally.Line::why)
        .containsExactly(
            Tally.Why.COUNTED, Tally.Why.COUNTED, Tally.Why.COUNTED, Tally.Why.AFTER_THE_END);
    assertThat(page("/jeux-de-donnees/" + opened.slug()))
        .as("R12 what was opened stays open")
        .contains(opened.title());
    assertThatThrownBy(
            () ->
                sample()
                    .record(authority(22), new Act.Terminated(edition.looked().minusDays(1), null)))
        .as("nothing ends twice")
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> assertThat(rejected.problem()).isEqualTo(AgreementProblem.OVER));
  }

  /** The dates that the rules are about. */
  private record SeasonPlan(LocalDate end, fr.jalon.portal.agreement.Window notice) {}

  /** R10: asked for on the page, refused with the article of that very season(). */
  private void noRenewal() {
    TestVisitor admin = visitor().signIn(person(Role.ADMINISTRATOR, null).email(), PASSWORD);
    String address = "/conventions/" + authority(1).agreementId();
    admin.get(address);
    HttpResponse<String> answer = admin.post(address + "/faits", Map.of("act", "renewed"));
    assertThat(answer.statusCode()).as("R10").isEqualTo(422);
    assertThat(answer.body())
        .as("R10 there is no renewal")
        .contains(season().plan().text().reference(Clause.DURATION));
    assertThat(admin.get("/conventions/" + authority(18).agreementId()).body())
        .contains(season().plan().text().reference(Clause.UNILATERAL_TERMINATION));
  }

  private void table(Edition edition) {
    SeasonMoney end = money.look(season(), edition.looked()).money();
    assertThat(end.findMismatch()).isEmpty();
    List<String> names = all.stream().map(Beneficiary::name).toList();
    List<String> found = new ArrayList<>();
    end.authorities().stream()
        .sorted(Comparator.comparing(line -> names.indexOf(line.authority())))
        .forEach(
            line -> found.add(names.indexOf(line.authority()) + 1 + " " + written(line.sums())));
    found.add("= " + written(end.total()));
    assertThat(found).containsExactlyElementsOf(rows(edition.table()));
    assertThat(end.funders().stream().map(WholeSeasonIT::written).toList())
        .containsExactlyElementsOf(rows(edition.funders()));
  }

  private static List<String> rows(String table) {
    return table.lines().map(line -> line.strip().replaceAll(" +", " ")).toList();
  }

  private static String written(SeasonMoney.Sums sums) {
    return written(
        sums.planned(), sums.due(), sums.noticed(), sums.paid(), sums.remaining(), sums.overpaid());
  }

  private static String written(FunderLine line) {
    return written(
        line.planned(),
        line.due(),
        line.undecided(),
        line.noticed(),
        line.paid(),
        line.remaining(),
        line.overpaid());
  }

  private static String written(Euros... sums) {
    return String.join(
        " ",
        Stream.of(sums).map(sum -> BigDecimal.valueOf(sum.cents(), 2).toPlainString()).toList());
  }

  private List<AuthorityLine> lines() {
    return money.look(season(), seasons.today()).money().authorities();
  }

  private String[] names(int... numbers) {
    return java.util.Arrays.stream(numbers)
        .mapToObj(n -> authority(n).name())
        .toArray(String[]::new);
  }

  private Position on(int n, LocalDate day) {
    return agreements.get(authority(n).agreementId()).reckon().on(day);
  }

  private Terms terms(int n) {
    return agreements.get(authority(n).agreementId()).reckon().termsOn(seasons.today());
  }

  private Beneficiary authority(int n) {
    return all.get(n - 1);
  }

  private void at(LocalDate day, Runnable what) {
    diary.add(new Happening(day, what));
  }

  private void notice(int n, LocalDate day, Euros amount) {
    at(
        day,
        () ->
            sample()
                .record(
                    authority(n),
                    new Act.Noticed(
                        day, UUID.randomUUID(), "T-" + n, amount, authority(n).name())));
  }

  private void reduced(int n, LocalDate day, Euros amount, LocalDate later, Euros by) {
    UUID notice = UUID.randomUUID();
    at(
        day,
        () ->
            sample()
                .record(
                    authority(n),
                    new Act.Noticed(day, notice, "T-" + n, amount, authority(n).name())));
    at(
        later,
        () -> sample().record(authority(n), new Act.NoticeReduced(later, notice, by, "A-" + n)));
  }

  private void pay(int n, LocalDate day, Euros amount) {
    at(day, () -> sample().record(authority(n), new Act.Paid(day, amount, "V-" + n)));
  }

  private void wrongPayment(int n, LocalDate day) {
    at(day, () -> sample().record(authority(n), new Act.Paid(day, Euros.of(100), "une autre")));
    at(
        day,
        () -> {
          UUID wrong =
              agreements.get(authority(n).agreementId()).facts().stream()
                  .filter(fact -> fact.act() instanceof Act.Paid)
                  .findFirst()
                  .orElseThrow()
                  .id();
          sample().record(authority(n), new Act.Corrected(day, wrong, "une autre commune"));
        });
  }

  private void endedByBoth(int n, LocalDate day, Euros due) {
    at(day, () -> sample().record(authority(n), new Act.EndedByBoth(day, day.minusDays(2), due)));
  }

  private void decide(int n, LocalDate day, Doubt doubt, Doubt.Choice choice) {
    at(
        day,
        () -> sample().record(authority(n), new Act.Decided(day, doubt, choice, "vu avec eux")));
  }

  private Dataset published(Beneficiary one) {
    String slug = organizations.get(one.organizationId()).slug();
    return samples().publish(SampleDatasets.subsidiesOf(slug, 3));
  }

  private Season season() {
    return Objects.requireNonNull(season);
  }

  private SampleSeason sample() {
    return Objects.requireNonNull(sample);
  }
}
