package fr.jalon.portal.home;

import fr.jalon.portal.agreement.AgreementText;
import fr.jalon.portal.agreement.AgreementText.Article;
import fr.jalon.portal.agreement.Euros;
import fr.jalon.portal.agreement.FundingLine;
import fr.jalon.portal.agreement.FundingPlan;
import fr.jalon.portal.agreement.Window;
import fr.jalon.portal.programme.SeasonPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A season as it is played, and what it must come to. The tables were reckoned by hand from the
 * text and from what happens to each authority.
 *
 * @param firstYear the first of the two
 * @param changed what differs from the season that is shipped
 * @param budget of all the agreements, in cents, then what each funder plans of it
 * @param calls what each funder is asked for and pays in the second year, in cents
 * @param looked at, once all is over
 * @param table a line for each authority: planned, due, noticed, paid, remaining, overpaid
 * @param funders planned, due, undecided, noticed, paid, remaining, overpaid
 */
record Edition(
    String name,
    int firstYear,
    UnaryOperator<SeasonPlan> changed,
    long budget,
    List<Long> planned,
    List<Call> calls,
    LocalDate looked,
    String table,
    String funders) {

  record Call(long asked, long paid) {}

  @Override
  public String toString() {
    return name;
  }

  /** The season that the text is about. */
  static final Edition SHIPPED =
      new Edition(
          "Saison 2",
          2022,
          plan -> plan,
          150_000_00L,
          List.of(75_000_00L, 50_000_00L, 25_000_00L),
          List.of(new Call(60_000_00L, 40_000_00L), new Call(40_000_00L, 30_000_10L)),
          LocalDate.of(2024, 1, 2),
          """
          1   1000.00  1000.00  1000.00  1000.00     0.00    0.00
          2   1000.00  1000.00  1000.00  1000.00     0.00    0.00
          3   1000.00  1000.00  1000.00  1000.00     0.00    0.00
          4   1000.00  1000.00  1000.00  1000.00     0.00    0.00
          5   1000.00  1000.00  1000.00  1000.00     0.00    0.00
          6   1000.00  1000.00  1000.00  1000.00     0.00    0.00
          7   1000.00  1000.00  1000.00  1000.00     0.00    0.00
          8   1000.00  1000.00  1000.00  1000.00     0.00    0.00
          9   1000.00  1000.00  1000.00  1000.00     0.00    0.00
          10  1000.00  1000.00  1000.00  1000.00     0.00    0.00
          11  1000.00  1000.00  1000.00  1000.00     0.00    0.00
          12  1000.00  1000.00  1000.00   666.66   333.34    0.00
          13  1000.00  1000.00  1000.00     0.00  1000.00    0.00
          14  1000.00  1000.00     0.00     0.00  1000.00    0.00
          15  1000.00  1000.00   750.00   750.00   250.00    0.00
          16  1000.00     0.00     0.00     0.00     0.00    0.00
          17     0.00     0.00     0.00     0.00     0.00    0.00
          18  1000.00  1000.00   600.00   400.00   600.00    0.00
          19  1000.00  1000.00  1000.00  1000.00     0.00    0.00
          20  1000.00  1000.00  1000.00   500.00   500.00    0.00
          21  1000.00  1000.00  1000.00  1000.00     0.00    0.00
          22  1000.00   500.00     0.00   700.00     0.00  200.00
          23  1000.00     0.00     0.00     0.00     0.00    0.00
          24  1000.00   800.50   800.50   800.50     0.00    0.00
          25  1200.00  1200.00  1200.00  1200.00     0.00    0.00
          =  24200.00 21500.50 19350.50 18017.16  3683.34  200.00
          """,
          """
          72000.00 54750.00 12000.00 60000.00 40000.00 14750.00   0.00
          48800.00 37300.00  8000.00 40000.00 30000.10  7299.90   0.00
          24200.00 21500.50     0.00 19350.50 18017.16  3683.34 200.00
          """);

  /** Another: one funder beside the authorities, fewer sessions, a term in the autumn. */
  static final Edition ANOTHER =
      new Edition(
          "Saison 4",
          2025,
          Edition::anotherPlan,
          90_000_00L,
          List.of(60_000_00L, 30_000_00L),
          List.of(new Call(30_000_00L, 20_000_05L)),
          LocalDate.of(2026, 11, 2),
          """
          1   1200.00  1200.00  1200.00  1200.00     0.00    0.00
          2   1200.00  1200.00  1200.00  1200.00     0.00    0.00
          3   1200.00  1200.00  1200.00  1200.00     0.00    0.00
          4   1200.00  1200.00  1200.00  1200.00     0.00    0.00
          5   1200.00  1200.00  1200.00  1200.00     0.00    0.00
          6   1200.00  1200.00  1200.00  1200.00     0.00    0.00
          7   1200.00  1200.00  1200.00  1200.00     0.00    0.00
          8   1200.00  1200.00  1200.00  1200.00     0.00    0.00
          9   1200.00  1200.00  1200.00  1200.00     0.00    0.00
          10  1200.00  1200.00  1200.00  1200.00     0.00    0.00
          11  1200.00  1200.00  1200.00  1200.00     0.00    0.00
          12  1200.00  1200.00  1200.00   666.66   533.34    0.00
          13  1200.00  1200.00  1200.00     0.00  1200.00    0.00
          14  1200.00  1200.00     0.00     0.00  1200.00    0.00
          15  1200.00  1200.00   950.00   750.00   450.00    0.00
          16  1200.00     0.00     0.00     0.00     0.00    0.00
          17     0.00     0.00     0.00     0.00     0.00    0.00
          18  1200.00  1200.00   600.00   400.00   800.00    0.00
          19  1200.00  1200.00  1200.00  1200.00     0.00    0.00
          20  1200.00  1200.00  1200.00   500.00   700.00    0.00
          21  1200.00  1200.00  1200.00  1200.00     0.00    0.00
          22  1200.00   500.00     0.00   700.00     0.00  200.00
          23  1200.00     0.00     0.00     0.00     0.00    0.00
          24  1200.00   800.50   800.50   800.50     0.00    0.00
          25  1400.00  1400.00  1400.00  1400.00     0.00    0.00
          =  29000.00 25500.50 22950.50 20817.16  4883.34  200.00
          """,
          """
          58400.00 44900.00  9600.00 30000.00 20000.05 24899.95   0.00
          29000.00 25500.50     0.00 22950.50 20817.16  4883.34 200.00
          """);

  private static SeasonPlan anotherPlan(SeasonPlan plan) {
    AgreementText text = plan.text();
    List<Article> articles = new ArrayList<>();
    for (Article one : text.articles()) {
      articles.add(
          new Article(one.clause(), "X-" + (40 - articles.size()), one.title(), one.paragraphs()));
    }
    return new SeasonPlan(
        plan.name(),
        plan.call(),
        plan.firstDay(),
        LocalDate.of(2026, 5, 31),
        LocalDate.of(2026, 10, 31),
        8,
        plan.cohort(),
        new FundingPlan(
            Euros.of(3_600),
            List.of(
                new FundingLine("Conseil départemental", Euros.of(2_400), false),
                new FundingLine("La collectivité", Euros.of(1_200), true))),
        new Window(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 4, 30)),
        new AgreementText(
            text.title(), text.organizer(), text.organizerSignatory(), text.place(), articles),
        plan.track());
  }

  /** A day of the first year ("03-15"). */
  LocalDate first(String day) {
    return LocalDate.parse(firstYear + "-" + day);
  }

  /** A day of the second year. */
  LocalDate second(String day) {
    return LocalDate.parse(firstYear + 1 + "-" + day);
  }
}
