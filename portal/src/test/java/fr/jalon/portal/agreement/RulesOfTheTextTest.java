package fr.jalon.portal.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rules of the agreement's text, each on the case that tells it from another. */
class RulesOfTheTextTest {
  @Test
  void isInForceFromItsSignatureToItsTermAndNoLonger() {
    Book book = Book.signed();
    assertThat(book.on("2022-03-14").status()).isEqualTo(Status.SENT);
    assertThat(book.on("2022-03-15").status()).isEqualTo(Status.IN_FORCE);
    assertThat(book.on("2023-12-31").status()).isEqualTo(Status.IN_FORCE);
    assertThat(book.on("2024-01-01").status()).isEqualTo(Status.ENDED_BY_TERM);
  }

  @Test
  void beginsWithTheLaterOfTwoSignaturesUnlessDecidedOtherwise() {
    Book book = Book.signed(day("2022-03-15"), day("2022-04-02"));
    assertThat(book.on("2022-03-20").status()).isEqualTo(Status.PARTLY_SIGNED);
    assertThat(book.on("2022-03-20").due()).isEqualTo(Euros.ZERO);
    assertThat(book.on("2022-04-02").status()).isEqualTo(Status.IN_FORCE);
    book.add(decided(Doubt.DAY_OF_SIGNATURE, Doubt.Choice.EARLIER_DAY));
    assertThat(book.on("2022-03-20").status()).isEqualTo(Status.IN_FORCE);
  }

