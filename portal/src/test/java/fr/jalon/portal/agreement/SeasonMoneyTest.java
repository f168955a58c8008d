package fr.jalon.portal.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.agreement.SeasonMoney.AuthorityLine;
import fr.jalon.portal.agreement.SeasonMoney.Check;
import fr.jalon.portal.agreement.SeasonMoney.FunderLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an early end does to the funders, and totals that check one another. */
class SeasonMoneyTest {
  private static final LocalDate AFTER = LocalDate.of(2024, 1, 2);

  @Test
  void nobodyDecidedSoNothingIsGuessed() {
    SeasonMoney money = money(ended(), 7);
    assertThat(money.authorities()).extracting(AuthorityLine::undecided).containsExactly(true);
    FunderLine state = money.funders().get(0);
    assertThat(state.due()).isEqualTo(Euros.ZERO);
    assertThat(state.undecided()).isEqualTo(Euros.of(3_000));
    assertThat(state.planned()).isEqualTo(Euros.of(3_000));
    assertThat(money.findMismatch()).isEmpty();
  }

  @Test
  void theDecisionSaysWhatIsDue() {
    assertThat(dues(Doubt.Choice.WHOLE_SHARES, 7)).containsExactly(300_000L, 200_000L);
    // 2 000 € × 7 ÷ 12 is 1 166.666… €
    assertThat(dues(Doubt.Choice.SHARES_BY_SESSION, 7)).containsExactly(175_000L, 116_667L);
    assertThat(dues(Doubt.Choice.SHARES_BY_SESSION, 13))
        .as("a thirteenth session brings nothing more")
        .containsExactly(300_000L, 200_000L);
    SeasonMoney paper = money(ended().add(decided(Doubt.Choice.IN_THE_PROTOCOL)), 7);
    assertThat(paper.funders().get(0).undecided())
        .as("the paper knows it, and we do not")
        .isEqualTo(Euros.of(3_000));
  }

  @Test
  void beforeTheEndIsKnownNothingIsToBeDecided() {
    SeasonMoney money = SeasonMoney.of(LocalDate.of(2022, 9, 30), parts(ended(), 3), List.of());
    assertThat(money.funders().get(0).due()).isEqualTo(Euros.of(3_000));
    assertThat(money.funders().get(0).undecided()).isEqualTo(Euros.ZERO);
    assertThat(SeasonMoney.of(LocalDate.of(2022, 1, 1), parts(ended(), 0), List.of()).authorities())
        .as("not written yet")
        .isEmpty();
  }

  @Test
  void whatAFunderDidIsCountedByItsDayAndACorrectedFactIsNot() {
    FunderFact wrong = fact(new FunderAct.Received(AFTER.minusDays(9), "Région", Euros.of(9), "x"));
    List<FunderFact> facts =
        List.of(
            fact(new FunderAct.Called(AFTER.minusDays(2), "Région", Euros.of(2_000), "AF-1")),
            fact(new FunderAct.Received(AFTER.minusDays(1), "Région", Euros.of(500), "V-1")),
            wrong,
            fact(new FunderAct.Corrected(AFTER, wrong.id(), "une autre saison")));
    FunderLine region = SeasonMoney.of(AFTER, parts(Book.signed(), 12), facts).funders().get(1);
    assertThat(region.noticed()).isEqualTo(Euros.of(2_000));
    assertThat(region.paid()).isEqualTo(Euros.of(500));
    assertThat(region.remaining()).isEqualTo(Euros.of(1_500));
    FunderLine before =
        SeasonMoney.of(AFTER.minusDays(2), parts(Book.signed(), 12), facts).funders().get(1);
    assertThat(before.paid()).isEqualTo(Euros.ZERO);
  }

  @Test
  void aTotalThatItsLinesDoNotMakeIsSeen() {
    SeasonMoney right = money(Book.signed(), 12);
    SeasonMoney wrong =
        new SeasonMoney(
            right.day(),
            List.of(right.authorities().get(0), right.authorities().get(0)),
            right.total(),
            right.funders());
    assertThat(wrong.findMismatch())
        .hasValueSatisfying(
            one -> {
              assertThat(one.check()).isEqualTo(Check.PLANNED);
              assertThat(one.one()).isEqualTo(Euros.of(2_000));
              assertThat(one.other()).isEqualTo(Euros.of(1_000));
            });
    assertThat(
            new SeasonMoney(right.day(), right.authorities(), right.total(), List.of())
                .findMismatch())
        .hasValueSatisfying(one -> assertThat(one.check()).isEqualTo(Check.BUDGETS));
  }

  private static List<Long> dues(Doubt.Choice choice, int counted) {
    return money(ended().add(decided(choice)), counted).funders().stream()
        .filter(line -> !line.beneficiaries())
        .map(line -> line.due().cents())
        .toList();
  }

  private static Book ended() {
    return Book.signed().add(new Act.Terminated(LocalDate.of(2022, 10, 4), null));
  }

  private static Act decided(Doubt.Choice choice) {
    return new Act.Decided(AFTER, Doubt.FUNDERS_AFTER_EARLY_END, choice, "vu avec eux");
  }

  private static SeasonMoney money(Book book, int counted) {
    return SeasonMoney.of(AFTER, parts(book, counted), List.of());
  }

  private static List<SeasonMoney.Part> parts(Book book, int counted) {
    Agreement agreement =
        new Agreement(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            new AgreementText("Convention", "le GIP", "son directeur", "Olivet", List.of()),
            0,
            book.facts());
    return List.of(new SeasonMoney.Part("Amboise", agreement, book.reckon(), counted));
  }

  private static FunderFact fact(FunderAct act) {
    return new FunderFact(
        UUID.randomUUID(), Instant.parse("2024-01-01T08:00:00Z"), UUID.randomUUID(), "Alix", act);
  }
}