  @Test
  void linesThatDoNotAddUpAreNoPlan() {
    assertThat(Book.PLAN.contribution()).isEqualTo(Euros.of(1_000));
    assertThatThrownBy(
            () ->
                new FundingPlan(
                    Euros.of(6_000),
                    List.of(
                        new FundingLine("État", Euros.of(4_999), false),
                        new FundingLine("Commune", Euros.of(1_000), true))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void endedByTheBeneficiaryTheWholeContributionStaysDue() {
    Book book =
        Book.signed()
            .add(new Act.Paid(day("2022-09-01"), Euros.of(400), "V1"))
            .add(new Act.Terminated(day("2022-10-04"), null));
    assertThat(book.on("2022-10-04").status()).isEqualTo(Status.IN_FORCE);
    Position after = book.on("2022-10-05");
    assertThat(after.status()).isEqualTo(Status.TERMINATED);
    assertThat(after.due()).isEqualTo(Euros.of(1_000));
    assertThat(after.remaining()).isEqualTo(Euros.of(600));
    Book chosen = Book.signed().add(new Act.Terminated(day("2022-10-04"), day("2022-11-30")));
    assertThat(chosen.on("2022-11-30").status()).isEqualTo(Status.IN_FORCE);
    assertThat(chosen.on("2022-12-01").status()).isEqualTo(Status.TERMINATED);
  }

  @Test
  void aMembershipLostEndsItWithTheYear() {
    Book book = Book.signed().add(new Act.MembershipLost(day("2022-06-10"), "fusion"));
    assertThat(book.on("2022-12-31").status()).isEqualTo(Status.IN_FORCE);
    Position after = book.on("2023-01-01");
    assertThat(after.status()).isEqualTo(Status.ENDED_BY_MEMBERSHIP_LOSS);
    assertThat(after.remaining()).isEqualTo(Euros.of(1_000));
    assertThat(after.doubts())
        .containsExactly(Doubt.SESSIONS_AFTER_LOSS, Doubt.FUNDERS_AFTER_EARLY_END);
    assertThat(counting(book, "2022-06-10")).isEqualTo(Counting.Answer.COUNTS);
    assertThat(counting(book, "2022-09-01")).isEqualTo(Counting.Answer.TO_DECIDE);
    book.add(decided(Doubt.SESSIONS_AFTER_LOSS, Doubt.Choice.NOT_COUNTED));
    assertThat(counting(book, "2022-09-01")).isEqualTo(Counting.Answer.DOES_NOT_COUNT);
    Book inTheSecondYear = Book.signed().add(new Act.MembershipLost(day("2023-02-01"), "retrait"));
    assertThat(inTheSecondYear.on("2023-12-31").status()).isEqualTo(Status.IN_FORCE);
    assertThat(inTheSecondYear.on("2024-01-01").status())
        .isEqualTo(Status.ENDED_BY_MEMBERSHIP_LOSS);
  }

  @Test
  void endedByBothItEndsWithTheYearOfTheLaterSignature() {
    assertThat(endedByBoth("2022-11-05", "2022-11-05").on("2022-12-31").status())
        .isEqualTo(Status.IN_FORCE);
    assertThat(endedByBoth("2022-11-05", "2022-11-05").on("2023-01-01").status())
        .isEqualTo(Status.ENDED_BY_BOTH);
    assertThat(endedByBoth("2023-02-01", "2023-02-01").on("2023-12-31").status())
        .as("the natural end")
        .isEqualTo(Status.IN_FORCE);
    assertThat(endedByBoth("2022-12-31", "2022-12-31").on("2023-01-01").status())
        .as("signed on the last day of a year")
        .isEqualTo(Status.ENDED_BY_BOTH);
    Book acrossTwoYears = endedByBoth("2023-01-10", "2022-12-20");
    assertThat(acrossTwoYears.on("2023-06-01").status()).isEqualTo(Status.IN_FORCE);
    acrossTwoYears.add(decided(Doubt.YEAR_OF_MUTUAL_END, Doubt.Choice.YEAR_OF_EARLIER_SIGNATURE));
    assertThat(acrossTwoYears.on("2023-06-01").status()).isEqualTo(Status.ENDED_BY_BOTH);
  }

  @Test
  void theProtocolSaysWhatIsDueAndNothingPaidIsGivenBack() {
    Book book =
        Book.signed()
            .add(new Act.Paid(day("2022-09-01"), Euros.of(700), "V1"))
            .add(new Act.EndedByBoth(day("2022-11-05"), day("2022-11-05"), Euros.of(500)));
    assertThat(book.on("2022-11-04").due()).isEqualTo(Euros.of(1_000));
    Position after = book.on("2023-01-01");
    assertThat(after.due()).isEqualTo(Euros.of(500));
    assertThat(after.remaining()).isEqualTo(Euros.ZERO);
    assertThat(after.overpaid()).isEqualTo(Euros.of(200));
  }

  @Test
  void theTermsOfADayAreThoseOfTheLastAmendmentByThen() {
    Terms longer =
        new Terms(
            LocalDate.of(2024, 6, 30),
            LocalDate.of(2024, 3, 31),
            14,
            new FundingPlan(
                Euros.of(7_000),
                List.of(
                    new FundingLine("Plan de relance", Euros.of(3_000), false),
                    new FundingLine("Région", Euros.of(2_600), false),
                    new FundingLine("Bénéficiaire", Euros.of(1_400), true))),
            Book.TERMS.notice(),
            "la commune nouvelle d'Amboise",
            "la maire",
            "2 place Neuve, 37400 Amboise");
    LocalDate from = day("2023-02-01");
    Book book = Book.signed().add(new Act.Amended(from, 1, longer, from, from.minusDays(5)));
    assertThat(book.on("2023-01-31").terms()).isEqualTo(Book.TERMS);
    assertThat(book.on("2023-02-01").terms()).isEqualTo(longer);
    assertThat(book.on("2023-02-01").due()).isEqualTo(Euros.of(1_400));
    assertThat(book.on("2024-06-30").status()).isEqualTo(Status.IN_FORCE);
    assertThat(book.on("2024-07-01").status()).isEqualTo(Status.ENDED_BY_TERM);
  }

  @Test
  void nothingCountsAfterTheEndNorBeforeSomebodyDecidedOfTheLaunch() {
    Book book = Book.signed();
    assertThat(counting(book, "2023-12-31")).isEqualTo(Counting.Answer.COUNTS);
    assertThat(counting(book, "2024-01-01")).isEqualTo(Counting.Answer.AFTER_THE_END);
    assertThat(counting(book, "2022-03-14")).isEqualTo(Counting.Answer.TO_DECIDE);
    book.add(decided(Doubt.SESSION_BEFORE_SIGNATURE, Doubt.Choice.COUNTED));
    assertThat(counting(book, "2022-03-14")).isEqualTo(Counting.Answer.COUNTS);
  }

  @Test
  void whatTheTextDoesNotKnowIsRecordedAsSuch() {
    Book book = Book.signed().add(new Act.EndedOutside(day("2022-08-31"), "commune nouvelle"));
    assertThat(book.on("2022-09-01").status()).isEqualTo(Status.ENDED_OUTSIDE);
    Book never =
        new Book()
            .add(new Act.Drafted(day("2022-02-01"), Book.TERMS))
            .add(new Act.GivenUp(day("2022-03-01"), "élection"));
    assertThat(never.on("2022-02-28").status()).isEqualTo(Status.DRAFT);
    assertThat(never.on("2022-03-01").status()).isEqualTo(Status.GIVEN_UP);
    assertThat(never.on("2022-03-01").due()).isEqualTo(Euros.ZERO);
  }

  @Test
  void aNoticeIsTakenBackByASecondDocument() {
    UUID notice = UUID.randomUUID();
    Book book =
        Book.signed()
            .add(new Act.Noticed(day("2023-02-01"), notice, "T-12", Euros.of(1_000), "Amboise"))
            .add(new Act.NoticeReduced(day("2023-04-01"), notice, Euros.of(300), "A-3"));
    assertThat(book.on("2023-03-01").noticed()).isEqualTo(Euros.of(1_000));
    assertThat(book.on("2023-04-01").noticed()).isEqualTo(Euros.of(700));
    assertThat(book.on("2023-04-01").toNotice()).isEqualTo(Euros.of(300));
  }

  @Test
  void aWrongFactIsCorrectedAndWhatWasKnownStaysKnowable() {
    Book book = Book.signed().add(new Act.MembershipLost(day("2022-06-10"), "erreur"));
    Fact wrong = book.last();
    book.add(new Act.Corrected(day("2022-06-20"), wrong.id(), "une autre commune"));
    Fact correction = book.last();
    assertThat(book.on("2023-01-01").status()).isEqualTo(Status.IN_FORCE);
    Reckoning then = Reckoning.asKnown(book.facts(), wrong.recordedAt());
    assertThat(then.on(day("2023-01-01")).status()).isEqualTo(Status.ENDED_BY_MEMBERSHIP_LOSS);
    book.add(new Act.Corrected(day("2022-06-21"), correction.id(), "c'était vrai"));
    assertThat(book.on("2023-01-01").status()).isEqualTo(Status.ENDED_BY_MEMBERSHIP_LOSS);
  }

  private static Book endedByBoth(String later, String earlier) {
    return Book.signed().add(new Act.EndedByBoth(day(later), day(earlier), Euros.of(1_000)));
  }

  private static Counting.Answer counting(Book book, String day) {
    return book.reckon().counting(day(day)).answer();
  }

  private static Act decided(Doubt doubt, Doubt.Choice choice) {
    return new Act.Decided(day("2022-07-01"), doubt, choice, "vu avec la direction");
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
